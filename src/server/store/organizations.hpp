#pragma once

#include "server/store/organization_document.hpp"
#include "server/store/page.hpp"
#include "server/store/selection.hpp"
#include "server/store/table.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

struct OrganizationRow {
  std::string id{};
  std::string instance_id{};
  std::string slug{};            ///< empty when there is none
  std::string name{};            ///< folded
  std::string role_set{};        ///< key of the set that its members' roles are of
  std::int64_t members_count{};  ///< kept by Memberships
  OrganizationDocument document{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
};

/// Which organizations are wanted; what is empty asks for nothing.
struct OrganizationSearch {
  std::string query{};  ///< folded; an id, or a part of a name or a slug
  Selection organization_id{};
  Selection user_id{};  ///< of members

  friend bool operator==(const OrganizationSearch&, const OrganizationSearch&) = default;
};

/// What organizations are ordered by, by the API's name, which is the column's.
inline constexpr auto organization_keys = std::to_array<std::string_view>({"name", "created_at", "members_count"});

struct OrganizationOrder {
  std::string_view key{"created_at"};  ///< one of `organization_keys`
  bool descending{true};
};

class Organizations : private Table {
 public:
  explicit Organizations(Transaction& transaction) noexcept : Table{transaction} {}

  /// False, and nothing is done, when another organization of the instance has the slug.
  [[nodiscard]] bool insert(const OrganizationRow& row);
  /// All but `members_count`.
  [[nodiscard]] bool update(const OrganizationRow& row);
  /// \pre it has no members
  void remove(std::string_view instance_id, std::string_view id);

  [[nodiscard]] std::optional<OrganizationRow> find(std::string_view instance_id, std::string_view id);
  [[nodiscard]] std::optional<OrganizationRow> find_by_slug(std::string_view instance_id, std::string_view slug);
  /// At most 500, in no order.
  [[nodiscard]] std::vector<OrganizationRow> of_ids(const std::vector<std::string>& ids);
  [[nodiscard]] std::vector<OrganizationRow> page(std::string_view instance_id, const OrganizationSearch& search,
                                                  const OrganizationOrder& order, const Page& page);
  [[nodiscard]] std::int64_t count(std::string_view instance_id, const OrganizationSearch& search);

  [[nodiscard]] bool has_role_set(std::string_view instance_id, std::string_view role_set);
  /// Gives those that have one role set another.
  void replace_role_set(std::string_view instance_id, std::string_view role_set, std::string_view with);
};

}  // namespace clerk::server::store
