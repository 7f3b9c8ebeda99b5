#include "tests/unit/row_rules/organization_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::AddRolesToRoleSet;
using operations::CreateRoleSet;
using operations::GetRoleSet;
using operations::ListRoleSets;
using operations::ReplaceRoleInRoleSet;
using operations::ReplaceRoleSet;
using operations::UpdateRoleSet;

class RoleSetRules : public RulesOfOrganizations {
 protected:
  /// By default of the two first roles.
  static CreateRoleSetRequest request(CreateRoleSetRequest wish) {
    if (wish.name.empty()) wish.name = "Sales";
    if (wish.default_role_key.empty()) wish.default_role_key = "org:member";
    if (wish.creator_role_key.empty()) wish.creator_role_key = "org:admin";
    if (wish.roles.empty()) wish.roles = {"org:admin", "org:member"};
    return wish;
  }
  std::string create(CreateRoleSetRequest wish) { return verdict(CreateRoleSet{.body = request(std::move(wish))}); }
  RoleSet make(CreateRoleSetRequest wish) { return done(CreateRoleSet{.body = request(std::move(wish))}); }
  std::string update(const std::string& set, UpdateRoleSetRequest wish) {
    return verdict(UpdateRoleSet{.role_set_key_or_id = set, .body = std::move(wish)});
  }
  std::string replace(const std::string& set, ReplaceRoleSetRequest wish) {
    return verdict(ReplaceRoleSet{.role_set_key_or_id = set, .body = std::move(wish)});
  }
  std::string add(const std::string& set, AddRolesToRoleSetRequest wish) {
    return verdict(AddRolesToRoleSet{.role_set_key_or_id = set, .body = std::move(wish)});
  }
  std::string replace_role(const std::string& set, const std::string& from, const std::string& to) {
    return verdict(ReplaceRoleInRoleSet{.role_set_key_or_id = set, .body = {.role_key = from, .to_role_key = to}});
  }
  RoleSet get(const std::string& set) { return done(GetRoleSet{.role_set_key_or_id = set}); }
  static Texts roles_of(const RoleSet& set) {
    Texts keys;
    for (const RoleSetItem& each : set.roles) keys.push_back(each.key);
    return keys;
  }
  static std::string key_of(const std::optional<RoleSetItem>& item) { return item.value_or(RoleSetItem{}).key; }
  Texts listed(ListRoleSetsRequest query) {
    Texts keys;
    for (const RoleSet& each : done(ListRoleSets{.query = std::move(query)}).data) keys.push_back(each.key);
    return keys;
  }
  std::string set_of(const std::string& organization_id) {
    return organization(organization_id).role_set_key.value_or("");
  }

  const std::string initial{"role_set:default"};
};

}  // namespace

TEST_F(RoleSetRules, the_initial_one_is_there_without_having_been_made) {
  const RoleSet set = get(initial);
  EXPECT_EQ(roles_of(set), (Texts{"org:admin", "org:member"})) << "facts 7 (inferred)";
  EXPECT_EQ(set.type, "initial") << "facts 3.2";
  EXPECT_EQ(key_of(set.creator_role), "org:admin") << "facts 7";
  EXPECT_EQ(key_of(set.default_role), "org:member") << "facts 7";
  EXPECT_EQ(get(set.id).key, initial) << "facts 3.1: by key or id";
  EXPECT_EQ(done(ListRoleSets{}).total_count, 1);
  expect({{"facts 4.2", verdict(GetRoleSet{.role_set_key_or_id = "role_set:none"}), "resource_not_found"}});
  instance.settings.organization_settings.domains_default_role = "org:admin";
  EXPECT_EQ(key_of(get(initial).default_role), "org:admin") << "(inferred): it follows the settings";
}

TEST_F(RoleSetRules, an_instance_has_so_many_and_no_more) {
  instance.settings.organization_settings.max_role_sets_allowed = 2;
  expect({
      {"facts 3.3", create({}), "done"},
      {"facts 3.3: the initial one counts (inferred)", create({}), "organization_instance_role_sets_quota_exceeded"},
  });
}

TEST_F(RoleSetRules, its_roles_are_there_and_the_special_ones_among_them) {
  expect({
      {"facts 4.2", create({.roles = {"org:a", "org:member", "org:b"}}),
       "resource_not_found roles; resource_not_found roles"},
      {"facts 4.2", create({.default_role_key = "org:none"}), "resource_not_found default_role_key"},
      {"facts 4.2", create({.creator_role_key = "org:none"}), "resource_not_found creator_role_key"},
      {"facts 3.2 (inferred)", create({.roles = {"org:admin"}}), "form_param_value_invalid default_role_key"},
      {"facts 3.2 (inferred)", create({.roles = {"org:member"}}), "form_param_value_invalid creator_role_key"},
      {"facts 2.5", create({.creator_role_key = "org:member"}),
       "organization_missing_creator_role_permissions creator_role_key"},
      {"facts 2.5 (inferred): each is told", create({.default_role_key = "org:none", .creator_role_key = "org:member"}),
       "resource_not_found default_role_key; organization_missing_creator_role_permissions creator_role_key"},
      {"facts 3.2: one role", create({.default_role_key = "org:admin", .roles = {"org:admin"}}), "done"},
  });
}

