#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateUser;
using operations::DeleteUser;
using operations::GetUser;
using operations::ReplaceUserMetadata;
using operations::UpdateUser;
using operations::UpdateUserMetadata;
using operations::VerifyPassword;

// Well formed, of a password that nobody needs to know.
constexpr const char* bcrypt_digest = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
constexpr const char* password = "an engine of analysis";

class UserRules : public RowRules {
 protected:
  std::string create(CreateUserRequest request) { return verdict(CreateUser{.body = std::move(request)}); }
  std::string update(const std::string& id, UpdateUserRequest request) {
    return verdict(UpdateUser{.user_id = id, .body = std::move(request)});
  }
};

/// Each takes two bytes.
std::string umlauts(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "\xc3\xa4";
  return text;
}

RawJson object_of_bytes(std::size_t bytes) {
  return RawJson{R"({"k":")" + std::string(bytes - std::string{R"({"k":""})"}.size(), 'x') + R"("})"};
}

}  // namespace

TEST_F(UserRules, creation_is_refused_for_identifiers_that_are_none_or_twice) {
  expect({
      {"facts 4.3: no address", create({.email_address = Texts{"ada"}}), "form_param_format_invalid email_address"},
      {"facts 4.3: no number", create({.phone_number = Texts{"12"}}), "form_param_format_invalid phone_number"},
      {"facts 4.3: no wallet", create({.web3_wallet = Texts{"0x12"}}), "form_param_format_invalid web3_wallet"},
      {"facts 4.3: no username", create({.username = "a b"}), "form_param_format_invalid username"},
      {"facts 4.3: all at once, each is told", create({.email_address = Texts{"ada"}, .username = "a b"}),
       "form_param_format_invalid email_address; form_param_format_invalid username"},
      {"facts 3.3: case does not make it another", create({.email_address = Texts{"a@example.com", "A@example.com"}}),
       "form_param_duplicate email_address"},
      {"facts 3.2: a status for each",
       create(
           {.email_address = Texts{"a@example.com"},
            .email_address_identification_status =
                std::vector<IdentificationStatus>{IdentificationStatus{"verified"}, IdentificationStatus{"reserved"}}}),
       "form_param_array_length_mismatch email_address_identification_status"},
      {"facts 3.3: none at all", create({.first_name = "Ada"}), "form_data_missing"},
      {"facts 3.2: none, and that will do", create({.first_name = "Ada", .skip_user_requirement = true}), "done"},
  });
}

TEST_F(UserRules, test_numbers_need_the_test_mode) {
  expect({{"facts 3.3: test_mode on", create({.phone_number = Texts{"+12015550100"}}), "done"}});
  instance.settings.instance.test_mode = false;
  expect({{"facts 3.3: XXX that is no area code", create({.phone_number = Texts{"+11115550101"}}),
           "form_param_format_invalid phone_number"}});
}

TEST_F(UserRules, creation_is_refused_for_what_another_user_has) {
  ASSERT_EQ(create({.external_id = "e1",
                    .email_address = Texts{"ada@example.com"},
                    .phone_number = Texts{"+14155552671"},
                    .web3_wallet = Texts{"0x" + std::string(40, 'a')},
                    .username = "ada"}),
            "done");
  expect({
      {"facts 3.3", create({.email_address = Texts{"ADA@example.com"}}), "form_identifier_exists email_address"},
      {"facts 3.3", create({.phone_number = Texts{"+1 415 555 2671"}}), "form_identifier_exists phone_number"},
      {"facts 3.3", create({.web3_wallet = Texts{"0x" + std::string(40, 'A')}}), "form_identifier_exists web3_wallet"},
      {"facts 3.3", create({.username = "Ada"}), "form_identifier_exists username"},
      {"facts 3.3: each that is taken", create({.email_address = Texts{"ada@example.com"}, .username = "ada"}),
       "form_identifier_exists email_address; form_identifier_exists username"},
      {"facts 3.3 (inferred)", create({.external_id = "e1", .email_address = Texts{"b@example.com"}}),
       "form_identifier_exists external_id"},
      {"facts 3.3: of a refused one nothing stays", create({.email_address = Texts{"b@example.com"}}), "done"},
  });
  instance.id = "ins_2";
  expect({{"facts 3.3: unique in its instance",
           create({.external_id = "e1", .email_address = Texts{"ada@example.com"}}), "done"}});
}

