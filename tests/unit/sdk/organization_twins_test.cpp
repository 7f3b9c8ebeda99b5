#include "tests/unit/sdk/twins.hpp"

#include <clerk/api/organization_domains_api.hpp>
#include <clerk/api/organization_invitations_api.hpp>
#include <clerk/api/organization_memberships_api.hpp>
#include <clerk/api/organization_permissions_api.hpp>
#include <clerk/api/organization_roles_api.hpp>
#include <clerk/api/organizations_api.hpp>
#include <clerk/api/role_sets_api.hpp>
#include <clerk/api/users_api.hpp>

#include <boost/asio/use_future.hpp>

namespace {

using boost::asio::use_future;
using clerk::test::Twins;

const clerk::CallOptions once{.retry = clerk::RetryPolicy::none()};

}  // namespace

TEST_F(Twins, of_every_method_on_organizations_make_its_call) {
  const clerk::OrganizationsApi api{client};
  expect("list_organizations", api.async_list_organizations({}, use_future));
  expect("create_organization", api.async_create_organization({.name = "Engines"}, once, use_future));
  expect("get_organization", api.async_get_organization("org_1", {}, use_future));
  expect("update_organization", api.async_update_organization("org_1", {}, once, use_future));
  expect("delete_organization", api.async_delete_organization("org_1", use_future));
  expect("merge_organization_metadata", api.async_merge_organization_metadata("org_1", {}, once, use_future));
  expect("replace_organization_metadata", api.async_replace_organization_metadata("org_1", {}, use_future));
  expect("upload_organization_logo",
         api.async_upload_organization_logo("org_1", {.file = {.bytes = "x"}}, once, use_future));
  expect("delete_organization_logo", api.async_delete_organization_logo("org_1", use_future));
}

TEST_F(Twins, of_every_method_on_memberships_make_its_call) {
  const clerk::OrganizationMembershipsApi api{client};
  expect("create_organization_membership",
         api.async_create_organization_membership("org_1", {.user_id = "user_1", .role = "org:member"}, use_future));
  expect("list_organization_memberships", api.async_list_organization_memberships("org_1", {}, once, use_future));
  expect("update_organization_membership",
         api.async_update_organization_membership("org_1", "user_1", {.role = "org:admin"}, use_future));
  expect("delete_organization_membership",
         api.async_delete_organization_membership("org_1", "user_1", once, use_future));
  expect("update_organization_membership_metadata",
         api.async_update_organization_membership_metadata("org_1", "user_1", {}, use_future));
  expect("instance_get_organization_memberships",
         api.async_instance_get_organization_memberships({}, once, use_future));
}

TEST_F(Twins, of_every_method_on_invitations_make_its_call) {
  const clerk::OrganizationInvitationsApi api{client};
  expect("create_organization_invitation",
         api.async_create_organization_invitation("org_1", {.email_address = "a@example.com", .role = "org:member"},
                                                  use_future));
  expect("create_organization_invitation_bulk",
         api.async_create_organization_invitation_bulk(
             "org_1", {.data = {{.email_address = "a@example.com", .role = "org:member"}}}, once, use_future));
  expect("list_organization_invitations", api.async_list_organization_invitations("org_1", {}, use_future));
  expect("list_pending_organization_invitations",
         api.async_list_pending_organization_invitations("org_1", {}, once, use_future));
  expect("get_organization_invitation", api.async_get_organization_invitation("org_1", "orginv_1", use_future));
  expect("revoke_organization_invitation",
         api.async_revoke_organization_invitation("org_1", "orginv_1", {}, once, use_future));
  expect("list_instance_organization_invitations", api.async_list_instance_organization_invitations({}, use_future));
}

TEST_F(Twins, of_every_method_on_domains_make_its_call) {
  const clerk::OrganizationDomainsApi api{client};
  expect("create_organization_domain",
         api.async_create_organization_domain("org_1", {.name = "example.com"}, use_future));
  expect("list_organization_domains", api.async_list_organization_domains("org_1", {}, once, use_future));
  expect("update_organization_domain", api.async_update_organization_domain("org_1", "orgdmn_1", {}, use_future));
  expect("delete_organization_domain", api.async_delete_organization_domain("org_1", "orgdmn_1", once, use_future));
  expect("verify_organization_domain_ownership",
         api.async_verify_organization_domain_ownership("org_1", "orgdmn_1", use_future));
  expect("list_all_organization_domains", api.async_list_all_organization_domains({}, once, use_future));
}

TEST_F(Twins, of_every_method_on_roles_make_its_call) {
  const clerk::OrganizationRolesApi api{client};
  expect("list_organization_roles", api.async_list_organization_roles({}, use_future));
  expect("create_organization_role",
         api.async_create_organization_role({.name = "A", .key = "org:a"}, once, use_future));
  expect("get_organization_role", api.async_get_organization_role("role_1", use_future));
  expect("update_organization_role", api.async_update_organization_role("role_1", {}, once, use_future));
  expect("delete_organization_role", api.async_delete_organization_role("role_1", use_future));
  expect("assign_permission_to_organization_role",
         api.async_assign_permission_to_organization_role("role_1", "perm_1", once, use_future));
  expect("remove_permission_from_organization_role",
         api.async_remove_permission_from_organization_role("role_1", "perm_1", use_future));
}

TEST_F(Twins, of_every_method_on_permissions_make_its_call) {
  const clerk::OrganizationPermissionsApi api{client};
  expect("list_organization_permissions", api.async_list_organization_permissions({}, use_future));
  expect("create_organization_permission",
         api.async_create_organization_permission({.name = "A", .key = "org:a:b"}, once, use_future));
  expect("get_organization_permission", api.async_get_organization_permission("perm_1", use_future));
  expect("update_organization_permission", api.async_update_organization_permission("perm_1", {}, once, use_future));
  expect("delete_organization_permission", api.async_delete_organization_permission("perm_1", use_future));
}

TEST_F(Twins, of_every_method_on_role_sets_make_its_call) {
  const clerk::RoleSetsApi api{client};
  expect("list_role_sets", api.async_list_role_sets({}, use_future));
  expect("create_role_set", api.async_create_role_set({.name = "A", .roles = {"org:a"}}, once, use_future));
  expect("get_role_set", api.async_get_role_set("role_set:a", use_future));
  expect("update_role_set", api.async_update_role_set("role_set:a", {}, once, use_future));
  expect("replace_role_set", api.async_replace_role_set("role_set:a", {.dest_role_set_key = "role_set:b"}, use_future));
  expect("add_roles_to_role_set",
         api.async_add_roles_to_role_set("role_set:a", {.role_keys = {"org:a"}}, once, use_future));
  expect("replace_role_in_role_set",
         api.async_replace_role_in_role_set("role_set:a", {.role_key = "org:a", .to_role_key = "org:b"}, use_future));
}

TEST_F(Twins, of_the_methods_on_what_a_user_belongs_to_make_their_calls) {
  const clerk::UsersApi api{client};
  expect("users_get_organization_memberships", api.async_users_get_organization_memberships("user_1", {}, use_future));
  expect("users_get_organization_memberships",
         api.async_users_get_organization_memberships("user_1", {}, once, use_future));
  expect("users_get_organization_invitations", api.async_users_get_organization_invitations("user_1", {}, use_future));
  expect("users_get_organization_invitations",
         api.async_users_get_organization_invitations("user_1", {}, once, use_future));
}
