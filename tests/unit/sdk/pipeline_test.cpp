#include "sdk/client_core.hpp"
#include "tests/support/sample_operation.hpp"

#include <clerk/api/allow_list_block_list_api.hpp>
#include <clerk/api/beta_features_api.hpp>
#include <clerk/api/domains_api.hpp>
#include <clerk/api/email_addresses_api.hpp>
#include <clerk/api/instance_settings_api.hpp>
#include <clerk/api/invitations_api.hpp>
#include <clerk/api/jwks_api.hpp>
#include <clerk/api/jwt_templates_api.hpp>
#include <clerk/api/organization_domains_api.hpp>
#include <clerk/api/organization_invitations_api.hpp>
#include <clerk/api/organization_memberships_api.hpp>
#include <clerk/api/organization_permissions_api.hpp>
#include <clerk/api/organization_roles_api.hpp>
#include <clerk/api/organizations_api.hpp>
#include <clerk/api/phone_numbers_api.hpp>
#include <clerk/api/redirect_urls_api.hpp>
#include <clerk/api/role_sets_api.hpp>
#include <clerk/api/sessions_api.hpp>
#include <clerk/api/sign_ups_api.hpp>
#include <clerk/api/testing_tokens_api.hpp>
#include <clerk/api/users_api.hpp>
#include <clerk/api/waitlist_entries_api.hpp>
#include <clerk/contract/registry.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using clerk::ApiClient;
using clerk::ErrorKind;
using clerk::Headers;
using clerk::InstanceSettingsApi;
using clerk::TransportResult;
using clerk::testing::answer;
using clerk::testing::failure;
using clerk::testing::ScriptedTransport;
using testing::HasSubstr;
using Cause = clerk::TransportFailure::Cause;

const std::string restrictions_body =
    R"({"object":"instance_restrictions","allowlist":true,"blocklist":false,"allowlist_blocklist_disabled_on_sign_in":false,)"
    R"("block_email_subaddresses":false,"block_disposable_email_domains":false,"ignore_dots_for_gmail_addresses":false})";

/// A client over a script whose waits take no time but are counted.
class Client {
 public:
  explicit Client(std::deque<TransportResult> script, clerk::Configuration configuration = {})
      : transport{std::make_shared<ScriptedTransport>(std::move(script))} {
    configuration.access_token = "sk_test_key";
    configuration.transport = transport;
    clerk::sdk::Timing timing;
    timing.now = [this] { return now; };
    timing.random = [] { return 0.0; };
    timing.wait = [this](std::chrono::milliseconds duration) {
      waits.push_back(duration);
      now += duration;
    };
    client = std::make_unique<ApiClient>(std::make_shared<clerk::detail::ClientCore>(configuration, timing));
  }

  [[nodiscard]] InstanceSettingsApi settings() const { return InstanceSettingsApi{*client}; }

  std::shared_ptr<ScriptedTransport> transport;
  std::unique_ptr<ApiClient> client{};
  std::chrono::steady_clock::time_point now{};
  std::vector<std::chrono::milliseconds> waits{};
};

TEST(Call, sends_method_path_and_body_and_decodes_the_answer) {
  const Client client{{answer(200, restrictions_body)}};
  const auto restrictions = client.settings().update_instance_restrictions({.allowlist = true});
  ASSERT_TRUE(restrictions) << restrictions.error().message();
  EXPECT_TRUE(restrictions->allowlist);
  const auto request = client.transport->requests().front();
  EXPECT_EQ(request.method, clerk::Method::patch);
  EXPECT_EQ(request.url, "https://api.clerk.com/v1/instance/restrictions");
  EXPECT_EQ(request.body, R"({"allowlist":true})");
  EXPECT_EQ(*request.headers.find("Content-Type"), "application/json");
  EXPECT_EQ(*request.headers.find("Accept"), "application/json");
  EXPECT_TRUE(request.at_most_once);
}

