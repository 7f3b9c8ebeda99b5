#include "server/store/resources.hpp"

#include "server/store/counters.hpp"
#include "server/store/where.hpp"

#include <algorithm>

namespace clerk::server::store {

namespace {

constexpr std::string_view columns =
    "r.id, r.instance_id, r.unique_key, r.owner, r.subject, r.status, r.search, r.document, r.expires_at, "
    "r.created_at, "
    "r.updated_at";

ResourceRow row_of(Row& row) {
  return {.id = text_at(row, 0),
          .instance_id = text_at(row, 1),
          .unique_key = text_at(row, 2),
          .owner = text_at(row, 3),
          .subject = text_at(row, 4),
          .status = text_at(row, 5),
          .search = text_at(row, 6),
          .document = text_at(row, 7),
          .expires_at = integer_at(row, 8),
          .created_at = integer_at(row, 9),
          .updated_at = integer_at(row, 10)};
}

std::optional<ResourceRow> first_of(std::vector<Row> rows) {
  if (rows.empty()) return std::nullopt;
  return row_of(rows.front());
}

std::string select(std::string_view condition) {
  return "SELECT " + text(columns) + " FROM resources r WHERE " + text(condition);
}

std::string_view column_of(ResourceKey key) {
  switch (key) {
    case ResourceKey::created_at:
      return "created_at";
    case ResourceKey::owner:
      return "owner";
    case ResourceKey::subject:
      return "subject";
    case ResourceKey::expires_at:
      return "expires_at";
  }
  return "created_at";
}

// What has expired by the clock is so without having been written.
void add_status(Where& where, const ResourceSearch& search) {
  std::string clause = "((r.expires_at = 0 OR r.expires_at > " + where.bind(search.now) + ") AND r.status IN " +
                       where.bind_list(search.status) + ")";
  if (std::ranges::count(search.status, ResourceRow::expired) > 0) {
    clause += " OR (r.expires_at <> 0 AND r.expires_at <= " + where.bind(search.now) + ")";
  }
  where.add("(" + clause + ")");
}

Where condition_of(std::string_view instance_id, std::string_view kind, const ResourceSearch& search) {
  Where where;
  where.add("r.instance_id = ?", text(instance_id)).add("r.kind = ?", text(kind));
  if (!search.status.empty()) add_status(where, search);
  where.one_of("r.owner", search.owner).one_of("r.subject", search.subject);
  if (search.created_since) where.add("r.created_at >= ?", *search.created_since);
  if (!search.query.empty()) where.holds("r.search", search.query);
  if (!search.document_part.empty()) where.holds("r.document", search.document_part);
  return where;
}

}  // namespace

bool Resources::insert(const ResourceRow& row) {
  session().execute(
      "INSERT INTO resources (id, instance_id, kind, unique_key, owner, subject, status, search, document, "
      "expires_at, created_at, updated_at) VALUES (:id, :instance_id, :kind, :unique_key, :owner, :subject, :status, "
      ":search, :document, :expires_at, :created_at, :updated_at) ON CONFLICT (instance_id, kind, unique_key) WHERE "
      "unique_key <> '' DO "
      "NOTHING",
      {{"id", row.id},
       {"instance_id", row.instance_id},
       {"kind", text(kind_)},
       {"unique_key", row.unique_key},
       {"owner", row.owner},
       {"subject", row.subject},
       {"status", row.status},
       {"search", row.search},
       {"document", row.document},
       {"expires_at", row.expires_at},
       {"created_at", row.created_at},
       {"updated_at", row.updated_at}});
  if (session().changed_rows() == 0) return false;
  Counters{transaction()}.add(row.instance_id, kind_, 1);
  return true;
}

bool Resources::update(const ResourceRow& row) {
  if (!row.unique_key.empty()) {
    const auto holder = find_by_key(row.instance_id, row.unique_key);
    if (holder && holder->id != row.id) return false;
  }
  session().execute(
      "UPDATE resources SET unique_key = :unique_key, owner = :owner, subject = :subject, status = :status, "
      "search = :search, document = :document, expires_at = :expires_at, updated_at = :updated_at WHERE id = :id AND "
      "instance_id = "
      ":instance_id AND kind = :kind",
      {{"unique_key", row.unique_key},
       {"owner", row.owner},
       {"subject", row.subject},
       {"status", row.status},
       {"search", row.search},
       {"document", row.document},
       {"expires_at", row.expires_at},
       {"updated_at", row.updated_at},
       {"id", row.id},
       {"instance_id", row.instance_id},
       {"kind", text(kind_)}});
  return true;
}

void Resources::remove(std::string_view instance_id, std::string_view id) {
  session().execute("DELETE FROM resources WHERE id = :id AND instance_id = :instance_id AND kind = :kind",
                    {{"id", text(id)}, {"instance_id", text(instance_id)}, {"kind", text(kind_)}});
  Counters{transaction()}.add(instance_id, kind_, -session().changed_rows());
}

void Resources::remove_of_owner(std::string_view instance_id, std::string_view owner) {
  session().execute("DELETE FROM resources WHERE instance_id = :instance_id AND kind = :kind AND owner = :owner",
                    {{"instance_id", text(instance_id)}, {"kind", text(kind_)}, {"owner", text(owner)}});
  Counters{transaction()}.add(instance_id, kind_, -session().changed_rows());
}

std::optional<ResourceRow> Resources::find(std::string_view instance_id, std::string_view id) {
  return first_of(session().query(select("r.id = :id AND r.instance_id = :instance_id AND r.kind = :kind"),
                                  {{"id", text(id)}, {"instance_id", text(instance_id)}, {"kind", text(kind_)}}));
}

std::optional<ResourceRow> Resources::find_by_key(std::string_view instance_id, std::string_view unique_key) {
  return first_of(session().query(
      select("r.instance_id = :instance_id AND r.kind = :kind AND r.unique_key = :unique_key AND r.unique_key <> ''"),
      {{"instance_id", text(instance_id)}, {"kind", text(kind_)}, {"unique_key", text(unique_key)}}));
}

std::vector<ResourceRow> Resources::page(std::string_view instance_id, const ResourceSearch& search,
                                         ResourceOrder order, const Page& page) {
  Where where = condition_of(instance_id, kind_, search);
  const std::string direction = order.descending ? " DESC" : "";
  const std::string key = text(column_of(order.key));
  // The keys first: what is skipped is skipped in an index alone.
  const std::string keys = "SELECT r.id, r." + key + " FROM resources r WHERE " + where.text() + " ORDER BY r." + key +
                           direction + ", r.id" + direction + " LIMIT " + where.bind(page.limit) + " OFFSET " +
                           where.bind(page.offset);
  auto rows = session().query("SELECT " + text(columns) + " FROM (" + keys + ") k JOIN resources r ON r.id = k.id" +
                                  " ORDER BY k." + key + direction + ", k.id" + direction,
                              where.parameters());
  std::vector<ResourceRow> found;
  found.reserve(rows.size());
  for (Row& row : rows) found.push_back(row_of(row));
  return found;
}

std::int64_t Resources::count(std::string_view instance_id, const ResourceSearch& search) {
  if (search == ResourceSearch{.now = search.now}) {
    return Counters{transaction()}.value(instance_id, kind_);
  }
  const Where where = condition_of(instance_id, kind_, search);
  const auto rows = session().query("SELECT count(*) FROM resources r WHERE " + where.text(), where.parameters());
  return integer_at(rows.at(0), 0);
}

}  // namespace clerk::server::store
