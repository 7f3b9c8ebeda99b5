#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateEmailAddress;
using operations::CreatePhoneNumber;
using operations::DeleteEmailAddress;
using operations::DeletePhoneNumber;
using operations::GetEmailAddress;
using operations::GetPhoneNumber;
using operations::GetUser;
using operations::ReplaceUserEmailAddress;
using operations::ReplaceUserPhoneNumber;
using operations::UpdateEmailAddress;
using operations::UpdatePhoneNumber;

class IdentificationRules : public RowRules {
 protected:
  std::string add(CreateEmailAddressRequest request) {
    request.user_id = ada;
    return verdict(CreateEmailAddress{.body = std::move(request)});
  }
  std::string add_number(CreatePhoneNumberRequest request) {
    request.user_id = ada;
    return verdict(CreatePhoneNumber{.body = std::move(request)});
  }
  std::string replace(ReplaceUserEmailAddressRequest request) {
    return verdict(ReplaceUserEmailAddress{.user_id = ada, .body = std::move(request)});
  }
  std::string replace_number(ReplaceUserPhoneNumberRequest request) {
    return verdict(ReplaceUserPhoneNumber{.user_id = ada, .body = std::move(request)});
  }
  std::string address(const std::string& text, bool verified) {
    return done(CreateEmailAddress{.body = {.user_id = ada, .email_address = text, .verified = verified}}).id.value();
  }
  std::string number(const std::string& text) {
    return done(CreatePhoneNumber{.body = {.user_id = ada, .phone_number = text, .verified = true}}).id.value();
  }
  std::string primary() { return done(GetUser{.user_id = ada}).primary_email_address_id.value_or("none"); }

  std::string ada{make_user("ada@example.com").id};
  std::string first{primary()};
};

}  // namespace

TEST_F(IdentificationRules, an_address_more_has_to_come_in_as_a_newcomers_would) {
  make_user("taken@example.com");
  expect({
      {"facts 4.3", add({.email_address = "no address"}), "form_param_format_invalid email_address"},
      {"facts 3.3", add({.email_address = "Taken@example.com"}), "form_identifier_exists email_address"},
      {"facts 3.3: one's own too", add({.email_address = "ada@example.com"}), "form_identifier_exists email_address"},
      {"facts 3.2 (inferred)", add({.email_address = "b@example.com", .primary = true}),
       "form_param_value_conflict primary"},
      {"facts 3.1", verdict(CreateEmailAddress{.body = {.user_id = "user_0", .email_address = "b@example.com"}}),
       "resource_not_found"},
      {"facts 3.2", add({.email_address = "b@example.com"}), "done"},
  });
  auto& restrictions = instance.settings.restrictions;
  restrictions.block_email_subaddresses = true;
  restrictions.block_disposable_email_domains = true;
  restrictions.blocklist = true;
  done(operations::CreateBlocklistIdentifier{.body = {.identifier = "*@blocked.example"}});
  expect({
      {"facts 3.3: another's mailbox", add({.email_address = "taken+x@example.com"}), "not_allowed_access"},
      {"facts 3.3: one's own mailbox (inferred)", add({.email_address = "ada+x@example.com"}), "done"},
      {"facts 3.3", add({.email_address = "ada@mailinator.com"}), "not_allowed_access"},
      {"facts 3.3", add({.email_address = "ada@blocked.example"}), "not_allowed_access"},
  });
  restrictions.allowlist = true;
  expect(
      {{"facts 3.3: later changes cannot bypass it", add({.email_address = "c@example.com"}), "not_allowed_access"}});
}

TEST_F(IdentificationRules, a_number_more_likewise) {
  done(operations::CreateUser{.body = {.phone_number = Texts{"+14155552671"}}});
  instance.settings.communication.blocked_country_codes = {"FR"};
  expect({
      {"facts 4.3", add_number({.phone_number = "12"}), "form_param_format_invalid phone_number"},
      {"facts 3.3", add_number({.phone_number = "+1 (415) 555-2671"}), "form_identifier_exists phone_number"},
      {"facts 2.7", add_number({.phone_number = "+33612345678"}), "not_allowed_access"},
      {"facts 3.2 (inferred)", add_number({.phone_number = "+14155552672", .primary = true}),
       "form_param_value_conflict primary"},
      {"facts 3.1", verdict(CreatePhoneNumber{.body = {.user_id = "user_0", .phone_number = "+14155552672"}}),
       "resource_not_found"},
      {"facts 3.2", add_number({.phone_number = "+14155552672", .verified = true, .primary = true}), "done"},
  });
}

