#include "ctl/settings/plan_output.hpp"
#include "tests/unit/ctl/settings/fake_instance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl::settings {

namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view date = "2026-05-12T07:15:20Z";

struct Row {
  std::string_view file;
  std::string_view path;
  Action action;
  Knowledge knowledge;
};

State applied(std::string_view setting, std::string_view value) {
  State state;
  state.instances["ins_1"][std::string{setting}] = {.value = boost::json::parse(value), .date = std::string{date}};
  return state;
}

void expect(const Row& row, const Plan& plan) {
  const PlannedField& field = field_of(plan, row.path);
  EXPECT_EQ(to_string(field.action), to_string(row.action)) << row.file;
  EXPECT_EQ(to_string(field.knowledge), to_string(row.knowledge)) << row.file;
}

}  // namespace

TEST(SettingsPlan, C01_says_for_each_field_what_is_to_be_done_and_how_it_is_known) {
  const std::vector<Row> rows{
      {R"({"restrictions":{"allowlist":true}})", "restrictions.allowlist", Action::change, Knowledge::empty_patch},
      {R"({"restrictions":{"allowlist":false}})", "restrictions.allowlist", Action::none, Knowledge::empty_patch},
      {R"({"restrictions":{"allowlist":true}})", "restrictions.blocklist", Action::unmanaged, Knowledge::empty_patch},
      {R"({"protect":{"rules_enabled":true}})", "protect.rules_enabled", Action::change, Knowledge::read},
      {R"({"protect":{"rules_enabled":null}})", "protect.rules_enabled", Action::without_effect, Knowledge::read},
      {R"({"protect":{"object":"instance_protect"}})", "protect.object", Action::read_only, Knowledge::read},
      {R"({"protect":{"object":"instance_protect"}})", "protect.rules_enabled", Action::unmanaged, Knowledge::read},
      {R"({"instance":{"allowed_origins":["http://a.com"]}})", "instance.allowed_origins", Action::add,
       Knowledge::read},
      {R"({"instance":{"allowed_origins":[]}})", "instance.allowed_origins", Action::without_effect, Knowledge::read},
      {R"({"instance":{"hibp":false}})", "instance.hibp", Action::send, Knowledge::never_applied},
      {R"({"instance":{"support_email":null}})", "instance.support_email", Action::without_effect,
       Knowledge::never_applied},
      {R"({"instance_settings":{"from_email_address":"team"}})", "instance_settings.from_email_address", Action::send,
       Knowledge::never_applied},
      {R"({"instance_settings":{"object":"instance_settings"}})", "instance_settings.object", Action::read_only,
       Knowledge::never_applied},
      {R"({"communication":{"blocked_country_codes":["KP"]}})", "communication.blocked_country_codes", Action::add,
       Knowledge::read},
      {R"({"organization_settings":{"max_allowed_memberships":0}})", "organization_settings.max_allowed_memberships",
       Action::change, Knowledge::read},
      {R"({"organization_settings":{"creator_role_id":"role_1"}})", "organization_settings.creator_role_id",
       Action::none, Knowledge::read},
      {R"({"organization_settings":{"creator_role_id":"role_2"}})", "organization_settings.creator_role_id",
       Action::change, Knowledge::read},
      {R"({"organization_settings":{"creator_role":"org:admin"}})", "organization_settings.creator_role", Action::none,
       Knowledge::read},
      {R"({"organization_settings":{"creator_role":"org:boss"}})", "organization_settings.creator_role", Action::change,
       Knowledge::read},
      {R"({"organization_settings":{"enabled":false}})", "organization_settings.creator_role", Action::unmanaged,
       Knowledge::read},
      {R"({"oauth_application_settings":{"default_scopes":null}})", "oauth_application_settings.default_scopes",
       Action::none, Knowledge::read},
  };
  for (const Row& row : rows) {
    FakeInstance instance;
    expect(row, plan_of(document_of(row.file), instance));
  }
}

