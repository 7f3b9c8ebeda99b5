// What others reported of tools like this one. A suite is named after the row of the report.
#include "tests/ctl/clerkctl_test.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <sstream>
#include <utility>
#include <vector>

namespace clerk::ctl::test {

namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

class C01 : public ClerkctlTest {};
class C03 : public ClerkctlTest {};
class C05 : public ClerkctlTest {};
class C07 : public ClerkctlTest {};
class C08 : public ClerkctlTest {};
class C11 : public ClerkctlTest {};
class C12 : public ClerkctlTest {};
class C15 : public ClerkctlTest {};
class C16 : public ClerkctlTest {};
class C17 : public ClerkctlTest {};
class S22 : public ClerkctlTest {};
class S37 : public ClerkctlTest {};

constexpr std::string_view some_changes = R"(
instance:
  allowed_origins: [http://localhost:3000]
organization_settings:
  max_allowed_memberships: 12
  admin_delete_enabled: true
protect:
  rules_enabled: true
)";

TEST_F(C01, a_plan_says_of_each_field_what_will_be_done) {
  const PrintedPlan plan = this->plan(shell.write("wanted.yaml", some_changes));
  EXPECT_EQ(plan.action("instance.allowed_origins"), "add");
  EXPECT_EQ(plan.action("organization_settings.max_allowed_memberships"), "change");
  EXPECT_EQ(plan.at("organization_settings.max_allowed_memberships", "current"), 5);
  EXPECT_EQ(plan.at("organization_settings.max_allowed_memberships", "wanted"), 12);
  EXPECT_EQ(plan.action("organization_settings.admin_delete_enabled"), "none");
  EXPECT_EQ(plan.action("organization_settings.slug_disabled"), "unmanaged");
  EXPECT_EQ(plan.action("protect.rules_enabled"), "change");
  EXPECT_EQ(plan.changes(), 3U);
}

TEST_F(C01, people_see_old_and_new_value) {
  const Ran planned = shell.run("settings plan " + shell.write("wanted.yaml", some_changes));
  EXPECT_THAT(planned.out, AllOf(HasSubstr("max_allowed_memberships"), HasSubstr("5"), HasSubstr("12")));
  EXPECT_THAT(planned.out, HasSubstr("http://localhost:3000"));
}

TEST_F(C01, pending_changes_have_a_status_of_their_own_and_nothing_is_sent) {
  shell.write("wanted.yaml", some_changes);
  EXPECT_EQ(shell.run("settings plan wanted.yaml").status, done);
  EXPECT_EQ(shell.run("settings plan wanted.yaml --detailed-exitcode").status, changes_pending);
  EXPECT_EQ(shell.run("settings drift wanted.yaml").status, changes_pending);
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(C03, what_can_be_checked_without_the_server_is_checked_before) {
  for (const auto& [text, field] : std::vector<std::pair<std::string, std::string>>{
           {"instance: {support_email: nobody}", "instance.support_email"},
           {"instance: {test_mode: maybe}", "instance.test_mode"},
           {"instance: {preferred_sign_in_strategy_when_password_required: telepathy}",
            "instance.preferred_sign_in_strategy_when_password_required"},
           {"communication: {blocked_country_codes: [Germany]}", "communication.blocked_country_codes"},
           {"organization_settings: {max_allowed_memberships: -1}", "organization_settings.max_allowed_memberships"},
       }) {
    shell.write("wrong.yaml", text);
    for (const std::string command : {"validate", "plan", "drift", "apply --yes"}) {
      const Ran refused = shell.run("settings " + command + " wrong.yaml");
      EXPECT_EQ(refused.status, failed) << command << ": " << text;
      EXPECT_THAT(refused.err, HasSubstr(field)) << command << ": " << text;
    }
  }
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(C03, every_mistake_is_told_at_once) {
  shell.write("wrong.yaml",
              "instance: {support_email: nobody, hibp: 1}\nprotect: {rulez_enabled: true}\nprotectt: {}\n");
  const Ran refused = shell.run("settings validate wrong.yaml");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("instance.support_email"), HasSubstr("instance.hibp"),
                                 HasSubstr("protect.rulez_enabled"), HasSubstr("protectt")));
}

TEST_F(C03, validation_needs_no_key_and_says_what_only_the_server_can_check) {
  shell.environment.clear();
  const Ran validated = shell.run("settings validate " + shell.write("wanted.yaml", some_changes));
  EXPECT_EQ(validated.status, done) << validated.said();
  EXPECT_THAT(validated.said(), AllOf(HasSubstr("server"), HasSubstr("plan")));
}

TEST_F(C05, what_the_file_does_not_name_stays_as_it_is) {
  server.patch("/v1/instance", R"({"support_email":"help@example.com","hibp":false})");
  server.patch("/v1/instance/organization_settings", R"({"enabled":true,"slug_disabled":false})");
  boost::json::object expected = server.settings();
  expected["organization_settings"].as_object()["max_allowed_memberships"] = 9;
  apply(shell.write("wanted.yaml", "organization_settings: {max_allowed_memberships: 9}"));
  EXPECT_EQ(server.settings(), expected);
  EXPECT_THAT(meddler.writes(), ElementsAre(Pair("/v1/instance/organization_settings",
                                                 boost::json::parse(R"({"max_allowed_memberships":9})"))));
}

TEST_F(C07, false_and_zero_are_sent_as_written) {
  server.patch("/v1/instance/protect", R"({"rules_enabled":true})");
  apply(shell.write("wanted.yaml",
                    "instance: {hibp: false}\n"
                    "organization_settings: {max_allowed_memberships: 0}\n"
                    "protect: {rules_enabled: false}\n"));
  const boost::json::object settings = server.settings();
  EXPECT_EQ(settings.at("instance").at("hibp"), false);
  EXPECT_EQ(settings.at("organization_settings").at("max_allowed_memberships"), 0);
  EXPECT_EQ(settings.at("protect").at("rules_enabled"), false);
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(C08, a_paid_field_that_is_as_wanted_is_not_sent) {
  meddler.refuse_field("blocklist");
  apply(shell.write("wanted.yaml", "restrictions: {blocklist: false, block_email_subaddresses: true}"));
  EXPECT_THAT(meddler.writes(), ElementsAre(Pair("/v1/instance/restrictions",
                                                 boost::json::parse(R"({"block_email_subaddresses":true})"))));
}

TEST_F(C08, what_the_plan_lacks_is_named_with_field_and_group) {
  meddler.refuse_field("blocklist");
  const Ran refused =
      shell.run("settings apply --yes " + shell.write("wanted.yaml", "restrictions: {blocklist: true}"));
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.said(), AllOf(HasSubstr("402"), HasSubstr("blocklist"), HasSubstr("restrictions")));
}

TEST_F(C08, a_real_refusal_of_a_production_instance_is_told_the_same_way) {
  use_production();
  shell.write("wanted.yaml", "restrictions: {allowlist: true}");
  const Ran refused = shell.run("settings apply --yes-production wanted.yaml");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.said(), AllOf(HasSubstr("402"), HasSubstr("allowlist"), HasSubstr("restrictions")));
}

