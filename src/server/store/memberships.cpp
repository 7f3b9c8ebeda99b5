#include "server/store/memberships.hpp"

#include "server/store/counters.hpp"
#include "server/store/user_condition.hpp"

#include <algorithm>

namespace clerk::server::store {

namespace {

constexpr std::string_view counter = "organization_memberships";

constexpr std::string_view columns =
    "m.id, m.instance_id, m.organization_id, m.user_id, m.role, m.document, m.created_at, m.updated_at";

MembershipRow row_of(Row& row) {
  return {.id = text_at(row, 0),
          .instance_id = text_at(row, 1),
          .organization_id = text_at(row, 2),
          .user_id = text_at(row, 3),
          .role = text_at(row, 4),
          .document = decode_membership_document(text_at(row, 5)),
          .created_at = integer_at(row, 6),
          .updated_at = integer_at(row, 7)};
}

constexpr std::string_view with_users = " JOIN users u ON u.id = m.user_id";

Where condition_of(std::string_view instance_id, const MembershipSearch& search) {
  Where where;
  if (search.organization_id.empty() && search.user_id.empty()) {
    where.add("m.instance_id = ?", text(instance_id));
  }
  if (!search.organization_id.empty()) where.add("m.organization_id = ?", search.organization_id);
  if (!search.user_id.empty()) where.add("m.user_id = ?", search.user_id);
  where.one_of("m.role", search.role);
  if (search.user != UserSearch{}) add_user_condition(instance_id, search.user, where);
  return where;
}

std::string key_of(const MembershipOrder& order) {
  if (!order.user_key) return "m.created_at";
  return "u." + text(std::ranges::find(user_key_names, *order.user_key, &UserKeyNames::key)->column);
}

}  // namespace

bool Memberships::insert(const MembershipRow& row) {
  session().execute(
      "INSERT INTO organization_memberships (id, instance_id, organization_id, user_id, role, document, created_at, "
      "updated_at) VALUES (:id, :instance_id, :organization_id, :user_id, :role, :document, :created_at, :updated_at) "
      "ON CONFLICT (organization_id, user_id) DO NOTHING",
      {{"id", row.id},
       {"instance_id", row.instance_id},
       {"organization_id", row.organization_id},
       {"user_id", row.user_id},
       {"role", row.role},
       {"document", encode_document(row.document)},
       {"created_at", row.created_at},
       {"updated_at", row.updated_at}});
  if (session().changed_rows() == 0) return false;
  session().execute("UPDATE organizations SET members_count = members_count + 1 WHERE id = :id",
                    {{"id", row.organization_id}});
  Counters{transaction()}.add(row.instance_id, counter, 1);
  return true;
}

void Memberships::update(const MembershipRow& row) {
  session().execute(
      "UPDATE organization_memberships SET role = :role, document = :document, updated_at = :updated_at WHERE id = :id",
      {{"role", row.role},
       {"document", encode_document(row.document)},
       {"updated_at", row.updated_at},
       {"id", row.id}});
}

void Memberships::remove(const MembershipRow& row) {
  session().execute("DELETE FROM organization_memberships WHERE id = :id", {{"id", row.id}});
  const std::int64_t removed = session().changed_rows();
  session().execute("UPDATE organizations SET members_count = members_count - :removed WHERE id = :id",
                    {{"removed", removed}, {"id", row.organization_id}});
  Counters{transaction()}.add(row.instance_id, counter, -removed);
}

void Memberships::remove_of_organization(std::string_view instance_id, std::string_view organization_id) {
  session().execute("DELETE FROM organization_memberships WHERE organization_id = :id",
                    {{"id", text(organization_id)}});
  Counters{transaction()}.add(instance_id, counter, -session().changed_rows());
  session().execute("UPDATE organizations SET members_count = 0 WHERE id = :id", {{"id", text(organization_id)}});
}

std::optional<MembershipRow> Memberships::find(std::string_view organization_id, std::string_view user_id) {
  auto rows = session().query("SELECT " + text(columns) +
                                  " FROM organization_memberships m WHERE m.organization_id = :organization_id AND "
                                  "m.user_id = :user_id",
                              {{"organization_id", text(organization_id)}, {"user_id", text(user_id)}});
  if (rows.empty()) return std::nullopt;
  return row_of(rows.front());
}

std::vector<MembershipRow> Memberships::page(std::string_view instance_id, const MembershipSearch& search,
                                             const MembershipOrder& order, const Page& page) {
  Where where = condition_of(instance_id, search);
  const bool needs_users = order.user_key || search.user != UserSearch{};
  const std::string direction = order.descending ? " DESC" : "";
  // The keys first: what is skipped is skipped in an index alone.
  const std::string keys = "SELECT m.id AS id, " + key_of(order) + " AS place FROM organization_memberships m" +
                           text(needs_users ? with_users : "") + " WHERE " + where.text() + " ORDER BY " +
                           key_of(order) + direction + ", m.id" + direction + " LIMIT " + where.bind(page.limit) +
                           " OFFSET " + where.bind(page.offset);
  auto rows = session().query("SELECT " + text(columns) + " FROM (" + keys +
                                  ") k JOIN organization_memberships m ON m.id = k.id ORDER BY k.place" + direction +
                                  ", k.id" + direction,
                              where.parameters());
  std::vector<MembershipRow> found;
  found.reserve(rows.size());
  for (Row& row : rows) found.push_back(row_of(row));
  return found;
}

std::int64_t Memberships::count(std::string_view instance_id, const MembershipSearch& search) {
  if (search == MembershipSearch{}) return Counters{transaction()}.value(instance_id, counter);
  const Where where = condition_of(instance_id, search);
  const std::string_view users = search.user != UserSearch{} ? with_users : "";
  const auto rows = session().query(
      "SELECT count(*) FROM organization_memberships m" + text(users) + " WHERE " + where.text(), where.parameters());
  return integer_at(rows.at(0), 0);
}

bool Memberships::has_role(std::string_view instance_id, std::string_view role) {
  return !session()
              .query("SELECT 1 FROM organization_memberships WHERE instance_id = :instance_id AND role = :role LIMIT 1",
                     {{"instance_id", text(instance_id)}, {"role", text(role)}})
              .empty();
}

bool Memberships::has_one_of_roles(std::string_view organization_id, const std::vector<std::string>& roles) {
  if (roles.empty()) return false;
  Where where;
  where.add("organization_id = ?", text(organization_id)).one_of("role", roles);
  return !session()
              .query("SELECT 1 FROM organization_memberships WHERE " + where.text() + " LIMIT 1", where.parameters())
              .empty();
}

std::int64_t Memberships::count_in_role_set(std::string_view instance_id, std::string_view role_set,
                                            std::string_view role) {
  const auto rows = session().query(
      "SELECT count(*) FROM organization_memberships m JOIN organizations o ON o.id = m.organization_id "
      "WHERE m.instance_id = :instance_id AND m.role = :role AND o.role_set = :role_set",
      {{"instance_id", text(instance_id)}, {"role", text(role)}, {"role_set", text(role_set)}});
  return integer_at(rows.at(0), 0);
}

void Memberships::replace_role(std::string_view instance_id, std::string_view role_set, std::string_view role,
                               std::string_view with) {
  session().execute(
      "UPDATE organization_memberships SET role = :with WHERE instance_id = :instance_id AND role = :role AND "
      "organization_id IN (SELECT o.id FROM organizations o WHERE o.instance_id = :of AND o.role_set = :role_set)",
      {{"with", text(with)},
       {"instance_id", text(instance_id)},
       {"role", text(role)},
       {"of", text(instance_id)},
       {"role_set", text(role_set)}});
}

void Memberships::rename_role(std::string_view instance_id, std::string_view role, std::string_view to) {
  session().execute("UPDATE organization_memberships SET role = :to WHERE instance_id = :instance_id AND role = :role",
                    {{"to", text(to)}, {"instance_id", text(instance_id)}, {"role", text(role)}});
}

}  // namespace clerk::server::store
