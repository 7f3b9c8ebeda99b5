#pragma once

#include "server/rules/user_record.hpp"

#include <concepts>
#include <string_view>
#include <utility>

namespace clerk::server::rules {

/// Finds a user, changes what `edit` does, writes it and answers the user. `edit` may give refusals; then nothing is
/// written.
template <class Edit>
[[nodiscard]] Judged<User> change_user(std::string_view id, Call& call, store::Transaction& transaction,
                                       const Edit& edit) {
  auto record = find_user(call, transaction, id);
  if (!record) return not_found();
  if constexpr (std::same_as<decltype(edit(*record)), Refusals>) {
    Refusals refusals = edit(*record);
    if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  } else {
    edit(*record);
  }
  save_same_user(*record, call, transaction);
  return user_of(*record, call);
}

}  // namespace clerk::server::rules