TEST_F(RoleSetRules, a_key_is_had_once_and_made_if_it_is_left_out) {
  const RoleSet made = make({});
  EXPECT_EQ(made.key, "role_set:" + made.id) << "(inferred)";
  EXPECT_EQ(made.type, "custom") << "facts 3.2 (inferred)";
  expect({
      {"facts 3.2", create({.key = "role_set:sales"}), "done"},
      {"facts 3.3 (inferred)", create({.key = "role_set:sales"}), "form_identifier_exists key"},
      {"facts 3.3 (inferred): the unwritten one's", create({.key = "role_set:default"}), "form_identifier_exists key"},
      {"facts 3.3 (inferred)", update(made.key, {.key = "role_set:sales"}), "form_identifier_exists key"},
      {"facts 3.3 (inferred)", update(made.key, {.key = "role_set:default"}), "form_identifier_exists key"},
      {"facts 3.1: its own", update(made.key, {.key = made.key}), "done"},
  });
}

TEST_F(RoleSetRules, one_is_the_initial_one_and_the_one_before_steps_down) {
  const std::string before = make_organization({.name = "Before"}).id;
  const RoleSet sales = make({.key = "role_set:sales", .type = RoleSetType{"initial"}});
  EXPECT_EQ(sales.type, "initial");
  const RoleSet stepped_down = get(initial);
  EXPECT_EQ(stepped_down.type, "custom") << "facts 3.2: one initial per instance";
  EXPECT_EQ(key_of(stepped_down.creator_role), "org:admin");
  EXPECT_EQ(key_of(stepped_down.default_role), "org:member");
  EXPECT_EQ(set_of(before), initial) << "(inferred): organizations keep theirs";
  EXPECT_EQ(set_of(make_organization({.name = "After"}).id), "role_set:sales") << "facts 3.2 (inferred)";
  ASSERT_EQ(update(initial, {.type = RoleSetType{"initial"}}), "done");
  EXPECT_EQ(get("role_set:sales").type, "custom");
  EXPECT_EQ(get(initial).type, "initial");
  EXPECT_EQ(done(ListRoleSets{}).total_count, 2);
}

TEST_F(RoleSetRules, what_a_request_leaves_out_stays) {
  const std::string acme = make_organization().id;
  make({.key = "role_set:sales"});
  expect({
      {"facts 4.2", update("role_set:none", {}), "resource_not_found"},
      {"facts 3.1: nothing", update(initial, {}), "done"},
      {"facts 3.1: only initial", update("role_set:sales", {.type = RoleSetType{"custom"}}),
       "form_param_value_invalid type"},
      {"facts 3.1: it is", update(initial, {.type = RoleSetType{"initial"}}), "done"},
      {"facts 4.2", update("role_set:sales", {.default_role_key = "org:none"}), "resource_not_found default_role_key"},
      {"facts 2.5", update("role_set:sales", {.creator_role_key = "org:member"}),
       "organization_missing_creator_role_permissions creator_role_key"},
      {"facts 2.5 (inferred): each is told",
       update("role_set:sales", {.type = RoleSetType{"custom"}, .default_role_key = "org:none"}),
       "resource_not_found default_role_key; form_param_value_invalid type"},
      {"facts 3.1",
       update("role_set:sales", {.name = "Shop", .description = "Sells.", .default_role_key = "org:admin"}), "done"},
      {"facts 3.1 (inferred): null leaves it", update("role_set:sales", {.name = null, .default_role_key = null}),
       "done"},
      {"facts 3.1", update(initial, {.key = "role_set:first"}), "done"},
  });
  const RoleSet sales = get("role_set:sales");
  EXPECT_EQ(sales.name, "Shop");
  EXPECT_EQ(sales.description, "Sells.");
  EXPECT_EQ(key_of(sales.default_role), "org:admin");
  EXPECT_EQ(set_of(acme), "role_set:first") << "(inferred): organizations follow the key";
  expect({
      {"facts 4.2", verdict(GetRoleSet{.role_set_key_or_id = initial}), "resource_not_found"},
      {"facts 3.3 (inferred): the key is free", create({.key = initial}), "done"},
  });
}

