#include "server/store/write_group.hpp"

#include "server/store/session.hpp"
#include "server/store/sqlite_errors.hpp"

#include <algorithm>
#include <exception>

namespace clerk::server::store {

namespace {

void apply(Session& session, Member& member) {
  member.writes = false;
  try {
    Transaction transaction{session};
    member.writes = member.job.apply(transaction) == Verdict::commit;
    member.outcome = Outcome::committed;
  } catch (const StoreError& error) {
    // A full disk is no fault of the request: it may be tried again.
    member.outcome = is_passing(error.kind()) ? Outcome::not_committed : Outcome::failed;
  } catch (...) {
    member.outcome = Outcome::failed;
  }
}

/// Members that refused saw what the others had written: without that, their answers are not true either.
void replace_committed(std::span<Member> members, Outcome outcome) {
  for (Member& member : members) {
    if (member.begun && member.outcome == Outcome::committed) member.outcome = outcome;
  }
}

}  // namespace

GroupState begin_group(Session& session) noexcept {
  try {
    session.begin_write();
    return GroupState::begun;
  } catch (const StoreError& error) {
    return error.kind() == StoreError::Kind::busy ? GroupState::not_begun : GroupState::lost;
  } catch (const std::exception&) {
    return GroupState::lost;
  }
}

bool apply_member(Session& session, Member& member) {
  member.begun = true;
  try {
    session.savepoint();
    apply(session, member);
    if (!session.in_transaction()) return false;
    if (member.writes) {
      session.release_savepoint();
    } else {
      session.undo_savepoint();
    }
    return session.in_transaction();
  } catch (const StoreError&) {
    session.rollback();
    return false;
  }
}

GroupState settle(Session& session, std::span<Member> members) {
  if (std::ranges::none_of(members, &Member::writes)) {
    session.rollback();
    return GroupState::undone;
  }
  try {
    session.commit();
    return GroupState::committed;
  } catch (const StoreError& error) {
    if (error.kind() == StoreError::Kind::io) {
      replace_committed(members, Outcome::unknown);
      return GroupState::lost;
    }
    session.rollback();
    replace_committed(members, Outcome::not_committed);
    return GroupState::undone;
  }
}

GroupState apply_alone(Session& session, Member& member) {
  member.outcome = Outcome::not_committed;
  member.writes = false;
  if (const GroupState begin = begin_group(session); begin != GroupState::begun) return begin;
  if (apply_member(session, member)) return settle(session, {&member, 1});
  member.outcome = Outcome::not_committed;
  return GroupState::undone;
}

}  // namespace clerk::server::store