TEST(Call, of_a_read_has_no_body) {
  const Client client{{answer(401)}};
  EXPECT_FALSE(client.settings().get_instance());
  const auto request = client.transport->requests().front();
  EXPECT_EQ(request.method, clerk::Method::get);
  EXPECT_EQ(request.body, "");
  EXPECT_EQ(request.headers.find("Content-Type"), nullptr);
  EXPECT_FALSE(request.at_most_once);
}

TEST(Call, that_leaves_its_request_out_sends_an_empty_object) {
  const Client client{{answer(204)}};
  EXPECT_TRUE(client.settings().update_instance());
  EXPECT_EQ(client.transport->requests().front().body, "{}");
}

TEST(Call, exists_for_every_operation_of_the_registry) {
  const Client client{{answer(404)}};
  std::vector<std::string> reached;
  clerk::AllOperations::for_each([&]<class Operation>() {
    EXPECT_FALSE(client.client->send(clerk::testing::sample_operation<Operation>()));
    const auto request = client.transport->requests().back();
    EXPECT_EQ(request.url, "https://api.clerk.com/v1" + clerk::testing::sample_target<Operation>());
    EXPECT_EQ(request.method, Operation::info.method);
    reached.push_back(request.url);
  });
  EXPECT_EQ(reached.size(), clerk::AllOperations::size);
}

namespace {

// Calls each method on organizations and what belongs to them.
void note_organizations(const Client& client, const auto& note) {
  const clerk::OrganizationsApi organizations{*client.client};
  note(organizations.list_organizations());
  note(organizations.create_organization({.name = "Engines"}));
  note(organizations.get_organization("org_1"));
  note(organizations.update_organization("org_1"));
  note(organizations.delete_organization("org_1"));
  note(organizations.merge_organization_metadata("org_1"));
  note(organizations.replace_organization_metadata("org_1"));
  note(organizations.upload_organization_logo("org_1", {.file = {.bytes = "x"}}));
  note(organizations.delete_organization_logo("org_1"));
  const clerk::OrganizationMembershipsApi memberships{*client.client};
  note(memberships.create_organization_membership("org_1", {.user_id = "user_1", .role = "org:member"}));
  note(memberships.list_organization_memberships("org_1"));
  note(memberships.update_organization_membership("org_1", "user_1", {.role = "org:admin"}));
  note(memberships.delete_organization_membership("org_1", "user_1"));
  note(memberships.update_organization_membership_metadata("org_1", "user_1"));
  note(memberships.instance_get_organization_memberships());
  const clerk::OrganizationInvitationsApi invitations_to{*client.client};
  note(
      invitations_to.create_organization_invitation("org_1", {.email_address = "a@example.com", .role = "org:member"}));
  note(invitations_to.create_organization_invitation_bulk(
      "org_1", {.data = {{.email_address = "a@example.com", .role = "org:member"}}}));
  note(invitations_to.list_organization_invitations("org_1"));
  note(invitations_to.list_pending_organization_invitations("org_1"));
  note(invitations_to.get_organization_invitation("org_1", "orginv_1"));
  note(invitations_to.revoke_organization_invitation("org_1", "orginv_1"));
  note(invitations_to.list_instance_organization_invitations());
  const clerk::OrganizationDomainsApi organization_domains{*client.client};
  note(organization_domains.create_organization_domain("org_1", {.name = "example.com"}));
  note(organization_domains.list_organization_domains("org_1"));
  note(organization_domains.update_organization_domain("org_1", "orgdmn_1"));
  note(organization_domains.delete_organization_domain("org_1", "orgdmn_1"));
  note(organization_domains.verify_organization_domain_ownership("org_1", "orgdmn_1"));
  note(organization_domains.list_all_organization_domains());
  const clerk::OrganizationRolesApi roles{*client.client};
  note(roles.list_organization_roles());
  note(roles.create_organization_role({.name = "A", .key = "org:a"}));
  note(roles.get_organization_role("role_1"));
  note(roles.update_organization_role("role_1"));
  note(roles.delete_organization_role("role_1"));
  note(roles.assign_permission_to_organization_role("role_1", "perm_1"));
  note(roles.remove_permission_from_organization_role("role_1", "perm_1"));
  const clerk::OrganizationPermissionsApi permissions{*client.client};
  note(permissions.list_organization_permissions());
  note(permissions.create_organization_permission({.name = "A", .key = "org:a:b"}));
  note(permissions.get_organization_permission("perm_1"));
  note(permissions.update_organization_permission("perm_1"));
  note(permissions.delete_organization_permission("perm_1"));
  const clerk::RoleSetsApi role_sets{*client.client};
  note(role_sets.list_role_sets());
  note(role_sets.create_role_set({.name = "A", .roles = {"org:a"}}));
  note(role_sets.get_role_set("role_set:a"));
  note(role_sets.update_role_set("role_set:a"));
  note(role_sets.replace_role_set("role_set:a", {.dest_role_set_key = "role_set:b"}));
  note(role_sets.add_roles_to_role_set("role_set:a", {.role_keys = {"org:a"}}));
  note(role_sets.replace_role_in_role_set("role_set:a", {.role_key = "org:a", .to_role_key = "org:b"}));
  note(clerk::UsersApi{*client.client}.users_get_organization_memberships("user_1"));
  note(clerk::UsersApi{*client.client}.users_get_organization_invitations("user_1"));
}

}  // namespace

