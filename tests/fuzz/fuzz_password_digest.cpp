#include "server/rules/digest_text.hpp"
#include "server/rules/password_digest.hpp"
#include "tests/fuzz/property.hpp"

// Digests of passwords, as callers bring them: the name of a hasher, a line end, the digest. Nothing is derived here:
// what that costs is bounded, but for a fuzzer too much.
namespace clerk::fuzz {

namespace {

using namespace server::rules;

void check(Input input) {
  const std::string hasher{input.until('\n')};
  const std::string digest{input.rest()};
  const auto refusal = refuse_digest({.hasher = hasher, .digest = digest});
  require(!refusal || refusal->param == "password_hasher" || refusal->param == "password_digest",
          "a refusal names the field at fault");
  require(!refusal || refusal->value.empty() || refusal->value == hasher, "a refusal does not repeat the digest");
  if (const auto bytes = from_base64(digest)) require(from_base64(to_base64(*bytes)) == bytes, "base64 goes both ways");
  if (const auto bytes = from_hex(digest)) require(from_hex(to_hex(*bytes)) == bytes, "hex goes both ways");
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  clerk::fuzz::check(clerk::fuzz::Input{data, size});
  return 0;
}
