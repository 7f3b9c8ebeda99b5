#include "codec/codec.hpp"
#include "ctl/settings/apply_output.hpp"
#include "tests/support/random_model.hpp"
#include "tests/unit/ctl/settings/fake_instance.hpp"

#include <clerk/contract/registry.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl::settings {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Applies without a clock, and counts the waits and what was saved.
struct Runner {
  State state{};
  int waits{0};
  int saves{0};
  State saved{};
  std::function<bool()> stop_asked{[] { return false; }};

  ApplyReport apply(std::string_view file, FakeInstance& instance) {
    return settings::apply(plan_of(document_of(file), instance, state), instance, state, surroundings());
  }
  ApplySurroundings surroundings() {
    return {.save = [this](const State& now) -> std::optional<Failure> {
              ++saves;
              saved = now;
              return std::nullopt;
            },
            .now = [] { return std::string{"2026-05-12T07:15:20Z"}; },
            .wait = [this](std::chrono::milliseconds) { ++waits; },
            .progress = [](const std::string&) {},
            .stop_asked = [this] { return stop_asked(); }};
  }
};

const AppliedField& applied_field(const ApplyReport& report, std::string_view path) {
  for (const AppliedField& field : report.fields) {
    if (field.planned.path() == path) return field;
  }
  throw std::logic_error{"nothing of " + std::string{path}};
}

std::vector<std::string> written_groups(const FakeInstance& instance) {
  std::vector<std::string> names;
  for (const FakeInstance::Write& write : instance.writes) names.push_back(write.group);
  return names;
}

Error refusal(int status, std::string_view code, std::string_view meta) {
  Error error{.kind = ErrorKind::http, .status = status, .operation = "update"};
  error.errors.push_back({.message = "is not allowed",
                          .long_message = "It is not allowed.",
                          .code = std::string{code},
                          .meta = RawJson{std::string{meta}}});
  return error;
}

/// One field of each group, each with something to change.
constexpr std::string_view whole = R"({
  "instance": {"support_email": "help@example.com", "allowed_origins": ["http://localhost:3000"]},
  "restrictions": {"allowlist": true},
  "organization_settings": {"enabled": true, "creator_role_id": "role_3", "domains_default_role": "org:boss"},
  "communication": {"blocked_country_codes": ["KP", "SY"]},
  "protect": {"rules_enabled": true},
  "oauth_application_settings": {"default_scopes": ["email", "profile"]},
  "instance_settings": {"from_email_address": "team", "test_mode": false}})";

}  // namespace

TEST(SettingsApply, C08_sends_only_what_changes) {
  FakeInstance instance;
  Runner run;
  const ApplyReport report =
      run.apply(R"({"restrictions":{"allowlist":true,"blocklist":false},"protect":{"rules_enabled":false}})", instance);
  EXPECT_EQ(report.status(), ExitStatus::done);
  ASSERT_THAT(written_groups(instance), ElementsAre("restrictions"));
  EXPECT_EQ(boost::json::serialize(instance.writes.front().fields), R"({"allowlist":true})");
}

TEST(SettingsApply, C07_sends_false_zero_and_empty_texts_as_written) {
  FakeInstance instance;
  Runner run;
  (void)run.apply(R"({"instance":{"hibp":false,"support_email":""},
                      "organization_settings":{"max_allowed_memberships":0,"admin_delete_enabled":false}})",
                  instance);
  EXPECT_EQ(instance.hidden.at("instance.hibp"), boost::json::value(false));
  EXPECT_EQ(instance.hidden.at("instance.support_email"), boost::json::value(""));
  EXPECT_EQ(instance.at("organization_settings", "max_allowed_memberships"), boost::json::value(0));
  EXPECT_EQ(instance.at("organization_settings", "admin_delete_enabled"), boost::json::value(false));
}

TEST(SettingsApply, afterwards_the_plan_of_every_group_is_empty) {
  FakeInstance instance;
  Runner run;
  const ApplyReport report = run.apply(whole, instance);
  EXPECT_EQ(report.status(), ExitStatus::done) << (report.failure ? report.failure->message : "");
  EXPECT_THAT(report.warnings, ElementsAre(HasSubstr("organization_settings.force_organization_selection along")))
      << "which the file does not name";
  EXPECT_EQ(report.fields.size(), 11U);
  EXPECT_FALSE(plan_of(document_of(whole), instance, run.state).has_changes());
  EXPECT_EQ(run.saved, run.state);
  EXPECT_EQ(run.waits, 0);
}

