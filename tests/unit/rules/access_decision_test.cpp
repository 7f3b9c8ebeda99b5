#include "server/rules/access_decision.hpp"

#include "tests/unit/rules/rules_support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

namespace {

using enum Entrance;
using Kind = IdentifierKind;

/// What the store knows, and how often it was asked.
struct Directory {
  std::set<std::string> allowed{};
  std::set<std::string> blocked{};
  std::set<std::string> taken{};
  std::set<std::string> mailboxes{};  ///< "mailbox of user", by the text `user mailbox`

  mutable int look_ups{0};

  [[nodiscard]] AccessLookups lookups() const {
    return {.is_listed =
                [this](ListKind list, const std::string& key) {
                  ++look_ups;
                  return (list == ListKind::allowlist ? allowed : blocked).contains(key);
                },
            .is_taken = [this](const Identifier& identifier) { return taken.contains(identifier.folded); },
            .is_mailbox_taken =
                [this](const std::string& mailbox, const std::string& except_user_id) {
                  return std::ranges::any_of(mailboxes, [&](const std::string& entry) {
                    return entry.ends_with(" " + mailbox) && entry != except_user_id + " " + mailbox;
                  });
                }};
  }
};

/// The switches of an instance that decide.
struct Switches {
  bool allowlist{};
  bool blocklist{};
  bool subaddresses{};
  bool disposable{};
  std::vector<std::string> blocked_countries{};
  std::string sign_up_mode{"public"};
};

store::InstanceState instance_with(const Switches& switches) {
  store::InstanceState instance = fresh(development, {}, switches.sign_up_mode);
  auto& restrictions = instance.settings.restrictions;
  restrictions.allowlist = switches.allowlist;
  restrictions.blocklist = switches.blocklist;
  restrictions.block_email_subaddresses = switches.subaddresses;
  restrictions.block_disposable_email_domains = switches.disposable;
  instance.settings.communication.blocked_country_codes = switches.blocked_countries;
  return instance;
}

Identifier email(std::string_view text) { return read_identifier(Kind::email_address, text, true).value(); }
Identifier phone(std::string_view text) { return read_identifier(Kind::phone_number, text, true).value(); }
Identifier wallet(std::string_view text) { return read_identifier(Kind::web3_wallet, text, true).value(); }
Identifier username(std::string_view text) { return read_identifier(Kind::username, text, true).value(); }

AccessDecision decide(const Switches& switches, const Newcomer& newcomer, const Directory& directory) {
  static const DisposableDomains disposable_domains{"throwaway.example"};
  return decide_sign_up(instance_with(switches), newcomer, directory.lookups(), disposable_domains);
}

// `name of the definition: value`, or "accepted".
std::string verdict_of(const AccessDecision& decision) {
  if (decision.is_accepted()) return "accepted";
  std::string verdict;
  for (const Refusal& refusal : decision.refusals) {
    if (!verdict.empty()) verdict += "; ";
    verdict.append(refusal.definition->name);
    if (!refusal.value.empty()) verdict.append(": ").append(refusal.value);
  }
  return verdict;
}

struct Row {
  std::string_view fact;
  Switches switches;
  Newcomer newcomer;
  Directory directory;
  std::string_view rule;
  std::string_view verdict;
};

void expect_verdicts(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const AccessDecision decision = decide(row.switches, row.newcomer, row.directory);
    EXPECT_EQ(decision.decided_by.name, row.rule) << row.fact;
    EXPECT_EQ(verdict_of(decision), row.verdict) << row.fact;
    EXPECT_TRUE(decision.decided_by.source.starts_with("facts ")) << row.fact;
  }
}

}  // namespace

TEST(SignUpMode, keeps_out_only_who_comes_by_themselves) {
  const Newcomer stranger{.entrance = sign_up, .identifiers = {email("jane@example.com")}};
  const auto as = [&](Entrance entrance) {
    Newcomer newcomer = stranger;
    newcomer.entrance = entrance;
    return newcomer;
  };
  expect_verdicts({
      {"facts 3.3: public", {}, stranger, {}, "sign_up_mode", "accepted"},
      {"facts 3.3: restricted",
       {.sign_up_mode = "restricted"},
       stranger,
       {},
       "sign_up_mode",
       "sign_up_mode_restricted"},
      {"facts 3.3: waitlist",
       {.sign_up_mode = "waitlist"},
       stranger,
       {},
       "sign_up_mode",
       "sign_up_restricted_waitlist"},
      {"facts 3.3: by invitation", {.sign_up_mode = "restricted"}, as(invitation), {}, "sign_up_mode", "accepted"},
      {"facts 3.3: invited from the waitlist",
       {.sign_up_mode = "waitlist"},
       as(invitation),
       {},
       "sign_up_mode",
       "accepted"},
      {"facts 3.3: made by hand", {.sign_up_mode = "restricted"}, as(manual_creation), {}, "sign_up_mode", "accepted"},
      {"facts 3.3: here already", {.sign_up_mode = "restricted"}, as(existing_user), {}, "sign_up_mode", "accepted"},
  });
}

