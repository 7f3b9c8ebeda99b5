#pragma once

#include "codec/fault.hpp"
#include "openapi/catalog.hpp"

#include <clerk/api_client.hpp>

#include <boost/json/object.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::settings {

/// How what a group holds becomes known.
enum class Reading {
  get,
  empty_patch,         ///< there is no read route, but a PATCH of nothing answers with everything
  get_or_empty_patch,  ///< older servers have no read route
  none,
};

/// A setting that a request may name.
struct Field {
  std::string_view name{};
  const openapi::FieldEntry* entry{nullptr};  ///< of the request
  std::string_view shown_as{};                ///< field of the group's answer that shows it; empty: none does
  bool is_role_id{false};                     ///< the answer shows the role by its key
  std::string setting{};                      ///< `group.field`, the same for all names that one setting has

  [[nodiscard]] const FieldRules& rules() const { return entry->rules; }
  [[nodiscard]] bool is_retired() const { return rules().standing == Standing::retired; }
};

/// What the server says to a PATCH.
struct PatchAnswer {
  std::optional<boost::json::object> fields{};  ///< the group after it, where the API answers so
  std::string warning{};                        ///< what it took and ignored, where it says so
};

/// What is wrong with fields that are to be sent.
struct FieldsCheck {
  codec::Faults faults{};
  std::string problem{};  ///< they can't be read as a request at all
};

/// One of the groups that a settings file is made of.
struct Group {
  std::string_view name{};
  Reading reading{Reading::none};
  const OperationInfo* update{nullptr};
  bool answers_writes{true};  ///< what a PATCH answers shows the state after it
  std::vector<Field> fields{};
  std::vector<std::string_view> read_only{};  ///< answered, and of no request

  FieldsCheck (*check)(const boost::json::object& fields){nullptr};
  Result<boost::json::object> (*get)(const ApiClient& api_client){nullptr};  ///< null: there is no read route
  Result<PatchAnswer> (*patch)(const ApiClient& api_client, const boost::json::object& fields,
                               const CallOptions& options){nullptr};

  [[nodiscard]] const Field* find(std::string_view field) const;
  /// Whether a read of the group shows the field.
  [[nodiscard]] bool is_readable(const Field& field) const {
    return reading != Reading::none && !field.shown_as.empty();
  }
  /// The role id that the key of this name stands for, such as `creator_role_id` of `creator_role`.
  [[nodiscard]] const Field* role_shown_as(std::string_view key_name) const;
};

/// Where a read shows a setting that has another name elsewhere.
struct Place {
  const Group* group{nullptr};
  const Field* field{nullptr};
};

/// All seven, in the order of the file.
[[nodiscard]] std::span<const Group> groups();
[[nodiscard]] const Group* find_group(std::string_view name);
/// Nothing when no read shows it, by whichever name.
[[nodiscard]] std::optional<Place> find_readable(std::string_view setting);

/// `group.field`, as people write it.
[[nodiscard]] std::string path_of(const Group& group, std::string_view field);

}  // namespace clerk::ctl::settings