TEST(SettingsApply, sends_what_can_not_be_read_back_last) {
  FakeInstance instance;
  Runner run;
  (void)run.apply(whole, instance);
  EXPECT_THAT(written_groups(instance), ElementsAre("restrictions", "organization_settings", "communication", "protect",
                                                    "oauth_application_settings", "instance", "instance_settings"));
}

TEST(SettingsApply, waits_until_lagging_reads_show_what_was_written) {
  FakeInstance instance;
  instance.reads_behind = 4;
  Runner run;
  const ApplyReport report = run.apply(whole, instance);
  EXPECT_EQ(report.status(), ExitStatus::done);
  EXPECT_EQ(applied_field(report, "instance.allowed_origins").fate, Fate::confirmed);
  EXPECT_EQ(run.waits, 4);
  EXPECT_FALSE(plan_of(document_of(whole), instance, run.state).has_changes());
}

TEST(SettingsApply, gives_up_on_reads_after_a_bounded_time) {
  FakeInstance instance;
  instance.reads_behind = 1000;
  Runner run;
  const ApplyReport report =
      run.apply(R"({"instance":{"allowed_origins":["http://a.com"]},"protect":{"rules_enabled":true}})", instance);
  EXPECT_EQ(run.waits, most_reads_again);
  EXPECT_EQ(report.status(), ExitStatus::field_dropped);
  EXPECT_EQ(applied_field(report, "instance.allowed_origins").fate, Fate::dropped);
  EXPECT_EQ(applied_field(report, "protect.rules_enabled").fate, Fate::dropped);
  EXPECT_THAT(applied_field(report, "protect.rules_enabled").note, HasSubstr("later reads did not"));
}

TEST(SettingsApply, names_each_field_that_the_server_dropped) {
  for (const std::string dropped :
       {"restrictions.allowlist", "organization_settings.creator_role_id", "communication.blocked_country_codes",
        "protect.rules_enabled", "oauth_application_settings.default_scopes", "instance.allowed_origins",
        "instance_settings.from_email_address"}) {
    FakeInstance instance;
    instance.dropped.insert(dropped);
    Runner run;
    const ApplyReport report = run.apply(whole, instance);
    EXPECT_EQ(report.status(), ExitStatus::field_dropped) << dropped;
    EXPECT_EQ(report.count(Fate::dropped), 1U) << dropped;
    EXPECT_EQ(applied_field(report, dropped).fate, Fate::dropped);
    EXPECT_THAT(dropped_failure(report)->message, HasSubstr(dropped));
    const Plan next = plan_of(document_of(whole), instance, run.state);
    EXPECT_TRUE(field_of(next, dropped).is_pending()) << "what was dropped stays to be done";
  }
}

TEST(SettingsApply, sets_back_what_the_server_changed_along) {
  FakeInstance instance;
  Runner run;
  const std::string_view file = R"({"organization_settings":{"enabled":true,"force_organization_selection":false}})";
  const ApplyReport report = run.apply(file, instance);
  EXPECT_EQ(report.status(), ExitStatus::done);
  EXPECT_EQ(instance.at("organization_settings", "force_organization_selection"), boost::json::value(false));
  EXPECT_THAT(applied_field(report, "organization_settings.force_organization_selection").note,
              HasSubstr("changed it along"));
  EXPECT_FALSE(plan_of(document_of(file), instance, run.state).has_changes());
}

TEST(SettingsApply, C08_a_field_that_the_plan_lacks_is_named_and_the_rest_is_accounted_for) {
  FakeInstance instance;
  instance.troubles["organization_settings"] = {
      refusal(402, "unsupported_subscription_plan_features",
              R"({"param_name":"max_allowed_memberships","unsupported_features":["b2b"]})")};
  Runner run;
  const ApplyReport report = run.apply(
      R"({"restrictions":{"allowlist":true},"instance":{"hibp":false},
          "organization_settings":{"enabled":true,"max_allowed_memberships":50}})",
      instance);
  EXPECT_EQ(report.status(), ExitStatus::failed);
  EXPECT_THAT(report.failure->message, HasSubstr("organization_settings.max_allowed_memberships was refused"));
  EXPECT_THAT(report.failure->message, HasSubstr("402"));
  EXPECT_THAT(report.failure->hint, HasSubstr("b2b"));
  EXPECT_EQ(applied_field(report, "restrictions.allowlist").fate, Fate::confirmed);
  EXPECT_EQ(applied_field(report, "organization_settings.max_allowed_memberships").note, "");
  EXPECT_EQ(applied_field(report, "organization_settings.enabled").note, "was in the same request");
  EXPECT_EQ(applied_field(report, "instance.hibp").fate, Fate::not_tried);
}