TEST(SettingsPlan, C12_what_can_not_be_read_is_compared_with_what_was_applied_last) {
  const std::vector<std::pair<Row, State>> rows{
      {{R"({"instance":{"support_email":"a@b.com"}})", "instance.support_email", Action::none, Knowledge::last_applied},
       applied("instance.support_email", R"("a@b.com")")},
      {{R"({"instance":{"support_email":"c@b.com"}})", "instance.support_email", Action::send, Knowledge::last_applied},
       applied("instance.support_email", R"("a@b.com")")},
      {{R"({"instance":{"hibp":false}})", "instance.support_email", Action::unmanaged, Knowledge::last_applied},
       applied("instance.support_email", R"("a@b.com")")},
      {{R"({"instance":{"cookieless_dev":true}})", "instance.cookieless_dev", Action::none, Knowledge::last_applied},
       applied("instance.url_based_session_syncing", "true")},
      {{R"({"instance_settings":{"test_mode":true}})", "instance_settings.test_mode", Action::none,
        Knowledge::last_applied},
       applied("instance.test_mode", "true")},
      {{R"({"protect":{"rules_enabled":true}})", "protect.rules_enabled", Action::change, Knowledge::read},
       applied("protect.rules_enabled", "true")},
  };
  for (const auto& [row, state] : rows) {
    FakeInstance instance;
    expect(row, plan_of(document_of(row.file), instance, state));
  }
}

TEST(SettingsPlan, C12_says_when_what_can_not_be_read_was_applied) {
  FakeInstance instance;
  const Plan plan = plan_of(document_of(R"({"instance":{"support_email":"a@b.com","hibp":true}})"), instance,
                            applied("instance.support_email", R"("a@b.com")"));
  const std::string table = table_of(plan, Style{false});
  EXPECT_THAT(table, HasSubstr("cannot be read; last applied \"a@b.com\" on 2026-05-12T07:15:20Z"));
  EXPECT_THAT(table, HasSubstr("cannot be read; never applied by this state file"));
}

TEST(SettingsPlan, compares_lists_as_sets) {
  FakeInstance instance;
  instance.set("communication", "blocked_country_codes", {"SY", "KP"});
  const Plan plan = plan_of(document_of(R"({"communication":{"blocked_country_codes":["KP","SY"]}})"), instance);
  EXPECT_FALSE(plan.has_changes());
}

TEST(SettingsPlan, takes_a_small_answer_for_what_the_server_made_of_a_wanted_origin) {
  FakeInstance instance;
  instance.set("instance", "allowed_origins", {"https://app.example.com"});
  const std::string_view large = R"({"instance":{"allowed_origins":["https://App.Example.com"]}})";
  EXPECT_FALSE(plan_of(document_of(large), instance).has_changes());

  // The other way round it is a change: the server did not fold it, or it would be small.
  instance.set("instance", "allowed_origins", {"https://App.Example.com"});
  const std::string_view small = R"({"instance":{"allowed_origins":["https://app.example.com"]}})";
  EXPECT_TRUE(plan_of(document_of(small), instance).has_changes());
}

TEST(SettingsPlan, C05_leaves_alone_what_the_file_does_not_name) {
  FakeInstance instance;
  const Plan plan = plan_of(document_of(R"({"restrictions":{"allowlist":true}})"), instance);
  EXPECT_EQ(plan.count(Action::change), 1U);
  EXPECT_EQ(plan.count(Action::unmanaged), 4U);
  EXPECT_THAT(instance.reads, ElementsAre("instance", "restrictions"));
  EXPECT_THAT(instance.writes, IsEmpty());
}

