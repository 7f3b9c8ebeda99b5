#include "ctl/output/render.hpp"
#include "tests/unit/ctl/settings/fake_instance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl::settings {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

CheckedDocument checked(std::string_view text) {
  const auto document = read_document(text, "settings.yaml");
  if (!document) throw std::logic_error{document.error().message};
  return check_document(*document);
}

std::vector<std::string> paths_of(const std::vector<Mistake>& mistakes) {
  std::vector<std::string> paths;
  for (const Mistake& mistake : mistakes) paths.push_back(mistake.path);
  return paths;
}

struct Row {
  std::string_view text;
  std::string path;
  std::string problem;
};

}  // namespace

TEST(SettingsDocument, names_each_mistake_by_its_path_and_says_what_is_due) {
  const std::vector<Row> rows{
      {"restrictions: {alowlist: true}", "restrictions.alowlist", "did you mean allowlist"},
      {"restriction: {allowlist: true}", "restriction", "did you mean restrictions"},
      {"restrictions: {enabled: true}", "restrictions.enabled", "one of organization_settings"},
      {"allowlist: true", "allowlist", "field of restrictions"},
      {"restrictions: {allowlist: 1}", "restrictions.allowlist", "must be of type boolean"},
      {"restrictions: {allowlist: yes}", "restrictions.allowlist", "must be of type boolean"},
      {"instance: {support_email: nobody}", "instance.support_email", "a valid email address"},
      {"instance: {hibp: \"true\"}", "instance.hibp", "of type string"},
      {"instance: {allowed_origins: [\"http://a.com\", nonsense]}", "instance.allowed_origins[1]", "a valid origin"},
      {"instance: {preferred_sign_in_strategy_when_password_required: sms}",
       "instance.preferred_sign_in_strategy_when_password_required", "one of password, otp, \"\""},
      {"organization_settings: {max_allowed_memberships: -1}", "organization_settings.max_allowed_memberships",
       "at least 0"},
      {"organization_settings: {domains_enrollment_modes: [a]}", "organization_settings.domains_enrollment_modes[0]",
       "one of"},
      {"organization_settings: {creator_role: 1}", "organization_settings.creator_role", "the key of a role"},
      {"organization_settings: {creator_role_id: role_1, creator_role: \"org:member\"}",
       "organization_settings.creator_role", "leave one of the two out"},
      {"restrictions: {allowlist: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
       "restrictions", "too deep"},
      {"communication: {blocked_country_codes: [DE, DE]}", "communication.blocked_country_codes[1]", "repeats"},
      {"communication: {blocked_country_codes: [de]}", "communication.blocked_country_codes[0]", "upper case"},
      {"instance_settings: {from_email_address: a@b}", "instance_settings.from_email_address", "local part"},
      {"protect:", "protect", "is empty"},
      {"protect: true", "protect", "mapping of fields"},
      {"environment: staging", "environment", "development or production"},
      {"instance_id: 7", "instance_id", "ins_"},
      {"environment: development\ninstance: {environment_type: production}", "instance.environment_type",
       "also says development"},
      {"[]", "", "mapping of groups"},
  };
  for (const Row& row : rows) {
    const CheckedDocument document = checked(row.text);
    ASSERT_THAT(paths_of(document.mistakes), ElementsAre(row.path)) << row.text;
    EXPECT_THAT(document.mistakes.front().problem, HasSubstr(row.problem)) << row.text;
  }
}

TEST(SettingsDocument, finds_all_mistakes_in_one_pass) {
  const CheckedDocument document =
      checked("restrictions: {alowlist: true, blocklist: 7}\nprotect: {rules_enabled: no}\nx: 1\n");
  EXPECT_THAT(paths_of(document.mistakes),
              ElementsAre("x", "restrictions.alowlist", "restrictions.blocklist", "protect.rules_enabled"));
}

TEST(SettingsDocument, refuses_two_names_of_one_setting_that_disagree) {
  const std::vector<Row> rows{
      {"instance: {cookieless_dev: true, url_based_session_syncing: false}", "instance.cookieless_dev",
       "instance.url_based_session_syncing"},
      {"restrictions: {allowlist: true}\ninstance_settings: {restricted_to_allowlist: false}",
       "instance_settings.restricted_to_allowlist", "restrictions.allowlist"},
      {"instance: {test_mode: true}\ninstance_settings: {test_mode: false}", "instance_settings.test_mode",
       "instance.test_mode"},
  };
  for (const Row& row : rows) {
    const CheckedDocument document = checked(row.text);
    ASSERT_THAT(paths_of(document.mistakes), ElementsAre(row.path)) << row.text;
    EXPECT_THAT(document.mistakes.front().problem, HasSubstr(row.problem)) << row.text;
  }
  EXPECT_THAT(checked("instance: {test_mode: true}\ninstance_settings: {test_mode: true}").mistakes, IsEmpty());
}