TEST(SettingsApply, takes_the_name_of_a_missing_feature_for_the_field_where_it_is_one) {
  FakeInstance instance;
  instance.troubles["restrictions"] = {
      refusal(402, "unsupported_subscription_plan_features", R"({"unsupported_features":["allowlist"]})")};
  Runner run;
  const ApplyReport report = run.apply(R"({"restrictions":{"allowlist":true,"blocklist":true}})", instance);
  EXPECT_THAT(report.failure->message, HasSubstr("restrictions.allowlist was refused"));
  EXPECT_EQ(applied_field(report, "restrictions.blocklist").note, "was in the same request");
}

TEST(SettingsApply, C17_sends_the_id_of_a_role_that_the_file_names_by_key) {
  FakeInstance instance;
  Runner run;
  (void)run.apply(R"({"organization_settings":{"creator_role":"org:boss"}})", instance);
  EXPECT_EQ(boost::json::serialize(instance.writes.front().fields), R"({"creator_role_id":"role_3"})");
}

TEST(SettingsApply, names_all_fields_that_were_sent_when_the_answer_names_none) {
  FakeInstance instance;
  instance.troubles["protect"] = {refusal(422, "prerequisite", "")};
  Runner run;
  const ApplyReport report = run.apply(R"({"protect":{"rules_enabled":true,"specter_enabled":true}})", instance);
  EXPECT_THAT(report.failure->message, HasSubstr("protect.rules_enabled, protect.specter_enabled was refused"));
}

TEST(SettingsApply, goes_on_from_where_a_failed_run_ended) {
  FakeInstance instance;
  instance.troubles["instance_settings"] = {refusal(422, "form_param_format_invalid", "{}")};
  Runner run;
  EXPECT_EQ(run.apply(whole, instance).status(), ExitStatus::failed);
  EXPECT_TRUE(run.saved.of("ins_1").contains("instance.support_email")) << "what was applied is noted";

  instance.troubles.clear();
  instance.writes.clear();
  EXPECT_EQ(run.apply(whole, instance).status(), ExitStatus::done);
  EXPECT_THAT(written_groups(instance), ElementsAre("instance_settings"));
  EXPECT_FALSE(plan_of(document_of(whole), instance, run.state).has_changes());
}

TEST(SettingsApply, what_may_have_been_applied_is_no_longer_known) {
  const std::string_view file = R"({"instance":{"support_email":"new@example.com"}})";
  for (const ErrorKind kind : {ErrorKind::outcome_unknown, ErrorKind::malformed_answer}) {
    FakeInstance instance;
    Runner run;
    run.state.instances["ins_1"]["instance.support_email"] = {.value = "old@example.com",
                                                              .date = "2026-01-01T00:00:00Z"};
    instance.troubles["instance"] = {Error{.kind = kind, .operation = "update_instance"}, true};
    const ApplyReport report = run.apply(file, instance);
    EXPECT_EQ(applied_field(report, "instance.support_email").fate, Fate::may_have_acted);
    EXPECT_THAT(report.failure->message, HasSubstr("may or may not have been applied"));
    EXPECT_THAT(report.failure->hint, HasSubstr("settings plan"));
    const Plan next = plan_of(document_of(file), instance, run.saved);
    const PlannedField& field = field_of(next, "instance.support_email");
    EXPECT_EQ(field.knowledge, Knowledge::in_doubt);
    EXPECT_EQ(field.current, boost::json::value("new@example.com"));
    EXPECT_EQ(field.action, Action::send);
    EXPECT_TRUE(is_drift(field));
  }
}

