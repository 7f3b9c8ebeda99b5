#include "codec/codec.hpp"
#include "codec/utf8.hpp"
#include "server/api/error_body.hpp"
#include "tests/fuzz/models.hpp"
#include "tests/fuzz/property.hpp"

#include <algorithm>

// A request's body, read strictly; the first byte chooses the model.
namespace clerk::fuzz {

namespace {

constexpr codec::Limits limits{.max_faults = 16};
// The deepest nesting, times what of a name is repeated in a path.
constexpr std::size_t longest_path = limits.max_depth * 68;
constexpr std::size_t longest_excerpt = 128;

void check_faults(const codec::Faults& faults) {
  require(faults.size() <= limits.max_faults, "no more faults are kept than the limit says");
  for (const codec::Fault& fault : faults) {
    require(fault.path.size() <= longest_path, "a fault's path is bounded");
    require(fault.received.size() <= longest_excerpt, "a fault's excerpt is bounded");
    require(codec::is_utf8(fault.path) && codec::is_utf8(fault.received), "a fault's texts are UTF-8");
    require((fault.kind == codec::FaultKind::bad_format) == (fault.format != nullptr), "a format has its fault");
  }
}

void check_what_the_server_says(const codec::Faults& faults, bool strict) {
  const auto judged = server::api::judge_faults(faults, strict);
  require(judged.refusals.size() + judged.warnings.size() == faults.size(), "every fault is refused or said");
  require(!strict || judged.warnings.empty(), "a strict server only refuses");
  const auto body = codec::decode_error_body(server::api::error_body(judged.refusals, "trace"));
  require(body.has_value(), "a refusal's body is a Clerk error");
  require(body->errors.size() == judged.refusals.size(), "each refusal is in the body");
  require(std::ranges::none_of(server::api::warning_header(judged.warnings), is_control), "a warning is one line");
}

template <Model M>
void check(std::string_view text) {
  const auto decoded = codec::decode_request<M>(text, limits);
  if (decoded.has_error()) return require(!decoded.error().problem.empty(), "a refused text has its reason");
  check_faults(decoded->faults);
  check_what_the_server_says(decoded->faults, false);
  check_what_the_server_says(decoded->faults, true);

  const auto encoded = codec::encode(decoded->value);
  if (!decoded->faults.empty()) return;
  require(encoded.has_value(), "what was read can be written", text);
  const auto again = codec::decode_request<M>(*encoded, limits);
  require(again.has_value() && again->faults.empty(), "a sound request is sound again", *encoded);
  require(again->value == decoded->value, "a sound request is read back as it was", *encoded);
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clerk::fuzz;
  Input input{data, size};
  const std::size_t wanted = chosen(input.choice(), request_count());
  std::size_t index = 0;
  for_each_request([&]<class M>() {
    if (index++ == wanted) check<M>(input.rest());
  });
  return 0;
}
