#include "server/store/identifications.hpp"

#include "server/store/where.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace clerk::server::store {

namespace {

constexpr std::string_view columns =
    "id, instance_id, user_id, kind, folded, mailbox, document, position, created_at, updated_at";

IdentificationRow row_of(Row& row) {
  return {.id = text_at(row, 0),
          .instance_id = text_at(row, 1),
          .user_id = text_at(row, 2),
          .kind = text_at(row, 3),
          .folded = text_at(row, 4),
          .mailbox = text_at(row, 5),
          .document = decode_identification_document(text_at(row, 6)),
          .position = integer_at(row, 7),
          .created_at = integer_at(row, 8),
          .updated_at = integer_at(row, 9)};
}

std::vector<IdentificationRow> rows_of(std::vector<Row> rows) {
  std::vector<IdentificationRow> found;
  found.reserve(rows.size());
  for (Row& row : rows) found.push_back(row_of(row));
  return found;
}

std::string select(std::string_view condition) {
  return "SELECT " + text(columns) + " FROM identifications WHERE " + text(condition);
}

}  // namespace

bool Identifications::insert(const IdentificationRow& row) {
  session().execute(
      "INSERT INTO identifications (id, instance_id, user_id, kind, folded, mailbox, document, position, created_at, "
      "updated_at) VALUES (:id, :instance_id, :user_id, :kind, :folded, :mailbox, :document, :position, :created_at, "
      ":updated_at) ON CONFLICT (instance_id, kind, folded) DO NOTHING",
      {{"id", row.id},
       {"instance_id", row.instance_id},
       {"user_id", row.user_id},
       {"kind", row.kind},
       {"folded", row.folded},
       {"mailbox", row.mailbox},
       {"document", encode_document(row.document)},
       {"position", row.position},
       {"created_at", row.created_at},
       {"updated_at", row.updated_at}});
  return session().changed_rows() == 1;
}

void Identifications::update(const IdentificationRow& row) {
  session().execute("UPDATE identifications SET document = :document, updated_at = :updated_at WHERE id = :id",
                    {{"document", encode_document(row.document)}, {"updated_at", row.updated_at}, {"id", row.id}});
}

void Identifications::remove(std::string_view id) {
  session().execute("DELETE FROM identifications WHERE id = :id", {{"id", text(id)}});
}

void Identifications::remove_of_user(std::string_view user_id) {
  session().execute("DELETE FROM identifications WHERE user_id = :user_id", {{"user_id", text(user_id)}});
}

std::optional<IdentificationRow> Identifications::find(std::string_view instance_id, std::string_view id) {
  auto rows = session().query(select("id = :id AND instance_id = :instance_id"),
                              {{"id", text(id)}, {"instance_id", text(instance_id)}});
  if (rows.empty()) return std::nullopt;
  return row_of(rows.front());
}

std::optional<IdentificationRow> Identifications::find_by_identifier(std::string_view instance_id,
                                                                     std::string_view kind, std::string_view folded) {
  auto rows = session().query(select("instance_id = :instance_id AND kind = :kind AND folded = :folded"),
                              {{"instance_id", text(instance_id)}, {"kind", text(kind)}, {"folded", text(folded)}});
  if (rows.empty()) return std::nullopt;
  return row_of(rows.front());
}

bool Identifications::has_mailbox(std::string_view instance_id, std::string_view mailbox,
                                  std::string_view except_user_id) {
  return !session()
              .query(
                  "SELECT 1 FROM identifications WHERE instance_id = :instance_id AND mailbox = :mailbox AND "
                  "mailbox <> '' AND user_id <> :user_id LIMIT 1",
                  {{"instance_id", text(instance_id)}, {"mailbox", text(mailbox)}, {"user_id", text(except_user_id)}})
              .empty();
}

std::vector<IdentificationRow> Identifications::of_user(std::string_view user_id) {
  return rows_of(
      session().query(select("user_id = :user_id ORDER BY created_at, position, id"), {{"user_id", text(user_id)}}));
}

std::vector<IdentificationRow> Identifications::of_users(const std::vector<std::string>& user_ids) {
  std::vector<IdentificationRow> found;
  constexpr std::size_t at_once = 100;
  for (std::size_t begin = 0; begin < user_ids.size(); begin += at_once) {
    const auto first = user_ids.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = user_ids.begin() + static_cast<std::ptrdiff_t>(std::min(begin + at_once, user_ids.size()));
    Where where;
    where.one_of("user_id", {first, last});
    auto rows = rows_of(session().query(select(where.text() + " ORDER BY created_at, position, id"), where.parameters(),
                                        std::numeric_limits<std::size_t>::max()));
    std::ranges::move(rows, std::back_inserter(found));
  }
  return found;
}

}  // namespace clerk::server::store
