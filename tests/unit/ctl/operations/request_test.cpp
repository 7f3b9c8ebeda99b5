#include "tests/support/private_folder.hpp"
#include "tests/unit/ctl/operations/parsed_command.hpp"

#include <clerk/contract/beta_features.hpp>
#include <clerk/contract/instance.hpp>
#include <clerk/contract/invitations.hpp>
#include <clerk/contract/organization_logo.hpp>
#include <clerk/contract/organization_settings.hpp>
#include <clerk/contract/organizations.hpp>
#include <clerk/contract/user_list.hpp>
#include <clerk/contract/users.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl::operations {
namespace {

using ::testing::HasSubstr;

using Words = std::vector<std::string>;

struct Sent {
  const OperationInfo* info{};
  Words words{};
  std::string body{};
  std::string input{};
};

TEST(Request, holds_what_the_line_says) {
  const OperationInfo* instance = &clerk::operations::UpdateInstance::info;
  const OperationInfo* settings = &clerk::operations::UpdateInstanceOrganizationSettings::info;
  const OperationInfo* bulk = &clerk::operations::CreateBulkInvitations::info;
  const OperationInfo* user = &clerk::operations::UpdateUser::info;
  const Sent cases[] = {
      {instance, {}, "{}"},
      {instance, {"--test-mode"}, R"({"test_mode":true})"},
      {instance, {"--test-mode=false"}, R"({"test_mode":false})"},
      {instance, {"--test_mode=true", "--hibp"}, R"({"test_mode":true,"hibp":true})"},
      {instance, {"--support-email", ""}, R"({"support_email":""})"},
      {instance, {"--null", "hibp", "--null", "support-email"}, R"({"hibp":null,"support_email":null})"},
      {instance, {"--null", "test_mode"}, R"({"test_mode":null})"},
      {instance, {"--null", "allowed-origins"}, R"({"allowed_origins":null})"},
      {instance, {"--data", R"({"allowed_origins":null})"}, R"({"allowed_origins":null})"},
      {instance,
       {"--allowed-origins", "https://a.example.com,https://b.example.com", "--allowed_origins=https://c.example.com"},
       R"({"allowed_origins":["https://a.example.com","https://b.example.com","https://c.example.com"]})"},
      {instance, {"--data", R"({"test_mode":true,"hibp":true})", "--hibp=false"}, R"({"test_mode":true,"hibp":false})"},
      {instance, {"--data", "-"}, R"({"test_mode":true})", R"({"test_mode":true})"},
      {instance, {"--hibp"}, R"({"hibp":true})", R"({"test_mode":true})"},
      {instance,
       {"--data", R"({"new_setting":{"a":[1]},"test_mode":true})", "--allow-unknown"},
       R"({"test_mode":true,"new_setting":{"a":[1]}})"},
      {instance, {"--enhanced-email-deliverability", "--allow-unknown"}, R"({"enhanced_email_deliverability":true})"},
      {instance,
       {"--preferred-sign-in-strategy-when-password-required", "passkey", "--allow-unknown"},
       R"({"preferred_sign_in_strategy_when_password_required":"passkey"})"},
      {settings, {"--max-allowed-memberships", "0"}, R"({"max_allowed_memberships":0})"},
      {settings, {"--domains-enrollment-modes", ""}, R"({"domains_enrollment_modes":[]})"},
      {bulk, {"--item", R"({"email_address":"a@example.com"})"}, R"([{"email_address":"a@example.com"}])"},
      {bulk,
       {"--data", R"([{"email_address":"a@example.com"}])", "--item", R"({"email_address":"b@example.com"})"},
       R"([{"email_address":"a@example.com"},{"email_address":"b@example.com"}])"},
      {user, {"user_1", "--public-metadata", R"({"a":{"b":null}})"}, R"({"public_metadata":{"a":{"b":null}}})"},
      {user, {"user_1", "--username=--odd"}, R"({"username":"--odd"})"},
      {user, {"--first-name", "Ada", "user_1"}, R"({"first_name":"Ada"})"},
  };
  for (const Sent& one : cases) {
    test::ParsedCommand command{*one.info, one.words};
    command.in.str(one.input);
    const auto transport = test::refusing_transport();
    const test::Printed printed = command.run(transport);
    ASSERT_EQ(transport->requests().size(), 1U) << one.body << ": " << printed.err;
    EXPECT_EQ(transport->requests().front().body, one.body);
  }
}

struct Refused {
  const OperationInfo* info{};
  Words words{};
  std::string message{};
  ExitStatus status{ExitStatus::usage};
};

TEST(Request, is_refused_before_it_is_sent) {
  const OperationInfo* instance = &clerk::operations::UpdateInstance::info;
  const OperationInfo* user = &clerk::operations::UpdateUser::info;
  const OperationInfo* bulk = &clerk::operations::CreateBulkInvitations::info;
  const OperationInfo* invitation = &clerk::operations::CreateInvitation::info;
  const OperationInfo* users = &clerk::operations::GetUserList::info;
  const Refused cases[] = {
      {instance, {"--test-mode=maybe"}, "--test-mode: 'maybe' is neither true nor false"},
      {instance, {"--test-mode", "false"}, "--test-mode takes a value only with ="},
      {instance, {"--test-mode", "--test_mode"}, "--test-mode may be given only once"},
      {instance, {"--support-email", "nope"}, "--support-email is \"nope\", and must be"},
      {instance, {"--null", "hipb"}, "--null hipb: there is no such field (did you mean hibp?)"},
      {invitation, {"--null", "email_address"}, "--null email_address: the API takes no null there"},
      {instance, {"--null", "hibp", "--hibp"}, "--null hibp and --hibp can't be given together"},
      {instance, {"--allowed-origins", ""}, "--allowed-origins can't be the empty list: that changes nothing"},
      {instance, {"--enhanced-email-deliverability"}, "--enhanced-email-deliverability is no longer part of the API"},
      {instance, {"--data", "{\"tets_mode\":true}"}, "tets_mode of --data is no field (did you mean test_mode?)"},
      {instance,
       {"--data", "{\"test_mode\":1}"},
       "test_mode of --data is of type integer, and must be of type boolean"},
      {instance, {"--data", "{\"a\":1,\"a\":2}"}, "--data:1:8: the name a stands twice"},
      {instance, {"--data", "[]"}, "--data is of type array, and the body is of type object"},
      {instance, {"--data", "\"settings.json\""}, "--data is of type string, and the body is of type object"},
      {instance, {"--data", "settings.json"}, "--data:1:1: it is not JSON"},
      {instance, {"--data", "hibp: true"}, "--data:1:1: it is not JSON"},
      {user, {"user_1", "--public-metadata", "a: b"}, "--public-metadata:1:1: it is not JSON"},
      {instance, {"--data", "@nowhere.json"}, "--data: nowhere.json can't be read: No such file", ExitStatus::failed},
      {user, {"--skip-legal-checks", "true"}, "--skip-legal-checks takes a value only with ="},
      {instance, {"--hibp", ""}, "--hibp: '' is neither true nor false"},
      {user, {"--skip-legal-checks", "false"}, "--skip-legal-checks takes a value only with ="},
      {user, {"user_1", "--skip-legal-checks", "user_2"}, "--skip-legal-checks takes a value only with ="},
      {user, {""}, "user_id is empty"},
      {user, {"user_1", "--create-organizations-limit", "many"}, "--create-organizations-limit: 'many' is no whole"},
      {user, {"user_1", "--create-organizations-limit", "99999999999999999999"}, "does not fit 64 bits"},
      {user, {"user_1", "--public-metadata", "[1]"}, "--public-metadata is of type array, and must be of type object"},
      {user, {"user_1", "--public-metadata", "{\"a\":"}, "--public-metadata:"},
      {bulk, {"--item", "{\"email\":\"a@example.com\"}"}, "--item[0].email is no field (did you mean email_address?)"},
      {bulk, {"--data", "{}"}, "--data is of type object, and the body is of type array"},
      {invitation, {}, "--email-address is missing"},
      {users, {"--limit", "501"}, "--limit is 501, and must be at most 500"},
      {users, {"--limit", "x"}, "--limit: 'x' is no whole number"},
      {users, {"--query", "id"}, "--query: 'id' is no JSON pointer"},
      {users, {"--query", "/0/nowhere/x~2"}, "--query: '/0/nowhere/x~2' is no JSON pointer"},
      {users, {"--limit", "0"}, "--limit is 0, and must be at least 1"},
  };
  for (const Refused& one : cases) {
    test::ParsedCommand command{*one.info, one.words};
    const auto transport = test::refusing_transport();
    const test::Printed printed = command.run(transport);
    EXPECT_THAT(printed.err, HasSubstr(one.message));
    EXPECT_EQ(printed.status, one.status) << one.message;
    EXPECT_TRUE(transport->requests().empty()) << one.message;
    const auto again = command.understood();
    EXPECT_TRUE(again.has_error() && (again.error().hint != "" || one.status != ExitStatus::usage)) << one.message;
  }
}

TEST(Request, says_what_has_no_effect) {
  for (const auto& [words, warning] : std::vector<std::pair<Words, std::string>>{
           {{"--null", "hibp"}, "--hibp: null changes nothing"},
           {{"--null", "allowed_origins"}, "--allowed-origins: null changes nothing"},
           {{"--data", R"({"allowed_origins":null})"}, "allowed_origins of --data: null changes nothing"},
       }) {
    test::ParsedCommand command{clerk::operations::UpdateInstance::info, words};
    const auto request = command.understood();
    ASSERT_TRUE(request) << warning;
    EXPECT_THAT(request->warnings, ::testing::ElementsAre(warning));
  }
}

TEST(Request, takes_files_of_a_form) {
  const test::PrivateFolder folder;
  folder.write("logo", "\x89PNG\r\n\x1a\nbytes");
  test::ParsedCommand command{clerk::operations::UploadOrganizationLogo::info,
                              {"org_1", "--file", "@logo", "--uploader-user-id", "user_1"}};
  command.host.directory = folder.path();
  const auto transport = test::refusing_transport();
  const test::Printed printed = command.run(transport);
  ASSERT_EQ(transport->requests().size(), 1U) << printed.err;
  const std::string body = transport->requests().front().body;
  EXPECT_THAT(body, HasSubstr("filename=\"logo\""));
  EXPECT_THAT(body, HasSubstr("Content-Type: image/png"));
  EXPECT_THAT(body, HasSubstr("\x89PNG\r\n\x1a\nbytes"));
  EXPECT_THAT(body, HasSubstr("user_1"));
}

TEST(Request, takes_a_body_from_a_file_beside_it) {
  const test::PrivateFolder folder;
  folder.write("body.yaml", "test_mode: true\nsupport_email: ''\n");
  test::ParsedCommand command{clerk::operations::UpdateInstance::info, {"--data", "@body.yaml"}};
  command.host.directory = folder.path();
  const auto transport = test::refusing_transport();
  command.run(transport);
  ASSERT_EQ(transport->requests().size(), 1U);
  EXPECT_EQ(transport->requests().front().body, R"({"test_mode":true,"support_email":""})");
}

}  // namespace
}  // namespace clerk::ctl::operations