TEST_F(RoleSetRules, another_set_takes_the_place_with_a_role_for_every_member) {
  const std::string acme = make_organization().id;
  const std::string ada = make_member(acme, "ada@example.com", "org:admin");
  const std::string bob = make_member(acme, "bob@example.com");
  make({.key = "role_set:few", .default_role_key = "org:admin", .roles = {"org:admin"}});
  const auto with = [&](const std::string& mappings) {
    return replace(initial, {.dest_role_set_key = "role_set:few", .reassignment_mappings = RawJson{mappings}});
  };
  expect({
      {"facts 4.2", replace("role_set:none", {.dest_role_set_key = "role_set:few"}), "resource_not_found"},
      {"facts 4.2", replace(initial, {.dest_role_set_key = "role_set:none"}), "resource_not_found dest_role_set_key"},
      {"facts 4.3 (inferred)", replace(initial, {.dest_role_set_key = initial}),
       "form_param_value_conflict dest_role_set_key"},
      {"facts 2.0", with("[]"), "form_param_value_invalid reassignment_mappings"},
      {"facts 2.0", with("no JSON"), "form_param_value_invalid reassignment_mappings"},
      {"facts 2.0", with(R"({"org:member":1})"), "form_param_value_invalid reassignment_mappings"},
      {"facts 3.2 (inferred)", replace(initial, {.dest_role_set_key = "role_set:few"}),
       "form_param_missing reassignment_mappings"},
      {"facts 3.2 (inferred)", with("{}"), "form_param_missing reassignment_mappings"},
      {"facts 4.2", with(R"({"org:member":"org:none"})"), "resource_not_found reassignment_mappings"},
      {"facts 3.2 (inferred)", with(R"({"org:member":"org:member"})"),
       "form_param_value_invalid reassignment_mappings"},
      {"facts 3.2 (inferred): each is told", with(R"({"org:admin":"org:none","org:member":"org:none"})"),
       "resource_not_found reassignment_mappings; resource_not_found reassignment_mappings"},
  });
  EXPECT_EQ(set_of(acme), initial);
  const DeletedObject gone =
      done(ReplaceRoleSet{.role_set_key_or_id = initial,
                          .body = {.dest_role_set_key = "role_set:few",
                                   .reassignment_mappings = RawJson{R"({"org:member":"org:admin"})"}}});
  EXPECT_EQ(gone.object, "role_set") << "facts 3.2: a deleted object";
  EXPECT_EQ(role_of(acme, ada), "org:admin");
  EXPECT_EQ(role_of(acme, bob), "org:admin") << "facts 3.1";
  EXPECT_EQ(set_of(acme), "role_set:few");
  EXPECT_EQ(get("role_set:few").type, "initial") << "(inferred): it takes its standing too";
  EXPECT_EQ(listed({}), Texts{"role_set:few"});
}

TEST_F(RoleSetRules, a_set_without_members_of_a_role_needs_no_mapping_for_it) {
  make({.key = "role_set:few", .default_role_key = "org:admin", .roles = {"org:admin"}});
  make({.key = "role_set:sales"});
  const std::string acme = make_organization({.name = "Acme", .role_set_key = "role_set:sales"}).id;
  const std::string other = make_organization({.name = "Other"}).id;
  make_member(acme, "ada@example.com", "org:admin");
  const std::string bob = make_member(other, "bob@example.com");
  expect({{"facts 3.2 (inferred): members elsewhere do not count",
           replace("role_set:sales", {.dest_role_set_key = "role_set:few"}), "done"}});
  EXPECT_EQ(set_of(acme), "role_set:few");
  EXPECT_EQ(set_of(other), initial);
  EXPECT_EQ(role_of(other, bob), "org:member");
  EXPECT_EQ(get(initial).type, "initial");
}

TEST_F(RoleSetRules, roles_are_added_once) {
  make({.key = "role_set:few", .default_role_key = "org:admin", .roles = {"org:admin"}});
  make_role("org:guest");
  expect({
      {"facts 4.2", add("role_set:none", {.role_keys = {"org:member"}}), "resource_not_found"},
      {"facts 4.2", add("role_set:few", {.role_keys = {"org:a", "org:member", "org:b"}}),
       "resource_not_found role_keys; resource_not_found role_keys"},
      {"facts 3.1 (inferred): none of them stayed", add("role_set:few", {.role_keys = {"org:admin"}}), "done"},
      {"facts 3.1 (inferred)", add("role_set:few", {.role_keys = {"org:member"}, .default_role_key = "org:guest"}),
       "form_param_value_invalid default_role_key"},
      {"facts 2.5", add("role_set:few", {.role_keys = {"org:member"}, .creator_role_key = "org:member"}),
       "organization_missing_creator_role_permissions creator_role_key"},
      {"facts 3.1", add("role_set:few", {.role_keys = {"org:member", "org:member"}, .default_role_key = "org:member"}),
       "done"},
  });
  const RoleSet few = get("role_set:few");
  EXPECT_EQ(roles_of(few), (Texts{"org:admin", "org:member"})) << "(inferred)";
  EXPECT_EQ(key_of(few.default_role), "org:member");
}

