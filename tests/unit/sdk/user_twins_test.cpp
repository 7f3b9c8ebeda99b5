#include "tests/unit/sdk/twins.hpp"

#include <clerk/api/email_addresses_api.hpp>
#include <clerk/api/phone_numbers_api.hpp>
#include <clerk/api/users_api.hpp>

#include <boost/asio/use_future.hpp>

namespace {

using boost::asio::use_future;
using clerk::test::Twins;

}  // namespace

TEST_F(Twins, of_every_method_on_users_make_its_call) {
  const clerk::UsersApi api{client};
  expect("get_user_list", api.async_get_user_list({}, use_future));
  expect("create_user", api.async_create_user({}, use_future));
  expect("get_users_count", api.async_get_users_count({}, use_future));
  expect("get_user", api.async_get_user("user_1", use_future));
  expect("update_user", api.async_update_user("user_1", {}, use_future));
  expect("delete_user", api.async_delete_user("user_1", use_future));
  expect("ban_user", api.async_ban_user("user_1", use_future));
  expect("unban_user", api.async_unban_user("user_1", use_future));
  expect("users_ban", api.async_users_ban({.user_ids = {"user_1"}}, use_future));
  expect("users_unban", api.async_users_unban({.user_ids = {"user_1"}}, use_future));
  expect("lock_user", api.async_lock_user("user_1", use_future));
  expect("unlock_user", api.async_unlock_user("user_1", use_future));
  expect("update_user_metadata", api.async_update_user_metadata("user_1", {}, use_future));
  expect("replace_user_metadata", api.async_replace_user_metadata("user_1", {}, use_future));
  expect("verify_password", api.async_verify_password("user_1", {.password = "a password"}, use_future));
  expect("set_user_password_compromised", api.async_set_user_password_compromised("user_1", {}, use_future));
  expect("unset_user_password_compromised", api.async_unset_user_password_compromised("user_1", use_future));
}

TEST_F(Twins, of_every_method_on_identifiers_make_its_call_with_options_too) {
  const clerk::EmailAddressesApi addresses{client};
  const clerk::PhoneNumbersApi numbers{client};
  const clerk::CallOptions once{.retry = clerk::RetryPolicy::none()};
  const clerk::CreateEmailAddressRequest address{.user_id = "user_1", .email_address = "ada@example.com"};
  const clerk::CreatePhoneNumberRequest number{.user_id = "user_1", .phone_number = "+15555550100"};
  expect("create_email_address", addresses.async_create_email_address(address, once, use_future));
  expect("get_email_address", addresses.async_get_email_address("idn_1", once, use_future));
  expect("update_email_address", addresses.async_update_email_address("idn_1", {}, once, use_future));
  expect("delete_email_address", addresses.async_delete_email_address("idn_1", once, use_future));
  expect("replace_user_email_address",
         addresses.async_replace_user_email_address("user_1", {.email_address = "b@example.com"}, once, use_future));
  expect("create_phone_number", numbers.async_create_phone_number(number, once, use_future));
  expect("get_phone_number", numbers.async_get_phone_number("idn_1", once, use_future));
  expect("update_phone_number", numbers.async_update_phone_number("idn_1", {}, once, use_future));
  expect("delete_phone_number", numbers.async_delete_phone_number("idn_1", once, use_future));
  expect("replace_user_phone_number",
         numbers.async_replace_user_phone_number("user_1", {.phone_number = "+15555550101"}, once, use_future));
}
