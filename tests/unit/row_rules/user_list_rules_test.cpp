#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateUser;
using operations::GetUserList;
using operations::GetUsersCount;

class UserListRules : public RowRules {
 protected:
  /// The users' first names, in the order of the page.
  std::string listed(GetUserListRequest query) {
    const auto judged = run(GetUserList{.query = std::move(query)});
    if (judged.has_error()) return verdict_of(judged);
    std::string names;
    for (const User& user : judged->data) names.append(names.empty() ? "" : " ").append(user.first_name.value_or("-"));
    return names;
  }
  std::string counted(GetUsersCountRequest query) {
    const auto judged = run(GetUsersCount{.query = std::move(query)});
    return judged.has_error() ? verdict_of(judged) : std::to_string(judged->total_count);
  }
  std::string make(CreateUserRequest request) {
    now += 1000;
    return done(CreateUser{.body = std::move(request)}).id;
  }

  std::int64_t start{now};
  std::string ada{make({.external_id = "e1",
                        .first_name = "Ada",
                        .last_name = "Lovelace",
                        .email_address = Texts{"ada@example.com", "countess@example.com"},
                        .username = "countess"})};
  std::string bob{make({.external_id = "e2",
                        .first_name = "Bob",
                        .last_name = "Kahn",
                        .email_address = Texts{"bob@example.org"},
                        .phone_number = Texts{"+14155552671"},
                        .banned = true})};
  std::string cleo{make({.first_name = "Cleo", .web3_wallet = Texts{"0x" + std::string(40, 'c')}, .username = "Cleo"})};
};

}  // namespace

TEST_F(UserListRules, each_filter_finds_its_users) {
  expect({
      {"facts 3.2: newest first", listed({}), "Cleo Bob Ada"},
      {"facts 3.2", listed({.email_address = {"ADA@example.com"}}), "Ada"},
      {"facts 3.2: any address", listed({.email_address = {"countess@example.com", "bob@example.org"}}), "Bob Ada"},
      {"facts 3.2: nobody's", listed({.email_address = {"nobody@example.com"}}), ""},
      {"facts 3.2: none at all", listed({.email_address = {"nobody"}}), ""},
      {"facts 3.2: what is none is left out", listed({.email_address = {"nobody", "ada@example.com"}}), "Ada"},
      {"facts 3.2", listed({.phone_number = {"+1 415 555 2671"}}), "Bob"},
      {"facts 3.2", listed({.username = {"CLEO", "countess"}}), "Cleo Ada"},
      {"facts 3.2", listed({.web3_wallet = {"0x" + std::string(40, 'C')}}), "Cleo"},
      {"facts 3.2", listed({.external_id = {"e1", "e9"}}), "Ada"},
      {"facts 3.2", listed({.external_id = {"-e1"}}), "Cleo Bob"},
      {"facts 3.2: an empty one is had by nobody", listed({.external_id = {""}}), ""},
      {"facts 3.2", listed({.user_id = {ada, "+" + cleo}}), "Cleo Ada"},
      {"facts 3.2", listed({.user_id = {"-" + ada}}), "Cleo Bob"},
      {"facts 3.2", listed({.user_id = {ada, cleo, "-" + ada}}), "Cleo"},
      {"facts 3.2: all filters hold", listed({.email_address = {"ada@example.com"}, .external_id = {"e2"}}), ""},
      {"facts 3.2: nobody is in an organization", listed({.organization_id = {"org_1"}}), ""},
      {"facts 3.2", listed({.organization_id = {"-org_1"}}), "Cleo Bob Ada"},
      {"facts 3.2", listed({.query = "LOVE"}), "Ada"},
      {"facts 3.2", listed({.email_address_query = "EXAMPLE.org"}), "Bob"},
      {"facts 3.2", listed({.phone_number_query = "555"}), "Bob"},
      {"facts 3.2", listed({.username_query = "CO"}), "Ada"},
      {"facts 3.2", listed({.name_query = "ob ka"}), "Bob"},
      {"facts 3.2: a sign for any is none", listed({.query = "%"}), ""},
      {"facts 3.2", listed({.banned = true}), "Bob"},
      {"facts 3.2", listed({.banned = false}), "Cleo Ada"},
      {"facts 3.2", listed({.created_at_before = start + 2000}), "Ada"},
      {"facts 3.2", listed({.created_at_after = start + 2000}), "Cleo"},
  });
}

TEST_F(UserListRules, an_account_elsewhere_is_named_by_provider_and_id_together) {
  expect({
      {"facts 4.3 (inferred)", listed({.provider = "oauth_google"}), "form_conditional_param_missing provider_user_id"},
      {"facts 4.3 (inferred)", listed({.provider_user_id = {"1"}}), "form_conditional_param_missing provider"},
      {"facts 3.2: nobody has one here", listed({.provider = "oauth_google", .provider_user_id = {"1"}}), ""},
      {"facts 4.3 (inferred)", counted({.provider = "oauth_google"}),
       "form_conditional_param_missing provider_user_id"},
      {"facts 4.3 (inferred)", counted({.provider_user_id = {"1"}}), "form_conditional_param_missing provider"},
      {"facts 3.2", counted({.provider = "oauth_google", .provider_user_id = {"1"}}), "0"},
  });
}