TEST(Allowlist, lets_in_who_is_on_it_and_nobody_else) {
  const Switches on{.allowlist = true};
  const Newcomer jane{.entrance = sign_up, .identifiers = {email("Jane@Example.com")}};
  const std::string_view refused = "not_allowed_access: jane@example.com";
  expect_verdicts({
      {"facts 3.3: off", {}, jane, {}, "sign_up_mode", "accepted"},
      {"facts 3.3: empty, it blocks everyone", on, jane, {}, "allowlist", refused},
      {"facts 3.3: the address", on, jane, {.allowed = {"jane@example.com"}}, "allowlist", "accepted"},
      {"facts 3.2: its domain", on, jane, {.allowed = {"*@example.com"}}, "allowlist", "accepted"},
      {"facts 3.3: not what lies below the domain",
       on,
       {.entrance = sign_up, .identifiers = {email("jane@mail.example.com")}},
       {.allowed = {"*@example.com", "*@*.example.com"}},
       "allowlist",
       "not_allowed_access: jane@mail.example.com"},
      {"inferred: a subaddress is another address",
       on,
       {.entrance = sign_up, .identifiers = {email("jane+x@example.com")}},
       {.allowed = {"jane@example.com"}},
       "allowlist",
       "not_allowed_access: jane+x@example.com"},
      {"facts 3.2: a number",
       on,
       {.entrance = sign_up, .identifiers = {phone("+12125551234")}},
       {.allowed = {"+12125551234"}},
       "allowlist",
       "accepted"},
      {"facts 3.2: a wallet",
       on,
       {.entrance = sign_up, .identifiers = {wallet("0x52908400098527886E0F7030069857D2E4169EE7")}},
       {.allowed = {"0x52908400098527886e0f7030069857d2e4169ee7"}},
       "allowlist",
       "accepted"},
      {"inferred: every identifier must be on it",
       on,
       {.entrance = sign_up, .identifiers = {email("jane@example.com"), phone("+12125551234")}},
       {.allowed = {"jane@example.com"}},
       "allowlist",
       "not_allowed_access: +12125551234"},
      {"facts 3.3: one refusal names all",
       on,
       {.entrance = sign_up, .identifiers = {email("jane@example.com"), phone("+12125551234")}},
       {},
       "allowlist",
       "not_allowed_access_of_several: jane@example.com, +12125551234"},
      {"inferred: a username beside a listed address",
       on,
       {.entrance = sign_up, .identifiers = {username("jane"), email("jane@example.com")}},
       {.allowed = {"jane@example.com"}},
       "allowlist",
       "accepted"},
      {"inferred: a username alone opens nothing",
       on,
       {.entrance = sign_up, .identifiers = {username("jane")}},
       {},
       "allowlist",
       "not_allowed_access: jane"},
      {"inferred: who is here may take a username",
       on,
       {.entrance = existing_user, .identifiers = {username("jane")}, .user_id = "user_1"},
       {},
       "allowlist",
       "accepted"},
      {"facts 3.3: it acts in the public mode only",
       {.allowlist = true, .sign_up_mode = "restricted"},
       {.entrance = invitation, .identifiers = {email("jane@example.com")}},
       {},
       "sign_up_mode",
       "accepted"},
  });
}

TEST(Allowlist, is_not_passed_by_other_entrances_but_by_its_own_invitation) {
  const Switches on{.allowlist = true};
  const std::vector<Identifier> jane{email("jane@example.com")};
  const std::string_view refused = "not_allowed_access: jane@example.com";
  expect_verdicts({
      {"store 7.5: an invitation does not",
       on,
       {.entrance = invitation, .identifiers = jane},
       {},
       "allowlist",
       refused},
      {"store 7.5: that of an entry does",
       on,
       {.entrance = allowlist_invitation, .identifiers = jane, .invited = "jane@example.com"},
       {},
       "allowlist",
       "accepted"},
      {"store 7.5: but only for who was invited",
       on,
       {.entrance = allowlist_invitation, .identifiers = jane, .invited = "june@example.com"},
       {},
       "allowlist",
       refused},
      {"facts 3.3: POST /users obeys it (inferred)",
       on,
       {.entrance = manual_creation, .identifiers = jane},
       {},
       "allowlist",
       refused},
      {"facts 3.3: a later identifier cannot bypass it",
       on,
       {.entrance = existing_user, .identifiers = jane, .user_id = "user_1"},
       {},
       "allowlist",
       refused},
  });
}

