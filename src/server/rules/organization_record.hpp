#pragma once

#include "server/rules/call.hpp"
#include "server/rules/roles.hpp"
#include "server/rules/user_record.hpp"
#include "server/store/organizations.hpp"

#include <clerk/contract/organization.hpp>
#include <clerk/contract/organization_membership.hpp>
#include <clerk/contract/public_organization_data.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clerk::server::rules {

[[nodiscard]] Refused organization_not_found(std::string_view id);

/// How many invitations to the organization are open; those that its domains made count for nothing.
[[nodiscard]] std::int64_t open_invitations(std::string_view organization_id, const Call& call,
                                            store::Transaction& transaction);

/// Why there is no seat for so many more members or invitations. facts 3.3
[[nodiscard]] Refusals judge_seats(const store::OrganizationRow& row, std::int64_t more, const Call& call,
                                   store::Transaction& transaction);

/// What is told of an organization beside itself.
struct OrganizationDetails {
  bool members_count{};
  bool missing_member_with_elevated_permissions{};
};

// What the API answers of them.
[[nodiscard]] Organization organization_of(const store::OrganizationRow& row, const Call& call);
[[nodiscard]] Organization organization_of(const store::OrganizationRow& row, const OrganizationDetails& details,
                                           const Call& call, store::Transaction& transaction);
[[nodiscard]] OrganizationInvitationPublicOrganizationData public_data_of(const store::OrganizationRow& row,
                                                                          const Call& call);

/// By what a user is known to others: the primary address, number, name or wallet.
[[nodiscard]] std::optional<std::string> known_by(const UserRecord& record);

/// Organizations and users of a page, read at once.
class Companions {
 public:
  Companions(const std::vector<std::string>& organization_ids, const std::vector<std::string>& user_ids,
             store::Transaction& transaction);

  /// Null when there is none.
  [[nodiscard]] const store::OrganizationRow* organization(std::string_view id) const;
  [[nodiscard]] const UserRecord* user(std::string_view id) const;

 private:
  std::unordered_map<std::string, store::OrganizationRow> organizations_{};
  std::unordered_map<std::string, UserRecord> users_{};
};

}  // namespace clerk::server::rules
