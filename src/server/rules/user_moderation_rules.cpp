#include "server/rules/user_moderation_rules.hpp"

#include "server/rules/session_rules.hpp"
#include "server/rules/user_change.hpp"

namespace clerk::server::rules {

Judged<User> apply(const operations::BanUser& operation, Call& call, store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction, [&](UserRecord& record) {
    record.row.banned = true;
    end_sessions_of(record.row.id, call, transaction);
  });
}

Judged<User> apply(const operations::UnbanUser& operation, Call& call, store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction, [](UserRecord& record) { record.row.banned = false; });
}

Judged<User> apply(const operations::LockUser& operation, Call& call, store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction,
                     [&](UserRecord& record) { record.row.locked_until = call.now + lock_milliseconds; });
}

Judged<User> apply(const operations::UnlockUser& operation, Call& call, store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction, [](UserRecord& record) {
    record.row.locked_until = 0;
    record.row.document.failed_attempts = 0;
  });
}

}  // namespace clerk::server::rules
