#include "server/rules/redirect_url_rules.hpp"

#include "server/rules/resource_set.hpp"

namespace clerk::server::rules {

namespace {

using RedirectURLSet = ResourceSet<RedirectURL>;

RedirectURLSet urls_in(const Call& call, store::Transaction& transaction) {
  return {"redirect_url", call, transaction};
}

RedirectURL url_of(const RedirectURLSet::Entry& entry) {
  return {.object = "redirect_url",
          .id = entry.row.id,
          .url = entry.row.unique_key,
          .created_at = entry.row.created_at,
          .updated_at = entry.row.updated_at};
}

}  // namespace

Judged<RedirectURLs> read(const operations::ListRedirectURLs& operation, Call& call, store::Transaction& transaction) {
  RedirectURLSet urls = urls_in(call, transaction);
  return page_of<RedirectURLs>(urls, {}, {}, operation.query, url_of);
}

Judged<RedirectURL> apply(const operations::CreateRedirectURL& operation, Call& call, store::Transaction& transaction) {
  RedirectURLSet urls = urls_in(call, transaction);
  RedirectURLSet::Entry entry = urls.make(call.make_id("ru"));
  entry.row.unique_key = operation.body.url;
  if (!urls.insert(entry)) {
    return refused({.definition = &error_definition("redirect_url_duplicate"), .value = operation.body.url});
  }
  return url_of(entry);
}

Judged<RedirectURL> read(const operations::GetRedirectURL& operation, Call& call, store::Transaction& transaction) {
  const auto entry = urls_in(call, transaction).find(operation.id);
  if (!entry) return not_found();
  return url_of(*entry);
}

Judged<DeletedObject> apply(const operations::DeleteRedirectURL& operation, Call& call,
                            store::Transaction& transaction) {
  return remove_from(urls_in(call, transaction), "redirect_url", operation.id);
}

}  // namespace clerk::server::rules
