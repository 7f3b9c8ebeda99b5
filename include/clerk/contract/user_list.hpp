#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/ordering.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/user.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace clerk {

/// Users; in JSON a plain array. facts 3.1
struct Users {
  static constexpr ModelInfo info{"Users", "Users, the newest first unless asked otherwise."};

  std::vector<User> data{};
  RawFields extra{};

  static constexpr void fields(auto&& field) { field("data", &Users::data, {}, "The users."); }

  friend bool operator==(const Users&, const Users&) = default;
};

/// How many there are. facts 3.1
struct TotalCount {
  static constexpr ModelInfo info{"TotalCount", "How many there are."};

  std::string object{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("object", &TotalCount::object, {.constant = "total_count"}, "Names the type of the object.");
    field("total_count", &TotalCount::total_count, {}, "The number.");
  }

  friend bool operator==(const TotalCount&, const TotalCount&) = default;
};

/// The filters of a list and of a count are the same, and declared once.
enum class UserQuery { list, count };

template <UserQuery Q, class T>
using OfList = std::conditional_t<Q == UserQuery::list, T, NotHere>;

/// Which users to list, or to count: those that pass every filter that is there. facts 3.1
template <UserQuery Q>
struct UserFilters {
  static constexpr ModelInfo info = Q == UserQuery::list
                                        ? ModelInfo{"GetUserListRequest", "Which users to list, and in which order."}
                                        : ModelInfo{"GetUsersCountRequest", "Which users to count."};

  std::vector<std::string> email_address{};
  std::vector<std::string> phone_number{};
  std::vector<std::string> external_id{};
  std::vector<std::string> username{};
  std::vector<std::string> web3_wallet{};
  std::vector<std::string> user_id{};
  std::vector<std::string> organization_id{};
  std::optional<std::string> query{};
  std::optional<std::string> email_address_query{};
  std::optional<std::string> phone_number_query{};
  std::optional<std::string> username_query{};
  std::optional<std::string> name_query{};
  std::optional<bool> banned{};
  std::optional<std::int64_t> last_active_at_before{};
  std::optional<std::int64_t> last_active_at_after{};
  std::optional<std::int64_t> last_active_at_since{};
  std::optional<std::int64_t> created_at_before{};
  std::optional<std::int64_t> created_at_after{};
  std::optional<std::int64_t> last_sign_in_at_before{};
  std::optional<std::int64_t> last_sign_in_at_after{};
  std::optional<std::string> provider{};
  std::vector<std::string> provider_user_id{};
  OfList<Q, std::optional<std::int64_t>> limit{};
  OfList<Q, std::optional<std::int64_t>> offset{};
  OfList<Q, std::optional<std::string>> starting_after{};
  OfList<Q, std::optional<std::string>> order_by{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UserFilters;
    constexpr FieldRules any_of{.nullable = false, .required = false, .max_items = 100};
    constexpr FieldRules one{.nullable = false, .required = false};
    field("email_address", &M::email_address, any_of, "Users with one of these e-mail addresses.");
    field("phone_number", &M::phone_number, any_of, "Users with one of these phone numbers.");
    field("external_id", &M::external_id, any_of,
          "Users with one of these ids of your own system; `-` before an id leaves its user out.");
    field("username", &M::username, any_of, "Users with one of these usernames.");
    field("web3_wallet", &M::web3_wallet, any_of, "Users with one of these wallets.");
    field("user_id", &M::user_id, any_of, "Users with one of these ids; `-` before an id leaves its user out.");
    field("organization_id", &M::organization_id, any_of,
          "Members of one of these organizations; `-` before an id leaves its members out.");
    field("query", &M::query, one,
          "Users of whom an e-mail address, phone number, username, wallet, id or name holds this text.");
    field("email_address_query", &M::email_address_query, one,
          "Users of whom an e-mail address holds this text, in whatever case.");
    field("phone_number_query", &M::phone_number_query, one, "Users of whom a phone number holds this text.");
    field("username_query", &M::username_query, one, "Users whose username holds this text, in whatever case.");
    field("name_query", &M::name_query, one, "Users whose name holds this text, in whatever case.");
    field("banned", &M::banned, one, "Users that are banned, or that are not.");
    field("last_active_at_before", &M::last_active_at_before, one,
          "Users last active before this time, in Unix milliseconds.");
    field("last_active_at_after", &M::last_active_at_after, one,
          "Users last active after this time, in Unix milliseconds.");
    field("last_active_at_since", &M::last_active_at_since,
          {.nullable = false, .required = false, .standing = Standing::deprecated},
          "Older form of last_active_at_after: users active from this time on.");
    field("created_at_before", &M::created_at_before, one, "Users made before this time, in Unix milliseconds.");
    field("created_at_after", &M::created_at_after, one, "Users made after this time, in Unix milliseconds.");
    field("last_sign_in_at_before", &M::last_sign_in_at_before, one,
          "Users who last signed in before this time, in Unix milliseconds.");
    field("last_sign_in_at_after", &M::last_sign_in_at_after, one,
          "Users who last signed in after this time, in Unix milliseconds.");
    field("provider", &M::provider, one,
          "Users with an account at this provider, such as `oauth_google`; only beside provider_user_id.");
    field("provider_user_id", &M::provider_user_id, any_of,
          "Users with one of these ids at the provider; only beside provider.");
    field("limit", &M::limit, page_limit, "The most users to give.");
    field("offset", &M::offset, page_offset,
          "How many users to leave out first. Far into a list it is slow; starting_after is not.");
    field("starting_after", &M::starting_after, one,
          "Id of the last user of the page before; only in the order of created_at, and without an offset.");
    field("order_by", &M::order_by,
          {.nullable = false, .required = false, .format = &formats::user_order, .default_value = "\"-created_at\""},
          "What to order by, with `-` before it for descending order.");
  }

  friend bool operator==(const UserFilters&, const UserFilters&) = default;
};

using GetUserListRequest = UserFilters<UserQuery::list>;
using GetUsersCountRequest = UserFilters<UserQuery::count>;

namespace operations {

struct GetUserList {
  using Query = GetUserListRequest;
  using Answer = Users;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "get_user_list",
      .method = Method::get,
      .path = "/users",
      .success = 200,
      .errors = {400, 401, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all users",
      .description = "A page of the users that pass the filters, the newest first.",
      .example = ".email_address = {\"ada@example.com\"}, .limit = 100",
  };
  Query query{};
};

struct GetUsersCount {
  using Query = GetUsersCountRequest;
  using Answer = TotalCount;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "get_users_count",
      .method = Method::get,
      .path = "/users/count",
      .success = 200,
      .errors = {422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "Count users",
      .description = "How many users pass the filters.",
      .example = ".banned = true",
  };
  Query query{};
};

}  // namespace operations
}  // namespace clerk