TEST_F(RoleSetRules, a_role_that_is_replaced_gives_its_members_another) {
  make_role("org:guest");
  make_role("org:boss", creator_permission_ids());
  make({.key = "role_set:sales"});
  const std::string acme = make_organization({.name = "Acme", .role_set_key = "role_set:sales"}).id;
  const std::string other = make_organization({.name = "Other"}).id;
  const std::string ada = make_member(acme, "ada@example.com");
  const std::string bob = make_member(other, "bob@example.com");
  expect({
      {"facts 4.2", replace_role("role_set:none", "org:member", "org:guest"), "resource_not_found"},
      {"facts 4.2", replace_role("role_set:sales", "org:none", "org:guest"), "resource_not_found role_key"},
      {"facts 3.1 (inferred)", replace_role("role_set:sales", "org:guest", "org:member"),
       "form_param_value_invalid role_key"},
      {"facts 4.2", replace_role("role_set:sales", "org:member", "org:none"), "resource_not_found to_role_key"},
      {"facts 2.5 (inferred): field", replace_role("role_set:sales", "org:admin", "org:guest"),
       "organization_missing_creator_role_permissions to_role_key"},
      {"facts 3.1", replace_role("role_set:sales", "org:member", "org:guest"), "done"},
      {"facts 3.1", replace_role("role_set:sales", "org:admin", "org:boss"), "done"},
  });
  EXPECT_EQ(role_of(acme, ada), "org:guest") << "facts 3.1";
  EXPECT_EQ(role_of(other, bob), "org:member") << "facts 3.1 (inferred): of another set";
  const RoleSet sales = get("role_set:sales");
  EXPECT_EQ(roles_of(sales), (Texts{"org:guest", "org:boss"}));
  EXPECT_EQ(key_of(sales.default_role), "org:guest") << "(inferred)";
  EXPECT_EQ(key_of(sales.creator_role), "org:boss") << "(inferred)";
}

TEST_F(RoleSetRules, the_initial_one_says_itself_what_was_replaced_in_it) {
  make_role("org:guest");
  ASSERT_EQ(replace_role(initial, "org:member", "org:guest"), "done");
  EXPECT_EQ(key_of(get(initial).default_role), "org:guest") << "(inferred)";
  EXPECT_EQ(roles_of(get(initial)), (Texts{"org:admin", "org:guest"}));
  EXPECT_EQ(get(initial).type, "initial");
}

TEST_F(RoleSetRules, who_makes_an_organization_gets_the_creators_role_of_its_set) {
  make_role("org:boss", creator_permission_ids());
  make({.key = "role_set:sales", .creator_role_key = "org:boss", .roles = {"org:boss", "org:member"}});
  const std::string ada = make_user("ada@example.com").id;
  const std::string acme = make_organization({.name = "Acme", .created_by = ada, .role_set_key = "role_set:sales"}).id;
  EXPECT_EQ(role_of(acme, ada), "org:boss") << "facts 3.2 (inferred)";
  const std::string bob = make_user("bob@example.com").id;
  expect({
      {"facts 3.2 (inferred): not in the set", join(acme, bob, "org:admin"), "form_param_value_invalid role"},
      {"facts 3.2", join(acme, bob, "org:boss"), "done"},
  });
  const RoleSet sales = get("role_set:sales");
  EXPECT_EQ(sales.roles.at(0).members_count, 2) << "facts 3.1";
  EXPECT_EQ(sales.roles.at(0).has_members, true);
  EXPECT_EQ(sales.roles.at(1).has_members, false);
}

TEST_F(RoleSetRules, a_list_of_sets_is_searched_and_ordered) {
  make({.name = "Beta", .key = "role_set:a"});
  now += 1;
  make({.name = "Alpha", .key = "role_set:b"});
  EXPECT_EQ(listed({}), (Texts{"role_set:b", "role_set:a", initial})) << "facts 3.1: the newest first";
  EXPECT_EQ(listed({.order_by = "name"}), (Texts{"role_set:b", "role_set:a", initial}));
  EXPECT_EQ(listed({.order_by = "key"}), (Texts{"role_set:a", "role_set:b", initial}));
  EXPECT_EQ(listed({.query = "BET"}), Texts{"role_set:a"});
  EXPECT_EQ(listed({.query = "set:b"}), Texts{"role_set:b"});
  EXPECT_EQ(listed({.order_by = "key", .limit = 1, .offset = 1}), Texts{"role_set:b"});
  EXPECT_EQ(done(ListRoleSets{.query = {.limit = 1}}).total_count, 3);
}

}  // namespace clerk::server::rules
