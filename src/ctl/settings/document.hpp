#pragma once

#include "ctl/failure.hpp"
#include "ctl/settings/groups.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::settings {

/// A field that the file gives a value.
struct Wanted {
  const Group* group{nullptr};
  const Field* field{nullptr};
  boost::json::value value{};
  bool is_role_key{false};     ///< the file names the role by its key
  bool without_effect{false};  ///< null, an empty list or a retired field that changes nothing
  std::string note{};          ///< why it has none

  /// As the file has it.
  [[nodiscard]] std::string_view name() const { return is_role_key ? field->shown_as : field->name; }
};

/// A field that answers have and nothing can set, such as `object`.
struct ReadOnlyField {
  const Group* group{nullptr};
  std::string name{};
};

/// A settings file, understood.
struct Document {
  std::string name{"the settings file"};  ///< for messages
  std::string environment{};              ///< that it is for; empty: it does not say
  std::string instance_id{};
  std::vector<const Group*> named{};  ///< the groups in it
  std::vector<Wanted> wanted{};       ///< in the order of groups and their fields
  std::vector<ReadOnlyField> read_only{};

  [[nodiscard]] const Wanted* find(const Group& group, const Field& field) const;
  /// Whether it names the setting, by whichever name.
  [[nodiscard]] bool names_setting(std::string_view setting) const;
  [[nodiscard]] bool names_roles() const;
};

struct Mistake {
  std::string path{};
  std::string problem{};
};

struct CheckedDocument {
  Document document{};
  std::vector<Mistake> mistakes{};  ///< with one, the document is not to be used
  std::vector<std::string> warnings{};
};

/// Checks a settings file against the contract; every mistake is found in one pass.
[[nodiscard]] CheckedDocument check_document(const boost::json::value& file);

/// One failure of all mistakes; `name` is the file's.
[[nodiscard]] Failure failure_of(const std::vector<Mistake>& mistakes, std::string_view name);

/// What only the server can say of changes to these groups, such as whether the plan has a feature.
[[nodiscard]] std::vector<std::string> checks_left_to_the_server(std::span<const Group* const> changed);

}  // namespace clerk::ctl::settings
