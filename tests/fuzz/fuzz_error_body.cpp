#include "sdk/conclude.hpp"
#include "tests/fuzz/property.hpp"

#include <clerk/contract/instance.hpp>

// An answer that is no success, or none that can be used: the first byte chooses the status, then come a line with a
// trace id, one with a location, and the body.
namespace clerk::fuzz {

namespace {

const Secret key{"sk_test_fuzzed"};

// Five reasons of a thousand bytes in all, an excerpt or a location, and what is said around them.
constexpr std::size_t longest_message = 2048;

std::string everything(const Error& error) {
  std::string text = error.detail + '\n' + error.body_excerpt + '\n' + error.clerk_trace_id + '\n' + error.meta.text();
  for (const Header& header : error.headers) text += '\n' + header.value;
  for (const ClerkError& reason : error.errors) {
    text += '\n' + reason.message + '\n' + reason.long_message + '\n' + reason.code + '\n' + reason.meta.text() + '\n' +
            param_name(reason);
  }
  return text;
}

// Also those beyond ASCII, U+0080 to U+009F.
bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_control(text[i])) return true;
    if (text[i] == '\xC2' && i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xE0U) == 0x80U)
      return true;
  }
  return false;
}

bool holds_key(std::string_view text) { return text.find(key.reveal()) != std::string_view::npos; }

void check_error(const Error& error) {
  const std::string message = error.message();
  require(!has_control(message), "a message is one line", message);
  require(message.size() <= longest_message, "a message is bounded", message);
  require(!holds_key(message), "the key is in no message");
  require(!holds_key(everything(error)), "the key is in no part of an error");
  require(error.body_excerpt.size() <= Error::max_body_excerpt, "an excerpt is bounded");
  require(error.errors.empty() || error.has_code(error.code()), "an error has the code of its first reason");
  try {
    throw_exception(error);
  } catch (const ApiException& exception) {
    require(exception.what() == message && exception.status() == error.status, "an exception says what its error says");
  }
}

sdk::CallOutcome outcome_of(int status, std::string_view trace_id, std::string_view location, std::string_view body) {
  sdk::CallOutcome outcome;
  outcome.answer = TransportAnswer{.status = status, .body = std::string{body}};
  outcome.answer->headers.add("x-clerk-trace-id", std::string{trace_id});
  outcome.answer->headers.add("Location", std::string{location});
  return outcome;
}

void check(int status, std::string_view trace_id, std::string_view location, std::string_view body) {
  constexpr const OperationInfo& operation = operations::UpdateInstance::info;
  const auto refused = sdk::conclude(operation, outcome_of(status, trace_id, location, body), key);
  require(refused.has_error(), "a status that is no success is an error");
  check_error(refused.error());

  auto answered = sdk::conclude(operation, outcome_of(200, trace_id, location, body), key);
  require(answered.has_value(), "a success is no error");
  check_error(sdk::malformed(operation, *std::move(answered), "field", "is not what it should be", key));
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  clerk::fuzz::Input input{data, size};
  const int status = 300 + input.choice() * 300 / 256;
  const std::string_view trace_id = input.until('\n');
  const std::string_view location = input.until('\n');
  clerk::fuzz::check(status, trace_id, location, input.rest());
  return 0;
}
