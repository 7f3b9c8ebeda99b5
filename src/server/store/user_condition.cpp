#include "server/store/user_condition.hpp"

#include "server/store/table.hpp"

namespace clerk::server::store {

namespace {

void add_range(Where& where, std::string_view column, const TimeRange& range) {
  if (range.after) where.add(text(column) + " > ?", *range.after);
  if (range.before) where.add(text(column) + " < ?", *range.before);
}

bool names_users(const UserSearch& search) {
  return !search.user_id.included.empty() || !search.external_id.included.empty() ||
         !search.organization_id.included.empty() || !search.email_address.empty() || !search.phone_number.empty() ||
         !search.username.empty() || !search.web3_wallet.empty();
}

std::string those_with(std::string_view kind, std::string_view instance_id, Where& where) {
  return "u.id IN (SELECT i.user_id FROM identifications i WHERE i.instance_id = " + where.bind(text(instance_id)) +
         " AND i.kind = " + where.bind(text(kind));
}

/// Members of one of the organizations, or of none of them.
void add_organizations(const Selection& organizations, Where& where) {
  const auto members_of = [&](const std::vector<std::string>& ids) {
    return " (SELECT m.user_id FROM organization_memberships m WHERE m.organization_id IN " + where.bind_list(ids) +
           ")";
  };
  if (!organizations.included.empty()) where.add("u.id IN" + members_of(organizations.included));
  if (!organizations.excluded.empty()) where.add("u.id NOT IN" + members_of(organizations.excluded));
}

}  // namespace

void add_user_condition(std::string_view instance_id, const UserSearch& search, Where& where) {
  const auto has_one_of = [&](std::string_view kind, const std::vector<std::string>& folded) {
    if (folded.empty()) return;
    const std::string begin = those_with(kind, instance_id, where);
    where.add(begin + " AND i.folded IN " + where.bind_list(folded) + ")");
  };
  const auto has_external_id = [&](const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    where.add("u.id IN (SELECT e.id FROM users e WHERE e.instance_id = " + where.bind(text(instance_id)) +
              " AND e.external_id <> '' AND e.external_id IN " + where.bind_list(ids) + ")");
  };
  const auto has_part = [&](std::string_view kind, const std::string& part) {
    if (part.empty()) return;
    const std::string begin = those_with(kind, instance_id, where);
    where.add(begin + " AND i.folded LIKE " + where.bind(Where::pattern(part)) + " ESCAPE '\\')");
  };
  // Who is named is found by the name. Left to itself SQLite would walk through the whole instance in the order that
  // is wanted and look at each user; what is no column alone can't be looked up in that index.
  where.add(names_users(search) ? "u.instance_id || '' = ?" : "u.instance_id = ?", text(instance_id));
  if (search.nobody) where.add("1 = 0");
  where.one_of("u.id", search.user_id.included).none_of("u.id", search.user_id.excluded);
  has_external_id(search.external_id.included);
  where.none_of("u.external_id", search.external_id.excluded);
  add_organizations(search.organization_id, where);
  if (search.banned) where.add("u.banned = ?", std::int64_t{*search.banned});
  add_range(where, "u.created_at", search.created_at);
  add_range(where, "u.last_active_at", search.last_active_at);
  add_range(where, "u.last_sign_in_at", search.last_sign_in_at);
  if (!search.query.empty()) where.holds("u.search", search.query);
  if (!search.name_query.empty()) where.holds("u.first_name || ' ' || u.last_name", search.name_query);
  has_one_of("email_address", search.email_address);
  has_one_of("phone_number", search.phone_number);
  has_one_of("username", search.username);
  has_one_of("web3_wallet", search.web3_wallet);
  has_part("email_address", search.email_address_query);
  has_part("phone_number", search.phone_number_query);
  has_part("username", search.username_query);
}

}  // namespace clerk::server::store