TEST_F(UserRules, creation_obeys_the_restrictions_but_not_the_sign_up_mode) {
  instance.traits.sign_up_mode = "restricted";
  expect({{"facts 3.3: manual creation", create({.email_address = Texts{"a@example.com"}}), "done"}});
  instance.traits.sign_up_mode = "public";
  auto& restrictions = instance.settings.restrictions;
  restrictions.block_email_subaddresses = true;
  expect({{"facts 3.3: of that mailbox", create({.email_address = Texts{"a+x@example.com"}}), "not_allowed_access"}});
  restrictions.block_disposable_email_domains = true;
  expect({{"facts 3.3", create({.email_address = Texts{"a@mailinator.com"}}), "not_allowed_access"}});
  instance.settings.communication.blocked_country_codes = {"FR"};
  expect({{"facts 3.3", create({.phone_number = Texts{"+33612345678"}}), "not_allowed_access"}});
  restrictions.allowlist = true;
  expect({{"facts 3.3: an empty list blocks all", create({.email_address = Texts{"b@example.com"}}),
           "not_allowed_access"}});
}

TEST_F(UserRules, passwords_are_judged_when_a_user_is_made) {
  const auto with = [&](CreateUserRequest request) {
    request.email_address = Texts{"ada.lovelace@example.com"};
    return create(std::move(request));
  };
  expect({
      {"facts 3.2", with({.password = "short"}), "form_password_length_too_short password"},
      {"facts 4.3 (72 inferred)", with({.password = std::string(73, 'x')}), "form_password_length_too_long password"},
      {"facts 4.3", with({.password = umlauts(40)}), "form_password_size_in_bytes_exceeded password"},
      {"facts 4.3", with({.password = "ADA.lovelace@example.com"}), "form_password_matches_identifier password"},
      {"facts 3.3: hibp", with({.password = "password1"}), "form_password_pwned password"},
      {"facts 4.3 (inferred)", with({.password = password, .password_digest = bcrypt_digest}),
       "form_param_value_conflict password_digest"},
      {"facts 4.3", with({.password_digest = bcrypt_digest}), "form_conditional_param_missing password_hasher"},
      {"facts 4.3", with({.password_digest = "x", .password_hasher = PasswordHasher{"bcrypt"}}),
       "form_password_digest_invalid_code password_digest"},
      {"facts 4.3", with({.password_digest = "x", .password_hasher = PasswordHasher{"rot13"}}),
       "form_param_value_invalid password_hasher"},
      {"clerkd: its form is documented nowhere",
       with({.password_digest = "x", .password_hasher = PasswordHasher{"md5_phpass"}}),
       "form_param_value_invalid password_hasher"},
      {"facts 3.2", with({.password_digest = bcrypt_digest, .password_hasher = PasswordHasher{"bcrypt"}}), "done"},
  });
}

TEST_F(UserRules, what_is_known_as_leaked_is_taken_without_hibp_and_anything_without_checks) {
  expect(
      {{"facts 3.2: skip_password_checks",
        create({.email_address = Texts{"a@example.com"}, .password = "short", .skip_password_checks = true}), "done"}});
  instance.settings.instance.hibp = false;
  expect({{"facts 3.3: hibp off", create({.email_address = Texts{"b@example.com"}, .password = "password1"}), "done"}});
}

TEST_F(UserRules, times_and_metadata_are_judged) {
  const auto with = [&](CreateUserRequest request) {
    request.skip_user_requirement = true;
    return create(std::move(request));
  };
  expect({
      {"facts 4.3", with({.legal_accepted_at = "yesterday"}), "form_param_invalid_time legal_accepted_at"},
      {"facts 4.3", with({.created_at = "2024-13-01T00:00:00Z"}), "form_param_invalid_time created_at"},
      {"facts 3.2", with({.created_at = "2024-12-01T00:00:00Z"}), "done"},
      {"facts 4.3", with({.public_metadata = RawJson{"[]"}}), "form_param_type_invalid public_metadata"},
      {"facts 5.1", with({.private_metadata = object_of_bytes(8193)}),
       "form_param_exceeds_allowed_size private_metadata"},
      {"facts 5.1: 8 KB will do", with({.unsafe_metadata = object_of_bytes(8192)}), "done"},
      {"facts 5.1: each is told", with({.public_metadata = RawJson{"1"}, .unsafe_metadata = RawJson{"null"}}),
       "form_param_type_invalid public_metadata; form_param_type_invalid unsafe_metadata"},
  });
}