TEST(SettingsPlan, C17_without_the_list_of_roles_an_id_is_known_by_the_state_only) {
  const std::string_view file = R"({"organization_settings":{"creator_role_id":"role_2"}})";
  FakeInstance instance;
  instance.role_names.reset();
  const Plan unknown = plan_of(document_of(file), instance);
  EXPECT_EQ(field_of(unknown, "organization_settings.creator_role_id").action, Action::send);
  EXPECT_THAT(unknown.notes, ElementsAre(HasSubstr("roles of the instance can't be listed")));

  const Plan known = plan_of(document_of(file), instance, applied("organization_settings.creator_role", R"("role_2")"));
  EXPECT_EQ(field_of(known, "organization_settings.creator_role_id").action, Action::none);
}

TEST(SettingsPlan, C17_refuses_a_role_key_that_no_role_has_with_the_nearest) {
  FakeInstance instance;
  const Document document = document_of(R"({"organization_settings":{"creator_role":"org:amdin"}})");
  const auto plan = make_plan(document, observation_for(document, instance), {});
  ASSERT_TRUE(plan.has_error());
  EXPECT_THAT(plan.error().message, HasSubstr("did you mean org:admin"));
}

TEST(SettingsPlan, says_when_the_server_has_no_route_to_read_organization_settings) {
  FakeInstance instance;
  instance.without_read_route.insert("organization_settings");
  const Plan plan = plan_of(document_of(R"({"organization_settings":{"enabled":false}})"), instance);
  EXPECT_EQ(field_of(plan, "organization_settings.enabled").knowledge, Knowledge::empty_patch);
  EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("no route to read")));
}

TEST(SettingsPlan, C08_a_group_that_is_not_shown_is_known_only_as_what_was_applied_last) {
  const Action send = Action::send;
  const Action none = Action::none;
  const Knowledge never = Knowledge::never_applied;
  const Knowledge last = Knowledge::last_applied;
  const State no_state;
  const std::string prefix = "organization_settings.";
  const std::vector<std::pair<Row, State>> rows{
      {{R"({"organization_settings":{"enabled":false}})", "enabled", send, never}, no_state},
      {{R"({"organization_settings":{"enabled":true}})", "enabled", none, last}, applied(prefix + "enabled", "true")},
      {{R"({"organization_settings":{"enabled":true}})", "enabled", send, last}, applied(prefix + "enabled", "false")},
      {{R"({"organization_settings":{"enabled":null}})", "enabled", Action::without_effect, never}, no_state},
      {{R"({"organization_settings":{"object":"x"}})", "object", Action::read_only, never}, no_state},
      {{R"({"organization_settings":{"creator_role_id":"role_1"}})", "creator_role_id", send, never}, no_state},
      {{R"({"organization_settings":{"creator_role_id":"role_1"}})", "creator_role_id", none, last},
       applied(prefix + "creator_role", R"("role_1")")},
      {{R"({"organization_settings":{"creator_role":"org:admin"}})", "creator_role", none, last},
       applied(prefix + "creator_role", R"("role_1")")},
      {{R"({"organization_settings":{"creator_role":"org:boss"}})", "creator_role", send, last},
       applied(prefix + "creator_role", R"("role_1")")},
  };
  for (const auto& [row, state] : rows) {
    FakeInstance instance;
    instance.read_errors["organization_settings"] = {.status = 402, .errors = {{.code = "no_plan"}}};
    const Plan plan = plan_of(document_of(row.file), instance, state);
    const std::string path = prefix + std::string{row.path};
    expect({row.file, path, row.action, row.knowledge}, plan);
    EXPECT_THAT(plan.notes, ElementsAre(AllOf(HasSubstr("organization_settings can't be read"), HasSubstr("402"))));
    EXPECT_EQ(field_of(plan, path).current.has_value(), row.knowledge == last) << row.file;
  }
}

TEST(SettingsPlan, C08_sends_the_id_of_a_role_though_its_group_is_not_shown) {
  FakeInstance instance;
  instance.read_errors["organization_settings"] = {.status = 403, .errors = {{.code = "not_allowed"}}};
  const Plan plan = plan_of(document_of(R"({"organization_settings":{"creator_role":"org:boss"}})"), instance);
  EXPECT_EQ(field_of(plan, "organization_settings.creator_role").sent, boost::json::value("role_3"));

  const Document wrong = document_of(R"({"organization_settings":{"creator_role":"org:amdin"}})");
  EXPECT_TRUE(make_plan(wrong, observation_for(wrong, instance), {}).has_error());
}