TEST_F(UserListRules, times_of_activity_are_filters_and_orders) {
  const std::int64_t signed_in = ++now;
  done(operations::CreateSession{.body = {.user_id = ada}});
  expect({
      {"facts 3.2", listed({.last_sign_in_at_after = signed_in - 1}), "Ada"},
      {"facts 3.2", listed({.last_sign_in_at_before = signed_in}), "Cleo Bob"},
      {"facts 3.2", listed({.last_active_at_after = signed_in - 1}), "Ada"},
      {"facts 3.2: not on that time", listed({.last_active_at_after = signed_in}), ""},
      {"facts 3.2: the older name says from that time on", listed({.last_active_at_since = signed_in}), "Ada"},
      {"facts 3.2", listed({.last_active_at_before = signed_in}), "Cleo Bob"},
      {"facts 3.2", listed({.order_by = "-last_sign_in_at"}), "Ada Cleo Bob"},
  });
}

TEST_F(UserListRules, each_order_has_both_directions) {
  expect({
      {"facts 3.2", listed({.order_by = "created_at"}), "Ada Bob Cleo"},
      {"facts 3.2", listed({.order_by = "+created_at"}), "Ada Bob Cleo"},
      {"facts 3.2", listed({.order_by = "-updated_at"}), "Cleo Bob Ada"},
      {"facts 3.2: who has none comes first", listed({.order_by = "email_address"}), "Cleo Ada Bob"},
      {"facts 3.2", listed({.order_by = "-phone_number"}), "Bob Cleo Ada"},
      {"facts 3.2", listed({.order_by = "-web3wallet"}), "Cleo Bob Ada"},
      {"facts 3.2", listed({.order_by = "first_name"}), "Ada Bob Cleo"},
      {"facts 3.2", listed({.order_by = "last_name"}), "Cleo Bob Ada"},
      {"facts 3.2", listed({.order_by = "-username"}), "Ada Cleo Bob"},
      {"facts 3.2", listed({.order_by = "-last_active_at"}), "Cleo Bob Ada"},
  });
}

TEST_F(UserListRules, a_page_begins_at_an_offset_or_after_a_user) {
  expect({
      {"facts 3.2", listed({.limit = 1}), "Cleo"},
      {"facts 3.2", listed({.limit = 1, .offset = 1}), "Bob"},
      {"facts 3.2", listed({.offset = 3}), ""},
      {"facts 3.2", listed({.limit = 1, .starting_after = cleo}), "Bob"},
      {"facts 3.2", listed({.starting_after = ada, .order_by = "+created_at"}), "Bob Cleo"},
      {"facts 4.3", listed({.starting_after = "user_0"}), "form_resource_not_found starting_after"},
      {"facts 3.2", listed({.starting_after = cleo, .order_by = "username"}),
       "form_param_value_conflict starting_after"},
      {"facts 3.2 (inferred)", listed({.offset = 1, .starting_after = cleo}),
       "form_param_value_conflict starting_after"},
  });
}

TEST_F(UserListRules, the_count_is_that_of_the_filters) {
  expect({
      {"facts 3.2: the kept counter", counted({}), "3"},
      {"facts 3.2", counted({.email_address = {"ada@example.com"}}), "1"},
      {"facts 3.2", counted({.email_address = {"nobody"}}), "0"},
      {"facts 3.2", counted({.user_id = {"-" + ada}}), "2"},
      {"facts 3.2", counted({.query = "example"}), "2"},
      {"facts 3.2", counted({.banned = true}), "1"},
  });
  done(operations::DeleteUser{.user_id = ada});
  expect({{"facts 3.2", counted({}), "2"}});
  instance.id = "ins_2";
  expect({
      {"facts 3.3: an instance has its own", counted({}), "0"},
      {"facts 3.3", listed({.user_id = {bob}}), ""},
      {"facts 3.3", listed({.external_id = {"e2"}}), ""},
      {"facts 3.3", listed({.email_address = {"bob@example.org"}}), ""},
  });
}

TEST_F(UserListRules, many_are_banned_or_none) {
  const auto ban = [&](const Texts& ids) { return verdict(operations::UsersBan{.body = {.user_ids = ids}}); };
  const auto unban = [&](const Texts& ids) { return verdict(operations::UsersUnban{.body = {.user_ids = ids}}); };
  expect({
      {"facts 3.1", ban({ada, "user_0"}), "resource_not_found"},
      {"store 1.4: nothing of it stayed", counted({.banned = true}), "1"},
      {"facts 3.1", ban({ada, cleo}), "done"},
      {"facts 3.1", counted({.banned = true}), "3"},
      {"facts 3.1", unban({"user_0", ada}), "resource_not_found"},
      {"facts 3.1", unban({ada, bob, cleo}), "done"},
      {"facts 3.1", counted({.banned = true}), "0"},
  });
}

}  // namespace clerk::server::rules
