#pragma once

#include "server/rules/call.hpp"
#include "server/store/resource_documents.hpp"
#include "server/store/resources.hpp"

#include <clerk/contract/deleted_object.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk::server::rules {

/// The resources of one kind of the call's instance, with their documents as models.
template <Model Document>
class ResourceSet {
 public:
  struct Entry {
    store::ResourceRow row{};
    Document document{};
  };

  ResourceSet(std::string_view kind, const Call& call, store::Transaction& transaction)
      : call_{call}, resources_{transaction, kind} {}

  /// A new entry with the times and the instance of the call, not yet written.
  [[nodiscard]] Entry make(std::string id) const {
    return {
        .row = {
            .id = std::move(id), .instance_id = call_.instance.id, .created_at = call_.now, .updated_at = call_.now}};
  }

  /// False, and nothing is done, when another has the unique key.
  [[nodiscard]] bool insert(Entry& entry) {
    entry.row.document = store::encode_resource(entry.document);
    return resources_.insert(entry.row);
  }
  [[nodiscard]] bool update(Entry& entry) {
    entry.row.updated_at = call_.now;
    entry.row.document = store::encode_resource(entry.document);
    return resources_.update(entry.row);
  }
  /// The same of an entry whose key was seen to be free, or that has none. \throws std::logic_error if it is not
  void insert_free(Entry& entry) { require(insert(entry)); }
  void update_free(Entry& entry) { require(update(entry)); }
  void remove(std::string_view id) { resources_.remove(call_.instance.id, id); }

  [[nodiscard]] std::optional<Entry> find(std::string_view id) { return read(resources_.find(call_.instance.id, id)); }
  [[nodiscard]] std::optional<Entry> find_by_key(std::string_view unique_key) {
    return read(resources_.find_by_key(call_.instance.id, unique_key));
  }

  [[nodiscard]] std::vector<Entry> page(store::ResourceSearch search, store::ResourceOrder order,
                                        const store::Page& page) {
    search.now = call_.now;
    std::vector<Entry> entries;
    for (store::ResourceRow& row : resources_.page(call_.instance.id, search, order, page)) {
      entries.push_back(*read(std::move(row)));
    }
    return entries;
  }

  /// All of them, however many.
  [[nodiscard]] std::vector<Entry> all(const store::ResourceSearch& search, store::ResourceOrder order) {
    constexpr std::int64_t at_once = 500;
    std::vector<Entry> entries;
    while (true) {
      auto some = page(search, order, {.limit = at_once, .offset = static_cast<std::int64_t>(entries.size())});
      const bool is_last = some.size() < at_once;
      for (Entry& entry : some) entries.push_back(std::move(entry));
      if (is_last) return entries;
    }
  }

  [[nodiscard]] std::int64_t count(store::ResourceSearch search) {
    search.now = call_.now;
    return resources_.count(call_.instance.id, search);
  }

 private:
  static void require(bool is_written) {
    if (!is_written) throw std::logic_error{"a key that was seen to be free is taken"};
  }

  static std::optional<Entry> read(std::optional<store::ResourceRow> row) {
    if (!row) return std::nullopt;
    Entry entry{.document = store::decode_resource<Document>(row->document)};
    entry.row = *std::move(row);
    return entry;
  }

  const Call& call_;
  store::Resources resources_;
};

/// A page as the API answers it, with the total if it is asked for. `shown` makes of an entry what is answered.
template <class Answer, class Document, class Query, class Shown>
[[nodiscard]] Answer page_of(ResourceSet<Document>& resources, const store::ResourceSearch& search,
                             store::ResourceOrder order, const Query& query, const Shown& shown) {
  Answer answer;
  for (const auto& entry : resources.page(search, order, {.limit = *query.limit, .offset = *query.offset})) {
    answer.data.push_back(shown(entry));
  }
  if (query.paginated.value_or(false)) answer.total_count = resources.count(search);
  return answer;
}

/// Removes the resource of that id. `object` names its type.
template <class Document>
[[nodiscard]] Judged<DeletedObject> remove_from(ResourceSet<Document> resources, std::string_view object,
                                                std::string_view id) {
  if (!resources.find(id)) return not_found();
  resources.remove(id);
  return DeletedObject{.object = std::string{object}, .id = std::string{id}, .deleted = true};
}

}  // namespace clerk::server::rules
