#include "server/rules/role_set_rules.hpp"

#include "server/rules/small_list.hpp"
#include "server/store/memberships.hpp"
#include "server/store/organizations.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <map>

namespace clerk::server::rules {

namespace {

using Entry = RoleSetBook::Entry;

std::optional<RoleSetItem> item_of(std::string_view key, const Entry& set, const RoleBook& book, const Call& call,
                                   store::Transaction& transaction) {
  const KnownRole* role = book.find(key);
  if (role == nullptr) return std::nullopt;
  const std::int64_t members =
      store::Memberships{transaction}.count_in_role_set(call.instance.id, set.row.unique_key, key);
  return RoleSetItem{.object = "role_set_item",
                     .id = role->row.id,
                     .name = role->row.name,
                     .key = role->row.key,
                     .description = role->row.description,
                     .members_count = members,
                     .has_members = members > 0,
                     .created_at = role->row.created_at,
                     .updated_at = role->row.updated_at};
}

RoleSet role_set_of(const Entry& entry, const RoleSetBook& sets, const Call& call, store::Transaction& transaction) {
  const RoleBook book{call, transaction};
  RoleSet set{.object = "role_set",
              .id = entry.row.id,
              .name = entry.document.name,
              .key = entry.row.unique_key,
              .description = entry.document.description,
              .type = RoleSetType{entry.row.status},
              .created_at = entry.row.created_at,
              .updated_at = entry.row.updated_at};
  for (const std::string& key : entry.document.roles) {
    if (auto item = item_of(key, entry, book, call, transaction)) set.roles.push_back(*std::move(item));
  }
  set.default_role = item_of(sets.default_role(entry), entry, book, call, transaction);
  set.creator_role = item_of(sets.creator_role(entry), entry, book, call, transaction);
  return set;
}

Refused role_set_not_found(std::string_view param = "") {
  return refused({.definition = &error_definition("role_set_not_found"), .param = std::string{param}});
}

void judge_key(std::string_view param, std::string_view key, const RoleBook& book, Refusals& refusals) {
  if (book.find(key) != nullptr) return;
  refusals.push_back({.definition = &error_definition("organization_role_not_found"),
                      .param = std::string{param},
                      .value = std::string{key}});
}

/// Whether the set is sound as it would be: the two special roles are among its own, and creators can do their part.
Refusals judge_special_roles(const Entry& entry, const RoleBook& book) {
  Refusals refusals;
  const auto judge = [&](std::string_view param, const std::optional<std::string>& key) {
    if (!key) return;
    auto role = role_in(entry, param, *key, book);
    if (role.has_error()) {
      refusals.push_back(role.error().refusals.front());
    } else if (std::string lacking = lacking_for_creator(role->permissions);
               param == "creator_role_key" && !lacking.empty()) {
      refusals.push_back({.definition = &error_definition("organization_missing_creator_role_permissions"),
                          .param = std::string{param},
                          .value = *key,
                          .expected = std::move(lacking)});
    }
  };
  judge("default_role_key", entry.document.default_role);
  judge("creator_role_key", entry.document.creator_role);
  return refusals;
}

/// There is one initial role set: the one before becomes a set like any other.
void step_down(RoleSetBook& sets, const std::string& except_id) {
  Entry before = sets.initial();
  if (before.row.id == except_id) return;
  before.document.creator_role = sets.creator_role(before);
  before.document.default_role = sets.default_role(before);
  before.row.status = RoleSetType::custom;
  sets.save_free(before);
}

Judged<RoleSet> save(RoleSetBook& sets, Entry& entry, const Call& call, store::Transaction& transaction) {
  Refusals refusals = judge_special_roles(entry, RoleBook{call, transaction});
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (!sets.save(entry)) return taken("key", entry.row.unique_key);
  return role_set_of(entry, sets, call, transaction);
}

/// A key of a set that was given none: made of its id, which nobody else has.
std::string key_of(const std::string& id) { return "role_set:" + fold(id); }

}  // namespace

Judged<RoleSets> read(const operations::ListRoleSets& operation, Call& call, store::Transaction& transaction) {
  RoleSetBook sets{call, transaction};
  std::vector<RoleSet> all;
  for (const Entry& entry : sets.all()) all.push_back(role_set_of(entry, sets, call, transaction));
  return page_of_few<RoleSets>(std::move(all), operation.query);
}

Judged<RoleSet> apply(const operations::CreateRoleSet& operation, Call& call, store::Transaction& transaction) {
  const CreateRoleSetRequest& request = operation.body;
  RoleSetBook sets{call, transaction};
  const auto most = call.instance.settings.organization_settings.max_role_sets_allowed.value_or(0);
  if (std::ssize(sets.all()) >= most) {
    return refused({.definition = &error_definition("organization_instance_role_sets_quota_exceeded"),
                    .limit = std::to_string(most)});
  }
  const RoleBook book{call, transaction};
  Refusals refusals;
  std::vector<std::string> keys;
  for (const std::string& key : request.roles) {
    judge_key("roles", key, book, refusals);
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  }
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};