TEST(SettingsApply, whenever_it_is_killed_the_saved_state_says_nothing_untrue) {
  const std::string_view file = R"({"restrictions":{"allowlist":true},
                                    "instance":{"support_email":"new@example.com","hibp":true}})";
  FakeInstance instance;
  Runner run;
  AppliedSettings& known = run.state.instances["ins_1"];
  known["instance.support_email"] = {.value = "old@example.com", .date = "2026-01-01T00:00:00Z"};
  known["instance.test_mode"] = {.value = true, .date = "2026-01-01T00:00:00Z"};
  run.saved = run.state;
  instance.on_write = [&](const std::string& group) {
    if (group != "instance") return;
    EXPECT_TRUE(run.saved.of("ins_1").at("instance.support_email").in_doubt) << "it is about to be another";
    EXPECT_TRUE(run.saved.of("ins_1").at("instance.hibp").in_doubt);
    EXPECT_FALSE(run.saved.of("ins_1").at("instance.test_mode").in_doubt) << "it is not sent";
  };
  EXPECT_EQ(run.apply(file, instance).status(), ExitStatus::done);
  EXPECT_EQ(run.saved.of("ins_1").at("instance.support_email").value, "new@example.com");
  EXPECT_FALSE(run.saved.of("ins_1").at("instance.support_email").in_doubt);
}

TEST(SettingsApply, what_is_refused_stays_known_as_it_was) {
  FakeInstance instance;
  instance.troubles["instance"] = {refusal(422, "form_param_format_invalid", "{}")};
  Runner run;
  const Applied known{.value = "old@example.com", .date = "2026-01-01T00:00:00Z"};
  run.state.instances["ins_1"]["instance.support_email"] = known;
  (void)run.apply(R"({"instance":{"support_email":"new@example.com","hibp":true}})", instance);
  EXPECT_EQ(run.saved.of("ins_1"), (AppliedSettings{{"instance.support_email", known}}));
}

TEST(SettingsApply, sends_nothing_that_can_not_be_noted) {
  FakeInstance instance;
  Runner run;
  run.state.instances["ins_1"]["instance.support_email"] = {.value = "old@example.com", .date = "2026-01-01T00:00:00Z"};
  const State before = run.state;
  ApplySurroundings surroundings = run.surroundings();
  surroundings.save = [](const State&) { return std::optional{Failure{.message = "no space left"}}; };
  const Plan plan = plan_of(document_of(R"({"instance":{"support_email":"new@example.com"}})"), instance, run.state);
  const ApplyReport report = apply(plan, instance, run.state, surroundings);
  EXPECT_EQ(report.status(), ExitStatus::failed);
  EXPECT_THAT(report.failure->message, HasSubstr("instance was not sent"));
  EXPECT_EQ(applied_field(report, "instance.support_email").fate, Fate::not_tried);
  EXPECT_THAT(instance.writes, IsEmpty());
  EXPECT_EQ(run.state, before);
}

TEST(SettingsApply, stops_between_two_requests_when_it_is_asked_to) {
  FakeInstance instance;
  Runner run;
  run.stop_asked = [&] { return instance.writes.size() == 2; };
  const ApplyReport stopped = run.apply(whole, instance);
  EXPECT_EQ(stopped.status(), ExitStatus::failed);
  EXPECT_THAT(stopped.failure->message, HasSubstr("stopped"));
  EXPECT_THAT(written_groups(instance), ElementsAre("restrictions", "organization_settings"));
  EXPECT_EQ(stopped.fields.size(), 11U);
  EXPECT_EQ(stopped.count(Fate::confirmed), 4U);
  EXPECT_EQ(stopped.count(Fate::not_tried), 7U);
  EXPECT_EQ(run.waits, 0);

  run.stop_asked = [] { return false; };
  instance.writes.clear();
  EXPECT_EQ(run.apply(whole, instance).status(), ExitStatus::done);
  EXPECT_THAT(written_groups(instance),
              ElementsAre("communication", "protect", "oauth_application_settings", "instance", "instance_settings"));
}

