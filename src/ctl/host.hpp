#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

namespace clerk::ctl {

/// What the program has of the machine it runs on. Tests give one of their own.
struct Host {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_is_terminal{false};
  bool out_is_terminal{false};
  bool err_is_terminal{false};
  std::filesystem::path directory{};  ///< relative paths start here
  std::function<std::optional<std::string>(const std::string& name)> environment{};
  std::function<std::chrono::system_clock::time_point()> now{};
};

}  // namespace clerk::ctl