  Entry entry = sets.make(call.make_id("rset"));
  entry.row.unique_key = request.key.value_or(key_of(entry.row.id));
  entry.row.status = request.type.value_or(RoleSetType{RoleSetType::custom}).text();
  entry.document = {.name = request.name,
                    .description = request.description,
                    .roles = std::move(keys),
                    .default_role = request.default_role_key,
                    .creator_role = request.creator_role_key};
  if (sets.find(entry.row.unique_key)) return taken("key", entry.row.unique_key);
  refusals = judge_special_roles(entry, book);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (is_initial(entry)) step_down(sets, entry.row.id);
  sets.save_free(entry);
  return role_set_of(entry, sets, call, transaction);
}

Judged<RoleSet> read(const operations::GetRoleSet& operation, Call& call, store::Transaction& transaction) {
  RoleSetBook sets{call, transaction};
  const auto entry = sets.find(operation.role_set_key_or_id);
  if (!entry) return role_set_not_found();
  return role_set_of(*entry, sets, call, transaction);
}

Judged<RoleSet> apply(const operations::UpdateRoleSet& operation, Call& call, store::Transaction& transaction) {
  const UpdateRoleSetRequest& request = operation.body;
  RoleSetBook sets{call, transaction};
  auto entry = sets.find(operation.role_set_key_or_id);
  if (!entry) return role_set_not_found();
  const std::string key = entry->row.unique_key;
  if (request.name.has_value()) entry->document.name = *request.name;
  if (request.description.has_value()) entry->document.description = *request.description;
  if (request.default_role_key.has_value()) entry->document.default_role = *request.default_role_key;
  if (request.creator_role_key.has_value()) entry->document.creator_role = *request.creator_role_key;
  if (request.key.has_value() && *request.key != key) {
    if (sets.find(*request.key)) return taken("key", *request.key);
    entry->row.unique_key = *request.key;
  }
  Refusals refusals = judge_special_roles(*entry, RoleBook{call, transaction});
  if (request.type.has_value() && *request.type != RoleSetType{RoleSetType::initial}) {
    refusals.push_back({.definition = &error_definition("form_param_not_allowed_value"),
                        .param = "type",
                        .value = request.type->text(),
                        .expected = std::string{RoleSetType::initial}});
  }
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (request.type.has_value() && !is_initial(*entry)) {
    step_down(sets, entry->row.id);
    entry->row.status = RoleSetType::initial;
  }
  sets.save_free(*entry);
  if (entry->row.unique_key != key) {
    store::Organizations{transaction}.replace_role_set(call.instance.id, key, entry->row.unique_key);
  }
  return role_set_of(*entry, sets, call, transaction);
}

namespace {

using Mappings = std::map<std::string, std::string>;

/// Which role takes the place of which, as the request says.
Judged<Mappings> mappings_of(const std::optional<RawJson>& text) {
  Mappings mappings;
  if (!text) return mappings;
  const Refusal wrong{.definition = &error_definition("form_param_wrong_type"),
                      .param = "reassignment_mappings",
                      .value = "another type",
                      .expected = "object of role keys"};
  boost::system::error_code problem;
  const boost::json::value value = boost::json::parse(text->text(), problem);
  if (problem || !value.is_object()) return refused(wrong);
  for (const auto& [key, to] : value.get_object()) {
    if (!to.is_string()) return refused(wrong);
    mappings.emplace(key, to.get_string());
  }
  return mappings;
}

/// Roles are mapped from one set into the other, and all that members have and that the other lacks.
Refusals judge(const Mappings& mappings, const Entry& from, const Entry& to, const RoleBook& book, const Call& call,
               store::Transaction& transaction) {
  constexpr std::string_view param = "reassignment_mappings";
  Refusals refusals;
  const auto judge_role = [&](const Entry& set, std::string_view key) {
    auto role = role_in(set, param, key, book);
    if (role.has_error()) refusals.push_back(role.error().refusals.front());
  };
  for (const auto& [key, with] : mappings) {
    judge_role(from, key);
    judge_role(to, with);
  }
  store::Memberships memberships{transaction};
  for (const std::string& key : from.document.roles) {
    if (mappings.contains(key) || has_role(to, key)) continue;
    if (memberships.count_in_role_set(call.instance.id, from.row.unique_key, key) == 0) continue;
    refusals.push_back(
        {.definition = &error_definition("role_set_reassignment_missing"), .param = std::string{param}, .value = key});
  }
  return refusals;
}

/// Gives members the mapped roles, all at once: who has got one is not mapped again.
void reassign(const Mappings& mappings, const Entry& from, const Call& call, store::Transaction& transaction) {
  const auto on_the_way = [](const std::string& key) { return "moving from " + key; };
  store::Memberships memberships{transaction};
  for (const auto& [key, with] : mappings) {
    memberships.replace_role(call.instance.id, from.row.unique_key, key, on_the_way(key));
  }
  for (const auto& [key, with] : mappings) {
    memberships.replace_role(call.instance.id, from.row.unique_key, on_the_way(key), with);
  }
}

}  // namespace

