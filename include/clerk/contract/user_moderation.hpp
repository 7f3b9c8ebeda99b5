#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/user.hpp>
#include <clerk/contract/user_parameter.hpp>

#include <string>

namespace clerk::operations {

struct BanUser {
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "ban_user",
      .method = Method::post,
      .path = "/users/{user_id}/ban",
      .success = 200,
      .errors = {402},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Ban a user",
      .description = "Ends all sessions of the user, who can't sign in again until the ban is taken away.",
  };
  std::string user_id{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<BanUser>(parameter); }
};

struct UnbanUser {
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "unban_user",
      .method = Method::post,
      .path = "/users/{user_id}/unban",
      .success = 200,
      .errors = {402},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Unban a user",
      .description = "Takes a user's ban away.",
  };
  std::string user_id{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<UnbanUser>(parameter); }
};

struct LockUser {
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "lock_user",
      .method = Method::post,
      .path = "/users/{user_id}/lock",
      .success = 200,
      .errors = {403},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Lock a user",
      .description = "Keeps the user from signing in until the lock ends, after the time that the instance sets.",
  };
  std::string user_id{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<LockUser>(parameter); }
};

struct UnlockUser {
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "unlock_user",
      .method = Method::post,
      .path = "/users/{user_id}/unlock",
      .success = 200,
      .errors = {403},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Unlock a user",
      .description = "Ends a user's lock.",
  };
  std::string user_id{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<UnlockUser>(parameter); }
};

}  // namespace clerk::operations