TEST_F(UserRules, a_new_user_is_as_asked_for) {
  const User user = done(CreateUser{.body = {.external_id = "e1",
                                             .first_name = "Ada",
                                             .email_address = Texts{"Ada@Example.com", "b@example.com"},
                                             .email_address_identification_status =
                                                 std::vector<IdentificationStatus>{IdentificationStatus{"reserved"},
                                                                                   IdentificationStatus{"verified"}},
                                             .username = "Ada",
                                             .created_at = "2024-12-01T00:00:00Z",
                                             .banned = true,
                                             .locked = true}});
  ASSERT_EQ(user.email_addresses.size(), 2U);
  EXPECT_EQ(user.email_addresses[0].email_address, "ada@example.com");
  EXPECT_EQ(user.email_addresses[0].reserved, true);
  EXPECT_EQ(user.primary_email_address_id, user.email_addresses[0].id);
  EXPECT_EQ(user.username, "Ada");
  EXPECT_EQ(user.external_id, "e1");
  EXPECT_EQ(user.created_at, 1'733'011'200'000);
  EXPECT_TRUE(user.banned);
  EXPECT_TRUE(user.locked);
  EXPECT_EQ(user.lockout_expires_in_seconds, 3600);
  EXPECT_FALSE(user.password_enabled);
  EXPECT_EQ(done(GetUser{.user_id = user.id}), user);
}

TEST_F(UserRules, who_is_not_there_is_not_found) {
  expect({
      {"facts 3.1", verdict(GetUser{.user_id = "user_0"}), "resource_not_found"},
      {"facts 3.1", update("user_0", {.first_name = "Ada"}), "resource_not_found"},
      {"facts 3.1", verdict(DeleteUser{.user_id = "user_0"}), "resource_not_found"},
      {"facts 3.1", verdict(UpdateUserMetadata{.user_id = "user_0"}), "resource_not_found"},
      {"facts 3.1", verdict(ReplaceUserMetadata{.user_id = "user_0"}), "resource_not_found"},
      {"facts 3.1", verdict(VerifyPassword{.user_id = "user_0", .body = {.password = password}}), "resource_not_found"},
      {"facts 3.1", verdict(operations::SetUserPasswordCompromised{.user_id = "user_0"}), "resource_not_found"},
      {"facts 3.1", verdict(operations::UnsetUserPasswordCompromised{.user_id = "user_0"}), "resource_not_found"},
      {"facts 3.1", verdict(operations::BanUser{.user_id = "user_0"}), "resource_not_found"},
      {"facts 3.1", verdict(operations::UnbanUser{.user_id = "user_0"}), "resource_not_found"},
      {"facts 3.1", verdict(operations::LockUser{.user_id = "user_0"}), "resource_not_found"},
      {"facts 3.1", verdict(operations::UnlockUser{.user_id = "user_0"}), "resource_not_found"},
  });
  const User user = make_user("ada@example.com");
  instance.id = "ins_2";
  expect({{"facts 3.3: an instance sees its own users", verdict(GetUser{.user_id = user.id}), "resource_not_found"}});
}

