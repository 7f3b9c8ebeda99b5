#include "codec/codec.hpp"

#include <clerk/contract/users.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <string>

namespace clerk::codec {

namespace {

const std::string ada = R"({
  "id": "user_1", "object": "user", "username": null, "first_name": "Ada", "last_name": null, "locale": null,
  "image_url": "https://img.example.com/1", "has_image": false, "primary_email_address_id": "idn_1",
  "primary_phone_number_id": "idn_2", "primary_web3_wallet_id": null, "password_enabled": true,
  "two_factor_enabled": false, "totp_enabled": false, "backup_code_enabled": false,
  "email_addresses": [
    {"id": "idn_1", "object": "email_address", "email_address": "ada@example.com", "reserved": false,
     "verification": {"object": "verification_admin", "status": "verified", "strategy": "admin", "attempts": null,
                      "expire_at": null},
     "linked_to": [{"type": "oauth_google", "id": "idn_3"}], "matches_sso_connection": false,
     "created_at": 1730160000000, "updated_at": 1730160000001}],
  "phone_numbers": [
    {"id": "idn_2", "object": "phone_number", "phone_number": "+15555550100", "reserved_for_second_factor": false,
     "default_second_factor": false, "reserved": false,
     "verification": {"object": "verification_otp", "status": "unverified", "strategy": "phone_code", "attempts": 1,
                      "expire_at": 1730160600000, "channel": "sms"},
     "linked_to": [], "backup_codes": null, "created_at": 1730160000000, "updated_at": 1730160000001}],
  "web3_wallets": [], "passkeys": [],
  "external_accounts": [
    {"object": "google_account", "id": "eac_1", "provider": "oauth_google", "identification_id": "idn_3",
     "provider_user_id": "123", "approved_scopes": "email openid", "email_address": "ada@example.com",
     "first_name": "Ada", "last_name": "", "public_metadata": {}, "created_at": 1730160000000,
     "updated_at": 1730160000001,
     "verification": {"object": "verification_oauth", "status": "failed", "strategy": "oauth_google", "attempts": null,
                      "expire_at": 1730160600000,
                      "error": {"message": "no", "long_message": "no access", "code": "oauth_access_denied"}}}],
  "saml_accounts": [], "enterprise_accounts": [], "password_last_updated_at": 1730160000000,
  "public_metadata": {"plan": "pro"}, "private_metadata": null, "unsafe_metadata": {}, "external_id": null,
  "last_sign_in_at": null, "banned": false, "locked": false, "lockout_expires_in_seconds": null,
  "verification_attempts_remaining": 100, "created_at": 1730160000000, "updated_at": 1730160000001,
  "delete_self_enabled": true, "create_organization_enabled": true, "last_active_at": null, "mfa_enabled_at": null,
  "mfa_disabled_at": null, "legal_accepted_at": null})";

User read(const std::string& text) {
  auto user = decode_answer<User>(text);
  if (user.has_error()) {
    ADD_FAILURE() << user.error().path << ' ' << user.error().problem;
    return {};
  }
  return *std::move(user);
}

std::string without(const std::string& key) {
  boost::json::value value = boost::json::parse(ada);
  value.as_object().erase(key);
  return boost::json::serialize(value);
}

}  // namespace

TEST(UserAnswer, is_read_with_everything_that_it_holds) {
  const User user = read(ada);
  EXPECT_EQ(user.first_name, "Ada");
  EXPECT_EQ(user.username, std::nullopt);
  EXPECT_EQ(user.public_metadata, RawJson{R"({"plan":"pro"})"});
  EXPECT_EQ(user.private_metadata, std::nullopt);
  EXPECT_EQ(user.email_addresses.at(0).linked_to.at(0).type, "oauth_google");
  EXPECT_EQ(user.phone_numbers.at(0).backup_codes, std::nullopt);
  EXPECT_TRUE(user.extra.empty());
}

TEST(UserAnswer, has_verifications_of_every_type_in_one) {
  const User user = read(ada);
  const auto& by_backend = user.email_addresses.at(0).verification;
  EXPECT_EQ(by_backend->status, VerificationStatus::verified);
  EXPECT_EQ(by_backend->strategy, VerificationStrategy::admin);
  EXPECT_EQ(by_backend->expire_at, std::nullopt);
  const auto& by_code = user.phone_numbers.at(0).verification;
  EXPECT_EQ(by_code->attempts, 1);
  EXPECT_EQ(by_code->channel, "sms");
  const auto& by_provider = user.external_accounts.at(0).verification;
  EXPECT_FALSE(by_provider->strategy->is_known());
  EXPECT_EQ(by_provider->strategy, "oauth_google");
  EXPECT_EQ(by_provider->error->code, "oauth_access_denied");
}

TEST(UserAnswer, without_what_is_always_there_is_malformed_and_what_may_be_null_may_be_missing) {
  for (const char* key : {"id", "email_addresses", "public_metadata", "banned", "created_at"}) {
    const auto broken = decode_answer<User>(without(key));
    ASSERT_TRUE(broken.has_error()) << key;
    EXPECT_EQ(broken.error().path, key);
  }
  for (const char* key : {"username", "legal_accepted_at", "locale", "unsafe_metadata"}) {
    EXPECT_FALSE(decode_answer<User>(without(key)).has_error()) << key;
  }
}

TEST(UserAnswer, is_told_by_the_place_of_what_is_wrong_deep_in_it) {
  std::string text = ada;
  text.replace(text.find("\"attempts\": 1"), 13, "\"attempts\": \"1\"");
  const auto broken = decode_answer<User>(text);
  ASSERT_TRUE(broken.has_error());
  EXPECT_EQ(broken.error().path, "phone_numbers[0].verification.attempts");
}

TEST(UserAnswer, that_a_server_makes_has_its_types_and_the_nulls_that_the_api_has) {
  const User user{.id = "user_1",
                  .email_addresses = {{.email_address = "ada@example.com", .verification = Verification{}}}};
  const boost::json::value made = boost::json::parse(encode_sound(user));
  EXPECT_EQ(made.at("object"), "user");
  EXPECT_TRUE(made.at("username").is_null());
  EXPECT_EQ(made.at("public_metadata"), boost::json::object{});
  EXPECT_FALSE(made.as_object().contains("locale"));
  const boost::json::value& address = made.at("email_addresses").at(0);
  EXPECT_EQ(address.at("object"), "email_address");
  EXPECT_TRUE(address.at("verification").at("expire_at").is_null());
}

}  // namespace clerk::codec