TEST_F(IdentificationRules, what_is_not_there_or_of_the_other_kind_is_not_found) {
  const std::string phone = number("+14155552671");
  expect({
      {"facts 3.1", verdict(GetEmailAddress{.email_address_id = "idn_0"}), "resource_not_found"},
      {"facts 3.1", verdict(GetEmailAddress{.email_address_id = phone}), "resource_not_found"},
      {"facts 3.1", verdict(UpdateEmailAddress{.email_address_id = phone}), "resource_not_found"},
      {"facts 3.1", verdict(DeleteEmailAddress{.email_address_id = phone}), "resource_not_found"},
      {"facts 3.1", verdict(GetPhoneNumber{.phone_number_id = "idn_0"}), "resource_not_found"},
      {"facts 3.1", verdict(GetPhoneNumber{.phone_number_id = first}), "resource_not_found"},
      {"facts 3.1", verdict(UpdatePhoneNumber{.phone_number_id = first}), "resource_not_found"},
      {"facts 3.1", verdict(DeletePhoneNumber{.phone_number_id = first}), "resource_not_found"},
      {"facts 3.1", verdict(ReplaceUserEmailAddress{.user_id = "user_0", .body = {.email_address = "b@example.com"}}),
       "resource_not_found"},
      {"facts 3.1", verdict(ReplaceUserPhoneNumber{.user_id = "user_0", .body = {.phone_number = "+14155552672"}}),
       "resource_not_found"},
      {"facts 3.1", verdict(GetEmailAddress{.email_address_id = first}), "done"},
      {"facts 3.1", verdict(GetPhoneNumber{.phone_number_id = phone}), "done"},
  });
  instance.id = "ins_2";
  expect(
      {{"facts 3.3: of another instance", verdict(GetEmailAddress{.email_address_id = first}), "resource_not_found"}});
}

TEST_F(IdentificationRules, only_a_verified_one_becomes_the_primary_one) {
  const std::string unverified = address("b@example.com", false);
  expect(
      {{"facts 3.2 (inferred)", verdict(UpdateEmailAddress{.email_address_id = unverified, .body = {.primary = true}}),
        "form_param_value_conflict primary"}});
  EXPECT_EQ(primary(), first);
  expect({{"facts 3.2: both at once",
           verdict(UpdateEmailAddress{.email_address_id = unverified, .body = {.verified = true, .primary = true}}),
           "done"}});
  EXPECT_EQ(primary(), unverified);
  const std::string phone =
      done(CreatePhoneNumber{.body = {.user_id = ada, .phone_number = "+14155552671"}}).id.value();
  expect({{"facts 3.2 (inferred)", verdict(UpdatePhoneNumber{.phone_number_id = phone, .body = {.primary = true}}),
           "form_param_value_conflict primary"}});
}

TEST_F(IdentificationRules, when_the_primary_one_goes_the_oldest_verified_one_takes_its_place) {
  address("unverified@example.com", false);
  now += 1;
  const std::string oldest = address("b@example.com", true);
  now += 1;
  address("c@example.com", true);
  const DeletedObject deleted = done(DeleteEmailAddress{.email_address_id = first});
  EXPECT_EQ(deleted.object, "email_address");
  EXPECT_EQ(deleted.id, first);
  EXPECT_EQ(primary(), oldest);
  expect({{"facts 3.3: it is free again", add({.email_address = "ada@example.com"}), "done"}});
}

TEST_F(IdentificationRules, a_replacement_is_the_one_that_is_left) {
  make_user("taken@example.com");
  address("b@example.com", true);
  expect({
      {"facts 4.3", replace({.email_address = "no address"}), "form_param_format_invalid email_address"},
      {"facts 3.3", replace({.email_address = "taken@example.com"}), "form_identifier_exists email_address"},
  });
  EXPECT_EQ(done(GetUser{.user_id = ada}).email_addresses.size(), 2U) << "a refusal takes nothing away";
  expect({{"facts 3.1: one that the user has", replace({.email_address = "B@example.com"}), "done"}});
  const User user = done(GetUser{.user_id = ada});
  ASSERT_EQ(user.email_addresses.size(), 1U);
  EXPECT_EQ(user.email_addresses[0].email_address, "b@example.com");
  EXPECT_EQ(user.primary_email_address_id, user.email_addresses[0].id);
  expect(
      {{"facts 3.1: a new one", replace({.email_address = "c@example.com"}), "done"},
       {"facts 3.2: reserved",
        replace({.email_address = "d@example.com", .identification_status = ReplacementStatus{"reserved"}}), "done"}});
  EXPECT_EQ(done(GetUser{.user_id = ada}).email_addresses.at(0).reserved, true);
}

TEST_F(IdentificationRules, a_replacement_of_a_number_likewise) {
  number("+14155552671");
  instance.settings.communication.blocked_country_codes = {"FR"};
  expect({
      {"facts 4.3", replace_number({.phone_number = "12"}), "form_param_format_invalid phone_number"},
      {"facts 2.7", replace_number({.phone_number = "+33612345678"}), "not_allowed_access"},
      {"facts 3.1: the same", replace_number({.phone_number = "+14155552671"}), "done"},
      {"facts 3.1", replace_number({.phone_number = "+14155552672"}), "done"},
  });
  EXPECT_EQ(done(GetUser{.user_id = ada}).phone_numbers.size(), 1U);
}

TEST_F(IdentificationRules, the_first_number_reserved_for_the_second_factor_is_the_default_one) {
  const auto reserved = [&](const std::string& text) {
    return done(CreatePhoneNumber{
        .body = {.user_id = ada, .phone_number = text, .verified = true, .reserved_for_second_factor = true}});
  };
  EXPECT_EQ(reserved("+14155552671").default_second_factor, true);
  const PhoneNumber second = reserved("+14155552672");
  EXPECT_EQ(second.reserved_for_second_factor, true);
  EXPECT_EQ(second.default_second_factor, false);
  const PhoneNumber freed =
      done(UpdatePhoneNumber{.phone_number_id = second.id.value(), .body = {.reserved_for_second_factor = false}});
  EXPECT_EQ(freed.reserved_for_second_factor, false);
}

}  // namespace clerk::server::rules
