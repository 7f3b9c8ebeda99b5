#include "server/store/roles.hpp"

#include <limits>

namespace clerk::server::store {

namespace {

constexpr std::size_t page_rows = 500;

RoleRow role_of(Row& row) {
  return {.id = text_at(row, 0),
          .instance_id = text_at(row, 1),
          .key = text_at(row, 2),
          .name = text_at(row, 3),
          .description = text_at(row, 4),
          .permissions = text_at(row, 5),
          .created_at = integer_at(row, 6),
          .updated_at = integer_at(row, 7)};
}

std::string select(std::string_view condition) {
  return "SELECT id, instance_id, key, name, description, permissions, created_at, updated_at FROM roles WHERE "
         "instance_id = :instance_id AND " +
         text(condition);
}

std::optional<RoleRow> first_of(std::vector<Row> rows) {
  if (rows.empty()) return std::nullopt;
  return role_of(rows.front());
}

std::vector<Parameter> parameters_of(const RoleRow& row) {
  return {{"id", row.id},
          {"instance_id", row.instance_id},
          {"key", row.key},
          {"name", row.name},
          {"description", row.description},
          {"permissions", row.permissions},
          {"updated_at", row.updated_at}};
}

}  // namespace

bool Roles::insert(const RoleRow& row) {
  auto parameters = parameters_of(row);
  parameters.push_back({"created_at", row.created_at});
  session().execute(
      "INSERT INTO roles (id, instance_id, key, name, description, permissions, created_at, updated_at) VALUES (:id, "
      ":instance_id, :key, :name, :description, :permissions, :created_at, :updated_at) ON CONFLICT (instance_id, key) "
      "DO NOTHING",
      parameters);
  return session().changed_rows() == 1;
}

bool Roles::update(const RoleRow& row) {
  const auto holder = find_by_key(row.instance_id, row.key);
  if (holder && holder->id != row.id) return false;
  session().execute(
      "UPDATE roles SET key = :key, name = :name, description = :description, permissions = :permissions, "
      "updated_at = :updated_at WHERE id = :id AND instance_id = :instance_id",
      parameters_of(row));
  return true;
}

void Roles::remove(std::string_view instance_id, std::string_view id) {
  session().execute("DELETE FROM roles WHERE id = :id AND instance_id = :instance_id",
                    {{"id", text(id)}, {"instance_id", text(instance_id)}});
}

std::optional<RoleRow> Roles::find(std::string_view instance_id, std::string_view id) {
  return first_of(session().query(select("id = :id"), {{"instance_id", text(instance_id)}, {"id", text(id)}}));
}

std::optional<RoleRow> Roles::find_by_key(std::string_view instance_id, std::string_view key) {
  return first_of(session().query(select("key = :key"), {{"instance_id", text(instance_id)}, {"key", text(key)}}));
}

std::vector<RoleRow> Roles::list(std::string_view instance_id) {
  std::vector<RoleRow> roles;
  RoleRow last{.created_at = std::numeric_limits<std::int64_t>::min()};
  while (true) {
    auto rows = session().query(select("(created_at, id) > (:created_at, :id) ORDER BY created_at, id LIMIT 500"),
                                {{"instance_id", text(instance_id)}, {"created_at", last.created_at}, {"id", last.id}},
                                page_rows);
    for (Row& row : rows) roles.push_back(role_of(row));
    if (rows.size() < page_rows) return roles;
    last = roles.back();
  }
}

}  // namespace clerk::server::store
