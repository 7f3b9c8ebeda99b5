#include "server/rules/organization_name.hpp"
#include "tests/unit/row_rules/organization_rules_support.hpp"

#include <clerk/contract/registry.hpp>

#include <set>
#include <string_view>

namespace clerk::server::rules {

namespace {

using operations::CreateOrganization;
using operations::DeleteOrganization;
using operations::DeleteOrganizationLogo;
using operations::GetOrganization;
using operations::ListOrganizations;
using operations::MergeOrganizationMetadata;
using operations::ReplaceOrganizationMetadata;
using operations::UpdateOrganization;
using operations::UploadOrganizationLogo;

class OrganizationRules : public RulesOfOrganizations {
 protected:
  using RulesOfOrganizations::RulesOfOrganizations;

  std::string create(CreateOrganizationRequest request) {
    if (request.name.empty()) request.name = "Acme";
    return verdict(CreateOrganization{.body = std::move(request)});
  }
  std::string named(const std::string& name) { return verdict(CreateOrganization{.body = {.name = name}}); }
  std::string update(const std::string& id, UpdateOrganizationRequest request) {
    return verdict(UpdateOrganization{.organization_id = id, .body = std::move(request)});
  }
  std::string get(const std::string& id) { return verdict(GetOrganization{.organization_id = id}); }
  std::string remove(const std::string& id) { return verdict(DeleteOrganization{.organization_id = id}); }
  std::string upload(const std::string& id, UploadOrganizationLogoRequest request) {
    return verdict(UploadOrganizationLogo{.organization_id = id, .body = std::move(request)});
  }
  Texts listed(ListOrganizationsRequest query) {
    Texts names;
    for (const Organization& each : done(ListOrganizations{.query = std::move(query)}).data) names.push_back(each.name);
    return names;
  }
};

class OrganizationRulesInProduction : public OrganizationRules {
 protected:
  OrganizationRulesInProduction() : OrganizationRules{production} {}
};

}  // namespace

TEST_F(OrganizationRules, a_name_says_something_and_holds_neither_addresses_nor_html) {
  expect({
      {"facts 3.2", named("Acme & Sons"), "done"},
      {"facts 3.2 (inferred): the same name again", named("Acme & Sons"), "done"},
      {"facts 3.2 (inferred): nothing", named(""), "form_param_value_invalid name"},
      {"facts 3.2 (inferred): blank", named(" \t "), "form_param_value_invalid name"},
      {"facts 3.2: no URLs", named("See https://acme.example"), "form_param_value_invalid name"},
      {"facts 3.2: no URLs", named("WWW.acme"), "form_param_value_invalid name"},
      {"facts 3.2: no HTML", named("Acme <b>Sons</b>"), "form_param_value_invalid name"},
      {"facts 3.2: no HTML", named("Acme </p>"), "form_param_value_invalid name"},
      {"facts 3.2: no HTML", named("<!-- Acme -->"), "form_param_value_invalid name"},
      {"facts 3.2 (inferred): no tag", named("Acme < Sons > Co"), "done"},
      {"facts 3.2 (inferred): no tag", named("Acme <3"), "done"},
      {"facts 3.2 (inferred): a host alone is no URL", named("acme.example"), "done"},
  });
  const std::string id = make_organization().id;
  expect({
      {"facts 3.2", update(id, {.name = "http://acme.example"}), "form_param_value_invalid name"},
      {"facts 3.2", update(id, {.name = "Acme 2"}), "done"},
      {"facts 3.2 (inferred): null leaves it", update(id, {.name = null}), "done"},
  });
  EXPECT_EQ(organization(id).name, "Acme 2");
}

TEST_F(OrganizationRules, a_slug_is_sent_only_where_there_are_slugs) {
  expect({{"facts 3.3", create({.slug = "acme"}), "organization_slugs_disabled slug"}});
  const Organization without = make_organization();
  EXPECT_FALSE(without.slug) << "facts 7: slugs are disabled by default";
  expect({
      {"facts 3.3", update(without.id, {.slug = "acme"}), "organization_slugs_disabled slug"},
      {"facts 3.3 (inferred)", update(without.id, {.slug = null}), "done"},
  });
}

TEST_F(OrganizationRules, a_slug_is_had_once_and_made_of_the_name_if_it_is_left_out) {
  instance.settings.organization_settings.slug_disabled = false;
  const Organization made = make_organization({.name = "Acme & Sons!"});
  EXPECT_EQ(made.slug, "acme-sons-" + std::to_string(now)) << "(inferred)";
  const std::string other = make_organization({.name = "Other", .slug = "other"}).id;
  expect({
      {"facts 3.2", create({.slug = "acme"}), "done"},
      {"facts 3.2: unique", create({.slug = "acme"}), "form_identifier_exists slug"},
      {"facts 3.2: unique", update(other, {.slug = "acme"}), "form_identifier_exists slug"},
      {"facts 3.2 (inferred): its own", update(other, {.slug = "other"}), "done"},
      {"facts 3.2", update(other, {.slug = "second"}), "done"},
      {"facts 3.2 (inferred): free again", create({.slug = "other"}), "done"},
      {"facts 3.2: GET takes a slug", get("second"), "done"},
      {"facts 3.2: GET alone (inferred)", update("second", {.name = "x"}), "resource_not_found"},
      {"facts 3.2: GET alone (inferred)", remove("second"), "resource_not_found"},
  });
  EXPECT_EQ(done(DeleteOrganization{.organization_id = other}).slug, "second") << "facts 3.2";
}

TEST_F(OrganizationRules, a_made_slug_has_the_letters_and_digits_of_the_name_and_the_time) {
  expect({
      {"facts 3.2 (inferred)", slug_of_name("Acme", 5), "acme-5"},
      {"facts 3.2 (inferred): one dash for all between", slug_of_name("Acme & Sons 2", 5), "acme-sons-2-5"},
      {"facts 3.2 (inferred): none at the beginning", slug_of_name("  (Acme)  ", 5), "acme-5"},
      {"facts 3.2 (inferred): nothing of it will do", slug_of_name("!?", 5), "5"},
  });
}

TEST_F(OrganizationRules, who_makes_one_must_be_there_and_be_allowed_to) {
  const std::string ada = make_user("ada@example.com").id;
  const std::string bob = make_user("bob@example.com").id;
  done(operations::UpdateUser{.user_id = bob, .body = {.create_organization_enabled = false}});
  expect({
      {"facts 3.2 (inferred)", create({.created_by = "user_0"}), "organization_creator_not_found created_by"},
      {"facts 3.2 (inferred)", create({.created_by = bob}), "organization_creation_not_allowed created_by"},
      {"facts 3.2", create({.created_by = ada}), "done"},
      {"facts 3.2", create({}), "done"},
  });
}

TEST_F(OrganizationRules, who_makes_one_is_its_first_member_with_the_creators_role) {
  const std::string ada = make_user("ada@example.com").id;
  const Organization made = make_organization({.name = "Acme", .created_by = ada});
  EXPECT_EQ(made.created_by, ada);
  EXPECT_EQ(role_of(made.id, ada), "org:admin") << "facts 3.3";
  EXPECT_EQ(organization(made.id).members_count, 1);
  EXPECT_EQ(organization(made.id).missing_member_with_elevated_permissions, false);
  const Organization lonely = make_organization();
  EXPECT_EQ(organization(lonely.id).members_count, 0);
  EXPECT_EQ(organization(lonely.id).missing_member_with_elevated_permissions, true);
}

TEST_F(OrganizationRules, a_user_makes_so_many_and_no_more) {
  const std::string ada = make_user("ada@example.com").id;
  done(operations::UpdateUser{.user_id = ada, .body = {.create_organizations_limit = 2}});
  const std::string first = make_organization({.name = "First", .created_by = ada}).id;
  expect({
      {"facts 7", create({.created_by = ada}), "done"},
      {"facts 3.3", create({.created_by = ada}), "org_creation_limit_exceeded created_by"},
      {"facts 3.3 (inferred): nobody made it", create({}), "done"},
      {"facts 3.1", remove(first), "done"},
      {"facts 3.3 (inferred): one less", create({.created_by = ada}), "done"},
      {"facts 3.3", create({.created_by = ada}), "org_creation_limit_exceeded created_by"},
  });
  done(operations::UpdateUser{.user_id = ada, .body = {.create_organizations_limit = 0}});
  expect({{"facts 3.3 (inferred): 0 is no limit", create({.created_by = ada}), "done"}});
}

TEST_F(OrganizationRules, what_it_has_comes_of_the_settings_unless_the_request_says_otherwise) {
  auto& settings = instance.settings.organization_settings;
  settings.max_allowed_memberships = 7;
  settings.admin_delete_enabled = false;
  const Organization usual = make_organization();
  EXPECT_EQ(usual.max_allowed_memberships, 7) << "facts 3.3 (inferred)";
  EXPECT_FALSE(usual.admin_delete_enabled) << "facts 2.5: default of new ones";
  EXPECT_EQ(usual.role_set_key, "role_set:default") << "facts 7";
  EXPECT_EQ(usual.public_metadata, RawJson{"{}"});
  settings.admin_delete_enabled = true;
  EXPECT_FALSE(organization(usual.id).admin_delete_enabled) << "facts 2.5: of new ones only";
  const Organization special = make_organization({.name = "Acme",
                                                  .public_metadata = RawJson{R"({"a":1})"},
                                                  .max_allowed_memberships = 0,
                                                  .created_at = "2012-10-20T07:15:20.902Z"});
  EXPECT_EQ(special.max_allowed_memberships, 0) << "facts 3.2";
  EXPECT_EQ(special.created_at, 1'350'717'320'902) << "facts 3.2";
  EXPECT_EQ(special.public_metadata, RawJson{R"({"a":1})"});
}

TEST_F(OrganizationRules, what_cannot_be_is_told_all_at_once) {
  const std::string id = make_organization().id;
  expect({
      {"facts 4.3", create({.created_at = "yesterday"}), "form_param_invalid_time created_at"},
      {"facts 4.3", update(id, {.created_at = "yesterday"}), "form_param_invalid_time created_at"},
      {"facts 4.2", create({.role_set_key = "role_set:none"}), "resource_not_found role_set_key"},
      {"facts 4.2", update(id, {.role_set_key = "role_set:none"}), "resource_not_found role_set_key"},
      {"facts 3.2", update(id, {.role_set_key = "role_set:default"}), "done"},
      {"facts 4.3", create({.public_metadata = RawJson{"[]"}}), "form_param_type_invalid public_metadata"},
      {"facts 5.1", create({.private_metadata = json_of_size(8193)}),
       "form_param_exceeds_allowed_size private_metadata"},
      {"facts 5.1", create({.private_metadata = json_of_size(8192)}), "done"},
      {"facts 3.3", create({.name = "<b>", .slug = "acme", .created_at = "yesterday"}),
       "form_param_value_invalid name; organization_slugs_disabled slug; form_param_invalid_time created_at"},
      {"facts 3.3", create({.name = "<b>Acme", .private_metadata = RawJson{"1"}, .slug = "acme", .role_set_key = "x"}),
       "form_param_value_invalid name; organization_slugs_disabled slug; resource_not_found role_set_key; "
       "form_param_type_invalid private_metadata"},
      {"facts 3.1", update("org_0", {.name = "Acme"}), "resource_not_found"},
      {"facts 3.1: nothing", update(id, {}), "done"},
  });
}

TEST_F(OrganizationRules, since_a_version_metadata_have_operations_of_their_own) {
  const std::string id = make_organization().id;
  expect({
      {"facts 2.11", update(id, {.public_metadata = RawJson{"{}"}}), "form_param_deprecated public_metadata"},
      {"facts 2.11", update(id, {.public_metadata = null, .private_metadata = RawJson{"{}"}}),
       "form_param_deprecated public_metadata; form_param_deprecated private_metadata"},
  });
  api_version = "2025-11-10";
  expect({
      {"facts 2.11", update(id, {.public_metadata = RawJson{R"({"a":1})"}}), "done"},
      {"facts 4.3", update(id, {.public_metadata = RawJson{"[]"}}), "form_param_type_invalid public_metadata"},
  });
  EXPECT_EQ(organization(id).public_metadata, RawJson{R"({"a":1})"});
}

TEST_F(OrganizationRules, metadata_are_merged_or_replaced_and_judged_as_a_whole) {
  const std::string id = make_organization().id;
  const auto merge = [&](const std::string& which, MergeOrganizationMetadataRequest body) {
    return verdict(MergeOrganizationMetadata{.organization_id = which, .body = std::move(body)});
  };
  const auto replace = [&](const std::string& which, ReplaceOrganizationMetadataRequest body) {
    return verdict(ReplaceOrganizationMetadata{.organization_id = which, .body = std::move(body)});
  };
  expect({
      {"facts 3.1", merge("org_0", {}), "resource_not_found"},
      {"facts 3.1", replace("org_0", {}), "resource_not_found"},
      {"facts 4.3", merge(id, {.public_metadata = RawJson{"[]"}}), "form_param_type_invalid public_metadata"},
      {"facts 4.3", replace(id, {.private_metadata = RawJson{"1"}}), "form_param_type_invalid private_metadata"},
      {"facts 3.1", merge(id, {.public_metadata = RawJson{R"({"a":1})"}}), "done"},
      {"facts 3.1", merge(id, {.public_metadata = RawJson{R"({"b":2})"}, .private_metadata = json_of_size(8192)}),
       "done"},
      {"facts 5.1: what comes of it", merge(id, {.private_metadata = RawJson{R"({"m":1})"}}),
       "form_param_exceeds_allowed_size private_metadata"},
      {"facts 5.1", replace(id, {.private_metadata = json_of_size(8193)}),
       "form_param_exceeds_allowed_size private_metadata"},
  });
  EXPECT_EQ(organization(id).public_metadata, RawJson{R"({"a":1,"b":2})"});
  expect({
      {"facts 3.1: null takes away", merge(id, {.public_metadata = RawJson{R"({"a":null})"}}), "done"},
      {"facts 3.1", replace(id, {.private_metadata = RawJson{R"({"c":3})"}}), "done"},
  });
  EXPECT_EQ(organization(id).public_metadata, RawJson{R"({"b":2})"});
  EXPECT_EQ(organization(id).private_metadata, RawJson{R"({"c":3})"});
}

TEST_F(OrganizationRules, all_that_belongs_to_it_goes_with_it) {
  auto& settings = instance.settings.organization_settings;
  settings.domains_enabled = true;
  const std::string id = make_organization().id;
  make_member(id, "ada@example.com");
  make_invitation(id, {.email_address = "bob@example.com"});
  const auto add_domain = [&](const std::string& organization_id) {
    return verdict(operations::CreateOrganizationDomain{
        .organization_id = organization_id, .body = {.name = "acme.example", .enrollment_mode = "manual_invitation"}});
  };
  const std::string other = make_organization({.name = "Other"}).id;
  expect({
      {"facts 3.2", add_domain(id), "done"},
      {"facts 3.3", add_domain(other), "organization_domain_already_exists name"},
      {"facts 3.1", remove("org_0"), "resource_not_found"},
      {"facts 3.1", remove(id), "done"},
      {"facts 3.1", remove(id), "resource_not_found"},
      {"facts 3.1", get(id), "resource_not_found"},
      {"facts 3.3 (inferred): the name is free", add_domain(other), "done"},
  });
  EXPECT_EQ(done(operations::InstanceGetOrganizationMemberships{}).total_count, 0);
  EXPECT_EQ(done(operations::ListInstanceOrganizationInvitations{}).total_count, 0);
  EXPECT_EQ(done(operations::ListAllOrganizationDomains{}).total_count, 1);
}

TEST_F(OrganizationRules, a_list_is_filtered_and_ordered) {
  instance.settings.organization_settings.slug_disabled = false;
  const std::string beta = make_organization({.name = "Beta", .slug = "second"}).id;
  now += 1;
  const std::string alpha = make_organization({.name = "alpha", .slug = "first"}).id;
  now += 1;
  const std::string gamma = make_organization({.name = "Gamma", .slug = "third"}).id;
  const std::string ada = make_member(beta, "ada@example.com");
  make_member(beta, "bob@example.com");
  EXPECT_EQ(join(gamma, ada), "done");
  EXPECT_EQ(listed({}), (Texts{"Gamma", "alpha", "Beta"})) << "facts 3.1";
  EXPECT_EQ(listed({.order_by = "name"}), (Texts{"alpha", "Beta", "Gamma"}));
  EXPECT_EQ(listed({.order_by = "-members_count"}), (Texts{"Beta", "Gamma", "alpha"}));
  EXPECT_EQ(listed({.order_by = "+created_at", .limit = 1, .offset = 1}), Texts{"alpha"});
  EXPECT_EQ(listed({.query = "ALP"}), Texts{"alpha"});
  EXPECT_EQ(listed({.query = "sec"}), Texts{"Beta"});
  EXPECT_EQ(listed({.query = alpha}), Texts{"alpha"});
  EXPECT_EQ(listed({.user_id = {ada}}), (Texts{"Gamma", "Beta"}));
  EXPECT_EQ(listed({.user_id = {"+" + ada}, .organization_id = {"-" + gamma}}), Texts{"Beta"});
  EXPECT_EQ(listed({.user_id = {"-" + ada}}), Texts{"alpha"});
  EXPECT_EQ(listed({.organization_id = {gamma, alpha}}), (Texts{"Gamma", "alpha"}));
  EXPECT_EQ(done(ListOrganizations{.query = {.user_id = {ada}, .limit = 1}}).total_count, 2) << "facts 3.1";
}

TEST_F(OrganizationRules, members_and_open_invitations_are_counted_when_that_is_asked_for) {
  const std::string id = make_organization().id;
  make_member(id, "ada@example.com");
  make_invitation(id, {.email_address = "bob@example.com"});
  const auto plain = done(GetOrganization{.organization_id = id});
  EXPECT_FALSE(plain.members_count);
  EXPECT_FALSE(plain.missing_member_with_elevated_permissions);
  const auto listed = done(ListOrganizations{.query = {.include_members_count = true}});
  ASSERT_EQ(listed.data.size(), 1U);
  EXPECT_EQ(listed.data[0].members_count, 1);
  EXPECT_EQ(listed.data[0].pending_invitations_count, 1);
  EXPECT_EQ(organization(id).missing_member_with_elevated_permissions, true) << "a member is no manager";
}

TEST_F(OrganizationRules, a_logo_is_an_image_by_its_first_bytes) {
  const std::string id = make_organization().id;
  const std::string png = "\x89PNG\r\n\x1a\n and more";
  const auto logo = [&](const std::string& bytes) { return upload(id, {.file = {.bytes = bytes}}); };
  expect({
      {"facts 3.1", upload("org_0", {.file = {.bytes = png}}), "resource_not_found"},
      {"facts 4.2", upload(id, {.file = {.content_type = "image/png", .bytes = "text"}}),
       "image_type_not_supported file"},
      {"facts 4.2 (inferred)", logo(""), "image_type_not_supported file"},
      {"facts 4.2 (inferred)", upload(id, {.uploader_user_id = "user_0", .file = {.bytes = png}}),
       "resource_not_found uploader_user_id"},
      {"facts 4.2 (inferred)", logo("\xff\xd8\xff and more"), "done"},
      {"facts 4.2 (inferred)", logo("GIF89a and more"), "done"},
      {"facts 4.2 (inferred)", logo("RIFF1234WEBP and more"), "done"},
      {"facts 4.2 (inferred)", logo(png), "done"},
  });
  const Organization with = organization(id);
  EXPECT_TRUE(with.has_image);
  EXPECT_EQ(with.logo_url, with.image_url);
  EXPECT_THAT(with.image_url.value_or(""), testing::HasSubstr("/__clerkd/images/ins_1/img_"));
  expect({
      {"facts 3.1", verdict(DeleteOrganizationLogo{.organization_id = "org_0"}), "resource_not_found"},
      {"facts 3.1", verdict(DeleteOrganizationLogo{.organization_id = id}), "done"},
      {"facts 3.1 (inferred)", verdict(DeleteOrganizationLogo{.organization_id = id}), "done"},
  });
  EXPECT_FALSE(organization(id).has_image);
  EXPECT_FALSE(organization(id).logo_url);
}

TEST_F(OrganizationRulesInProduction, more_members_than_the_plan_has_need_its_feature) {
  constexpr std::string_view lacking = "unsupported_subscription_plan_features max_allowed_memberships";
  const std::string id = make_organization().id;
  expect({
      {"facts 7: 20 without", create({.max_allowed_memberships = 20}), "done"},
      {"facts 7", create({.max_allowed_memberships = 21}), lacking},
      {"facts 7: 0 is no limit", create({.max_allowed_memberships = 0}), lacking},
      {"facts 7", update(id, {.max_allowed_memberships = 20}), "done"},
      {"facts 7", update(id, {.max_allowed_memberships = 21}), lacking},
  });
  instance.traits.plan_features = {"b2b"};
  expect({
      {"facts 7: unlimited with it", create({.max_allowed_memberships = 0}), "done"},
      {"facts 7", update(id, {.max_allowed_memberships = 100}), "done"},
  });
  instance.traits.plan_features = {};
  expect({
      {"facts 7 (inferred): as many as it has", update(id, {.max_allowed_memberships = 100}), "done"},
      {"facts 7 (inferred): or fewer", update(id, {.max_allowed_memberships = 50}), "done"},
      {"facts 7", update(id, {.max_allowed_memberships = 51}), lacking},
  });
}

TEST_F(OrganizationRules, while_developing_every_feature_is_free) {
  expect({{"facts 7", create({.max_allowed_memberships = 1000}), "done"}});
}

TEST_F(OrganizationRules, what_works_on_organizations_needs_them_enabled) {
  std::set<std::string_view> names;
  AllOperations::for_each([&]<class Op>() {
    if (needs_organizations(Op::info)) names.insert(Op::info.name);
  });
  EXPECT_THAT(names, testing::ElementsAre(
                         "create_organization", "create_organization_domain", "create_organization_invitation",
                         "create_organization_invitation_bulk", "create_organization_membership", "delete_organization",
                         "delete_organization_domain", "delete_organization_logo", "delete_organization_membership",
                         "get_organization", "get_organization_invitation", "instance_get_organization_memberships",
                         "list_all_organization_domains", "list_instance_organization_invitations",
                         "list_organization_domains", "list_organization_invitations", "list_organization_memberships",
                         "list_organizations", "list_pending_organization_invitations", "merge_organization_metadata",
                         "replace_organization_metadata", "revoke_organization_invitation", "update_organization",
                         "update_organization_domain", "update_organization_membership",
                         "update_organization_membership_metadata", "upload_organization_logo",
                         "users_get_organization_invitations", "users_get_organization_memberships",
                         "verify_organization_domain_ownership"))
      << "facts 3.3";
  EXPECT_TRUE(needs_organizations(tools::AcceptOrganizationInvitation::info));
  EXPECT_TRUE(needs_organizations(tools::ListOrganizationSuggestions::info));
  EXPECT_TRUE(needs_organizations(tools::AcceptOrganizationSuggestion::info));
  EXPECT_FALSE(needs_organizations(tools::SelectOrganization::info)) << "no organization at all can be chosen";
  EXPECT_FALSE(judge_organizations<ListOrganizations>(make_call()));
  instance.settings.organization_settings.enabled = false;
  const auto refused = judge_organizations<ListOrganizations>(make_call());
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->refusals.at(0).definition->code, "organization_not_enabled_in_instance");
  EXPECT_FALSE(judge_organizations<operations::ListOrganizationRoles>(make_call())) << "(inferred)";
}

}  // namespace clerk::server::rules
