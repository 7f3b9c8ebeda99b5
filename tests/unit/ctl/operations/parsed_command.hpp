#pragma once

#include "ctl/operations/call.hpp"
#include "ctl/operations/operation_command.hpp"

#include <clerk/testing/scripted_transport.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace clerk::test {

/// What a command wrote, and how it ended.
struct Printed {
  ctl::ExitStatus status{};
  std::string out{};
  std::string err{};
};

/// One command of the registry with a line of words after its name, and a machine of its own.
class ParsedCommand {
 public:
  ParsedCommand(const OperationInfo& info, std::vector<std::string> words)
      : command_{app_, ctl::operations::binding_of(info), words} {
    std::ranges::reverse(words);
    app_.parse(std::move(words));
  }

  ctl::Host host{.in = in, .out = out, .err = err, .environment = [](const std::string&) { return std::nullopt; }};
  std::istringstream in{};
  std::ostringstream out{};
  std::ostringstream err{};
  ctl::GlobalOptions options{};

  [[nodiscard]] ctl::Outcome<ctl::operations::ReadyRequest> understood() { return command_.understood(host); }

  /// Makes the call; a line that is not understood sends nothing, and its message is what was written.
  Printed run(std::shared_ptr<Transport> transport) {
    auto request = understood();
    if (!request) return {.status = request.error().status, .err = request.error().message};
    const ctl::Context context{
        .host = host,
        .options = options,
        .credentials = {.key_source = "a test"},
        .api_client =
            ApiClient{{.access_token = "sk_test_key", .retries = {.max_attempts = 1}, .transport = transport}}};
    const ctl::ExitStatus status = ctl::operations::make_call(context, *request, command_.output());
    return {.status = status, .out = out.str(), .err = err.str()};
  }

 private:
  CLI::App app_{};
  ctl::operations::OperationCommand command_;
};

/// A transport that takes any request and refuses it.
inline std::shared_ptr<testing::ScriptedTransport> refusing_transport() {
  return std::make_shared<testing::ScriptedTransport>(std::deque<TransportResult>{testing::answer(403, "{}")});
}

}  // namespace clerk::test