TEST(SettingsDocument, S22_warns_of_values_that_change_nothing) {
  const CheckedDocument document = checked(
      "instance: {allowed_origins: [], support_email: null, enhanced_email_deliverability: true}\n"
      "oauth_application_settings: {default_scopes: null}\n");
  EXPECT_THAT(document.mistakes, IsEmpty());
  EXPECT_THAT(document.warnings, ElementsAre(HasSubstr("instance.allowed_origins: an empty list changes nothing"),
                                             HasSubstr("instance.support_email: null changes nothing"),
                                             HasSubstr("instance.enhanced_email_deliverability: Taken out")));
  std::vector<bool> without_effect;
  for (const Wanted& wanted : document.document.wanted) without_effect.push_back(wanted.without_effect);
  EXPECT_THAT(without_effect, ElementsAre(true, true, true, false));
}

TEST(SettingsDocument, takes_what_other_tools_pull_and_ignores_what_can_not_be_set) {
  const CheckedDocument document = checked(R"({
    "instance": {"object": "instance", "id": "ins_1", "environment_type": "development", "workspace_id": null,
                 "allowed_origins": ["http://localhost:3000"]},
    "organization_settings": {"object": "organization_settings", "enabled": true, "max_allowed_roles": 10,
                              "creator_role": "org:admin", "initial_role_set_key": null},
    "protect": {"object": "instance_protect", "rules_enabled": true, "checks_bypassed": false}})");
  EXPECT_THAT(document.mistakes, IsEmpty());
  EXPECT_EQ(document.document.environment, "development");
  EXPECT_EQ(document.document.instance_id, "ins_1");
  std::vector<std::string> wanted;
  for (const Wanted& one : document.document.wanted) wanted.push_back(path_of(*one.group, one.name()));
  EXPECT_THAT(wanted, ElementsAre("instance.allowed_origins", "organization_settings.enabled",
                                  "organization_settings.creator_role", "protect.rules_enabled"));
  std::vector<std::string> read_only;
  for (const ReadOnlyField& one : document.document.read_only) read_only.push_back(path_of(*one.group, one.name));
  EXPECT_THAT(read_only,
              ElementsAre("instance.object", "instance.workspace_id", "organization_settings.object",
                          "organization_settings.max_allowed_roles", "organization_settings.initial_role_set_key",
                          "protect.object", "protect.checks_bypassed"));
}

TEST(SettingsDocument, S33_repeats_no_key_that_got_into_the_file) {
  const CheckedDocument document = checked("sk_live_abcdefghij: 1\ninstance: {support_email: sk_test_abcdefghij}");
  ASSERT_EQ(document.mistakes.size(), 2U);
  for (const Mistake& mistake : document.mistakes) {
    EXPECT_THAT(mistake.path + mistake.problem, Not(HasSubstr("abcdefghij")));
  }
}

TEST(SettingsDocument, C03_says_which_checks_are_left_to_the_server) {
  const Document document = checked("restrictions: {allowlist: true}\nprotect: {rules_enabled: true}").document;
  EXPECT_THAT(checks_left_to_the_server(document.named),
              ElementsAre("whether the plan has the features (restrictions)",
                          "whether the values go together and their prerequisites are met (restrictions, protect)"));
}

TEST(SettingsDocument, has_a_group_for_every_update_of_the_settings_family) {
  ASSERT_EQ(groups().size(), 7U);
  for (const Group& group : groups()) {
    EXPECT_EQ(group.update->method, Method::patch) << group.name;
    EXPECT_EQ(group.get != nullptr, group.reading == Reading::get || group.reading == Reading::get_or_empty_patch);
    for (const Field& field : group.fields) {
      const bool is_answered = !field.shown_as.empty() || field.entry->write_only || field.is_retired() ||
                               !field.rules().alias_of.empty() || group.reading == Reading::none;
      EXPECT_TRUE(is_answered) << path_of(group, field.name);
    }
  }
}

}  // namespace clerk::ctl::settings