TEST(Call, has_a_method_of_the_name_of_every_operation) {
  const Client client{{answer(404)}};
  const InstanceSettingsApi api = client.settings();
  const clerk::BetaFeaturesApi beta{*client.client};
  const clerk::AllowListBlockListApi lists{*client.client};
  const clerk::UsersApi users{*client.client};
  const clerk::EmailAddressesApi addresses{*client.client};
  const clerk::PhoneNumbersApi numbers{*client.client};
  std::vector<std::string> operations;
  const auto note = [&operations](const auto& result) { operations.push_back(result.error().operation); };
  note(api.get_instance());
  note(api.update_instance());
  note(api.update_instance_restrictions());
  note(api.get_instance_organization_settings());
  note(api.update_instance_organization_settings());
  note(api.get_instance_protect());
  note(api.update_instance_protect());
  note(api.get_instance_communication());
  note(api.update_instance_communication());
  note(api.get_instance_oauth_application_settings());
  note(api.update_instance_oauth_application_settings());
  note(beta.change_production_instance_domain());
  note(beta.update_instance_auth_config());
  note(lists.list_allowlist_identifiers());
  note(lists.create_allowlist_identifier({.identifier = "*@example.com"}));
  note(lists.delete_allowlist_identifier("alid_1"));
  note(lists.list_blocklist_identifiers());
  note(lists.create_blocklist_identifier({.identifier = "*@example.com"}));
  note(lists.delete_blocklist_identifier("blid_1"));
  const clerk::DomainsApi domains{*client.client};
  note(domains.list_domains());
  note(domains.add_domain({.name = "satellite.example.com"}));
  note(domains.update_domain("dmn_1"));
  note(domains.delete_domain("dmn_1"));
  const clerk::InvitationsApi invitations{*client.client};
  note(invitations.create_invitation({.email_address = "a@example.com"}));
  note(invitations.create_bulk_invitations({.data = {{.email_address = "a@example.com"}}}));
  note(invitations.list_invitations());
  note(invitations.revoke_invitation("inv_1"));
  note(clerk::JWKSApi{*client.client}.get_jwks());
  const clerk::JWTTemplatesApi templates{*client.client};
  note(templates.list_jwt_templates());
  note(templates.create_jwt_template({.name = "backend", .claims = clerk::RawJson{"{}"}}));
  note(templates.get_jwt_template("jtmp_1"));
  note(templates.update_jwt_template("jtmp_1", {.name = "backend", .claims = clerk::RawJson{"{}"}}));
  note(templates.delete_jwt_template("jtmp_1"));
  const clerk::RedirectURLsApi urls{*client.client};
  note(urls.list_redirect_urls());
  note(urls.create_redirect_url({.url = "my-app://signed-in"}));
  note(urls.get_redirect_url("ru_1"));
  note(urls.delete_redirect_url("ru_1"));
  const clerk::SessionsApi sessions{*client.client};
  note(sessions.get_session_list());
  note(sessions.create_session({.user_id = "user_1"}));
  note(sessions.get_session("sess_1"));
  note(sessions.revoke_session("sess_1"));
  note(sessions.create_session_token("sess_1"));
  note(sessions.create_session_token_from_template("sess_1", "backend"));
  const clerk::SignUpsApi sign_ups{*client.client};
  note(sign_ups.get_sign_up("sua_1"));
  note(sign_ups.update_sign_up("sua_1"));
  note(clerk::TestingTokensApi{*client.client}.create_testing_token());
  const clerk::WaitlistEntriesApi waitlist{*client.client};
  note(waitlist.list_waitlist_entries());
  note(waitlist.create_waitlist_entry({.email_address = "a@example.com"}));
  note(waitlist.create_bulk_waitlist_entries({.data = {{.email_address = "a@example.com"}}}));
  note(waitlist.delete_waitlist_entry("wle_1"));
  note(waitlist.invite_waitlist_entry("wle_1"));
  note(waitlist.reject_waitlist_entry("wle_1"));
  note(users.get_user_list());
  note(users.create_user());
  note(users.get_users_count());
  note(users.get_user("user_1"));
  note(users.update_user("user_1"));
  note(users.delete_user("user_1"));
  note(users.ban_user("user_1"));
  note(users.unban_user("user_1"));
  note(users.users_ban({.user_ids = {"user_1"}}));
  note(users.users_unban({.user_ids = {"user_1"}}));
  note(users.lock_user("user_1"));
  note(users.unlock_user("user_1"));
  note(users.update_user_metadata("user_1"));
  note(users.replace_user_metadata("user_1"));
  note(users.verify_password("user_1", {.password = "a password"}));
  note(users.set_user_password_compromised("user_1"));
  note(users.unset_user_password_compromised("user_1"));
  note(addresses.create_email_address({.user_id = "user_1", .email_address = "ada@example.com"}));
  note(addresses.get_email_address("idn_1"));
  note(addresses.update_email_address("idn_1"));
  note(addresses.delete_email_address("idn_1"));
  note(addresses.replace_user_email_address("user_1", {.email_address = "ada@example.com"}));
  note(numbers.create_phone_number({.user_id = "user_1", .phone_number = "+15555550100"}));
  note(numbers.get_phone_number("idn_1"));
  note(numbers.update_phone_number("idn_1"));
  note(numbers.delete_phone_number("idn_1"));
  note(numbers.replace_user_phone_number("user_1", {.phone_number = "+15555550100"}));
  note_organizations(client, note);
  std::vector<std::string> declared;
  clerk::AllOperations::for_each([&]<class Operation>() { declared.emplace_back(Operation::info.name); });
  std::ranges::sort(operations);
  std::ranges::sort(declared);
  EXPECT_EQ(operations, declared);
}

