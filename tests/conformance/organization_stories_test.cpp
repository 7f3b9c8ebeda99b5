#include "tests/conformance/organization_support.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// Each setting of /instance/organization_settings, as an administrator meets it: changed by the library, seen by
// another call, changed back.
namespace clerk::testing {

namespace {

using Mode = OrganizationDomainEnrollmentMode;

const Mode manual{Mode::manual_invitation};
const Mode by_invitation{Mode::automatic_invitation};
const Mode by_suggestion{Mode::automatic_suggestion};

/// The claims of a token, unverified.
boost::json::value claims_of(const std::string& jwt) {
  const std::size_t first = jwt.find('.');
  std::string text = jwt.substr(first + 1, jwt.find('.', first + 1) - first - 1);
  std::ranges::replace(text, '-', '+');
  std::ranges::replace(text, '_', '/');
  std::string bytes;
  unsigned buffer = 0;
  int bits = 0;
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (const char c : text) {
    buffer = (buffer << 6U) | static_cast<unsigned>(alphabet.find(c));
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((buffer >> static_cast<unsigned>(bits)) & 0xFFU);
  }
  return boost::json::parse(bytes);
}

}  // namespace

using OrganizationStory = OrganizationsTest;

TEST_F(OrganizationStory, without_organizations_everything_about_them_is_refused) {
  const User ada = make_user("ada");
  const Organization acme = make_organization("Acme");
  settings.update_instance_organization_settings({.enabled = false}).value();
  const std::string refused = "organization_not_enabled_in_instance";
  EXPECT_EQ(code_of(organizations.list_organizations()), refused);
  EXPECT_EQ(code_of(organizations.create_organization({.name = "Other"})), refused);
  EXPECT_EQ(code_of(organizations.get_organization(acme.id)), refused);
  EXPECT_EQ(code_of(join(acme, ada)), refused);
  EXPECT_EQ(code_of(memberships.instance_get_organization_memberships()), refused);
  EXPECT_EQ(code_of(invitations.list_instance_organization_invitations()), refused);
  EXPECT_EQ(code_of(domains.list_all_organization_domains()), refused);
  EXPECT_EQ(code_of(users.users_get_organization_memberships(ada.id)), refused);
  EXPECT_EQ(code_of(roles.list_organization_roles()), "done") << "roles can be made ready before";
  settings.update_instance_organization_settings({.enabled = true}).value();
  EXPECT_EQ(organizations.get_organization(acme.id).value().name, "Acme") << "nothing was lost";
}

TEST_F(OrganizationStory, the_limit_of_members_is_that_of_new_organizations_and_counts_invitations) {
  const Organization before = make_organization("Before");
  EXPECT_EQ(before.max_allowed_memberships, 5);
  settings.update_instance_organization_settings({.max_allowed_memberships = 2}).value();
  const Organization acme = make_organization("Acme");
  EXPECT_EQ(acme.max_allowed_memberships, 2);
  EXPECT_EQ(organizations.get_organization(before.id).value().max_allowed_memberships, 5);

  EXPECT_EQ(code_of(join(acme, make_user("ada"))), "done");
  const auto invitation =
      invitations.create_organization_invitation(acme.id, {.email_address = "bob@example.com", .role = "org:member"});
  EXPECT_EQ(code_of(invitation), "done");
  const auto third = join(acme, make_user("cleo"));
  EXPECT_EQ(code_of(third), "organization_membership_quota_exceeded");
  EXPECT_NE(third.error().message().find("limit of 2"), std::string::npos) << third.error().message();
  invitations.revoke_organization_invitation(acme.id, invitation.value().id, {}).value();
  EXPECT_EQ(code_of(join(acme, users.get_user_list().value().data.front())), "done") << "the seat is free again";

  organizations.update_organization(acme.id, {.max_allowed_memberships = 0}).value();
  EXPECT_EQ(code_of(join(acme, make_user("dora"))), "done") << "0 is no limit";
}

TEST_F(OrganizationStory, an_invitation_that_is_accepted_keeps_its_seat) {
  const Organization acme = organizations.create_organization({.name = "Acme", .max_allowed_memberships = 1}).value();
  const auto invitation =
      invitations.create_organization_invitation(acme.id, {.email_address = "ada@example.com", .role = "org:admin"})
          .value();
  const User ada = make_user("ada");
  EXPECT_EQ(users.users_get_organization_invitations(ada.id).value().data.at(0).id, invitation.id);
  EXPECT_EQ(use_tool("/organization_invitations/" + invitation.id + "/accept").status, 200U);
  const auto members = memberships.list_organization_memberships(acme.id).value();
  ASSERT_EQ(members.total_count, 1);
  EXPECT_EQ(members.data.at(0).role, "org:admin");
  EXPECT_EQ(invitations.get_organization_invitation(acme.id, invitation.id).value().status->text(), "accepted");
  EXPECT_EQ(use_tool("/organization_invitations/" + invitation.id + "/accept").status, 400U);
}

TEST_F(OrganizationStory, whether_administrators_may_delete_is_copied_to_new_organizations_only) {
  EXPECT_TRUE(make_organization("First").admin_delete_enabled);
  settings.update_instance_organization_settings({.admin_delete_enabled = false}).value();
  const Organization second = make_organization("Second");
  EXPECT_FALSE(second.admin_delete_enabled);
  settings.update_instance_organization_settings({.admin_delete_enabled = true}).value();
  EXPECT_FALSE(organizations.get_organization(second.id).value().admin_delete_enabled);
  EXPECT_TRUE(
      organizations.update_organization(second.id, {.admin_delete_enabled = true}).value().admin_delete_enabled);
}

TEST_F(OrganizationStory, slugs_are_taken_only_where_the_instance_has_them) {
  EXPECT_EQ(code_of(organizations.create_organization({.name = "Acme", .slug = "acme"})),
            "organization_slugs_disabled");
  EXPECT_FALSE(make_organization("Acme").slug);
  settings.update_instance_organization_settings({.slug_disabled = false}).value();
  const Organization acme = organizations.create_organization({.name = "Acme", .slug = "acme"}).value();
  EXPECT_EQ(organizations.get_organization("acme").value().id, acme.id);
  EXPECT_EQ(make_organization("Other Engines, Inc.").slug->rfind("other-engines-inc-", 0), 0U) << "one is made";
  settings.update_instance_organization_settings({.slug_disabled = true}).value();
  EXPECT_EQ(code_of(organizations.update_organization(acme.id, {.slug = "other"})), "organization_slugs_disabled");
}

TEST_F(OrganizationStory, the_creator_gets_the_role_that_the_settings_name) {
  const User ada = make_user("ada");
  const auto role_of_creator = [&](const std::string& name) {
    const auto made = organizations.create_organization({.name = name, .created_by = ada.id}).value();
    return memberships.list_organization_memberships(made.id).value().data.at(0).role;
  };
  EXPECT_EQ(role_of_creator("First"), "org:admin");
  EXPECT_EQ(code_of(settings.update_instance_organization_settings({.creator_role_id = role_id("org:member")})),
            "organization_missing_creator_role_permissions");
  const Role admin = roles.get_organization_role(role_id("org:admin")).value();
  std::vector<std::string> ids;
  for (const Permission& permission : admin.permissions) ids.push_back(permission.id);
  const Role owner =
      roles
          .create_organization_role(
              {.name = "Owner", .key = "org:owner", .permissions = ids, .include_in_initial_role_set = true})
          .value();
  settings.update_instance_organization_settings({.creator_role_id = owner.id}).value();
  EXPECT_EQ(role_of_creator("Second"), "org:owner");
  EXPECT_EQ(code_of(roles.delete_organization_role(owner.id)), "organization_role_default_creator_role");
  settings.update_instance_organization_settings({.creator_role_id = admin.id}).value();
  EXPECT_EQ(role_of_creator("Third"), "org:admin");
}

TEST_F(OrganizationStory, domains_can_be_added_only_where_they_are_enabled) {
  const Organization acme = make_organization("Acme");
  const CreateOrganizationDomainRequest wish{.name = "acme.com", .enrollment_mode = manual};
  EXPECT_EQ(code_of(domains.create_organization_domain(acme.id, wish)), "organization_domains_not_enabled");
  settings.update_instance_organization_settings({.domains_enabled = true}).value();
  const OrganizationDomain domain = domains.create_organization_domain(acme.id, wish).value();
  EXPECT_EQ(domain.verification->status, "verified");
  EXPECT_EQ(code_of(domains.create_organization_domain(make_organization("Other").id, wish)),
            "organization_domain_already_exists");
  EXPECT_EQ(code_of(domains.create_organization_domain(acme.id, wish)),
            "organization_domain_already_exists_same_organization");
  EXPECT_EQ(code_of(domains.create_organization_domain(acme.id, {.name = "gmail.com", .enrollment_mode = manual})),
            "organization_domain_common");
  EXPECT_EQ(code_of(domains.create_organization_domain(acme.id, {.name = "mailinator.com", .enrollment_mode = manual})),
            "organization_domain_blocked");
  for (int i = 1; i < 10; ++i) {
    domains.create_organization_domain(acme.id, {.name = std::to_string(i) + ".acme.com", .enrollment_mode = manual})
        .value();
  }
  EXPECT_EQ(code_of(domains.create_organization_domain(acme.id, {.name = "x.acme.com", .enrollment_mode = manual})),
            "organization_domain_quota_exceeded");
  settings.update_instance_organization_settings({.domains_enabled = false}).value();
  EXPECT_EQ(code_of(domains.delete_organization_domain(acme.id, domain.id)), "organization_domains_not_enabled");
}

TEST_F(OrganizationStory, a_domain_enrolls_in_the_ways_that_the_settings_allow) {
  settings.update_instance_organization_settings({.domains_enabled = true}).value();
  const Organization acme = make_organization("Acme");
  const CreateOrganizationDomainRequest wish{.name = "acme.com", .enrollment_mode = by_invitation};
  EXPECT_EQ(code_of(domains.create_organization_domain(acme.id, wish)),
            "organization_domain_enrollment_mode_not_enabled");
  settings
      .update_instance_organization_settings({.domains_enrollment_modes = std::vector<EnrollmentMode>{EnrollmentMode{
                                                  EnrollmentMode::automatic_invitation}}})
      .value();
  const OrganizationDomain domain = domains.create_organization_domain(acme.id, wish).value();
  const User ada = users.create_user({.email_address = std::vector<std::string>{"ada@acme.com"}}).value();
  const auto offered = users.users_get_organization_invitations(ada.id).value();
  ASSERT_EQ(offered.total_count, 1);
  EXPECT_EQ(offered.data.at(0).public_organization_data->name, "Acme");
  EXPECT_EQ(domains.list_organization_domains(acme.id).value().data.at(0).total_pending_invitations, 1);
  EXPECT_EQ(invitations.list_organization_invitations(acme.id).value().total_count, 0)
      << "the organization's own list has none that a domain made";
  EXPECT_EQ(code_of(domains.update_organization_domain(acme.id, domain.id, {.enrollment_mode = by_suggestion})),
            "organization_domain_enrollment_mode_not_enabled");

  settings.update_instance_organization_settings({.domains_enrollment_modes = std::vector<EnrollmentMode>{}}).value();
  const User bob = users.create_user({.email_address = std::vector<std::string>{"bob@acme.com"}}).value();
  EXPECT_EQ(users.users_get_organization_invitations(bob.id).value().total_count, 0);
}

TEST_F(OrganizationStory, who_joins_by_a_domain_gets_the_role_that_the_settings_name) {
  settings
      .update_instance_organization_settings({.domains_enabled = true,
                                              .domains_enrollment_modes = std::vector<EnrollmentMode>{EnrollmentMode{
                                                  EnrollmentMode::automatic_suggestion}},
                                              .domains_default_role_id = role_id("org:admin")})
      .value();
  const Organization acme = make_organization("Acme");
  domains.create_organization_domain(acme.id, {.name = "acme.com", .enrollment_mode = by_suggestion}).value();
  const User ada = users.create_user({.email_address = std::vector<std::string>{"ada@acme.com"}}).value();
  const auto suggestions =
      server.send({.method = "GET", .target = "/__clerkd/users/" + ada.id + "/organization_suggestions"}).json();
  ASSERT_EQ(suggestions.at("total_count").as_int64(), 1);
  const std::string id{suggestions.at_pointer("/data/0/id").as_string()};
  EXPECT_EQ(domains.list_organization_domains(acme.id).value().data.at(0).total_pending_suggestions, 1);
  EXPECT_EQ(use_tool("/organization_suggestions/" + id + "/accept").status, 200U);
  EXPECT_EQ(memberships.list_organization_memberships(acme.id).value().data.at(0).role, "org:admin");
  EXPECT_EQ(domains.list_organization_domains(acme.id).value().data.at(0).total_pending_suggestions, 0);
}

TEST_F(OrganizationStory, the_default_role_of_domains_can_not_be_removed) {
  EXPECT_EQ(code_of(roles.delete_organization_role(role_id("org:member"))), "organization_role_domain_default_role");
  settings.update_instance_organization_settings({.domains_default_role_id = role_id("org:admin")}).value();
  EXPECT_EQ(code_of(roles.delete_organization_role(role_id("org:member"))), "done");
}

TEST_F(OrganizationStory, who_must_choose_an_organization_has_a_pending_session_until_then) {
  const User ada = make_user("ada");
  const Organization acme = make_organization("Acme");
  join(acme, ada, "org:admin").value();
  settings.update_instance_organization_settings({.force_organization_selection = true}).value();
  const Session session = sessions.create_session({.user_id = ada.id}).value();
  EXPECT_EQ(session.status.text(), "pending");
  EXPECT_EQ(session.tasks->at(0).key, "choose-organization");
  EXPECT_EQ(claims_of(sessions.create_session_token(session.id).value().jwt).at("sts").as_string(), "pending");

  const std::string tool = "/sessions/" + session.id + "/organization";
  EXPECT_EQ(use_tool(tool, R"({"organization_id":"org_none"})").status, 422U);
  EXPECT_EQ(use_tool(tool, R"({"organization_id":")" + acme.id + R"("})").status, 200U);
  EXPECT_EQ(sessions.get_session(session.id).value().status.text(), "active");
  const auto claims = claims_of(sessions.create_session_token(session.id).value().jwt);
  EXPECT_FALSE(claims.as_object().contains("sts") && claims.at("sts") == "pending");
  EXPECT_EQ(claims.at_pointer("/o/id").as_string(), acme.id);
  EXPECT_EQ(claims.at_pointer("/o/rol").as_string(), "admin");

  organizations.delete_organization(acme.id).value();
  EXPECT_EQ(sessions.get_session(session.id).value().status.text(), "pending") << "its organization is gone";
  settings.update_instance_organization_settings({.force_organization_selection = false}).value();
  EXPECT_EQ(sessions.create_session({.user_id = ada.id}).value().status.text(), "active");
}

TEST_F(OrganizationStory, a_logo_is_kept_and_served_until_it_is_taken_away) {
  const Organization acme = make_organization("Acme");
  EXPECT_FALSE(acme.has_image);
  const std::string png = std::string{"\x89PNG\r\n\x1a\n", 8} + "the rest";
  const Organization with_logo =
      organizations
          .upload_organization_logo(acme.id, {.file = {.name = "logo.png", .content_type = "image/png", .bytes = png}})
          .value();
  ASSERT_TRUE(with_logo.has_image);
  const std::string& url = *with_logo.image_url;
  ASSERT_EQ(url.rfind(server.url(), 0), 0U) << url;
  const WireAnswer image =
      server.send({.method = "GET", .target = url.substr(server.url().size()), .key = std::nullopt});
  EXPECT_EQ(image.status, 200U);
  EXPECT_EQ(image.body, png);
  EXPECT_EQ(code_of(organizations.upload_organization_logo(
                acme.id, {.file = {.name = "a.txt", .content_type = "image/png", .bytes = "text"}})),
            "image_type_not_supported");
  EXPECT_FALSE(organizations.delete_organization_logo(acme.id).value().has_image);
  EXPECT_EQ(server.send({.method = "GET", .target = url.substr(server.url().size()), .key = std::nullopt}).status,
            404U);
}

TEST_F(OrganizationStory, the_last_who_may_manage_members_stays_while_others_do) {
  const User ada = make_user("ada");
  const User bob = make_user("bob");
  const Organization acme = organizations.create_organization({.name = "Acme", .created_by = ada.id}).value();
  join(acme, bob).value();
  const std::string refused = "organization_minimum_permissions_needed";
  EXPECT_EQ(code_of(memberships.delete_organization_membership(acme.id, ada.id)), refused);
  EXPECT_EQ(code_of(memberships.update_organization_membership(acme.id, ada.id, {.role = "org:member"})), refused);
  memberships.update_organization_membership(acme.id, bob.id, {.role = "org:admin"}).value();
  EXPECT_EQ(code_of(memberships.delete_organization_membership(acme.id, ada.id)), "done");
  EXPECT_EQ(code_of(memberships.delete_organization_membership(acme.id, bob.id)), "done") << "nobody is left behind";
}

TEST_F(OrganizationStory, members_have_roles_of_the_organizations_role_set) {
  const Role guest = roles.create_organization_role({.name = "Guest", .key = "org:guest"}).value();
  const Organization acme = make_organization("Acme");
  const User ada = make_user("ada");
  EXPECT_EQ(code_of(join(acme, ada, guest.key)), "form_param_value_invalid");
  const RoleSet set = role_sets
                          .create_role_set({.name = "Guests",
                                            .key = "role_set:guests",
                                            .default_role_key = "org:guest",
                                            .creator_role_key = "org:admin",
                                            .roles = {"org:admin", "org:guest"}})
                          .value();
  organizations.update_organization(acme.id, {.role_set_key = set.key}).value();
  EXPECT_EQ(code_of(join(acme, ada, guest.key)), "done");
  EXPECT_EQ(code_of(join(acme, make_user("bob"), "org:member")), "form_param_value_invalid");
  EXPECT_EQ(code_of(role_sets.replace_role_set(set.key, {.dest_role_set_key = "role_set:default"})),
            "form_param_missing");
  role_sets
      .replace_role_set(set.key, {.dest_role_set_key = "role_set:default",
                                  .reassignment_mappings = RawJson{R"({"org:guest":"org:member"})"}})
      .value();
  EXPECT_EQ(memberships.list_organization_memberships(acme.id).value().data.at(0).role, "org:member");
  EXPECT_EQ(organizations.get_organization(acme.id).value().role_set_key, "role_set:default");
  EXPECT_EQ(code_of(role_sets.get_role_set(set.key)), "resource_not_found");
}

TEST_F(OrganizationStory, a_user_who_goes_leaves_all_organizations) {
  const User ada = make_user("ada");
  const Organization acme = make_organization("Acme");
  join(acme, ada).value();
  EXPECT_EQ(users.get_user_list({.organization_id = {acme.id}}).value().data.at(0).id, ada.id);
  users.delete_user(ada.id).value();
  const Organization after = organizations.get_organization(acme.id, {.include_members_count = true}).value();
  EXPECT_EQ(after.members_count, 0);
}

TEST_F(OrganizationStory, members_are_listed_by_what_their_users_are) {
  const Organization acme = make_organization("Acme");
  for (const char* name : {"cleo", "ada", "bea"}) {
    CreateUserRequest request{.email_address = std::vector<std::string>{std::string{name} + "@example.com"}};
    request.first_name = name;
    const User user = users.create_user(request).value();
    join(acme, user, user.first_name == "ada" ? "org:admin" : "org:member").value();
  }
  const auto names = [&](const ListOrganizationMembershipsRequest& query) {
    std::string found;
    for (const auto& each : memberships.list_organization_memberships(acme.id, query).value().data) {
      found += *each.public_user_data->first_name + " ";
    }
    return found;
  };
  EXPECT_EQ(names({}), "bea ada cleo ");
  EXPECT_EQ(names({.order_by = "first_name"}), "ada bea cleo ");
  EXPECT_EQ(names({.role = {"org:admin"}}), "ada ");
  EXPECT_EQ(names({.query = "BEA@"}), "bea ") << "ids are looked at too, and may hold any letters";
  EXPECT_EQ(names({.email_address = {"cleo@example.com"}}), "cleo ");
}

}  // namespace clerk::testing
