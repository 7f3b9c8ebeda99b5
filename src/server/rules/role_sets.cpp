#include "server/rules/role_sets.hpp"

#include "server/rules/built_in_id.hpp"

#include <clerk/contract/role_sets.hpp>

#include <algorithm>
#include <stdexcept>

namespace clerk::server::rules {

namespace {

constexpr std::string_view initial_key = "role_set:default";

const std::vector<std::string> initial_status{std::string{RoleSetType::initial}};

}  // namespace

RoleSetBook::RoleSetBook(const Call& call, store::Transaction& transaction)
    : call_{call}, transaction_{transaction}, set_{"role_set", call, transaction} {}

std::optional<RoleSetBook::Entry> RoleSetBook::written_initial() {
  auto found = set_.page({.status = initial_status}, {}, {.limit = 1});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

RoleSetBook::Entry RoleSetBook::unwritten_initial() {
  Entry entry = set_.make(built_in_id("rset", call_.instance));
  entry.row.unique_key = initial_key;
  entry.row.status = RoleSetType::initial;
  entry.row.created_at = entry.row.updated_at = call_.instance.created_at;
  entry.document.name = "Default role set";
  for (const KnownRole& role : RoleBook{call_, transaction_}.all()) entry.document.roles.push_back(role.row.key);
  return entry;
}

RoleSetBook::Entry RoleSetBook::initial() {
  auto written = written_initial();
  return written ? *std::move(written) : unwritten_initial();
}

std::optional<RoleSetBook::Entry> RoleSetBook::find(std::string_view key_or_id) {
  if (auto entry = set_.find_by_key(key_or_id)) return entry;
  if (auto entry = set_.find(key_or_id)) return entry;
  Entry first = initial();
  if (first.row.unique_key == key_or_id || first.row.id == key_or_id) return first;
  return std::nullopt;
}

RoleSetBook::Entry RoleSetBook::of(std::string_view key) {
  auto entry = set_.find_by_key(key);
  return entry ? *std::move(entry) : initial();
}

std::vector<RoleSetBook::Entry> RoleSetBook::all() {
  std::vector<Entry> entries = set_.all({}, {.descending = false});
  if (std::ranges::none_of(entries, is_initial)) entries.insert(entries.begin(), unwritten_initial());
  return entries;
}

bool RoleSetBook::save(Entry& entry) {
  // Whether it was ever written is seen by its id: the unwritten one has its own from the beginning.
  return set_.find(entry.row.id) ? set_.update(entry) : set_.insert(entry);
}

void RoleSetBook::save_free(Entry& entry) {
  if (!save(entry)) throw std::logic_error{"a role set's own key is taken"};
}

std::string RoleSetBook::creator_role(const Entry& entry) const {
  return entry.document.creator_role.value_or(call_.instance.settings.organization_settings.creator_role);
}

std::string RoleSetBook::default_role(const Entry& entry) const {
  return entry.document.default_role.value_or(call_.instance.settings.organization_settings.domains_default_role);
}

bool is_initial(const RoleSetBook::Entry& entry) { return entry.row.status == RoleSetType::initial; }

bool has_role(const RoleSetBook::Entry& entry, std::string_view key) {
  return std::ranges::find(entry.document.roles, key) != entry.document.roles.end();
}

Judged<KnownRole> role_in(const RoleSetBook::Entry& set, std::string_view param, std::string_view key,
                          const RoleBook& book) {
  const KnownRole* role = book.find(key);
  if (role == nullptr) {
    return refused({.definition = &error_definition("organization_role_not_found"),
                    .param = std::string{param},
                    .value = std::string{key}});
  }
  if (!has_role(set, key)) {
    return refused({.definition = &error_definition("organization_role_not_in_role_set"),
                    .param = std::string{param},
                    .value = std::string{key}});
  }
  return *role;
}

}  // namespace clerk::server::rules