TEST_F(C08, a_group_that_the_plan_does_not_show_is_left_out_of_what_is_pulled) {
  meddler.refuse_reads("/v1/instance/organization_settings");
  const Ran pulled = shell.run("settings pull --format json");
  EXPECT_EQ(pulled.status, done) << pulled.said();
  EXPECT_FALSE(pulled.json().as_object().contains("organization_settings"));
  EXPECT_TRUE(pulled.json().as_object().contains("protect"));
  std::istringstream lines{pulled.err};
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_TRUE(boost::json::parse(line).as_object().contains("warning")) << line;
  }
  EXPECT_EQ(count, 2U) << "the group, and what can be set and not read";
  EXPECT_THAT(pulled.err, AllOf(HasSubstr("organization_settings was left out"), HasSubstr("402"),
                                HasSubstr("unsupported_subscription_plan_features")));
}

TEST_F(C08, a_group_that_the_plan_does_not_show_counts_as_one_that_can_not_be_read) {
  meddler.refuse_reads("/v1/instance/organization_settings");
  shell.write("wanted.yaml", "organization_settings: {max_allowed_memberships: 5}\nprotect: {rules_enabled: true}\n");
  const PrintedPlan plan = this->plan("wanted.yaml");
  EXPECT_EQ(plan.action("organization_settings.max_allowed_memberships"), "send");
  EXPECT_EQ(plan.at("organization_settings.max_allowed_memberships", "knowledge"), "never_applied");
  EXPECT_EQ(plan.action("protect.rules_enabled"), "change");
  EXPECT_THAT(boost::json::serialize(plan.value().at("notes")),
              AllOf(HasSubstr("organization_settings can't be read"), HasSubstr("402")));
  const Ran drifted = shell.run("settings drift wanted.yaml --format json");
  EXPECT_EQ(drifted.json().at("not_checkable"), boost::json::array{"organization_settings.max_allowed_memberships"});
  apply("wanted.yaml");
  EXPECT_EQ(server.settings().at("protect").at("rules_enabled"), true);
}

