// Makes every operation's call to the address in PRISM_URL, where prism.test.mjs has a mock made from the official
// description, with requests drawn from PRISM_SEED. The mock refuses a request that the description does not allow.
#include "tests/support/random_model.hpp"
#include "tests/support/sample_operation.hpp"

#include <clerk/api_client.hpp>
#include <clerk/contract/registry.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace clerk::testing {

namespace {

constexpr int rounds = 5;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

RandomModel random_models() { return RandomModel{std::strtoull(variable("PRISM_SEED").c_str(), nullptr, 10)}; }

ApiClient client_of_the_mock() {
  Configuration configuration;
  configuration.host = variable("PRISM_URL");
  configuration.access_token = Secret{"sk_test_outside0123456789"};
  configuration.retries = RetryPolicy::none();
  return ApiClient{configuration};
}

bool is_published(const FieldRules& rules) {
  return rules.standing == Standing::current || rules.standing == Standing::deprecated;
}

/// A request with a value in every field that is published.
template <Model M>
M draw_whole(RandomModel& random) {
  M request{};
  for (bool whole = false; !whole;) {
    whole = true;
    M drawn = random.draw<M>();
    for_each_field<M>([&](std::string_view, auto member, const FieldRules& rules, std::string_view) {
      if (!is_published(rules)) return;
      if constexpr (requires { (request.*member).has_value(); }) {
        if (!(request.*member).has_value()) request.*member = std::move(drawn.*member);
        whole = whole && (request.*member).has_value();
      } else {
        request.*member = std::move(drawn.*member);
      }
    });
  }
  return request;
}

/// A request with what can't be left out, and with null in every published field for which the contract says that the
/// description allows it.
template <Model M>
M all_null(RandomModel& random) {
  M request{};
  M drawn = random.draw<M>();
  for_each_field<M>([&]<class T>(std::string_view, T M::*member, const FieldRules& rules, std::string_view) {
    if constexpr (is_patch<T>) {
      if (is_published(rules) && rules.nullable) request.*member = null;
    } else if constexpr (!detail::is_optional<T>) {
      request.*member = std::move(drawn.*member);
    }
  });
  return request;
}

/// A call that the description allows, with little in it.
template <class Op>
Op sound_operation(RandomModel& random) {
  Op operation = sample_operation<Op>();
  if constexpr (HasBody<Op>) operation.body = all_null<typename Op::Body>(random);
  return operation;
}

/// Takes out what the mock objects to: sessions that are pending, which the description lacks, a filter that it has and
/// calls deprecated, and what is narrower there: text of certain values, the one type that may be given, one status of
/// several, an object of texts.
void make_described(operations::GetSessionList& operation) {
  if (operation.query.status == SessionStatus{SessionStatus::pending}) operation.query.status.reset();
}
void make_described(operations::GetUsersCount& operation) { operation.query.last_active_at_since.reset(); }
void make_described(operations::ListAllOrganizationDomains& operation) {
  if (operation.query.enrollment_mode) operation.query.enrollment_mode = "-enterprise_sso,automatic_invitation";
}
void make_described(operations::ListOrganizationInvitations& operation) {
  if (operation.query.status.size() > 1) operation.query.status.resize(1);
}
void make_described(operations::ListInstanceOrganizationInvitations& operation) {
  if (operation.query.status.size() > 1) operation.query.status.resize(1);
}
void make_described(operations::ReplaceRoleSet& operation) {
  if (operation.body.reassignment_mappings) {
    operation.body.reassignment_mappings = RawJson{R"({"org:a":"org:b"})"};
  }
}
void make_described(operations::UpdateRoleSet& operation) {
  if (operation.body.type.has_value()) operation.body.type = RoleSetType{RoleSetType::initial};
}
void make_described(auto& /*operation*/) {}

/// Sends one request; the answer must decode.
template <class Op>
void expect_success(const ApiClient& client, Op operation) {
  make_described(operation);
  const auto answer = client.send(operation);
  ASSERT_TRUE(answer.has_value()) << answer.error().message() << '\n' << answer.error().body_excerpt;
  EXPECT_EQ(answer->status, Op::info.success) << Op::info.name;
}

/// Whether the description takes other fields than those that it names.
template <class Op>
bool leaves_its_body_open() {
  constexpr auto open = std::to_array<std::string_view>({"add_domain",
                                                         "add_roles_to_role_set",
                                                         "create_email_address",
                                                         "create_jwt_template",
                                                         "create_organization",
                                                         "create_organization_invitation",
                                                         "create_organization_invitation_bulk",
                                                         "create_organization_membership",
                                                         "create_organization_permission",
                                                         "create_phone_number",
                                                         "create_redirect_url",
                                                         "create_session",
                                                         "create_session_token",
                                                         "create_session_token_from_template",
                                                         "create_waitlist_entry",
                                                         "invite_waitlist_entry",
                                                         "replace_role_in_role_set",
                                                         "replace_role_set",
                                                         "revoke_organization_invitation",
                                                         "update_email_address",
                                                         "update_jwt_template",
                                                         "update_organization_domain",
                                                         "update_organization_membership",
                                                         "update_organization_permission",
                                                         "update_organization_role",
                                                         "update_phone_number",
                                                         "update_role_set",
                                                         "update_sign_up",
                                                         "upload_organization_logo",
                                                         "users_ban",
                                                         "users_unban"});
  return std::ranges::find(open, Op::info.name) != open.end();
}

/// The fields beside those that the contract has, of the first row where the body is an array.
template <Model M>
RawFields& extra_of(M& body) {
  if constexpr (ArrayModel<M>) {
    return body.data.front().extra;
  } else {
    return body.extra;
  }
}

/// Whether the mock can make an answer of the operation that fits the description. Of what several schemas describe at
/// once, and of the account that an identifier came from, it makes what it then refuses itself.
template <class Op>
constexpr bool is_made_by_the_mock() {
  using Answer = typename Op::Answer;
  return !std::is_same_v<Answer, User> && !std::is_same_v<Answer, Users> && !std::is_same_v<Answer, EmailAddress> &&
         !std::is_same_v<Answer, PhoneNumber> && !std::is_same_v<Answer, JWKS> &&
         Op::info.name != operations::RevokeInvitation::info.name;
}

template <class Visitor>
void for_each_answered(const Visitor& visit) {
  AllOperations::for_each([&]<class Op>() {
    if constexpr (is_made_by_the_mock<Op>()) visit.template operator()<Op>();
  });
}

/// For prism.test.mjs, which counts what the mock saw.
void say_how_many(std::size_t operations) { std::cout << operations << " operations\n"; }

}  // namespace

