#pragma once

#include "server/store/selection.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

/// What users are ordered and found by, folded; empty where a user has none.
struct UserKeys {
  std::string first_name{};
  std::string last_name{};
  std::string username{};
  std::string email_address{};  ///< the primary one
  std::string phone_number{};   ///< the primary one
  std::string web3_wallet{};    ///< the primary one
  std::string search{};         ///< all that a free query looks into

  friend bool operator==(const UserKeys&, const UserKeys&) = default;
};

/// The orders of the list of users. facts 3.2
enum class UserKey {
  created_at,
  updated_at,
  email_address,
  web3wallet,
  first_name,
  last_name,
  phone_number,
  username,
  last_active_at,
  last_sign_in_at,
};

/// A key by the API's name and by its column.
struct UserKeyNames {
  UserKey key{};
  std::string_view name{};
  std::string_view column{};
};

inline constexpr auto user_key_names = std::to_array<UserKeyNames>({
    {UserKey::created_at, "created_at", "created_at"},
    {UserKey::updated_at, "updated_at", "updated_at"},
    {UserKey::email_address, "email_address", "email_address"},
    {UserKey::web3wallet, "web3wallet", "web3_wallet"},
    {UserKey::first_name, "first_name", "first_name"},
    {UserKey::last_name, "last_name", "last_name"},
    {UserKey::phone_number, "phone_number", "phone_number"},
    {UserKey::username, "username", "username"},
    {UserKey::last_active_at, "last_active_at", "last_active_at"},
    {UserKey::last_sign_in_at, "last_sign_in_at", "last_sign_in_at"},
});

struct UserOrder {
  UserKey key{UserKey::created_at};
  bool descending{true};
};

/// A time between two, both left out. Unix milliseconds.
struct TimeRange {
  std::optional<std::int64_t> after{};
  std::optional<std::int64_t> before{};

  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// Which users are wanted. Texts are folded; what is empty asks for nothing.
struct UserSearch {
  Selection user_id{};
  Selection external_id{};
  Selection organization_id{};  ///< of which they are members
  std::vector<std::string> email_address{};
  std::vector<std::string> phone_number{};
  std::vector<std::string> username{};
  std::vector<std::string> web3_wallet{};
  std::string query{};
  std::string email_address_query{};
  std::string phone_number_query{};
  std::string username_query{};
  std::string name_query{};
  std::optional<bool> banned{};
  TimeRange created_at{};
  TimeRange last_active_at{};
  TimeRange last_sign_in_at{};
  bool nobody{};  ///< a filter that nobody can pass

  /// The user after whom a page begins, in the order by creation.
  struct Cursor {
    std::int64_t created_at{};
    std::string id{};

    friend bool operator==(const Cursor&, const Cursor&) = default;
  };
  std::optional<Cursor> starting_after{};

  friend bool operator==(const UserSearch&, const UserSearch&) = default;
};

}  // namespace clerk::server::store
