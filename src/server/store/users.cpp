#include "server/store/users.hpp"

#include "server/store/counters.hpp"
#include "server/store/user_condition.hpp"

#include <algorithm>

namespace clerk::server::store {

namespace {

constexpr std::string_view counter = "users";

UserRow row_of(Row& row) {
  return {.id = text_at(row, 0),
          .instance_id = text_at(row, 1),
          .external_id = text_at(row, 2),
          .banned = integer_at(row, 3) != 0,
          .locked_until = integer_at(row, 4),
          .created_at = integer_at(row, 5),
          .updated_at = integer_at(row, 6),
          .last_active_at = integer_at(row, 7),
          .last_sign_in_at = integer_at(row, 8),
          .keys = {.first_name = text_at(row, 9),
                   .last_name = text_at(row, 10),
                   .username = text_at(row, 11),
                   .email_address = text_at(row, 12),
                   .phone_number = text_at(row, 13),
                   .web3_wallet = text_at(row, 14),
                   .search = text_at(row, 15)},
          .document = decode_user_document(text_at(row, 16))};
}

std::vector<UserRow> rows_of(std::vector<Row> rows) {
  std::vector<UserRow> found;
  found.reserve(rows.size());
  for (Row& row : rows) found.push_back(row_of(row));
  return found;
}

constexpr std::string_view columns =
    "u.id, u.instance_id, u.external_id, u.banned, u.locked_until, u.created_at, u.updated_at, u.last_active_at, "
    "u.last_sign_in_at, u.first_name, u.last_name, u.username, u.email_address, u.phone_number, u.web3_wallet, "
    "u.search, u.document";

std::vector<Parameter> parameters_of(const UserRow& row) {
  return {{"id", row.id},
          {"instance_id", row.instance_id},
          {"external_id", row.external_id},
          {"banned", std::int64_t{row.banned}},
          {"locked_until", row.locked_until},
          {"created_at", row.created_at},
          {"updated_at", row.updated_at},
          {"last_active_at", row.last_active_at},
          {"last_sign_in_at", row.last_sign_in_at},
          {"first_name", row.keys.first_name},
          {"last_name", row.keys.last_name},
          {"username", row.keys.username},
          {"email_address", row.keys.email_address},
          {"phone_number", row.keys.phone_number},
          {"web3_wallet", row.keys.web3_wallet},
          {"search", row.keys.search},
          {"document", encode_document(row.document)}};
}

std::string_view column_of(UserKey key) { return std::ranges::find(user_key_names, key, &UserKeyNames::key)->column; }

// The order and its direction; ids make it a whole one.
std::string order_by(const UserOrder& order, std::string_view table) {
  const std::string direction = order.descending ? " DESC" : "";
  return " ORDER BY " + text(table) + text(column_of(order.key)) + direction + ", " + text(table) + "id" + direction;
}

bool is_everybody(const UserSearch& search) { return search == UserSearch{}; }

}  // namespace

bool Users::insert(const UserRow& row) {
  session().execute(
      "INSERT INTO users (id, instance_id, external_id, banned, locked_until, created_at, updated_at, last_active_at, "
      "last_sign_in_at, first_name, last_name, username, email_address, phone_number, web3_wallet, search, document) "
      "VALUES (:id, :instance_id, :external_id, :banned, :locked_until, :created_at, :updated_at, :last_active_at, "
      ":last_sign_in_at, :first_name, :last_name, :username, :email_address, :phone_number, :web3_wallet, :search, "
      ":document) ON CONFLICT (instance_id, external_id) WHERE external_id <> '' DO NOTHING",
      parameters_of(row));
  if (session().changed_rows() == 0) return false;
  Counters{transaction()}.add(row.instance_id, counter, 1);
  return true;
}

bool Users::update(const UserRow& row) {
  if (!row.external_id.empty()) {
    const auto other = session().query(
        "SELECT id FROM users WHERE instance_id = :instance_id AND external_id = :external_id AND external_id <> '' "
        "AND id <> :id",
        {{"instance_id", row.instance_id}, {"external_id", row.external_id}, {"id", row.id}});
    if (!other.empty()) return false;
  }
  session().execute(
      "UPDATE users SET external_id = :external_id, banned = :banned, locked_until = :locked_until, "
      "created_at = :created_at, updated_at = :updated_at, last_active_at = :last_active_at, "
      "last_sign_in_at = :last_sign_in_at, first_name = :first_name, last_name = :last_name, username = :username, "
      "email_address = :email_address, phone_number = :phone_number, web3_wallet = :web3_wallet, search = :search, "
      "document = :document WHERE id = :id AND instance_id = :instance_id",
      parameters_of(row));
  return true;
}

void Users::remove(std::string_view instance_id, std::string_view id) {
  session().execute("DELETE FROM users WHERE id = :id AND instance_id = :instance_id",
                    {{"id", text(id)}, {"instance_id", text(instance_id)}});
  Counters{transaction()}.add(instance_id, counter, -session().changed_rows());
}

std::optional<UserRow> Users::find(std::string_view instance_id, std::string_view id) {
  auto rows =
      session().query("SELECT " + text(columns) + " FROM users u WHERE u.id = :id AND u.instance_id = :instance_id",
                      {{"id", text(id)}, {"instance_id", text(instance_id)}});
  if (rows.empty()) return std::nullopt;
  return row_of(rows.front());
}

std::vector<UserRow> Users::of_ids(const std::vector<std::string>& ids) {
  if (ids.empty()) return {};
  Where where;
  where.one_of("u.id", ids);
  return rows_of(
      session().query("SELECT " + text(columns) + " FROM users u WHERE " + where.text(), where.parameters()));
}

std::vector<UserRow> Users::page(std::string_view instance_id, const UserSearch& search, const UserOrder& order,
                                 const Page& page) {
  Where where;
  add_user_condition(instance_id, search, where);
  if (search.starting_after) {
    const std::string at = where.bind(search.starting_after->created_at);
    const std::string id = where.bind(search.starting_after->id);
    where.add("(u.created_at, u.id) " + text(order.descending ? "<" : ">") + " (" + at + ", " + id + ")");
  }
  // The keys first: what is skipped is skipped in an index alone.
  const std::string keys = "SELECT u.id, u." + text(column_of(order.key)) + " FROM users u WHERE " + where.text() +
                           order_by(order, "u.") + " LIMIT " + where.bind(page.limit) + " OFFSET " +
                           where.bind(page.offset);
  return rows_of(session().query(
      "SELECT " + text(columns) + " FROM (" + keys + ") k JOIN users u ON u.id = k.id" + order_by(order, "k."),
      where.parameters()));
}

std::int64_t Users::count(std::string_view instance_id, const UserSearch& search) {
  if (is_everybody(search)) return Counters{transaction()}.value(instance_id, counter);
  Where where;
  add_user_condition(instance_id, search, where);
  const auto rows = session().query("SELECT count(*) FROM users u WHERE " + where.text(), where.parameters());
  return integer_at(rows.at(0), 0);
}

}  // namespace clerk::server::store