TEST(Blocklist, keeps_out_who_is_on_it) {
  const Switches on{.blocklist = true};
  const auto by = [](Identifier identifier) {
    return Newcomer{.entrance = sign_up, .identifiers = {std::move(identifier)}};
  };
  expect_verdicts({
      {"facts 3.3: off", {}, by(email("jane@x.com")), {.blocked = {"jane@x.com"}}, "sign_up_mode", "accepted"},
      {"facts 3.3: another", on, by(email("june@x.com")), {.blocked = {"jane@x.com"}}, "sign_up_mode", "accepted"},
      {"facts 3.3: the address",
       on,
       by(email("JANE@x.com")),
       {.blocked = {"jane@x.com"}},
       "blocklist",
       "not_allowed_access: jane@x.com"},
      {"facts 3.3: its subaddresses",
       on,
       by(email("jane+a@x.com")),
       {.blocked = {"jane@x.com"}},
       "blocklist",
       "not_allowed_access: jane+a@x.com"},
      {"facts 3.3: a subaddress blocks itself alone",
       on,
       by(email("jane@x.com")),
       {.blocked = {"jane+a@x.com"}},
       "sign_up_mode",
       "accepted"},
      {"facts 3.3: Yahoo's separator",
       on,
       by(email("jane-a@yahoo.fr")),
       {.blocked = {"jane@yahoo.fr"}},
       "blocklist",
       "not_allowed_access: jane-a@yahoo.fr"},
      {"facts 3.3: dots at Gmail are not folded",
       on,
       by(email("j.ane@gmail.com")),
       {.blocked = {"jane@gmail.com"}},
       "sign_up_mode",
       "accepted"},
      {"facts 3.3: the domain",
       on,
       by(email("jane@x.com")),
       {.blocked = {"*@x.com"}},
       "blocklist",
       "not_allowed_access: jane@x.com"},
      {"facts 3.3: not below it", on, by(email("jane@a.x.com")), {.blocked = {"*@x.com"}}, "sign_up_mode", "accepted"},
      {"facts 3.3: below it, at any depth",
       on,
       by(email("jane@b.a.x.com")),
       {.blocked = {"*@*.x.com"}},
       "blocklist",
       "not_allowed_access: jane@b.a.x.com"},
      {"facts 3.3: which is not the domain itself",
       on,
       by(email("jane@x.com")),
       {.blocked = {"*@*.x.com"}},
       "sign_up_mode",
       "accepted"},
      {"facts 3.3: a star in a name is literal",
       on,
       by(email("john@x.com")),
       {.blocked = {"john*@x.com"}},
       "sign_up_mode",
       "accepted"},
      {"facts 3.2: a number",
       on,
       by(phone("+12125551234")),
       {.blocked = {"+12125551234"}},
       "blocklist",
       "not_allowed_access: +12125551234"},
      {"facts 3.3: by invitation too",
       on,
       {.entrance = invitation, .identifiers = {email("jane@x.com")}},
       {.blocked = {"*@x.com"}},
       "blocklist",
       "not_allowed_access: jane@x.com"},
      {"facts 3.3: and by hand (inferred)",
       on,
       {.entrance = manual_creation, .identifiers = {email("jane@x.com")}},
       {.blocked = {"*@x.com"}},
       "blocklist",
       "not_allowed_access: jane@x.com"},
  });
}

