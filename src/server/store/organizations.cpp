#include "server/store/organizations.hpp"

#include "server/store/counters.hpp"
#include "server/store/where.hpp"

namespace clerk::server::store {

namespace {

constexpr std::string_view counter = "organizations";

constexpr std::string_view columns =
    "o.id, o.instance_id, o.slug, o.name, o.role_set, o.members_count, o.document, o.created_at, o.updated_at";

OrganizationRow row_of(Row& row) {
  return {.id = text_at(row, 0),
          .instance_id = text_at(row, 1),
          .slug = text_at(row, 2),
          .name = text_at(row, 3),
          .role_set = text_at(row, 4),
          .members_count = integer_at(row, 5),
          .document = decode_organization_document(text_at(row, 6)),
          .created_at = integer_at(row, 7),
          .updated_at = integer_at(row, 8)};
}

std::vector<OrganizationRow> rows_of(std::vector<Row> rows) {
  std::vector<OrganizationRow> found;
  found.reserve(rows.size());
  for (Row& row : rows) found.push_back(row_of(row));
  return found;
}

std::optional<OrganizationRow> first_of(std::vector<Row> rows) {
  if (rows.empty()) return std::nullopt;
  return row_of(rows.front());
}

std::string select(std::string_view condition) {
  return "SELECT " + text(columns) + " FROM organizations o WHERE " + text(condition);
}

std::vector<Parameter> parameters_of(const OrganizationRow& row) {
  return {{"id", row.id},
          {"instance_id", row.instance_id},
          {"slug", row.slug},
          {"name", row.name},
          {"role_set", row.role_set},
          {"document", encode_document(row.document)},
          {"created_at", row.created_at},
          {"updated_at", row.updated_at}};
}

Where condition_of(std::string_view instance_id, const OrganizationSearch& search) {
  Where where;
  where.add("o.instance_id = ?", text(instance_id));
  where.one_of("o.id", search.organization_id.included).none_of("o.id", search.organization_id.excluded);
  const auto of_users = [&](const std::vector<std::string>& ids) {
    return " (SELECT m.organization_id FROM organization_memberships m WHERE m.user_id IN " + where.bind_list(ids) +
           ")";
  };
  if (!search.user_id.included.empty()) where.add("o.id IN" + of_users(search.user_id.included));
  if (!search.user_id.excluded.empty()) where.add("o.id NOT IN" + of_users(search.user_id.excluded));
  if (!search.query.empty()) {
    const std::string part = where.bind(Where::pattern(search.query));
    const std::string slug = where.bind(Where::pattern(search.query));
    // Ids have capitals, queries are folded.
    where.add("(o.name LIKE " + part + " ESCAPE '\\' OR o.slug LIKE " + slug +
              " ESCAPE '\\' OR lower(o.id) = " + where.bind(search.query) + ")");
  }
  return where;
}

}  // namespace

bool Organizations::insert(const OrganizationRow& row) {
  session().execute(
      "INSERT INTO organizations (id, instance_id, slug, name, role_set, members_count, document, created_at, "
      "updated_at) VALUES (:id, :instance_id, :slug, :name, :role_set, 0, :document, :created_at, :updated_at) "
      "ON CONFLICT (instance_id, slug) WHERE slug <> '' DO NOTHING",
      parameters_of(row));
  if (session().changed_rows() == 0) return false;
  Counters{transaction()}.add(row.instance_id, counter, 1);
  return true;
}

bool Organizations::update(const OrganizationRow& row) {
  if (!row.slug.empty()) {
    const auto holder = find_by_slug(row.instance_id, row.slug);
    if (holder && holder->id != row.id) return false;
  }
  session().execute(
      "UPDATE organizations SET slug = :slug, name = :name, role_set = :role_set, document = :document, "
      "created_at = :created_at, updated_at = :updated_at WHERE id = :id AND instance_id = :instance_id",
      parameters_of(row));
  return true;
}

void Organizations::remove(std::string_view instance_id, std::string_view id) {
  session().execute("DELETE FROM organizations WHERE id = :id AND instance_id = :instance_id",
                    {{"id", text(id)}, {"instance_id", text(instance_id)}});
  Counters{transaction()}.add(instance_id, counter, -session().changed_rows());
}

std::optional<OrganizationRow> Organizations::find(std::string_view instance_id, std::string_view id) {
  return first_of(session().query(select("o.id = :id AND o.instance_id = :instance_id"),
                                  {{"id", text(id)}, {"instance_id", text(instance_id)}}));
}

std::optional<OrganizationRow> Organizations::find_by_slug(std::string_view instance_id, std::string_view slug) {
  return first_of(session().query(select("o.instance_id = :instance_id AND o.slug = :slug AND o.slug <> ''"),
                                  {{"instance_id", text(instance_id)}, {"slug", text(slug)}}));
}

std::vector<OrganizationRow> Organizations::of_ids(const std::vector<std::string>& ids) {
  if (ids.empty()) return {};
  Where where;
  where.one_of("o.id", ids);
  return rows_of(session().query(select(where.text()), where.parameters()));
}

std::vector<OrganizationRow> Organizations::page(std::string_view instance_id, const OrganizationSearch& search,
                                                 const OrganizationOrder& order, const Page& page) {
  Where where = condition_of(instance_id, search);
  const std::string direction = order.descending ? " DESC" : "";
  const std::string key = text(order.key);
  // The keys first: what is skipped is skipped in an index alone.
  const std::string keys = "SELECT o.id, o." + key + " FROM organizations o WHERE " + where.text() + " ORDER BY o." +
                           key + direction + ", o.id" + direction + " LIMIT " + where.bind(page.limit) + " OFFSET " +
                           where.bind(page.offset);
  return rows_of(session().query("SELECT " + text(columns) + " FROM (" + keys +
                                     ") k JOIN organizations o ON o.id = k.id ORDER BY k." + key + direction +
                                     ", k.id" + direction,
                                 where.parameters()));
}

std::int64_t Organizations::count(std::string_view instance_id, const OrganizationSearch& search) {
  if (search == OrganizationSearch{}) return Counters{transaction()}.value(instance_id, counter);
  const Where where = condition_of(instance_id, search);
  const auto rows = session().query("SELECT count(*) FROM organizations o WHERE " + where.text(), where.parameters());
  return integer_at(rows.at(0), 0);
}

bool Organizations::has_role_set(std::string_view instance_id, std::string_view role_set) {
  return !session()
              .query("SELECT 1 FROM organizations WHERE instance_id = :instance_id AND role_set = :role_set LIMIT 1",
                     {{"instance_id", text(instance_id)}, {"role_set", text(role_set)}})
              .empty();
}

void Organizations::replace_role_set(std::string_view instance_id, std::string_view role_set, std::string_view with) {
  session().execute(
      "UPDATE organizations SET role_set = :with WHERE instance_id = :instance_id AND role_set = :role_set",
      {{"with", text(with)}, {"instance_id", text(instance_id)}, {"role_set", text(role_set)}});
}

}  // namespace clerk::server::store
