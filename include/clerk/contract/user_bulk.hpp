#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/user_list.hpp>

#include <string>
#include <vector>

namespace clerk {

/// Several users at once.
enum class UsersWrite { ban, unban };

/// The users to ban, or whose bans to take away. facts 3.1
template <UsersWrite W>
struct SeveralUsers {
  static constexpr ModelInfo info = W == UsersWrite::ban
                                        ? ModelInfo{"UsersBanRequest", "The users to ban."}
                                        : ModelInfo{"UsersUnbanRequest", "The users whose bans to take away."};

  std::vector<std::string> user_ids{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("user_ids", &SeveralUsers::user_ids, {.nullable = false, .min_items = 1, .max_items = 50},
          "Ids of the users.");
  }

  friend bool operator==(const SeveralUsers&, const SeveralUsers&) = default;
};

using UsersBanRequest = SeveralUsers<UsersWrite::ban>;
using UsersUnbanRequest = SeveralUsers<UsersWrite::unban>;

namespace operations {

struct UsersBan {
  using Body = UsersBanRequest;
  using Answer = Users;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "users_ban",
      .method = Method::post,
      .path = "/users/ban",
      .success = 200,
      .errors = {400, 402},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Ban multiple users",
      .description = "Ends all sessions of the users, who can't sign in again until their bans are taken away.",
      .example = ".user_ids = {\"user_2abc\", \"user_2def\"}",
  };
  Body body{};
};

struct UsersUnban {
  using Body = UsersUnbanRequest;
  using Answer = Users;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "users_unban",
      .method = Method::post,
      .path = "/users/unban",
      .success = 200,
      .errors = {400, 402},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Unban multiple users",
      .description = "Takes the bans of the users away.",
      .example = ".user_ids = {\"user_2abc\", \"user_2def\"}",
  };
  Body body{};
};

}  // namespace operations
}  // namespace clerk