TEST(Prism, every_operation_passes_with_a_value_in_every_field) {
  const ApiClient client = client_of_the_mock();
  RandomModel random = random_models();
  for_each_answered([&]<class Op>() {
    for (int round = 0; round < rounds; ++round) {
      Op operation = sample_operation<Op>();
      if constexpr (HasQuery<Op>) operation.query = draw_whole<typename Op::Query>(random);
      if constexpr (HasBody<Op>) operation.body = draw_whole<typename Op::Body>(random);
      expect_success(client, operation);
    }
  });
  std::size_t called = 0;
  AllOperations::for_each([&]<class Op>() {
    const bool lists_errors = Op::info.errors.begin() != Op::info.errors.end();
    if (is_made_by_the_mock<Op>() || lists_errors) ++called;
  });
  say_how_many(called);
}

TEST(Prism, every_operation_passes_with_some_of_the_fields) {
  const ApiClient client = client_of_the_mock();
  RandomModel random = random_models();
  for_each_answered([&]<class Op>() {
    for (int round = 0; round < rounds; ++round) {
      Op operation = sample_operation<Op>();
      if constexpr (HasQuery<Op>) operation.query = random.draw<typename Op::Query>();
      if constexpr (HasBody<Op>) {
        operation.body = random.draw<typename Op::Body>();
        for_each_field<typename Op::Body>([&](std::string_view, auto member, const FieldRules& rules, auto) {
          if (!is_published(rules)) operation.body.*member = {};
        });
      }
      expect_success(client, operation);
    }
  });
}

TEST(Prism, every_operation_passes_with_null_in_every_field_that_may_be_null) {
  const ApiClient client = client_of_the_mock();
  RandomModel random = random_models();
  for_each_answered([&]<class Op>() {
    if constexpr (HasBody<Op>) expect_success(client, sound_operation<Op>(random));
  });
}

TEST(Prism, an_operation_whose_body_is_left_open_passes_with_a_field_that_is_not_described) {
  const ApiClient client = client_of_the_mock();
  RandomModel random = random_models();
  for_each_answered([&]<class Op>() {
    if constexpr (HasBody<Op>) {
      if (!leaves_its_body_open<Op>()) return;
      Op operation = sound_operation<Op>(random);
      extra_of(operation.body) = {{"not_described", RawJson{"true"}}};
      expect_success(client, operation);
    }
  });
}

TEST(Prism, every_error_that_an_operation_lists_decodes) {
  const ApiClient client = client_of_the_mock();
  RandomModel random = random_models();
  AllOperations::for_each([&]<class Op>() {
    for (const int status : Op::info.errors) {
      const auto answer =
          client.send(sound_operation<Op>(random), {.headers = {{"prefer", "code=" + std::to_string(status)}}});
      ASSERT_TRUE(answer.has_error()) << Op::info.name;
      const Error& error = answer.error();
      EXPECT_EQ(error.kind, ErrorKind::http) << Op::info.name;
      EXPECT_EQ(error.status, status) << Op::info.name << ": " << error.body_excerpt;
      // A random answer may well give no reason; a 500 of the mock's own and the refusals of a password have no body.
      const bool may_be_empty = status == 500 || Op::info.name == "verify_password";
      const bool gives_none = error.body_excerpt.find(R"("errors":[])") != std::string::npos ||
                              (may_be_empty && error.body_excerpt.empty());
      EXPECT_EQ(error.errors.empty(), gives_none) << Op::info.name << ": " << error.body_excerpt;
    }
  });
}

// For the examples of the description alone: random answers have random fields too.
TEST(PrismExamples, the_contract_knows_every_field_that_is_answered) {
  const ApiClient client = client_of_the_mock();
  RandomModel random = random_models();
  for_each_answered([&]<class Op>() {
    if constexpr (!std::is_void_v<typename Op::Answer>) {
      const auto answer = client.send(sound_operation<Op>(random));
      ASSERT_TRUE(answer.has_value()) << answer.error().message();
      for (const auto& field : answer->value.extra) ADD_FAILURE() << Op::info.name << " answers " << field.first;
    }
  });
}

// Run apart from the others, to see that the mock would have refused them.
TEST(PrismControl, a_field_that_is_not_described_is_refused) {
  const ApiClient client = client_of_the_mock();
  RandomModel random = random_models();
  std::size_t operations = 0;
  AllOperations::for_each([&]<class Op>() {
    if constexpr (HasBody<Op>) {
      if (leaves_its_body_open<Op>()) return;
      ++operations;
      Op operation = sound_operation<Op>(random);
      extra_of(operation.body) = {{"not_described", RawJson{"true"}}};
      const auto answer = client.send(operation);
      ASSERT_TRUE(answer.has_error()) << Op::info.name;
      EXPECT_EQ(answer.error().status, 422) << Op::info.name;
    }
  });
  say_how_many(operations);
}

}  // namespace clerk::testing
