#include "codec/utf8.hpp"
#include "server/rules/jwt_template.hpp"
#include "tests/fuzz/property.hpp"

// JWT templates, as callers write them, filled from metadata, which callers write too: the template, a line end, the
// context.
namespace clerk::fuzz {

namespace {

using namespace server::rules;

void check(Input input) {
  const RawJson claims{std::string{input.until('\n')}};
  const RawJson context{std::string{input.rest()}};
  const auto rendered = render_claims(claims, context);
  if (!rendered) return;
  require(codec::is_utf8(rendered->text()), "what is rendered is text", rendered->text());
  require(render_claims(*rendered, context).has_value(), "what is rendered is an object", rendered->text());
  require(claims.text().find("{{") != std::string::npos || render_claims(claims, RawJson{"{}"}) == rendered,
          "a template without shortcodes needs no context", rendered->text());
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  clerk::fuzz::check(clerk::fuzz::Input{data, size});
  return 0;
}