TEST(Call, succeeds_without_a_value_on_204) {
  const Client client{{answer(204)}};
  EXPECT_TRUE(client.settings().update_instance({.test_mode = true}));
}

TEST(Call, gives_the_evidence_of_the_answer_on_request) {
  const Client client{{answer(200, restrictions_body, {{"x-clerk-trace-id", "trace"}, {"X-Other", "1"}})}};
  const auto response = client.client->send(clerk::operations::UpdateInstanceRestrictions{});
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->clerk_trace_id, "trace");
  EXPECT_EQ(*response->headers.find("x-other"), "1");
  EXPECT_TRUE(response->value.allowlist);
}

TEST(Call, that_should_have_a_body_and_has_none_is_malformed) {
  for (const int status : {200, 204}) {
    const Client client{{answer(status)}};
    const auto result = client.settings().update_instance_restrictions();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::malformed_answer);
    EXPECT_EQ(result.error().status, status);
    EXPECT_THAT(result.error().message(), HasSubstr("body is empty"));
  }
}

TEST(Call, with_a_success_that_is_no_json_is_malformed_and_keeps_the_text) {
  const Client client{{answer(200, "<html>hello</html>", {{"x-clerk-trace-id", "trace"}})}};
  const auto result = client.settings().get_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::malformed_answer);
  EXPECT_EQ(result.error().body_excerpt, "<html>hello</html>");
  EXPECT_EQ(result.error().clerk_trace_id, "trace");
}