TEST_F(UserRules, an_update_is_refused_as_a_creation_would_be) {
  ASSERT_EQ(create({.external_id = "e1", .username = "taken"}), "done");
  const std::string id = make_user("ada.lovelace@example.com").id;
  expect({
      {"facts 3.3", update(id, {.username = "Taken"}), "form_identifier_exists username"},
      {"facts 4.3", update(id, {.username = "a b"}), "form_param_format_invalid username"},
      {"facts 3.3 (inferred)", update(id, {.external_id = "e1"}), "form_identifier_exists external_id"},
      {"facts 4.3", update(id, {.legal_accepted_at = "soon"}), "form_param_invalid_time legal_accepted_at"},
      {"facts 4.3", update(id, {.created_at = "soon"}), "form_param_invalid_time created_at"},
      {"facts 3.2", update(id, {.password = "short"}), "form_password_length_too_short password"},
      {"facts 4.3", update(id, {.password = "ada.lovelace@example.com"}), "form_password_matches_identifier password"},
      {"facts 4.3", update(id, {.password_digest = bcrypt_digest}), "form_conditional_param_missing password_hasher"},
      {"facts 2.11 (code inferred)", update(id, {.public_metadata = RawJson{"{}"}}),
       "form_param_deprecated public_metadata"},
      {"facts 2.11 (code inferred)", update(id, {.private_metadata = RawJson{"{}"}, .unsafe_metadata = RawJson{"{}"}}),
       "form_param_deprecated private_metadata; form_param_deprecated unsafe_metadata"},
      {"facts 4.3", update(id, {.primary_email_address_id = "idn_0"}),
       "form_resource_not_found primary_email_address_id"},
      {"facts 4.3", update(id, {.primary_phone_number_id = "idn_0"}),
       "form_resource_not_found primary_phone_number_id"},
      {"facts 4.3", update(id, {.primary_web3_wallet_id = "idn_0"}), "form_resource_not_found primary_web3_wallet_id"},
      {"facts 3.2", update(id, {.username = "ada"}), "done"},
      {"facts 3.2: one's own, written otherwise", update(id, {.username = "Ada"}), "done"},
      {"facts 3.2", update(id, {.username = null}), "done"},
      {"facts 3.2", update(id, {.external_id = "e2"}), "done"},
      {"facts 3.2: one's own", update(id, {.external_id = "e2", .first_name = "Ada"}), "done"},
  });
  api_version = "2025-11-10";
  expect({{"facts 2.11: before 2026-05-12", update(id, {.public_metadata = RawJson{"{}"}}), "done"},
          {"facts 4.3", update(id, {.public_metadata = RawJson{"[]"}}), "form_param_type_invalid public_metadata"}});
}

TEST_F(UserRules, only_a_verified_identification_of_the_kind_becomes_the_primary_one) {
  const User user = done(CreateUser{.body = {.email_address = Texts{"a@example.com", "b@example.com"},
                                             .email_address_identification_status =
                                                 std::vector<IdentificationStatus>{IdentificationStatus{"verified"},
                                                                                   IdentificationStatus{"reserved"}},
                                             .phone_number = Texts{"+14155552671"}}});
  const std::string reserved = user.email_addresses.at(1).id.value();
  const std::string number = user.phone_numbers.at(0).id.value();
  expect({
      {"facts 3.2 (inferred)", update(user.id, {.primary_email_address_id = reserved}),
       "form_param_format_invalid primary_email_address_id"},
      {"facts 4.3: of another kind", update(user.id, {.primary_email_address_id = number}),
       "form_resource_not_found primary_email_address_id"},
      {"facts 3.2", update(user.id, {.primary_phone_number_id = number}), "done"},
  });
}

TEST_F(UserRules, metadata_are_merged_or_replaced_and_the_result_is_judged) {
  const std::string id = make_user("ada@example.com").id;
  const auto merge = [&](UpdateUserMetadataRequest body) { return verdict(UpdateUserMetadata{id, std::move(body)}); };
  const auto replace = [&](ReplaceUserMetadataRequest body) {
    return verdict(ReplaceUserMetadata{id, std::move(body)});
  };
  expect({
      {"facts 5.1", merge({.public_metadata = RawJson{R"({"a":1,"b":{"c":2}})"}}), "done"},
      {"facts 5.1", merge({.public_metadata = RawJson{R"({"a":null,"b":{"d":3}})"}}), "done"},
  });
  EXPECT_EQ(done(GetUser{.user_id = id}).public_metadata, RawJson{R"({"b":{"c":2,"d":3}})"});
  const RawJson half = object_of_bytes(5000);
  RawJson other{R"({"m":")" + std::string(5000, 'x') + R"("})"};
  expect({
      {"facts 5.1", merge({.private_metadata = half}), "done"},
      {"facts 5.1: of a merge the result counts", merge({.private_metadata = other}),
       "form_param_exceeds_allowed_size private_metadata"},
      {"facts 5.1: of a replacement what is new", replace({.private_metadata = other}), "done"},
      {"facts 4.3", merge({.unsafe_metadata = RawJson{"1"}}), "form_param_type_invalid unsafe_metadata"},
      {"facts 4.3", replace({.unsafe_metadata = RawJson{"[]"}}), "form_param_type_invalid unsafe_metadata"},
      {"facts 5.1", replace({.public_metadata = RawJson{"{}"}}), "done"},
  });
  EXPECT_EQ(done(GetUser{.user_id = id}).public_metadata, RawJson{"{}"});
}