TEST_F(C08, a_group_without_a_route_is_told_without_talk_of_ids) {
  meddler.hide_reads("/v1/instance/communication");
  const Ran planned =
      shell.run("settings plan " + shell.write("wanted.yaml", "communication: {blocked_country_codes: [KP]}"));
  EXPECT_EQ(planned.status, failed);
  EXPECT_THAT(planned.err, AllOf(HasSubstr("communication"), HasSubstr("405"), HasSubstr("no route"),
                                 HasSubstr("--api-version"), Not(HasSubstr("id right"))));
}

TEST_F(C11, a_typing_error_in_a_name_is_refused_with_the_nearest_names) {
  for (const auto& [text, typed, meant] : std::vector<std::array<std::string, 3>>{
           {"instance: {suport_email: help@example.com}", "suport_email", "support_email"},
           {"restrictions: {allow_list: true}", "allow_list", "allowlist"},
           {"organisation_settings: {enabled: true}", "organisation_settings", "organization_settings"},
           {"organization_settings: {max_allowed_membership: 3}", "max_allowed_membership", "max_allowed_memberships"},
       }) {
    shell.write("wrong.yaml", text);
    for (const std::string command : {"validate", "plan", "apply --yes"}) {
      const Ran refused = shell.run("settings " + command + " wrong.yaml");
      EXPECT_EQ(refused.status, failed) << text;
      EXPECT_THAT(refused.err, AllOf(HasSubstr(typed), HasSubstr(meant))) << text;
    }
  }
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(C11, a_field_that_the_server_dropped_is_named_and_has_a_status_of_its_own) {
  meddler.drop_field("rules_enabled");
  shell.write("wanted.yaml", "protect: {rules_enabled: true, specter_enabled: true}");
  const Ran dropped = shell.run("settings apply --yes wanted.yaml");
  EXPECT_EQ(dropped.status, field_dropped) << dropped.said();
  EXPECT_THAT(dropped.said(), HasSubstr("protect.rules_enabled"));
  EXPECT_EQ(server.settings().at("protect").at("specter_enabled"), true);
}

TEST_F(C11, origins_that_the_server_dropped_are_found_though_the_patch_answers_with_nothing) {
  meddler.drop_field("allowed_origins");
  shell.write("wanted.yaml", "instance: {allowed_origins: [http://localhost:3000]}");
  const Ran dropped = shell.run("settings apply --yes wanted.yaml");
  EXPECT_EQ(dropped.status, field_dropped) << dropped.said();
  EXPECT_THAT(dropped.said(), HasSubstr("instance.allowed_origins"));
}

TEST_F(C12, what_cannot_be_read_is_said_to_be_never_applied) {
  server.patch("/v1/instance", R"({"support_email":"help@example.com"})");
  shell.write("wanted.yaml", "instance: {support_email: help@example.com}");
  EXPECT_EQ(plan("wanted.yaml").action("instance.support_email"), "send");
  const Ran planned = shell.run("settings plan wanted.yaml --detailed-exitcode");
  EXPECT_EQ(planned.status, changes_pending);
  EXPECT_THAT(planned.out, AllOf(HasSubstr("cannot be read"), HasSubstr("never applied")));
}

TEST_F(C12, once_applied_it_is_no_change_for_ever) {
  apply(shell.write("wanted.yaml", "instance: {support_email: help@example.com}"));
  expect_nothing_to_do("wanted.yaml");
  const Ran planned = shell.run("settings plan wanted.yaml");
  EXPECT_THAT(planned.out,
              AllOf(HasSubstr("cannot be read"), HasSubstr("last applied"), HasSubstr("help@example.com")));
  shell.write("wanted.yaml", "instance: {support_email: other@example.com}");
  EXPECT_EQ(shell.run("settings plan wanted.yaml --detailed-exitcode").status, changes_pending);
}

TEST_F(C12, drift_lists_what_nobody_can_see_and_is_none_by_itself) {
  shell.write("wanted.yaml", "instance: {support_email: help@example.com}\nprotect: {rules_enabled: false}\n");
  const Ran checked = shell.run("settings drift wanted.yaml --format json");
  EXPECT_EQ(checked.status, done) << checked.said();
  EXPECT_EQ(checked.json().at("not_checkable"), boost::json::array{"instance.support_email"});
}

TEST_F(C12, restrictions_are_read_by_a_patch_of_nothing_and_the_plan_says_so) {
  shell.write("wanted.yaml", "restrictions: {blocklist: true}\norganization_settings: {slug_disabled: false}\n");
  meddler.hide_reads("/v1/instance/organization_settings");
  const PrintedPlan plan = this->plan("wanted.yaml");
  EXPECT_EQ(plan.at("restrictions.blocklist", "knowledge"), "empty_patch");
  EXPECT_EQ(plan.at("organization_settings.slug_disabled", "knowledge"), "empty_patch");
  EXPECT_EQ(plan.action("organization_settings.slug_disabled"), "change");
  meddler.behave();
  EXPECT_EQ(this->plan("wanted.yaml").at("organization_settings.slug_disabled", "knowledge"), "read");
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(C12, what_is_known_is_known_of_this_instance_alone) {
  apply(shell.write("wanted.yaml", "instance: {hibp: false}"));
  use_production();
  EXPECT_EQ(shell.run("settings plan wanted.yaml --detailed-exitcode").status, changes_pending);
}

TEST_F(C15, a_terminal_is_asked_and_no_means_no) {
  shell.write("wanted.yaml", some_changes);
  shell.terminal = true;
  for (const std::string answer : {"n\n", "\n", ""}) {
    const Ran asked = shell.run("settings apply wanted.yaml", answer);
    EXPECT_THAT(asked.said(), HasSubstr("[y/N]"));
    EXPECT_EQ(asked.status, failed) << asked.said();
  }
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(C15, the_question_stands_beside_what_it_is_about_wherever_the_answer_goes) {
  shell.write("wanted.yaml", some_changes);
  shell.terminal = true;
  for (const std::string format : {"table", "json", "yaml"}) {
    const Ran asked = shell.run("settings apply wanted.yaml --format " + format, "n\n");
    EXPECT_THAT(asked.err, AllOf(HasSubstr("rules_enabled"), HasSubstr("[y/N]"))) << format;
  }
}

TEST_F(C15, a_terminal_is_asked_and_yes_means_yes) {
  shell.write("wanted.yaml", some_changes);
  shell.terminal = true;
  const Ran asked = shell.run("settings apply wanted.yaml", "y\n");
  EXPECT_EQ(asked.status, done) << asked.said();
  EXPECT_THAT(meddler.writes(), Not(IsEmpty()));
}

TEST_F(C15, without_a_terminal_nothing_is_asked_and_nothing_done_unless_the_flag_says_so) {
  shell.write("wanted.yaml", some_changes);
  const Ran refused = shell.run("settings apply wanted.yaml", "y\n");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.err, HasSubstr("--yes"));
  EXPECT_FALSE(refused.read_input);
  EXPECT_THAT(meddler.writes(), IsEmpty());
  apply("wanted.yaml");
}

TEST_F(C15, nothing_to_do_asks_nothing) {
  shell.write("wanted.yaml", "protect: {rules_enabled: false}");
  shell.terminal = true;
  const Ran ran = shell.run("settings apply wanted.yaml");
  EXPECT_EQ(ran.status, done) << ran.said();
  EXPECT_FALSE(ran.read_input);
}

TEST_F(C16, a_file_of_another_environment_is_refused_and_both_are_named) {
  use_production();
  shell.write("wanted.yaml", "environment: development\nprotect: {rules_enabled: true}\n");
  for (const std::string command : {"plan", "drift", "apply --yes-production"}) {
    const Ran refused = shell.run("settings " + command + " wanted.yaml");
    EXPECT_EQ(refused.status, failed) << command;
    EXPECT_THAT(refused.err, AllOf(HasSubstr("development"), HasSubstr("production"))) << command;
  }
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(C16, a_file_of_another_instance_is_refused_and_both_are_named) {
  shell.write("wanted.yaml", "instance_id: ins_another\nprotect: {rules_enabled: true}\n");
  const Ran refused = shell.run("settings apply --yes wanted.yaml");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.err,
              AllOf(HasSubstr("ins_another"), HasSubstr(server.instance_id(clerk::testing::development_key))));
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(C16, a_pinned_file_is_for_its_instance_alone) {
  for (const std::string file : {"pinned.yaml", "pinned.json"}) {
    ASSERT_EQ(shell.run("settings pull --pin --out " + file).status, done);
    expect_nothing_to_do(file);
  }
  use_production();
  for (const std::string file : {"pinned.yaml", "pinned.json"}) {
    EXPECT_EQ(shell.run("settings plan " + file).status, failed);
  }
}

TEST_F(C16, production_needs_its_name_typed_or_a_flag_of_its_own) {
  use_production();
  shell.write("wanted.yaml", "protect: {rules_enabled: true}");
  const Ran refused = shell.run("settings apply --yes wanted.yaml");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.err, HasSubstr("--yes-production"));

  shell.terminal = true;
  for (const std::string answer : {"y\n", "yes\n", "development\n", "\n"}) {
    EXPECT_EQ(shell.run("settings apply wanted.yaml", answer).status, failed) << answer;
  }
  EXPECT_THAT(meddler.writes(), IsEmpty());
  const Ran typed = shell.run("settings apply wanted.yaml", "production\n");
  EXPECT_EQ(typed.status, done) << typed.said();

  shell.terminal = false;
  shell.write("wanted.yaml", "protect: {rules_enabled: false}");
  const Ran flagged = shell.run("settings apply --yes-production wanted.yaml");
  EXPECT_EQ(flagged.status, done) << flagged.said();
}

TEST_F(C17, a_role_goes_in_as_id_and_is_compared_by_its_key) {
  const std::string member = server.role_id("org:member");
  const std::string admin = server.role_id("org:admin");
  shell.write("wanted.yaml", "organization_settings: {domains_default_role_id: " + member + "}");
  expect_nothing_to_do("wanted.yaml");
  shell.write("wanted.yaml", "organization_settings: {domains_default_role_id: " + admin + "}");
  const PrintedPlan plan = this->plan("wanted.yaml");
  EXPECT_EQ(plan.action("organization_settings.domains_default_role_id"), "change");
  apply("wanted.yaml");
  EXPECT_EQ(server.settings().at("organization_settings").at("domains_default_role"), "org:admin");
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(C17, a_role_may_be_named_by_its_key) {
  shell.write("wanted.yaml", "organization_settings: {creator_role: org:admin, domains_default_role: org:member}");
  expect_nothing_to_do("wanted.yaml");
  shell.write("wanted.yaml", "organization_settings: {domains_default_role: org:admin}");
  apply("wanted.yaml");
  EXPECT_EQ(server.settings().at("organization_settings").at("domains_default_role"), "org:admin");
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(C17, a_key_that_no_role_has_is_refused_with_the_nearest) {
  shell.write("wanted.yaml", "organization_settings: {domains_default_role: org:membr}");
  const Ran refused = shell.run("settings plan wanted.yaml");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.err, HasSubstr("wanted.yaml"));
  EXPECT_THAT(refused.err, HasSubstr("did you mean org:member"));
}

TEST_F(C17, a_role_is_compared_as_what_was_last_applied_where_roles_cannot_be_listed) {
  meddler.hide_reads("/v1/organization_roles");
  shell.write("wanted.yaml", "organization_settings: {domains_default_role_id: " + server.role_id("org:admin") + "}");
  apply("wanted.yaml");
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(S22, what_has_no_effect_is_warned_of_and_never_applied) {
  server.patch("/v1/instance", R"({"allowed_origins":["http://localhost:3000"]})");
  for (const std::string text :
       {"instance: {allowed_origins: []}", "instance: {test_mode: null}", "protect: {rules_enabled: ~}"}) {
    shell.write("wanted.yaml", text);
    const Ran applied = shell.run("settings apply --yes wanted.yaml");
    EXPECT_EQ(applied.status, done) << text << applied.said();
    EXPECT_THAT(applied.said(), HasSubstr("changes nothing")) << text;
    expect_nothing_to_do("wanted.yaml");
  }
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(S22, null_with_an_effect_is_applied) {
  server.patch("/v1/instance/oauth_application_settings", R"({"default_scopes":["email"]})");
  shell.write("wanted.yaml", "oauth_application_settings: {default_scopes: null}");
  EXPECT_EQ(shell.run("settings plan wanted.yaml --detailed-exitcode").status, changes_pending);
  apply("wanted.yaml");
  EXPECT_TRUE(server.settings().at("oauth_application_settings").at("default_scopes").is_null());
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(S37, one_address_is_used_by_every_command_however_it_is_given) {
  shell.write("wanted.yaml", "protect: {rules_enabled: false}");
  const clerk::field::ClosedPort nowhere;
  for (const std::string& root : {meddler.url(), meddler.url() + "/", meddler.url() + "/v1", meddler.url() + "/v1/"}) {
    for (const std::string command : {"settings plan wanted.yaml", "settings pull", "instance-settings get-instance",
                                      "users get-user-list --all", "doctor"}) {
      shell.environment["CLERK_API_URL"] = root;
      const std::size_t before = meddler.seen().size();
      const Ran by_environment = shell.run(command);
      EXPECT_EQ(by_environment.status, done) << root << ' ' << command << by_environment.said();
      EXPECT_GT(meddler.seen().size(), before) << root << ' ' << command;
      shell.environment["CLERK_API_URL"] = nowhere.url();
      const Ran by_flag = shell.run(command + " --api-url " + root);
      EXPECT_EQ(by_flag.status, done) << root << ' ' << command << by_flag.said();
    }
  }
}

}  // namespace

}  // namespace clerk::ctl::test
