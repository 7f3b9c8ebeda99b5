#include "server/rules/access_decision.hpp"

#include "server/rules/email_address.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clerk::server::rules {

namespace {

struct Case {
  const store::InstanceState& instance;
  const Newcomer& newcomer;
  const AccessLookups& lookups;
  const DisposableDomains* disposable_domains;  ///< null where no address is judged by its domain

  [[nodiscard]] const RestrictionSettings<View::stored>& restrictions() const { return instance.settings.restrictions; }
};

std::vector<std::string> offenders(const Case& door, auto&& offends) {
  std::vector<std::string> found;
  for (const Identifier& identifier : door.newcomer.identifiers) {
    if (offends(identifier)) found.push_back(identifier.folded);
  }
  return found;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all.append(all.empty() ? "" : ", ").append(text);
  return all;
}

Refusals not_allowed(std::vector<std::string> identifiers) {
  if (identifiers.empty()) return {};
  return {{.definition = identifiers.size() == 1 ? &error_definition("not_allowed_access")
                                                 : &error_definition("not_allowed_access_of_several"),
           .value = joined(identifiers),
           .identifiers = std::move(identifiers)}};
}

bool is_on(ListKind list, const Identifier& identifier, const AccessLookups& lookups) {
  return std::ranges::any_of(list_keys(list, identifier),
                             [&](const std::string& key) { return lookups.is_listed(list, key); });
}

// The allowlist acts in the public mode only. facts 3.3
bool has_allowlist(const Case& door) {
  return door.restrictions().allowlist && door.instance.traits.sign_up_mode == "public";
}

bool is_allowlisted(const Case& door, const Identifier& identifier) {
  if (!has_allowlist(door)) return false;
  // The invitation outlives the entry that it was sent for.
  const bool is_invited =
      door.newcomer.entrance == Entrance::allowlist_invitation && identifier.folded == door.newcomer.invited;
  return is_invited || is_on(ListKind::allowlist, identifier, door.lookups);
}

Refusals judge_sign_up_mode(const Case& door) {
  if (door.newcomer.entrance != Entrance::sign_up) return {};
  const std::string& mode = door.instance.traits.sign_up_mode;
  if (mode == "restricted") return {{.definition = &error_definition("sign_up_mode_restricted")}};
  if (mode == "waitlist") return {{.definition = &error_definition("sign_up_restricted_waitlist")}};
  return {};
}

// A username cannot be listed: it neither opens the door nor keeps it shut for who has a listed identifier besides.
Refusals judge_allowlist(const Case& door) {
  if (!has_allowlist(door)) return {};
  const auto is_username = [](const Identifier& identifier) { return identifier.kind == IdentifierKind::username; };
  const bool has_only_usernames = std::ranges::all_of(door.newcomer.identifiers, is_username);
  if (has_only_usernames && door.newcomer.entrance == Entrance::existing_user) return {};
  return not_allowed(offenders(door, [&](const Identifier& identifier) {
    return is_username(identifier) ? has_only_usernames : !is_allowlisted(door, identifier);
  }));
}

Refusals judge_blocklist(const Case& door) {
  if (!door.restrictions().blocklist) return {};
  return not_allowed(offenders(door, [&](const Identifier& identifier) {
    return is_on(ListKind::blocklist, identifier, door.lookups) && !is_allowlisted(door, identifier);
  }));
}

Refusals judge_country(const Case& door) {
  const auto& blocked = door.instance.settings.communication.blocked_country_codes;
  const auto found = offenders(door, [&](const Identifier& identifier) {
    return !identifier.country.empty() && std::ranges::find(blocked, identifier.country) != blocked.end();
  });
  if (found.empty()) return {};
  return {{.definition = &error_definition("country_code_not_allowed"), .value = joined(found)}};
}

Refusals judge_disposable_domain(const Case& door) {
  if (!door.restrictions().block_disposable_email_domains || door.disposable_domains == nullptr) return {};
  return not_allowed(offenders(door, [&](const Identifier& identifier) {
    if (identifier.kind != IdentifierKind::email_address) return false;
    const auto address = read_email_address(identifier.folded);
    return address && door.disposable_domains->contains(address->domain);
  }));
}

Refusals judge_taken(const Case& door) {
  Refusals refusals;
  for (const Identifier& identifier : door.newcomer.identifiers) {
    if (!door.lookups.is_taken(identifier)) continue;
    refusals.push_back({.definition = &error_definition("form_identifier_exists"),
                        .param = std::string{name_of(identifier.kind)},
                        .value = identifier.folded});
  }
  return refusals;
}

Refusals judge_subaddress(const Case& door) {
  if (!door.restrictions().block_email_subaddresses) return {};
  const auto found = offenders(door, [&](const Identifier& identifier) {
    if (identifier.kind != IdentifierKind::email_address) return false;
    const auto address = read_email_address(identifier.folded);
    return address && door.lookups.is_mailbox_taken(mailbox(*address).text(), door.newcomer.user_id);
  });
  if (found.empty()) return {};
  return {{.definition = &error_definition("email_address_in_use"), .value = joined(found)}};
}

struct JudgedRule {
  AccessRule rule;
  Refusals (*judge)(const Case& door);
};

constexpr AccessRule sign_up_mode{"sign_up_mode", "facts 3.3"};
constexpr AccessRule allowlist{"allowlist", "facts 3.3"};
constexpr AccessRule blocklist{"blocklist", "facts 3.3"};

constexpr auto rules = std::to_array<JudgedRule>({
    {sign_up_mode, judge_sign_up_mode},
    {allowlist, judge_allowlist},
    {blocklist, judge_blocklist},
    {{"blocked_country_codes", "facts 2.7"}, judge_country},
    {{"block_disposable_email_domains", "facts 3.3"}, judge_disposable_domain},
    {{"identifier_exists", "facts 3.3"}, judge_taken},
    {{"block_email_subaddresses", "facts 3.3"}, judge_subaddress},
});

}  // namespace

std::vector<AccessRule> sign_up_rules() {
  std::vector<AccessRule> names;
  for (const JudgedRule& each : rules) names.push_back(each.rule);
  return names;
}

AccessDecision decide_sign_up(const store::InstanceState& instance, const Newcomer& newcomer,
                              const AccessLookups& lookups, const DisposableDomains& disposable_domains) {
  const Case door{instance, newcomer, lookups, &disposable_domains};
  for (const JudgedRule& each : rules) {
    Refusals refusals = each.judge(door);
    if (!refusals.empty()) return {.decided_by = each.rule, .refusals = std::move(refusals)};
  }
  return {.decided_by = has_allowlist(door) ? allowlist : sign_up_mode};
}

AccessDecision decide_sign_in(const store::InstanceState& instance, const Identifier& identifier,
                              const AccessLookups& lookups) {
  if (instance.settings.restrictions.allowlist_blocklist_disabled_on_sign_in) {
    return {.decided_by = {"allowlist_blocklist_disabled_on_sign_in", "facts 3.3"}};
  }
  const Newcomer returning{.entrance = Entrance::existing_user, .identifiers = {identifier}};
  const Case door{instance, returning, lookups, nullptr};
  for (const JudgedRule& each : rules) {
    if (each.rule != allowlist && each.rule != blocklist) continue;
    Refusals refusals = each.judge(door);
    if (!refusals.empty()) return {.decided_by = each.rule, .refusals = std::move(refusals)};
  }
  return {.decided_by = has_allowlist(door) ? allowlist : blocklist};
}

}  // namespace clerk::server::rules
