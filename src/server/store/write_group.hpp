#pragma once

#include "server/store/writer.hpp"

#include <span>

namespace clerk::server::store {

class Session;

/// A job in a group, and what became of it.
struct Member {
  Job job{};
  bool begun{};
  bool writes{};
  Outcome outcome{Outcome::not_committed};
};

/// Where a transaction with its members stands.
enum class GroupState {
  begun,
  committed,
  undone,     ///< nothing of it was written
  not_begun,  ///< another program writes
  lost,       ///< the connection is not to be used again
};

[[nodiscard]] GroupState begin_group(Session& session) noexcept;

/// Applies one member in a savepoint of its own, so that an undone one leaves nothing behind.
/// \return false when the whole transaction is gone: a full disk, say, ends it without being asked
[[nodiscard]] bool apply_member(Session& session, Member& member);

/// Ends the transaction and gives the members their outcomes. Where none of them wrote there is nothing to sync.
[[nodiscard]] GroupState settle(Session& session, std::span<Member> members);

/// The whole way for one member, in a transaction of its own.
[[nodiscard]] GroupState apply_alone(Session& session, Member& member);

}  // namespace clerk::server::store
