#include "codec/codec.hpp"
#include "codec/utf8.hpp"
#include "server/api/admission.hpp"
#include "server/api/api_version.hpp"
#include "server/api/error_body.hpp"
#include "server/api/identifiers.hpp"
#include "tests/fuzz/property.hpp"

#include <clerk/contract/registry.hpp>

#include <algorithm>
#include <charconv>

// A request's head, judged by a server that knows one key: the first line is method and target, each other one a
// header.
namespace clerk::fuzz {

namespace {

namespace api = server::api;

constexpr std::string_view secret_key = "sk_test_fuzzed";
constexpr std::size_t max_body_bytes = 1000;

class OneInstance : public api::InstanceDirectory {
 public:
  OneInstance() {
    publish({.id = "ins_fuzzed"});
    publish_key(api::key_digest(secret_key), "ins_fuzzed");
  }
};

const api::InstanceDirectory& directory() {
  static const OneInstance made;
  return made;
}

const api::Router& router() {
  static const api::Router made = [] {
    api::Router routes;
    AllOperations::for_each([&]<class Op>() {
      routes.add({.method = std::string{to_string(Op::info.method)}, .path = "/v1" + std::string{Op::info.path}});
    });
    routes.add({.method = "DELETE", .path = "/__clerkd/instances/{id}"});
    return routes;
  }();
  return made;
}

server::http::RequestHead head_of(Input input) {
  server::http::RequestHead head;
  const std::string_view line = input.until('\n');
  const std::size_t space = line.find(' ');
  head.method = line.substr(0, space);
  if (space != std::string_view::npos) head.target = line.substr(space + 1);
  while (!input.rest().empty()) {
    const std::string_view field = input.until('\n');
    const std::size_t colon = field.find(": ");
    if (colon == std::string_view::npos) continue;
    head.headers.push_back({std::string{field.substr(0, colon)}, std::string{field.substr(colon + 2)}});
  }
  const std::string_view length = head.header("content-length").value_or("");
  std::uint64_t number = 0;
  if (std::from_chars(length.data(), length.data() + length.size(), number).ec == std::errc{}) {
    head.content_length = number;
  }
  return head;
}

void check_arrival(const api::Arrival& arrival, const server::http::RequestHead& head) {
  require(arrival.instance != nullptr && arrival.instance->id == "ins_fuzzed", "an arrival has its instance");
  require(head.header("authorization").value_or("").find(secret_key) != std::string_view::npos,
          "who arrives has the key");
  require(arrival.route != nullptr && arrival.route->method == head.method, "an arrival's route has its method");
  require(static_cast<std::size_t>(std::ranges::count(arrival.route->path, '{')) == arrival.parameters.size(),
          "a parameter stands where the path has it");
  for (const auto& [name, value] : arrival.parameters) {
    require(!value.empty() && codec::is_utf8(value), "a parameter is a text", name);
  }
  require(head.content_length.value_or(0) <= max_body_bytes, "a body that is announced as too large is refused");
}

void check_turned(const api::Turned& turned, std::string_view method) {
  require(turned.refusals.empty() != turned.allow.empty(), "a refusal has reasons, or the methods that would do");
  const std::string offered = ", " + turned.allow + ", ";
  require(turned.allow.empty() || offered.find(", " + std::string{method} + ", ") == std::string::npos,
          "a method that is refused is not offered", turned.allow);
  for (const server::Refusal& refusal : turned.refusals) {
    require(std::ranges::any_of(error_definitions, [&](const auto& known) { return &known == refusal.definition; }),
            "a refusal stands in the table of error codes");
  }
  if (turned.refusals.empty()) return;
  const auto body = codec::decode_error_body(api::error_body(turned.refusals, turned.trace_id));
  require(body.has_value() && body->clerk_trace_id == turned.trace_id, "a refusal's body is a Clerk error");
  require(body->errors.size() == turned.refusals.size() &&
              body->errors.front().code == turned.refusals.front().definition->code,
          "a refusal's body has its code");
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clerk::fuzz;
  const auto head = head_of(Input{data, size});
  const auto verdict = api::admit(head, directory(), router(), max_body_bytes);
  std::visit(
      [](const auto& either) {
        require(either.trace_id.size() == 32, "every request has a trace id");
        require(std::ranges::find(api::api_versions, either.version) != api::api_versions.end(), "a version is known");
      },
      verdict);
  if (const auto* arrival = std::get_if<api::Arrival>(&verdict)) {
    check_arrival(*arrival, head);
  } else {
    check_turned(std::get<api::Turned>(verdict), head.method);
  }
  return 0;
}
