#include "server/rules/user_metadata_rules.hpp"

#include "server/rules/metadata.hpp"
#include "server/rules/user_change.hpp"
#include "server/store/json_merge.hpp"

namespace clerk::server::rules {

namespace {

/// What a merge or a replacement makes of the metadata, judged as a whole: it is the result that has a limit.
template <class Request, class Combine>
Refusals write_metadata(const Request& request, store::UserDocument& document, const Combine& combine) {
  Refusals refusals;
  for_each_metadata(request, document, [&](std::string_view param, const Patch<RawJson>& wish, RawJson& kept) {
    if (!wish.has_value()) return;
    judge_metadata(param, *wish, refusals);
    if (!refusals.empty()) return;
    kept = combine(kept, *wish);
    judge_metadata(param, kept, refusals);
  });
  return refusals;
}

}  // namespace

Judged<User> apply(const operations::UpdateUserMetadata& operation, Call& call, store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction, [&](UserRecord& record) {
    return write_metadata(operation.body, record.row.document, store::merged);
  });
}

Judged<User> apply(const operations::ReplaceUserMetadata& operation, Call& call, store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction, [&](UserRecord& record) {
    return write_metadata(operation.body, record.row.document,
                          [](const RawJson& /*kept*/, const RawJson& wish) { return wish; });
  });
}

}  // namespace clerk::server::rules
