#pragma once

#include "ctl/failure.hpp"
#include "ctl/settings/document.hpp"
#include "ctl/settings/observation.hpp"
#include "ctl/settings/state.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::settings {

/// Where what is known of a setting comes from.
enum class Knowledge {
  read,
  empty_patch,    ///< there is no read route; a PATCH of nothing answered with it
  last_applied,   ///< can't be read, or not now; the state file says what was applied last
  never_applied,  ///< likewise, and the state file knows nothing of it
  in_doubt,       ///< likewise; it was sent, and no answer confirmed it
};

enum class Action {
  none,            ///< it is as the file has it, as far as can be known
  add,             ///< nothing is set
  change,          ///< something else is set
  send,            ///< can't be read, and is not what was applied last
  unmanaged,       ///< is set, and the file does not name it: left alone
  read_only,       ///< named by the file, and nothing can set it
  without_effect,  ///< named by the file with a value that changes nothing
};

/// Whether it comes from the state file, as nothing can be read.
[[nodiscard]] constexpr bool is_from_state(Knowledge knowledge) {
  return knowledge != Knowledge::read && knowledge != Knowledge::empty_patch;
}

[[nodiscard]] std::string_view to_string(Knowledge knowledge);
[[nodiscard]] std::string_view to_string(Action action);

struct PlannedField {
  const Group* group{nullptr};
  const Field* field{nullptr};  ///< none of what is read-only
  std::string name{};           ///< as the file has it
  Action action{Action::none};
  Knowledge knowledge{Knowledge::read};
  std::optional<boost::json::value> current{};   ///< as read, or as last applied or sent
  std::string applied_at{};                      ///< of what was last applied or sent
  std::optional<boost::json::value> wanted{};    ///< as the file has it
  boost::json::value sent{};                     ///< what a request says of it
  std::optional<boost::json::value> expected{};  ///< what an answer shows once it is applied; nothing: can't be told
  std::string note{};

  [[nodiscard]] std::string path() const { return path_of(*group, name); }
  [[nodiscard]] bool is_pending() const {
    return action == Action::add || action == Action::change || action == Action::send;
  }
  /// Whether the plan holds only while this is as it was.
  [[nodiscard]] bool is_managed() const { return is_pending() || action == Action::none; }
};

struct Plan {
  Identity instance{};
  std::vector<PlannedField> fields{};
  std::vector<std::string> notes{};

  [[nodiscard]] bool has_changes() const;
  [[nodiscard]] std::size_t count(Action action) const;
  [[nodiscard]] std::vector<const Group*> changed_groups() const;
  /// The same with nothing in it but what is to be done.
  [[nodiscard]] Plan pending() const;
};

/// What has to be done for the instance to be as the file has it. Fails when the file names a role that is not there.
[[nodiscard]] Outcome<Plan> make_plan(const Document& document, const Observation& observation,
                                      const AppliedSettings& applied);

/// Whether the instance is known to differ from the file, or may: what can't be read counts only where the state file
/// says that something else was applied last or that it is in doubt, or another name of the setting shows something
/// else.
[[nodiscard]] bool is_drift(const PlannedField& field);

}  // namespace clerk::ctl::settings