Judged<DeletedObject> apply(const operations::ReplaceRoleSet& operation, Call& call, store::Transaction& transaction) {
  RoleSetBook sets{call, transaction};
  const auto from = sets.find(operation.role_set_key_or_id);
  if (!from) return role_set_not_found();
  auto to = sets.find(operation.body.dest_role_set_key);
  if (!to) return role_set_not_found("dest_role_set_key");
  if (to->row.id == from->row.id) {
    return refused({.definition = &error_definition("form_param_value_conflict"),
                    .param = "dest_role_set_key",
                    .expected = "another role set than the one that is replaced"});
  }
  auto mappings = mappings_of(operation.body.reassignment_mappings);
  if (mappings.has_error()) return std::move(mappings).error();
  Refusals refusals = judge(*mappings, *from, *to, RoleBook{call, transaction}, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};

  reassign(*mappings, *from, call, transaction);
  store::Organizations{transaction}.replace_role_set(call.instance.id, from->row.unique_key, to->row.unique_key);
  // The initial one is replaced as a whole: the other takes its standing too.
  if (is_initial(*from)) {
    to->row.status = RoleSetType::initial;
    sets.save_free(*to);
  }
  sets.remove(*from);
  return DeletedObject{.object = "role_set", .id = from->row.id, .deleted = true};
}

Judged<RoleSet> apply(const operations::AddRolesToRoleSet& operation, Call& call, store::Transaction& transaction) {
  const AddRolesToRoleSetRequest& request = operation.body;
  RoleSetBook sets{call, transaction};
  auto entry = sets.find(operation.role_set_key_or_id);
  if (!entry) return role_set_not_found();
  const RoleBook book{call, transaction};
  Refusals refusals;
  for (const std::string& key : request.role_keys) {
    judge_key("role_keys", key, book, refusals);
    if (!has_role(*entry, key)) entry->document.roles.push_back(key);
  }
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (request.default_role_key) entry->document.default_role = request.default_role_key;
  if (request.creator_role_key) entry->document.creator_role = request.creator_role_key;
  return save(sets, *entry, call, transaction);
}

Judged<RoleSet> apply(const operations::ReplaceRoleInRoleSet& operation, Call& call, store::Transaction& transaction) {
  const ReplaceRoleInRoleSetRequest& request = operation.body;
  RoleSetBook sets{call, transaction};
  auto entry = sets.find(operation.role_set_key_or_id);
  if (!entry) return role_set_not_found();
  const RoleBook book{call, transaction};
  auto from = role_in(*entry, "role_key", request.role_key, book);
  if (from.has_error()) return std::move(from).error();
  Refusals refusals;
  judge_key("to_role_key", request.to_role_key, book, refusals);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  const bool is_for_creators = sets.creator_role(*entry) == request.role_key;
  if (std::string lacking = lacking_for_creator(book.find(request.to_role_key)->permissions);
      is_for_creators && !lacking.empty()) {
    return refused({.definition = &error_definition("organization_missing_creator_role_permissions"),
                    .param = "to_role_key",
                    .value = request.to_role_key,
                    .expected = std::move(lacking)});
  }
  // What the settings say of the initial set is said by the set itself from now on.
  if (is_for_creators) entry->document.creator_role = request.to_role_key;
  if (sets.default_role(*entry) == request.role_key) entry->document.default_role = request.to_role_key;
  std::erase(entry->document.roles, request.role_key);
  if (!has_role(*entry, request.to_role_key)) entry->document.roles.push_back(request.to_role_key);
  auto saved = save(sets, *entry, call, transaction);
  if (saved.has_error()) return saved;
  store::Memberships{transaction}.replace_role(call.instance.id, entry->row.unique_key, request.role_key,
                                               request.to_role_key);
  return role_set_of(*entry, sets, call, transaction);
}

}  // namespace clerk::server::rules
