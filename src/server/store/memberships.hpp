#pragma once

#include "server/store/organization_document.hpp"
#include "server/store/page.hpp"
#include "server/store/table.hpp"
#include "server/store/user_search.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

/// That a user is in an organization.
struct MembershipRow {
  std::string id{};
  std::string instance_id{};
  std::string organization_id{};
  std::string user_id{};
  std::string role{};  ///< key of a role
  MembershipDocument document{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
};

/// Which memberships are wanted; what is empty asks for nothing.
struct MembershipSearch {
  std::string organization_id{};
  std::string user_id{};
  std::vector<std::string> role{};
  UserSearch user{};  ///< what their users must be

  friend bool operator==(const MembershipSearch&, const MembershipSearch&) = default;
};

/// By the time they began, or by something of their users.
struct MembershipOrder {
  std::optional<UserKey> user_key{};
  bool descending{true};
};

/// Keeps the count of members of each organization too.
class Memberships : private Table {
 public:
  explicit Memberships(Transaction& transaction) noexcept : Table{transaction} {}

  /// False, and nothing is done, when the user is a member already.
  [[nodiscard]] bool insert(const MembershipRow& row);
  /// Its role, document and time.
  void update(const MembershipRow& row);
  void remove(const MembershipRow& row);
  void remove_of_organization(std::string_view instance_id, std::string_view organization_id);

  [[nodiscard]] std::optional<MembershipRow> find(std::string_view organization_id, std::string_view user_id);
  [[nodiscard]] std::vector<MembershipRow> page(std::string_view instance_id, const MembershipSearch& search,
                                                const MembershipOrder& order, const Page& page);
  [[nodiscard]] std::int64_t count(std::string_view instance_id, const MembershipSearch& search);

  /// Whether somebody in the instance has the role.
  [[nodiscard]] bool has_role(std::string_view instance_id, std::string_view role);
  /// Whether somebody in the organization has one of the roles.
  [[nodiscard]] bool has_one_of_roles(std::string_view organization_id, const std::vector<std::string>& roles);
  /// How many in the organizations that have the role set have the role.
  [[nodiscard]] std::int64_t count_in_role_set(std::string_view instance_id, std::string_view role_set,
                                               std::string_view role);
  /// Gives the members with a role another one, in all organizations of the instance that have the role set.
  void replace_role(std::string_view instance_id, std::string_view role_set, std::string_view role,
                    std::string_view with);
  /// The same in all organizations.
  void rename_role(std::string_view instance_id, std::string_view role, std::string_view to);
};

}  // namespace clerk::server::store
