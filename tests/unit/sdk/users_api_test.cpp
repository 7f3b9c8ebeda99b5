#include <clerk/api/email_addresses_api.hpp>
#include <clerk/api/users_api.hpp>
#include <clerk/pager.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using clerk::ApiClient;
using clerk::ErrorKind;
using clerk::RawJson;
using clerk::UsersApi;
using clerk::testing::ScriptedTransport;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class UserCalls : public testing::Test {
 protected:
  [[nodiscard]] ApiClient client() const { return ApiClient{{.access_token = "sk_test_key", .transport = transport}}; }
  [[nodiscard]] UsersApi api() const { return UsersApi{client()}; }

  std::shared_ptr<ScriptedTransport> transport{std::make_shared<ScriptedTransport>()};
};

std::string user(const std::string& id) {
  return R"({"id":")" + id + R"(","object":"user","has_image":false,"public_metadata":{},"email_addresses":[],)" +
         R"("phone_numbers":[],"web3_wallets":[],"passkeys":[],"password_enabled":false,"two_factor_enabled":false,)" +
         R"("totp_enabled":false,"backup_code_enabled":false,"external_accounts":[],"saml_accounts":[],)" +
         R"("enterprise_accounts":[],"banned":false,"locked":false,"updated_at":1,"created_at":1,)" +
         R"("delete_self_enabled":true,"create_organization_enabled":true})";
}

}  // namespace

TEST_F(UserCalls, send_each_value_of_a_filter_as_a_parameter_of_its_own) {
  transport->expect<clerk::operations::GetUserList>()
      .query(
          "email_address=ada%40example.com&email_address=b%2Bc%40example.com&user_id=-user_1&banned=false&"
          "created_at_after=1730160000000&limit=500&order_by=-last_active_at")
      .answer(200, "[" + user("user_2") + "]");
  const auto users = api().get_user_list({.email_address = {"ada@example.com", "b+c@example.com"},
                                          .user_id = {"-user_1"},
                                          .banned = false,
                                          .created_at_after = 1730160000000,
                                          .limit = 500,
                                          .order_by = "-last_active_at"});
  ASSERT_TRUE(users) << users.error().message();
  EXPECT_EQ(users->data.at(0).id, "user_2");
  EXPECT_THAT(transport->problems(), IsEmpty());
}

TEST_F(UserCalls, count_by_the_filters_of_the_list) {
  transport->expect<clerk::operations::GetUsersCount>()
      .query("query=ada&provider=oauth_google&provider_user_id=1&provider_user_id=2")
      .answer(200, R"({"object":"total_count","total_count":2})");
  const auto count =
      api().get_users_count({.query = "ada", .provider = "oauth_google", .provider_user_id = {"1", "2"}});
  ASSERT_TRUE(count) << count.error().message();
  EXPECT_EQ(count->total_count, 2);
  EXPECT_THAT(transport->problems(), IsEmpty());
}

TEST_F(UserCalls, with_more_than_the_api_takes_are_refused_before_anything_is_sent) {
  const auto too_long = api().get_user_list({.limit = 501});
  ASSERT_FALSE(too_long);
  EXPECT_THAT(too_long.error().message(), HasSubstr("parameter limit"));
  const auto too_many = api().get_users_count({.username = std::vector<std::string>(101, "ada")});
  ASSERT_FALSE(too_many);
  EXPECT_EQ(too_many.error().kind, ErrorKind::bad_request);
  EXPECT_THAT(too_many.error().message(), HasSubstr("parameter username"));
  EXPECT_THAT(transport->requests(), IsEmpty());
}

TEST_F(UserCalls, walk_every_page_of_a_list_that_tells_no_total) {
  transport->expect().query("limit=2&offset=0").answer(200, "[" + user("user_3") + "," + user("user_2") + "]");
  transport->expect().query("limit=2&offset=2").answer(200, "[" + user("user_1") + "]");
  clerk::Pager pager{client(), clerk::operations::GetUserList{.query = {.limit = 2}}};
  std::vector<std::string> ids;
  for (const auto& row : pager) ids.push_back(row.value().id);
  EXPECT_THAT(ids, ElementsAre("user_3", "user_2", "user_1"));
}

TEST_F(UserCalls, make_a_user_of_what_is_named_and_nothing_else) {
  transport->expect<clerk::operations::CreateUser>()
      .body(R"({"first_name":"Ada","last_name":null,"email_address":["ada@example.com"],)"
            R"("email_address_identification_status":["reserved"],"public_metadata":{"plan":"pro"}})")
      .answer(200, user("user_1"));
  const auto made = api().create_user({.first_name = "Ada",
                                       .last_name = clerk::null,
                                       .email_address = {"ada@example.com"},
                                       .email_address_identification_status = {clerk::IdentificationStatus::reserved},
                                       .public_metadata = RawJson{R"({"plan":"pro"})"}});
  ASSERT_TRUE(made) << made.error().message();
  EXPECT_EQ(made->id, "user_1");
  EXPECT_THAT(transport->problems(), IsEmpty());
}

TEST_F(UserCalls, with_metadata_that_are_no_json_are_refused_by_name) {
  const auto refused = api().update_user_metadata("user_1", {.unsafe_metadata = RawJson{"{plan}"}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::bad_request);
  EXPECT_THAT(refused.error().message(), HasSubstr("unsafe_metadata"));
  EXPECT_THAT(transport->requests(), IsEmpty());
}

TEST_F(UserCalls, have_the_id_in_the_path_and_the_change_in_the_body) {
  transport->expect<clerk::operations::UpdateUser>()
      .body(R"({"username":null,"create_organizations_limit":0})")
      .answer(200, user("user_1"));
  EXPECT_TRUE(api().update_user("user_1", {.username = clerk::null, .create_organizations_limit = 0}));
  transport->expect<clerk::operations::ReplaceUserEmailAddress>()
      .body(R"({"email_address":"ada@example.com","identification_status":"unverified"})")
      .answer(200, R"({"id":"idn_1","object":"email_address","email_address":"ada@example.com","reserved":false,)"
                   R"("verification":null,"linked_to":[],"created_at":1,"updated_at":1})");
  const clerk::EmailAddressesApi addresses{client()};
  const auto replaced = addresses.replace_user_email_address(
      "user_1", {.email_address = "ada@example.com", .identification_status = clerk::ReplacementStatus::unverified});
  ASSERT_TRUE(replaced) << replaced.error().message();
  EXPECT_EQ(replaced->verification, std::nullopt);
  EXPECT_EQ(transport->requests().back().url, "https://api.clerk.com/v1/users/user_1/email_address");
  EXPECT_THAT(transport->problems(), IsEmpty());
}
