#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace clerk::ctl {

/// A flag, or an argument that is known by its place.
struct ParameterText {
  std::vector<std::string> names{};    ///< `-h`, `--help`; of an argument its one name, such as `FILE`
  std::string value{};                 ///< what it takes, such as `FILE`; empty: nothing
  std::vector<std::string> choices{};  ///< the values that it takes, where they are known
  std::string doc{};
  std::string group{};
  bool required{false};
  bool repeats{false};
  bool may_stand_alone{false};  ///< takes a value by `=` only, and may do without
};

/// A command as people see it: what help, manual pages and completion are made of.
struct CommandText {
  std::string name{};  ///< such as `plan`
  std::string path{};  ///< such as `clerkctl settings plan`
  std::string doc{};
  std::string group{};
  std::string footer{};
  std::vector<ParameterText> arguments{};
  std::vector<ParameterText> flags{};
  std::vector<CommandText> commands{};
};

/// Reads it from the parser itself. What has an empty group is hidden, and left out.
[[nodiscard]] CommandText describe(const CLI::App& command);

/// The part of a description before its first blank line or full stop, for lists.
[[nodiscard]] std::string_view summary_of(std::string_view doc);

/// How a flag or argument is written: `--format table|json|yaml`, `-h, --help`, `FILE...`.
[[nodiscard]] std::string form_of(const ParameterText& parameter);

/// What it is for, with the known values where its form does not show them.
[[nodiscard]] std::string doc_of(const ParameterText& parameter);

/// The line after the command's name: `[flags] FILE`, `COMMAND [flags]`.
[[nodiscard]] std::string usage_of(const CommandText& command);

/// Groups in the order in which they come up.
template <class Entry>
[[nodiscard]] std::vector<std::string> groups_of(const std::vector<Entry>& entries) {
  std::vector<std::string> groups;
  for (const Entry& entry : entries) {
    bool seen = false;
    for (const std::string& group : groups) seen = seen || group == entry.group;
    if (!seen) groups.push_back(entry.group);
  }
  return groups;
}

}  // namespace clerk::ctl