TEST(SettingsPlan, what_another_name_shows_otherwise_is_sent_again) {
  const std::string_view file = R"({"instance_settings":{"restricted_to_allowlist":true},"restrictions":{}})";
  const State state = applied("restrictions.allowlist", "true");
  FakeInstance instance;
  const Plan differs = plan_of(document_of(file), instance, state);
  const PlannedField& field = field_of(differs, "instance_settings.restricted_to_allowlist");
  EXPECT_EQ(field.action, Action::send);
  EXPECT_EQ(field.knowledge, Knowledge::last_applied);
  EXPECT_EQ(field.note, "restrictions.allowlist, probably the same setting, is false");
  EXPECT_TRUE(is_drift(field));

  instance.set("restrictions", "allowlist", true);
  EXPECT_FALSE(plan_of(document_of(file), instance, state).has_changes());
}

TEST(SettingsPlan, an_unmanaged_role_that_is_not_shown_is_known_by_its_id) {
  FakeInstance instance;
  instance.read_errors["organization_settings"] = {.status = 403, .errors = {{.code = "not_allowed"}}};
  const Plan plan = plan_of(document_of(R"({"organization_settings":{"enabled":true}})"), instance,
                            applied("organization_settings.creator_role", R"("role_1")"));
  EXPECT_EQ(field_of(plan, "organization_settings.creator_role_id").current, boost::json::value("role_1"));
}

TEST(SettingsPlan, a_reset_is_done_while_the_instance_shows_what_it_led_to) {
  FakeInstance instance;
  instance.set("oauth_application_settings", "default_scopes", {"profile", "email"});
  const Document document = document_of(R"({"oauth_application_settings":{"default_scopes":null}})");
  EXPECT_EQ(plan_of(document, instance).count(Action::change), 1U);

  State state = applied("oauth_application_settings.default_scopes", "null");
  state.instances["ins_1"].begin()->second.answered = boost::json::value{"email", "profile"};
  EXPECT_FALSE(plan_of(document, instance, state).has_changes());

  instance.set("oauth_application_settings", "default_scopes", {"openid"});
  EXPECT_TRUE(plan_of(document, instance, state).has_changes());
}

TEST(SettingsPlan, drift_is_what_is_known_to_differ) {
  FakeInstance instance;
  const Plan plan =
      plan_of(document_of(R"({"instance":{"hibp":true,"support_email":"c@b.com"},"protect":{"rules_enabled":true}})"),
              instance, applied("instance.support_email", R"("a@b.com")"));
  EXPECT_TRUE(is_drift(field_of(plan, "protect.rules_enabled")));
  EXPECT_TRUE(is_drift(field_of(plan, "instance.support_email")));
  EXPECT_FALSE(is_drift(field_of(plan, "instance.hibp")));
}

TEST(SettingsPlan, has_a_stable_form_for_programs) {
  FakeInstance instance;
  const boost::json::object plan =
      to_json(plan_of(document_of(R"({"protect":{"rules_enabled":true,"specter_enabled":false}})"), instance));
  EXPECT_EQ(boost::json::serialize(plan.at("changes")),
            R"([{"group":"protect","field":"rules_enabled","action":"change","knowledge":"read",)"
            R"("current":false,"wanted":true}])");
  EXPECT_EQ(boost::json::serialize(plan.at("summary")),
            R"({"add":0,"change":1,"send":0,"none":1,"unmanaged":0,"read_only":0,"without_effect":0})");
  EXPECT_EQ(plan.at("instance_id"), boost::json::value("ins_1"));
  EXPECT_EQ(plan.at("fields").as_array().size(), 2U);
}

}  // namespace clerk::ctl::settings
