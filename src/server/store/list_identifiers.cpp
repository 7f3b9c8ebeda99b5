#include "server/store/list_identifiers.hpp"

#include "server/store/counters.hpp"

#include <limits>

namespace clerk::server::store {

namespace {

ListIdentifierRow row_of(Row& row) {
  return {.id = text_at(row, 0),
          .instance_id = text_at(row, 1),
          .identifier = text_at(row, 2),
          .identifier_type = text_at(row, 3),
          .invitation_id = text_at(row, 4),
          .created_at = integer_at(row, 5),
          .updated_at = integer_at(row, 6)};
}

}  // namespace

ListIdentifiers::ListIdentifiers(Transaction& transaction, List list) noexcept
    : Table{transaction}, list_{list == List::allowlist ? "allowlist" : "blocklist"} {}

bool ListIdentifiers::insert(const ListIdentifierRow& row) {
  session().execute(
      "INSERT INTO list_identifiers (id, instance_id, list, identifier, identifier_type, invitation_id, created_at, "
      "updated_at) VALUES (:id, :instance_id, :list, :identifier, :identifier_type, :invitation_id, :created_at, "
      ":updated_at) ON CONFLICT (instance_id, list, identifier) DO NOTHING",
      {{"id", row.id},
       {"instance_id", row.instance_id},
       {"list", text(list_)},
       {"identifier", row.identifier},
       {"identifier_type", row.identifier_type},
       {"invitation_id", row.invitation_id},
       {"created_at", row.created_at},
       {"updated_at", row.updated_at}});
  if (session().changed_rows() == 0) return false;
  Counters{transaction()}.add(row.instance_id, list_, 1);
  return true;
}

std::optional<ListIdentifierRow> ListIdentifiers::find(std::string_view instance_id, std::string_view id) {
  auto rows = session().query(
      "SELECT id, instance_id, identifier, identifier_type, invitation_id, created_at, updated_at "
      "FROM list_identifiers WHERE id = :id AND instance_id = :instance_id AND list = :list",
      {{"id", text(id)}, {"instance_id", text(instance_id)}, {"list", text(list_)}});
  if (rows.empty()) return std::nullopt;
  return row_of(rows.front());
}

void ListIdentifiers::remove(std::string_view instance_id, std::string_view id) {
  session().execute("DELETE FROM list_identifiers WHERE id = :id AND instance_id = :instance_id AND list = :list",
                    {{"id", text(id)}, {"instance_id", text(instance_id)}, {"list", text(list_)}});
  Counters{transaction()}.add(instance_id, list_, -session().changed_rows());
}

std::vector<ListIdentifierRow> ListIdentifiers::page(std::string_view instance_id, const Page& page) {
  // The keys first: what is skipped is skipped in the index alone.
  auto rows = session().query(
      "SELECT l.id, l.instance_id, l.identifier, l.identifier_type, l.invitation_id, l.created_at, l.updated_at "
      "FROM (SELECT id, created_at FROM list_identifiers WHERE instance_id = :instance_id AND list = :list "
      "ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset) k JOIN list_identifiers l ON l.id = k.id "
      "ORDER BY k.created_at DESC, k.id DESC",
      {{"instance_id", text(instance_id)}, {"list", text(list_)}, {"limit", page.limit}, {"offset", page.offset}});
  std::vector<ListIdentifierRow> found;
  found.reserve(rows.size());
  for (Row& row : rows) found.push_back(row_of(row));
  return found;
}

std::vector<ListIdentifierRow> ListIdentifiers::all(std::string_view instance_id) {
  constexpr std::size_t page_rows = 500;
  std::vector<ListIdentifierRow> found;
  ListIdentifierRow last{.created_at = std::numeric_limits<std::int64_t>::max()};
  while (true) {
    auto rows = session().query(
        "SELECT id, instance_id, identifier, identifier_type, invitation_id, created_at, updated_at "
        "FROM list_identifiers WHERE instance_id = :instance_id AND list = :list AND (created_at, id) < (:created_at, "
        ":id) "
        "ORDER BY created_at DESC, id DESC LIMIT 500",
        {{"instance_id", text(instance_id)}, {"list", text(list_)}, {"created_at", last.created_at}, {"id", last.id}},
        page_rows);
    for (Row& row : rows) found.push_back(row_of(row));
    if (rows.size() < page_rows) return found;
    last = found.back();
  }
}

std::int64_t ListIdentifiers::count(std::string_view instance_id) {
  return Counters{transaction()}.value(instance_id, list_);
}

bool ListIdentifiers::contains(std::string_view instance_id, std::string_view identifier) {
  return !session()
              .query(
                  "SELECT 1 FROM list_identifiers WHERE instance_id = :instance_id AND list = :list AND "
                  "identifier = :identifier",
                  {{"instance_id", text(instance_id)}, {"list", text(list_)}, {"identifier", text(identifier)}})
              .empty();
}

}  // namespace clerk::server::store