TEST(Call, with_a_field_of_the_wrong_type_names_the_field) {
  const Client client{{answer(200, R"({"object":"instance","id":7,"environment_type":"development"})")}};
  const auto result = client.settings().get_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::malformed_answer);
  EXPECT_THAT(result.error().message(), HasSubstr("id"));
}

TEST(Call, keeps_every_detail_of_a_refusal) {
  const std::string body =
      R"({"errors":[{"message":"is invalid","long_message":"no address","code":"form_param_format_invalid",)"
      R"("meta":{"param_name":"support_email"}}],"clerk_trace_id":"0123"})";
  const Client client{{answer(422, body, {{"x-clerk-trace-id", "of the header"}, {"X-Other", "1"}})}};
  const auto result = client.settings().update_instance({.support_email = "x"});
  ASSERT_FALSE(result);
  const clerk::Error& error = result.error();
  EXPECT_EQ(error.kind, ErrorKind::http);
  EXPECT_EQ(error.status, 422);
  EXPECT_EQ(error.clerk_trace_id, "0123");
  ASSERT_EQ(error.errors.size(), 1U);
  EXPECT_EQ(error.errors[0].code, "form_param_format_invalid");
  EXPECT_EQ(error.errors[0].message, "is invalid");
  EXPECT_EQ(error.errors[0].long_message, "no address");
  EXPECT_EQ(clerk::param_name(error.errors[0]), "support_email");
  EXPECT_EQ(*error.headers.find("x-other"), "1");
  EXPECT_EQ(error.body_excerpt, body);
}

TEST(Call, keeps_the_status_of_a_page_that_is_no_json) {
  const Client client{{answer(502, "<html><h1>Bad Gateway</h1></html>", {{"x-clerk-trace-id", "trace"}})}};
  const auto result = client.settings().update_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::http);
  EXPECT_EQ(result.error().status, 502);
  EXPECT_EQ(result.error().body_excerpt, "<html><h1>Bad Gateway</h1></html>");
  EXPECT_EQ(result.error().clerk_trace_id, "trace");
  EXPECT_EQ(client.transport->requests().size(), 1U);
}

TEST(Call, survives_error_bodies_of_any_shape) {
  for (const char* body :
       {"", "null", "[]", "7", "\"text\"", "{", R"({"errors":null})", R"({"errors":{}})", R"({"errors":[7,null,"x"]})",
        R"({"errors":[{"code":7}]})", R"({"error":"x"})", "\xff\xfe"}) {
    const Client client{{answer(404, body)}};
    const auto result = client.settings().update_instance();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().status, 404) << body;
    EXPECT_EQ(result.error().body_excerpt, body);
    EXPECT_THROW(result.value(), clerk::NotFoundException);
  }
}

