#pragma once

#include "ctl/command_line.hpp"
#include "tests/support/private_folder.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace clerk::ctl::test {

struct Ended {
  ExitStatus status{};
  std::string out{};
  std::string err{};
  bool input_was_read{false};
};

/// A machine with one folder, which is current and the home, and nothing in its environment but what a test puts there.
class Machine {
 public:
  [[nodiscard]] Host host() {
    return {.in = in_,
            .out = out_,
            .err = err_,
            .directory = folder.path(),
            .environment = [this](const std::string& name) -> std::optional<std::string> {
              if (name == "HOME") return folder.path();
              const auto found = environment.find(name);
              return found == environment.end() ? std::nullopt : std::optional{found->second};
            },
            .now = [this] { return now; }};
  }

  Ended run(const std::vector<std::string>& arguments) {
    in_ = std::istringstream{"typed"};
    out_.str({});
    err_.str({});
    Host machine = host();
    const ExitStatus status = ctl::run(arguments, machine);
    return {status, out_.str(), err_.str(), in_.tellg() != std::streampos{0}};
  }

  /// What was written to standard error since it was last asked for.
  std::string said() {
    std::string text = err_.str();
    err_.str({});
    return text;
  }

  clerk::test::PrivateFolder folder{};
  std::map<std::string, std::string> environment{};
  std::chrono::system_clock::time_point now{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1}};

 private:
  std::istringstream in_{};
  std::ostringstream out_{};
  std::ostringstream err_{};
};

}  // namespace clerk::ctl::test
