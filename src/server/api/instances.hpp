#pragma once

#include "server/rules/change.hpp"
#include "server/store/instance_state.hpp"
#include "server/store/roles.hpp"
#include "server/store/transaction.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::api {

/// Rows of the store to what the rules work on, and back.
[[nodiscard]] store::InstanceState state_of(const store::InstanceRow& row);
[[nodiscard]] rules::RoleGrant role_of(const store::RoleRow& row);

/// What a rule may see of the world around one instance.
[[nodiscard]] rules::Surroundings surroundings_of(store::Transaction& transaction, std::string instance_id,
                                                  std::int64_t now);

struct NewInstance {
  std::string environment_type{};
  std::string secret_key{};
  std::string id{};  ///< made when empty
  store::InstanceTraits traits{};
};

/// Adds an instance with its settings as nobody configured them, its key and the roles `org:admin` and `org:member`.
store::InstanceState create_instance(store::Transaction& transaction, const NewInstance& instance, std::int64_t now);

/// Writes what a change made of an instance and raises its version; does nothing when nothing changed.
/// \return whether anything was written
bool save(store::Transaction& transaction, const store::InstanceState& before, store::InstanceState& after);

/// Why the text can't be a secret key of that environment, or nothing. Never repeats the text.
[[nodiscard]] std::optional<std::string> problem_of_key(std::string_view secret_key, std::string_view environment_type);

}  // namespace clerk::server::api