TEST_F(UserRules, a_password_is_verified_and_failures_lock) {
  const std::string id = done(CreateUser{.body = {.email_address = Texts{"ada@example.com"}, .password = password}}).id;
  const std::string without = make_user("b@example.com").id;
  const auto verify = [&](const std::string& user, const std::string& tried) {
    return verdict(VerifyPassword{.user_id = user, .body = {.password = tried}});
  };
  expect({
      {"facts 3.1", verify(id, password), "done"},
      {"facts 4.3", verify(id, "another one"), "incorrect_password password"},
      {"facts 4.3", verify(without, password), "no_password_set"},
  });
  EXPECT_EQ(done(GetUser{.user_id = id}).verification_attempts_remaining, 99) << "facts 7: a failure is remembered";
  done(operations::LockUser{.user_id = id});
  expect({{"facts 7 (code inferred)", verify(id, password), "user_locked"}});
  now += hour;
  expect({{"facts 7: 60 minutes", verify(id, password), "done"}});
  EXPECT_EQ(done(GetUser{.user_id = id}).verification_attempts_remaining, 100);
  meanwhile = [&] { done(UpdateUser{.user_id = id, .body = {.password = "another engine"}}); };
  expect({{"store 1.2: changed while it was tried", verify(id, password), "conflict"}});
}

TEST_F(UserRules, the_hundredth_failure_locks) {
  const std::string digest = "5f4dcc3b5aa765d61d8327deb882cf99";  // quick to try a hundred times
  const std::string id = done(CreateUser{.body = {.email_address = Texts{"ada@example.com"},
                                                  .password_digest = digest,
                                                  .password_hasher = PasswordHasher{"md5"}}})
                             .id;
  for (int failure = 1; failure < 100; ++failure) {
    EXPECT_EQ(verdict(VerifyPassword{.user_id = id, .body = {.password = "wrong"}}), "incorrect_password password");
  }
  EXPECT_FALSE(done(GetUser{.user_id = id}).locked);
  EXPECT_EQ(verdict(VerifyPassword{.user_id = id, .body = {.password = "wrong"}}), "incorrect_password password");
  EXPECT_TRUE(done(GetUser{.user_id = id}).locked) << "facts 7";
  EXPECT_EQ(verdict(VerifyPassword{.user_id = id, .body = {.password = "password"}}), "user_locked");
  EXPECT_FALSE(done(operations::UnlockUser{.user_id = id}).locked);
  EXPECT_EQ(verdict(VerifyPassword{.user_id = id, .body = {.password = "password"}}), "done");
}

TEST_F(UserRules, moderation_is_done_and_undone) {
  const std::string id = make_user("ada@example.com").id;
  EXPECT_TRUE(done(operations::BanUser{.user_id = id}).banned);
  EXPECT_FALSE(done(operations::UnbanUser{.user_id = id}).banned);
  EXPECT_TRUE(done(operations::LockUser{.user_id = id}).locked);
  EXPECT_FALSE(done(operations::UnlockUser{.user_id = id}).locked);
  EXPECT_EQ(done(operations::SetUserPasswordCompromised{.user_id = id}).requires_password_reset, true);
  EXPECT_EQ(done(operations::UnsetUserPasswordCompromised{.user_id = id}).requires_password_reset, false);
}

TEST_F(UserRules, what_a_deleted_user_had_is_free_again) {
  const User user = done(CreateUser{.body = {.external_id = "e1", .email_address = Texts{"ada@example.com"}}});
  const DeletedObject deleted = done(DeleteUser{.user_id = user.id});
  EXPECT_EQ(deleted.object, "user");
  EXPECT_EQ(deleted.external_id, "e1");
  expect({
      {"facts 3.1", verdict(GetUser{.user_id = user.id}), "resource_not_found"},
      {"facts 3.3", create({.external_id = "e1", .email_address = Texts{"ada@example.com"}}), "done"},
  });
}

}  // namespace clerk::server::rules
