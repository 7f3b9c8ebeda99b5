#pragma once

#include "ctl/failure.hpp"
#include "ctl/settings/service.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::settings {

/// Which instance a key belongs to.
struct Identity {
  std::string instance_id{};
  std::string environment{};  ///< `development` or `production`

  friend bool operator==(const Identity&, const Identity&) = default;
};

/// A group that was asked for, and that the server does not show.
struct UnreadGroup {
  const Group* group{nullptr};
  std::string reason{};
};

/// What was read of an instance.
struct Observation {
  Identity instance{};
  std::map<std::string_view, GroupAnswer> groups{};  ///< by name; those that were asked for and can be read
  std::optional<std::vector<RoleName>> roles{};      ///< nothing when they were not asked for or can't be had
  std::string roles_problem{};                       ///< why not
  std::vector<UnreadGroup> unread{};

  [[nodiscard]] const GroupAnswer* find(const Group& group) const;
  [[nodiscard]] const UnreadGroup* find_unread(const Group& group) const;
  [[nodiscard]] const RoleName* role_with_id(std::string_view id) const;
  [[nodiscard]] const RoleName* role_with_key(std::string_view key) const;
};

/// What to ask an instance for.
struct Inquiry {
  std::vector<const Group*> groups{};  ///< those that can't be read are left out
  std::vector<const Group*> asides{};  ///< likewise, and that a read fails is no failure
  bool roles{false};
  bool forgives_missing_routes{false};  ///< a group that the server does not know is noted and no failure
  /// Looks at who the instance is before it is asked for anything else; may refuse it.
  std::function<std::optional<Failure>(const Identity&)> accept{};
  std::string key_source{};  ///< where the key came from, for a failure
};

/// A group but the instance's that is withheld, and roles that are or have no route, are noted and no failure.
[[nodiscard]] Outcome<Observation> observe(Service& service, const Inquiry& inquiry);

}  // namespace clerk::ctl::settings
