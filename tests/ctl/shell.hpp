#pragma once

#include "ctl/command_line.hpp"
#include "tests/support/private_folder.hpp"

#include <boost/json/value.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::test {

inline constexpr int done = static_cast<int>(ExitStatus::done);
inline constexpr int failed = static_cast<int>(ExitStatus::failed);
inline constexpr int changes_pending = static_cast<int>(ExitStatus::changes_pending);
inline constexpr int field_dropped = static_cast<int>(ExitStatus::field_dropped);
inline constexpr int usage = static_cast<int>(ExitStatus::usage);

/// What a command line did.
struct Ran {
  int status{};
  std::string out{};
  std::string err{};
  bool read_input{false};  ///< it asked for standard input at least once

  [[nodiscard]] boost::json::value json() const;
  /// Both outputs, for messages of tests.
  [[nodiscard]] std::string said() const { return out + err; }
};

/// Runs command lines of clerkctl in this process, in a folder and with an environment of its own.
class Shell {
 public:
  Shell(std::string api_url, std::string_view key);

  /// The words of the line are those between spaces.
  [[nodiscard]] Ran run(std::string_view line, std::string input = {}) const;
  [[nodiscard]] Ran run_words(const std::vector<std::string>& words, std::string input = {}) const;

  /// Writes a file in the folder and returns its name.
  std::string write(std::string_view name, std::string_view text) const;
  [[nodiscard]] std::string read(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::string path(std::string_view name) const { return folder_.path(name); }

  std::map<std::string, std::string> environment{};
  bool terminal{false};  ///< all three streams are one

 private:
  clerk::test::PrivateFolder folder_{};
};

}  // namespace clerk::ctl::test