TEST(OtherRestrictions, refuse_what_they_name_and_only_while_on) {
  const Newcomer disposable{.entrance = sign_up, .identifiers = {email("jane@mail.throwaway.example")}};
  const Newcomer british{.entrance = sign_up, .identifiers = {phone("+442071234567")}};
  const Newcomer variant{.entrance = sign_up, .identifiers = {email("j.smith+x@gmail.com")}};
  const Directory smith{.mailboxes = {"user_1 jsmith@gmail.com"}};
  expect_verdicts({
      {"facts 3.3: disposable, off", {}, disposable, {}, "sign_up_mode", "accepted"},
      {"facts 3.3: disposable",
       {.disposable = true},
       disposable,
       {},
       "block_disposable_email_domains",
       "not_allowed_access: jane@mail.throwaway.example"},
      {"facts 3.3: also when added to an account",
       {.disposable = true},
       {.entrance = existing_user, .identifiers = disposable.identifiers, .user_id = "user_1"},
       {},
       "block_disposable_email_domains",
       "not_allowed_access: jane@mail.throwaway.example"},
      {"facts 2.7: no country blocked", {}, british, {}, "sign_up_mode", "accepted"},
      {"facts 2.7: another country", {.blocked_countries = {"FR", "JE"}}, british, {}, "sign_up_mode", "accepted"},
      {"facts 2.7: that country",
       {.blocked_countries = {"FR", "GB"}},
       british,
       {},
       "blocked_country_codes",
       "country_code_not_allowed: +442071234567"},
      {"facts 2.7: addresses have no country",
       {.blocked_countries = {"GB"}},
       {.entrance = sign_up, .identifiers = {email("jane@example.co.uk")}},
       {},
       "sign_up_mode",
       "accepted"},
      {"facts 3.3: subaddresses, off", {}, variant, smith, "sign_up_mode", "accepted"},
      {"facts 3.3: the first of a base address may come",
       {.subaddresses = true},
       variant,
       {},
       "sign_up_mode",
       "accepted"},
      {"facts 3.3: later ones may not",
       {.subaddresses = true},
       variant,
       smith,
       "block_email_subaddresses",
       "email_address_in_use: j.smith+x@gmail.com"},
      {"facts 3.3: nor may another user add one",
       {.subaddresses = true},
       {.entrance = existing_user, .identifiers = variant.identifiers, .user_id = "user_2"},
       smith,
       "block_email_subaddresses",
       "email_address_in_use: j.smith+x@gmail.com"},
      {"inferred: the user who has it may",
       {.subaddresses = true},
       {.entrance = existing_user, .identifiers = variant.identifiers, .user_id = "user_1"},
       smith,
       "sign_up_mode",
       "accepted"},
      {"inferred: test addresses are no exception",
       {.subaddresses = true},
       {.entrance = sign_up, .identifiers = {email("jsmith+clerk_test@gmail.com")}},
       smith,
       "block_email_subaddresses",
       "email_address_in_use: jsmith+clerk_test@gmail.com"},
      {"facts 3.3: what is taken is taken",
       {},
       {.entrance = sign_up, .identifiers = {email("jane@x.com")}},
       {.taken = {"jane@x.com"}},
       "identifier_exists",
       "form_identifier_exists: jane@x.com"},
      {"facts 3.3: each that is taken is named",
       {},
       {.entrance = manual_creation, .identifiers = {username("Jane"), email("june@x.com"), phone("+12125551234")}},
       {.taken = {"jane", "+12125551234"}},
       "identifier_exists",
       "form_identifier_exists: jane; form_identifier_exists: +12125551234"},
  });
}

TEST(SignUpRules, are_asked_in_this_order) {
  std::vector<std::string_view> names;
  for (const AccessRule& rule : sign_up_rules()) names.push_back(rule.name);
  EXPECT_EQ(names, (std::vector<std::string_view>{"sign_up_mode", "allowlist", "blocklist", "blocked_country_codes",
                                                  "block_disposable_email_domains", "identifier_exists",
                                                  "block_email_subaddresses"}));
}

TEST(SignUpRules, the_earlier_of_two_that_refuse_decides) {
  // Every rule refuses these; the one that decides is turned off, then the next.
  const std::vector<Identifier> identifiers{email("jane+x@throwaway.example"), phone("+442071234567")};
  const Directory directory{.blocked = {"*@throwaway.example"},
                            .taken = {"jane+x@throwaway.example"},
                            .mailboxes = {"user_1 jane@throwaway.example"}};
  Switches switches{.allowlist = true,
                    .blocklist = true,
                    .subaddresses = true,
                    .disposable = true,
                    .blocked_countries = {"GB"},
                    .sign_up_mode = "restricted"};
  Newcomer newcomer{.entrance = sign_up, .identifiers = identifiers};
  const auto decided_by = [&](const Directory& known) { return decide(switches, newcomer, known).decided_by.name; };
  EXPECT_EQ(decided_by(directory), "sign_up_mode");
  switches.sign_up_mode = "public";
  EXPECT_EQ(decided_by(directory), "allowlist");
  switches.allowlist = false;
  EXPECT_EQ(decided_by(directory), "blocklist");
  switches.blocklist = false;
  EXPECT_EQ(decided_by(directory), "blocked_country_codes");
  switches.blocked_countries.clear();
  EXPECT_EQ(decided_by(directory), "block_disposable_email_domains");
  switches.disposable = false;
  EXPECT_EQ(decided_by(directory), "identifier_exists");
  EXPECT_EQ(decided_by({.mailboxes = directory.mailboxes}), "block_email_subaddresses");
  EXPECT_EQ(decided_by({}), "sign_up_mode");
}

