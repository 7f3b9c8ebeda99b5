#include <clerk/contract/errors.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>
#include <clerk/contract/registry.hpp>

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace clerk {

namespace {

// Where a field stands once a request's alias is left for the setting it names.
template <Model M>
bool has_field(std::string_view wanted) {
  bool found = false;
  M::fields([&](std::string_view name, auto, const FieldRules&, std::string_view) { found = found || name == wanted; });
  return found;
}

template <Model M>
void expect_sound_list() {
  std::set<std::string_view> names;
  for_each_field<M>([&](std::string_view name, auto, const FieldRules& rules, std::string_view doc) {
    EXPECT_TRUE(names.insert(name).second) << name << " is listed twice";
    EXPECT_TRUE(doc.ends_with('.')) << name << " has no doc line";
    EXPECT_TRUE(rules.alias_of.empty() || has_field<M>(rules.alias_of)) << name;
  });
}

}  // namespace

TEST(Contract, has_the_operations_that_are_known) {
  std::set<std::string> routes;
  AllOperations::for_each(
      [&]<class Op>() { routes.insert(std::string{to_string(Op::info.method)} + " " + std::string{Op::info.path}); });
  EXPECT_EQ(routes,
            (std::set<std::string>{"DELETE /allowlist_identifiers/{identifier_id}",
                                   "DELETE /blocklist_identifiers/{identifier_id}",
                                   "DELETE /domains/{domain_id}",
                                   "DELETE /email_addresses/{email_address_id}",
                                   "DELETE /jwt_templates/{template_id}",
                                   "DELETE /organization_permissions/{permission_id}",
                                   "DELETE /organization_roles/{organization_role_id}",
                                   "DELETE /organization_roles/{organization_role_id}/permissions/{permission_id}",
                                   "DELETE /organizations/{organization_id}",
                                   "DELETE /organizations/{organization_id}/domains/{domain_id}",
                                   "DELETE /organizations/{organization_id}/logo",
                                   "DELETE /organizations/{organization_id}/memberships/{user_id}",
                                   "DELETE /phone_numbers/{phone_number_id}",
                                   "DELETE /redirect_urls/{id}",
                                   "DELETE /users/{user_id}",
                                   "DELETE /waitlist_entries/{waitlist_entry_id}",
                                   "GET /allowlist_identifiers",
                                   "GET /blocklist_identifiers",
                                   "GET /domains",
                                   "GET /email_addresses/{email_address_id}",
                                   "GET /instance",
                                   "GET /instance/communication",
                                   "GET /instance/oauth_application_settings",
                                   "GET /instance/organization_settings",
                                   "GET /instance/protect",
                                   "GET /invitations",
                                   "GET /jwks",
                                   "GET /jwt_templates",
                                   "GET /jwt_templates/{template_id}",
                                   "GET /organization_domains",
                                   "GET /organization_invitations",
                                   "GET /organization_memberships",
                                   "GET /organization_permissions",
                                   "GET /organization_permissions/{permission_id}",
                                   "GET /organization_roles",
                                   "GET /organization_roles/{organization_role_id}",
                                   "GET /organizations",
                                   "GET /organizations/{organization_id}",
                                   "GET /organizations/{organization_id}/domains",
                                   "GET /organizations/{organization_id}/invitations",
                                   "GET /organizations/{organization_id}/invitations/pending",
                                   "GET /organizations/{organization_id}/invitations/{invitation_id}",
                                   "GET /organizations/{organization_id}/memberships",
                                   "GET /phone_numbers/{phone_number_id}",
                                   "GET /redirect_urls",
                                   "GET /redirect_urls/{id}",
                                   "GET /role_sets",
                                   "GET /role_sets/{role_set_key_or_id}",
                                   "GET /sessions",
                                   "GET /sessions/{session_id}",
                                   "GET /sign_ups/{id}",
                                   "GET /users",
                                   "GET /users/count",
                                   "GET /users/{user_id}",
                                   "GET /users/{user_id}/organization_invitations",
                                   "GET /users/{user_id}/organization_memberships",
                                   "GET /waitlist_entries",
                                   "PATCH /beta_features/instance_settings",
                                   "PATCH /domains/{domain_id}",
                                   "PATCH /email_addresses/{email_address_id}",
                                   "PATCH /instance",
                                   "PATCH /instance/communication",
                                   "PATCH /instance/oauth_application_settings",
                                   "PATCH /instance/organization_settings",
                                   "PATCH /instance/protect",
                                   "PATCH /instance/restrictions",
                                   "PATCH /jwt_templates/{template_id}",
                                   "PATCH /organization_permissions/{permission_id}",
                                   "PATCH /organization_roles/{organization_role_id}",
                                   "PATCH /organizations/{organization_id}",
                                   "PATCH /organizations/{organization_id}/domains/{domain_id}",
                                   "PATCH /organizations/{organization_id}/memberships/{user_id}",
                                   "PATCH /organizations/{organization_id}/memberships/{user_id}/metadata",
                                   "PATCH /organizations/{organization_id}/metadata",
                                   "PATCH /phone_numbers/{phone_number_id}",
                                   "PATCH /role_sets/{role_set_key_or_id}",
                                   "PATCH /sign_ups/{id}",
                                   "PATCH /users/{user_id}",
                                   "PATCH /users/{user_id}/metadata",
                                   "POST /allowlist_identifiers",
                                   "POST /blocklist_identifiers",
                                   "POST /domains",
                                   "POST /email_addresses",
                                   "POST /instance/change_domain",
                                   "POST /invitations",
                                   "POST /invitations/bulk",
                                   "POST /invitations/{invitation_id}/revoke",
                                   "POST /jwt_templates",
                                   "POST /organization_permissions",
                                   "POST /organization_roles",
                                   "POST /organization_roles/{organization_role_id}/permissions/{permission_id}",
                                   "POST /organizations",
                                   "POST /organizations/{organization_id}/domains",
                                   "POST /organizations/{organization_id}/domains/{domain_id}/verify_ownership",
                                   "POST /organizations/{organization_id}/invitations",
                                   "POST /organizations/{organization_id}/invitations/bulk",
                                   "POST /organizations/{organization_id}/invitations/{invitation_id}/revoke",
                                   "POST /organizations/{organization_id}/memberships",
                                   "POST /phone_numbers",
                                   "POST /redirect_urls",
                                   "POST /role_sets",
                                   "POST /role_sets/{role_set_key_or_id}/replace",
                                   "POST /role_sets/{role_set_key_or_id}/roles",
                                   "POST /role_sets/{role_set_key_or_id}/roles/replace",
                                   "POST /sessions",
                                   "POST /sessions/{session_id}/revoke",
                                   "POST /sessions/{session_id}/tokens",
                                   "POST /sessions/{session_id}/tokens/{template_name}",
                                   "POST /testing_tokens",
                                   "POST /users",
                                   "POST /users/ban",
                                   "POST /users/unban",
                                   "POST /users/{user_id}/ban",
                                   "POST /users/{user_id}/lock",
                                   "POST /users/{user_id}/password/set_compromised",
                                   "POST /users/{user_id}/password/unset_compromised",
                                   "POST /users/{user_id}/unban",
                                   "POST /users/{user_id}/unlock",
                                   "POST /users/{user_id}/verify_password",
                                   "POST /waitlist_entries",
                                   "POST /waitlist_entries/bulk",
                                   "POST /waitlist_entries/{waitlist_entry_id}/invite",
                                   "POST /waitlist_entries/{waitlist_entry_id}/reject",
                                   "PUT /organizations/{organization_id}/logo",
                                   "PUT /organizations/{organization_id}/metadata",
                                   "PUT /users/{user_id}/email_address",
                                   "PUT /users/{user_id}/metadata",
                                   "PUT /users/{user_id}/phone_number"}));
}

TEST(Contract, declares_what_an_operation_does_consistently) {
  std::set<std::string_view> names;
  AllOperations::for_each([&]<class Op>() {
    const OperationInfo& info = Op::info;
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    EXPECT_FALSE(info.summary.empty() || info.description.empty()) << info.name;
    const bool reads = info.method == Method::get;
    EXPECT_EQ(reads, info.kind != OperationKind::write) << info.name;
    EXPECT_EQ(reads, info.replay == Replay::safe) << info.name;
    EXPECT_FALSE((reads || info.method == Method::delete_) && HasBody<Op>) << info.name;
    EXPECT_TRUE(reads || !HasQuery<Op>) << info.name;
    EXPECT_EQ(std::is_void_v<typename Op::Answer>, info.success != 200) << info.name;
  });
}

TEST(Contract, every_list_that_takes_a_limit_can_be_walked_page_by_page) {
  std::size_t lists = 0;
  AllOperations::for_each([&]<class Op>() {
    if constexpr (requires(Op operation) { *operation.query.limit; }) {
      EXPECT_TRUE(PagedOperation<Op>) << Op::info.name;
      ++lists;
    }
  });
  EXPECT_GE(lists, 6U);
}

TEST(Contract, every_field_is_listed_once_and_has_a_doc_line) {
  AllOperations::for_each([]<class Op>() {
    for_each_path_parameter<Op>([](std::string_view name, auto, const FieldRules& rules, std::string_view doc) {
      EXPECT_TRUE(doc.ends_with('.')) << name << " has no doc line";
      EXPECT_FALSE(rules.example.empty()) << name << " has no example";
    });
    if constexpr (HasQuery<Op>) expect_sound_list<typename Op::Query>();
    if constexpr (HasBody<Op>) expect_sound_list<typename Op::Body>();
    if constexpr (!std::is_void_v<typename Op::Answer>) expect_sound_list<typename Op::Answer>();
  });
  expect_sound_list<ClerkErrors>();
  expect_sound_list<ClerkError>();
}

TEST(Contract, marks_what_old_clients_send_and_what_only_the_live_api_has) {
  std::multiset<std::string> marked;
  AllOperations::for_each([&]<class Op>() {
    if constexpr (HasBody<Op>) {
      for_each_field<typename Op::Body>([&](std::string_view name, auto, const FieldRules& rules, std::string_view) {
        if (rules.standing == Standing::retired) marked.insert("retired " + std::string{name});
        if (rules.standing == Standing::deprecated) marked.insert("deprecated " + std::string{name});
        if (rules.standing == Standing::live_only) marked.insert("live " + std::string{name});
      });
    }
  });
  EXPECT_EQ(marked,
            (std::multiset<std::string>{
                "retired enhanced_email_deliverability", "retired enhanced_email_deliverability",
                "retired ignore_dots_for_gmail_addresses", "deprecated cookieless_dev",
                "deprecated progressive_sign_up", "live force_organization_selection", "live public_metadata",
                "live private_metadata", "live unsafe_metadata", "live public_metadata", "live private_metadata"}));
}

TEST(ErrorTable, has_each_definition_once_with_texts_and_a_refusing_status) {
  std::set<std::string_view> names;
  for (const ErrorDefinition& definition : error_definitions) {
    EXPECT_TRUE(names.insert(definition.name).second) << definition.name;
    EXPECT_GE(definition.status, 400) << definition.name;
    EXPECT_LT(definition.status, 600) << definition.name;
    EXPECT_FALSE(definition.code.empty() || definition.message.empty() || definition.long_message.empty())
        << definition.name;
    EXPECT_FALSE(definition.source.empty()) << definition.name;
  }
}

}  // namespace clerk
