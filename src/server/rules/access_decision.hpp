#pragma once

#include "server/rules/disposable_domains.hpp"
#include "server/rules/listed_identifier.hpp"
#include "server/store/instance_state.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

/// How someone comes in.
enum class Entrance {
  sign_up,               ///< by themselves
  invitation,            ///< invited by POST /invitations or from the waitlist
  allowlist_invitation,  ///< invited by an entry of the allowlist with `notify`
  manual_creation,       ///< POST /users
  existing_user,         ///< a user who is here already gets another identifier
};

/// Someone at the door.
struct Newcomer {
  Entrance entrance{};
  std::vector<Identifier> identifiers{};
  std::string invited{};  ///< where the invitation went to, folded
  std::string user_id{};  ///< of an existing user
};

/// What a decision asks the store, each by one look-up in an index.
struct AccessLookups {
  std::function<bool(ListKind list, const std::string& key)> is_listed;
  std::function<bool(const Identifier& identifier)> is_taken;
  /// Whether a user other than that one has an address of this mailbox.
  std::function<bool(const std::string& mailbox, const std::string& except_user_id)> is_mailbox_taken;
};

/// A rule by its setting's name, and where it is written.
struct AccessRule {
  std::string_view name{};
  std::string_view source{};

  friend bool operator==(const AccessRule&, const AccessRule&) = default;
};

struct AccessDecision {
  AccessRule decided_by{};  ///< the rule that refused, or the one that opened the door
  Refusals refusals{};

  [[nodiscard]] bool is_accepted() const noexcept { return refusals.empty(); }
};

/// The rules of signing up in the order in which they are asked; the first that refuses decides. Who is not allowed in
/// does not learn which identifiers exist.
[[nodiscard]] std::vector<AccessRule> sign_up_rules();

/// Whether the newcomer may come in.
[[nodiscard]] AccessDecision decide_sign_up(const store::InstanceState& instance, const Newcomer& newcomer,
                                            const AccessLookups& lookups, const DisposableDomains& disposable_domains);

/// Whether someone who has an account may sign in: the lists decide, unless they are kept to sign-ups.
[[nodiscard]] AccessDecision decide_sign_in(const store::InstanceState& instance, const Identifier& identifier,
                                            const AccessLookups& lookups);

}  // namespace clerk::server::rules