TEST(Call, keeps_a_bounded_part_of_a_large_page) {
  const Client client{{answer(500, std::string(100'000, 'x'))}};
  const auto result = client.settings().update_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().body_excerpt.size(), clerk::Error::max_body_excerpt);
}

TEST(Call, does_not_follow_a_redirect_and_says_where_it_points) {
  const Client client{{answer(307, "", {{"Location", "https://elsewhere.example/v1/instance"}})}};
  const auto result = client.settings().get_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().status, 307);
  EXPECT_THAT(result.error().message(), HasSubstr("https://elsewhere.example/v1/instance"));
}

TEST(Call, waits_and_tries_again_when_it_is_refused) {
  Client client{{answer(429, "", {{"Retry-After", "7"}}), answer(204)}};
  EXPECT_TRUE(client.settings().update_instance());
  EXPECT_THAT(client.waits, testing::ElementsAre(7250ms));
  EXPECT_EQ(client.transport->requests().size(), 2U);
}

TEST(Call, tells_how_long_to_wait_when_it_gives_up) {
  const Client client{{answer(429, "", {{"Retry-After", "7"}})}};
  const auto result = client.settings().update_instance({}, {.retry = clerk::RetryPolicy::none()});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().retry_after, 7s);
  EXPECT_EQ(result.error().attempts.size(), 1U);
  EXPECT_THROW(result.value(), clerk::TooManyRequestsException);
}

TEST(Call, of_a_write_without_an_answer_is_sent_once_and_its_outcome_is_unknown) {
  const Client client{{failure(Cause::connection_lost, true), answer(204)}};
  const auto result = client.settings().update_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::outcome_unknown);
  EXPECT_EQ(client.transport->requests().size(), 1U);
}

TEST(Call, of_a_write_without_an_answer_is_sent_again_if_the_caller_opts_in) {
  const Client client{{failure(Cause::connection_lost, true), answer(204)}};
  EXPECT_TRUE(client.settings().update_instance({}, {.retry = clerk::RetryPolicy{.replay_idempotent = true}}));
  EXPECT_EQ(client.transport->requests().size(), 2U);
}

TEST(Call, that_never_went_out_is_tried_again) {
  Client client{{failure(Cause::connect, false), failure(Cause::connect, false), answer(204)}};
  EXPECT_TRUE(client.settings().update_instance());
  EXPECT_THAT(client.waits, testing::ElementsAre(250ms, 375ms));
}

TEST(Call, with_a_field_that_is_no_json_is_not_sent_and_names_it) {
  const Client client{{answer(204)}};
  const auto result = client.settings().update_instance({.extra = {{"new_setting", clerk::RawJson{"{"}}}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_request);
  EXPECT_THAT(result.error().message(), HasSubstr("new_setting"));
  EXPECT_TRUE(client.transport->requests().empty());
}

TEST(Call, sends_fields_that_the_library_does_not_know) {
  const Client client{{answer(204)}};
  EXPECT_TRUE(client.settings().update_instance({.extra = {{"new_setting", clerk::RawJson{"[1]"}}}}));
  EXPECT_EQ(client.transport->requests().front().body, R"({"new_setting":[1]})");
}

class ThrowingTransport : public clerk::Transport {
 public:
  TransportResult perform(const clerk::TransportRequest& /*request*/) override { throw std::runtime_error{"no luck"}; }
};

TEST(Call, is_an_error_when_the_transport_throws) {
  clerk::Configuration configuration{.access_token = "sk_test_key"};
  configuration.transport = std::make_shared<ThrowingTransport>();
  const auto result = InstanceSettingsApi{ApiClient{configuration}}.get_instance();
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().message(), HasSubstr("no luck"));
}

TEST(Client, may_be_used_from_many_threads_and_copied) {
  const Client client{{answer(204)}};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([api = client.settings()] {
      for (int call = 0; call < 25; ++call) EXPECT_TRUE(api.update_instance({.test_mode = true}));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(client.transport->requests().size(), 100U);
}

// NOLINTNEXTLINE(cert-err58-cpp): that it may be one is what is tested
const ApiClient static_client{clerk::Configuration{.host = "http://127.0.0.1:1", .access_token = "sk_test_key"}};

TEST(Client, may_be_a_static_object_and_be_made_again_and_again) {
  for (int i = 0; i < 3; ++i) {
    const ApiClient again{clerk::Configuration{.host = "http://127.0.0.1:1", .access_token = "sk_test_key"}};
    EXPECT_FALSE(InstanceSettingsApi{again}.update_instance({}, {.retry = clerk::RetryPolicy::none()}));
  }
  const auto result = InstanceSettingsApi{static_client}.update_instance({}, {.retry = clerk::RetryPolicy::none()});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::not_sent);
}

}  // namespace