TEST(SettingsApply, that_is_stopped_while_it_waits_calls_nothing_dropped) {
  FakeInstance instance;
  instance.reads_behind = 4;
  Runner run;
  run.stop_asked = [&] { return run.waits == 1; };
  const ApplyReport report = run.apply(R"({"instance":{"allowed_origins":["http://a.com"]}})", instance);
  EXPECT_EQ(report.status(), ExitStatus::failed);
  EXPECT_EQ(applied_field(report, "instance.allowed_origins").fate, Fate::taken);
  EXPECT_THAT(applied_field(report, "instance.allowed_origins").note, HasSubstr("stopped"));
}

TEST(SettingsApply, ends_when_what_was_applied_can_not_be_noted) {
  FakeInstance instance;
  Runner run;
  ApplySurroundings surroundings = run.surroundings();
  surroundings.save = [&](const State&) {
    return instance.writes.empty() ? std::nullopt : std::optional{Failure{.message = "no space left"}};
  };
  const Plan plan = plan_of(document_of(whole), instance);
  const ApplyReport report = apply(plan, instance, run.state, surroundings);
  EXPECT_EQ(report.status(), ExitStatus::failed);
  EXPECT_THAT(report.failure->message, HasSubstr("no space left"));
  EXPECT_GT(report.count(Fate::not_tried), 0U);
}

TEST(SettingsApply, notes_what_the_server_does_not_show_at_present) {
  const std::string_view file = R"({"organization_settings":{"max_allowed_memberships":9,"creator_role_id":"role_3"}})";
  FakeInstance instance;
  instance.read_errors["organization_settings"] = refusal(402, "unsupported_subscription_plan_features", "{}");
  Runner run;
  EXPECT_EQ(run.apply(file, instance).status(), ExitStatus::done);
  EXPECT_EQ(run.saved.of("ins_1").at("organization_settings.max_allowed_memberships").value, 9);
  EXPECT_FALSE(plan_of(document_of(file), instance, run.saved).has_changes());
}

/// Organizations are off and force no selection, and the server shows none of it.
struct Withheld {
  Withheld() {
    instance.read_errors["organization_settings"] = refusal(403, "not_allowed", "{}");
    run.state.instances["ins_1"]["organization_settings.force_organization_selection"] = {
        .value = false, .date = "2026-01-01T00:00:00Z"};
  }

  FakeInstance instance{};
  Runner run{};
};

TEST(SettingsApply, what_was_dropped_and_can_not_be_read_stays_in_doubt) {
  const std::string_view file = R"({"instance_settings":{"from_email_address":"team"}})";
  FakeInstance instance;
  instance.dropped.insert("instance_settings.from_email_address");
  Runner run;
  run.state.instances["ins_1"]["instance_settings.from_email_address"] = {.value = "old",
                                                                          .date = "2026-01-01T00:00:00Z"};
  EXPECT_EQ(run.apply(file, instance).status(), ExitStatus::field_dropped);
  const Plan next = plan_of(document_of(file), instance, run.saved);
  EXPECT_EQ(field_of(next, "instance_settings.from_email_address").knowledge, Knowledge::in_doubt);
  EXPECT_TRUE(is_drift(field_of(next, "instance_settings.from_email_address")));
}

TEST(SettingsApply, what_could_not_be_set_back_is_no_longer_known) {
  const std::string_view file = R"({"organization_settings":{"enabled":true,"force_organization_selection":false}})";
  const std::string setting = "organization_settings.force_organization_selection";
  Withheld dropped;
  dropped.instance.dropped.insert(setting);
  EXPECT_EQ(dropped.run.apply(file, dropped.instance).status(), ExitStatus::field_dropped);

  Withheld refused;
  refused.instance.on_write = [&](const std::string&) {
    const AppliedSettings& saved = refused.run.saved.of("ins_1");
    EXPECT_EQ(saved.at(setting).in_doubt, !refused.instance.writes.empty());
    if (refused.instance.writes.size() == 1) {
      refused.instance.troubles["organization_settings"] = {refusal(422, "form_param_format_invalid", "{}")};
    }
  };
  EXPECT_EQ(refused.run.apply(file, refused.instance).status(), ExitStatus::failed);

  for (Withheld* each : {&dropped, &refused}) {
    EXPECT_EQ(each->instance.writes.size(), 2U);
    EXPECT_EQ(each->run.saved, each->run.state);
    EXPECT_TRUE(each->run.saved.of("ins_1").at(setting).in_doubt) << "the answer has shown something else";
    EXPECT_TRUE(is_drift(field_of(plan_of(document_of(file), each->instance, each->run.saved), setting)));
  }
}

TEST(SettingsApply, says_what_it_could_not_confirm) {
  FakeInstance instance;
  const std::string_view file = R"({"instance":{"allowed_origins":["http://a.com"]}})";
  Runner run;
  const Plan plan = plan_of(document_of(file), instance);
  instance.read_errors["instance"] = {.kind = ErrorKind::http, .status = 500};
  const ApplyReport report = apply(plan, instance, run.state, run.surroundings());
  EXPECT_EQ(report.status(), ExitStatus::done);
  EXPECT_EQ(applied_field(report, "instance.allowed_origins").fate, Fate::taken);
  EXPECT_THAT(report.warnings, ElementsAre(HasSubstr("instance.allowed_origins could not be read again")));
}

TEST(SettingsApply, passes_on_what_the_server_says_it_ignored) {
  FakeInstance instance;
  instance.warnings["instance"] = "development_origin has no effect in production";
  Runner run;
  const ApplyReport report = run.apply(R"({"instance":{"development_origin":"http://localhost:3000"}})", instance);
  EXPECT_EQ(report.status(), ExitStatus::done);
  EXPECT_THAT(report.warnings,
              ElementsAre("of instance the server says: development_origin has no effect in production"));
}

TEST(SettingsApply, C12_takes_what_a_server_folds_for_applied) {
  FakeInstance instance;
  instance.writes_small = true;
  Runner run;
  const std::string_view file = R"({"instance":{"allowed_origins":["https://App.Example.com","http://b.com"]}})";
  EXPECT_EQ(run.apply(file, instance).status(), ExitStatus::done);
  EXPECT_FALSE(plan_of(document_of(file), instance, run.state).has_changes());
}

TEST(SettingsApply, resets_once) {
  FakeInstance instance;
  instance.set("oauth_application_settings", "default_scopes", {"openid"});
  Runner run;
  const std::string_view file = R"({"oauth_application_settings":{"default_scopes":null}})";
  EXPECT_EQ(run.apply(file, instance).status(), ExitStatus::done);
  EXPECT_FALSE(plan_of(document_of(file), instance, run.state).has_changes());
}

TEST(SettingsApply, says_in_its_stable_form_what_became_of_each_field) {
  FakeInstance instance;
  instance.dropped.insert("protect.rules_enabled");
  Runner run;
  const boost::json::object report =
      to_json(run.apply(R"({"protect":{"rules_enabled":true},"instance":{"hibp":true}})", instance));
  EXPECT_EQ(boost::json::serialize(report.at("dropped")),
            R"([{"group":"protect","field":"rules_enabled","wanted":true,"fate":"dropped","answered":false}])");
  EXPECT_EQ(boost::json::serialize(report.at("applied")),
            R"([{"group":"instance","field":"hibp","wanted":true,"fate":"taken"}])");
  EXPECT_TRUE(report.at("failure").is_null());
}

namespace {

// Random values of every field of a group that a file may name.
template <class Update>
void draw_group(clerk::testing::RandomModel& random, std::string_view name, boost::json::object& file) {
  auto group = boost::json::parse(*codec::encode(random.draw<typename Update::Body>())).as_object();
  for (const Field& field : find_group(name)->fields) {
    if (field.setting != path_of(*find_group(name), field.name) && !field.is_role_id) group.erase(field.name);
    if (field.is_role_id) group.insert_or_assign(field.name, random.coin() ? "role_1" : "role_3");
  }
  file.emplace(name, std::move(group));
}

}  // namespace

TEST(SettingsApply, whatever_the_file_wants_the_plan_is_empty_afterwards) {
  using namespace operations;
  clerk::testing::RandomModel random{9};
  FakeInstance instance;
  Runner run;
  for (int round = 0; round < 100; ++round) {
    boost::json::object file;
    draw_group<UpdateInstance>(random, "instance", file);
    draw_group<UpdateInstanceRestrictions>(random, "restrictions", file);
    draw_group<UpdateInstanceOrganizationSettings>(random, "organization_settings", file);
    draw_group<UpdateInstanceCommunication>(random, "communication", file);
    draw_group<UpdateInstanceProtect>(random, "protect", file);
    draw_group<UpdateInstanceOAuthApplicationSettings>(random, "oauth_application_settings", file);
    draw_group<UpdateInstanceAuthConfig>(random, "instance_settings", file);
    const std::string text = boost::json::serialize(file);
    const ApplyReport report = run.apply(text, instance);
    ASSERT_EQ(report.status(), ExitStatus::done) << text;
    ASSERT_FALSE(plan_of(document_of(text), instance, run.state).has_changes()) << text;
  }
}

}  // namespace clerk::ctl::settings
