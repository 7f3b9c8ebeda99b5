#include "server/rules/user_metadata_rules.hpp"

#include "server/rules/metadata.hpp"
#include "server/rules/user_change.hpp"
#include "server/store/json_merge.hpp"

namespace clerk::server::rules {

Judged<User> apply(const operations::UpdateUserMetadata& operation, Call& call, store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction, [&](UserRecord& record) {
    return write_metadata(operation.body, record.row.document, store::merged);
  });
}

Judged<User> apply(const operations::ReplaceUserMetadata& operation, Call& call, store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction,
                     [&](UserRecord& record) { return write_metadata(operation.body, record.row.document, replaced); });
}

}  // namespace clerk::server::rules