TEST(SignUpRules, the_allowlist_wins_over_the_blocklist_for_the_same_identifier) {
  const Switches both{.allowlist = true, .blocklist = true};
  const Newcomer jane{.entrance = sign_up, .identifiers = {email("jane@x.com")}};
  expect_verdicts({
      {"facts 3.3: on both lists",
       both,
       jane,
       {.allowed = {"jane@x.com"}, .blocked = {"jane@x.com"}},
       "allowlist",
       "accepted"},
      {"facts 3.3: by its domain",
       both,
       jane,
       {.allowed = {"*@x.com"}, .blocked = {"jane@x.com"}},
       "allowlist",
       "accepted"},
      {"facts 3.3: the allowlist off, it wins nothing",
       {.blocklist = true},
       jane,
       {.allowed = {"jane@x.com"}, .blocked = {"jane@x.com"}},
       "blocklist",
       "not_allowed_access: jane@x.com"},
      {"store 7.5: the invitation of an entry wins too",
       both,
       {.entrance = allowlist_invitation, .identifiers = jane.identifiers, .invited = "jane@x.com"},
       {.blocked = {"*@x.com"}},
       "allowlist",
       "accepted"},
      {"facts 3.3: it wins over the blocklist alone",
       {.allowlist = true, .disposable = true},
       {.entrance = sign_up, .identifiers = {email("jane@throwaway.example")}},
       {.allowed = {"*@throwaway.example"}},
       "block_disposable_email_domains",
       "not_allowed_access: jane@throwaway.example"},
  });
}

TEST(SignUpRules, judge_long_lists_by_a_handful_of_look_ups) {
  Directory directory;
  for (int i = 0; i < 100'000; ++i) directory.blocked.insert("user" + std::to_string(i) + "@elsewhere.example");
  const Newcomer jane{.entrance = sign_up, .identifiers = {email("jane+x@a.b.example.com")}};
  EXPECT_TRUE(decide({.blocklist = true}, jane, directory).is_accepted());
  EXPECT_LE(directory.look_ups, 8);
}

TEST(SignUpRules, name_who_is_meant_in_the_refusal) {
  const Newcomer two{.entrance = sign_up, .identifiers = {email("a@x.com"), email("b@x.com")}};
  const AccessDecision decision = decide({.allowlist = true}, two, {});
  ASSERT_EQ(decision.refusals.size(), 1U);
  EXPECT_EQ(decision.refusals.front().identifiers, (Texts{"a@x.com", "b@x.com"}));
  EXPECT_EQ(decision.refusals.front().definition->status, 403);
}

TEST(SignIn, asks_the_lists_only_where_they_are_not_kept_to_sign_ups) {
  const Directory directory{.blocked = {"jane@x.com"}, .taken = {"jane@x.com", "june@x.com"}};
  const auto decided = [&](bool disabled_on_sign_in, bool with_allowlist, std::string_view address) {
    store::InstanceState instance =
        instance_with({.allowlist = with_allowlist, .blocklist = true, .subaddresses = true, .disposable = true});
    instance.settings.restrictions.allowlist_blocklist_disabled_on_sign_in = disabled_on_sign_in;
    const AccessDecision decision = decide_sign_in(instance, email(address), directory.lookups());
    return std::string{decision.decided_by.name} + " " + verdict_of(decision);
  };
  EXPECT_EQ(decided(true, true, "jane@x.com"), "allowlist_blocklist_disabled_on_sign_in accepted");
  EXPECT_EQ(decided(false, false, "jane@x.com"), "blocklist not_allowed_access: jane@x.com");
  EXPECT_EQ(decided(false, false, "june@x.com"), "blocklist accepted");
  EXPECT_EQ(decided(false, true, "june@x.com"), "allowlist not_allowed_access: june@x.com");
  EXPECT_EQ(decided(false, false, "jane@throwaway.example"), "blocklist accepted") << "only the lists count";
}

}  // namespace clerk::server::rules
