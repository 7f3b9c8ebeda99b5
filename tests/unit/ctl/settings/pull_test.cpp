#include "ctl/settings/pull.hpp"

#include "ctl/output/render.hpp"
#include "tests/unit/ctl/settings/fake_instance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl::settings {

namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Pulled pulled_of(FakeInstance& instance) {
  Inquiry everything{.roles = true, .forgives_missing_routes = true};
  for (const Group& group : groups()) everything.groups.push_back(&group);
  return pull(*observe(instance, everything));
}

}  // namespace

TEST(SettingsPull, holds_what_can_be_both_read_and_set) {
  FakeInstance instance;
  instance.set("instance", "allowed_origins", {"http://localhost:3000"});
  const Pulled pulled = pulled_of(instance);
  EXPECT_EQ(boost::json::serialize(pulled.file.at("instance")), R"({"allowed_origins":["http://localhost:3000"]})");
  EXPECT_EQ(boost::json::serialize(pulled.file.at("protect")), R"({"rules_enabled":false,"specter_enabled":false})");
  EXPECT_EQ(pulled.file.at("restrictions").as_object().size(), 5U);
  EXPECT_FALSE(pulled.file.contains("instance_settings"));
  EXPECT_FALSE(pulled.file.at("oauth_application_settings").as_object().contains("default_scopes")) << "it is null";
}

TEST(SettingsPull, names_what_can_not_be_read) {
  FakeInstance instance;
  const Pulled pulled = pulled_of(instance);
  EXPECT_THAT(pulled.left_out, Contains("instance.support_email"));
  EXPECT_THAT(pulled.left_out, Contains("instance_settings.from_email_address"));
  EXPECT_THAT(pulled.left_out, Not(Contains("instance.allowed_origins")));
  EXPECT_THAT(pulled.left_out, Not(Contains("instance.enhanced_email_deliverability")));
}

TEST(SettingsPull, C17_maps_roles_to_ids_and_leaves_out_those_it_can_not_map) {
  FakeInstance instance;
  const Pulled mapped = pulled_of(instance);
  EXPECT_EQ(mapped.file.at("organization_settings").at("creator_role_id"), boost::json::value("role_1"));
  EXPECT_THAT(mapped.remarks, Contains(HasSubstr("role_1 is the role org:admin")));

  instance.role_names.reset();
  const Pulled unmapped = pulled_of(instance);
  EXPECT_FALSE(unmapped.file.at("organization_settings").as_object().contains("creator_role_id"));
  EXPECT_THAT(unmapped.warnings, ElementsAre(HasSubstr("creator_role_id was left out"),
                                             HasSubstr("domains_default_role_id was left out")));
}

TEST(SettingsPull, leaves_out_a_group_that_an_older_server_does_not_have) {
  FakeInstance instance;
  instance.read_errors["protect"] = {.kind = ErrorKind::http, .status = 404};
  const Pulled pulled = pulled_of(instance);
  EXPECT_FALSE(pulled.file.contains("protect"));
  EXPECT_THAT(pulled.warnings, ElementsAre("protect was left out: this server has no route for it"));
  EXPECT_THAT(pulled.left_out, Not(Contains("protect.rules_enabled")));
}

TEST(SettingsPull, C08_leaves_out_a_group_that_is_not_shown_and_says_why) {
  for (const int status : {402, 403}) {
    FakeInstance instance;
    instance.read_errors["organization_settings"] = {.status = status,
                                                     .errors = {{.long_message = "Not in your plan."}},
                                                     .operation = "get_instance_organization_settings"};
    const Pulled pulled = pulled_of(instance);
    EXPECT_FALSE(pulled.file.contains("organization_settings"));
    EXPECT_TRUE(pulled.file.contains("oauth_application_settings")) << "which is read after it";
    EXPECT_THAT(pulled.warnings, ElementsAre(AllOf(HasSubstr("organization_settings was left out"),
                                                   HasSubstr(std::to_string(status)), HasSubstr("Not in your plan"))));
  }
}

TEST(SettingsPull, fails_when_something_in_between_refuses) {
  FakeInstance instance;
  instance.read_errors["protect"] = {.status = 403, .operation = "get_instance_protect"};
  EXPECT_TRUE(observe(instance, {.groups = {find_group("protect")}, .forgives_missing_routes = true}).has_error());
}

TEST(SettingsPull, fails_when_roles_are_not_listed_for_a_reason_that_may_pass) {
  for (const Error& error : {Error{.status = 503}, Error{.status = 401, .errors = {{.code = "clerk_key_invalid"}}},
                             Error{.kind = ErrorKind::no_answer}}) {
    FakeInstance instance;
    instance.roles_error = error;
    EXPECT_TRUE(observe(instance, {.roles = true}).has_error());
  }
  FakeInstance withholding;
  withholding.role_names.reset();
  EXPECT_TRUE(observe(withholding, {.roles = true}).has_value());
}

TEST(SettingsPull, fails_when_not_even_the_instance_is_shown) {
  FakeInstance instance;
  instance.read_errors["instance"] = {.status = 403};
  EXPECT_TRUE(observe(instance, {.forgives_missing_routes = true}).has_error());
}

TEST(SettingsPull, what_was_pulled_changes_nothing) {
  FakeInstance instance;
  instance.set("instance", "allowed_origins", {"http://localhost:3000"});
  for (const bool pinned : {false, true}) {
    for (const OutputFormat format : {OutputFormat::yaml, OutputFormat::json}) {
      Pulled pulled = pulled_of(instance);
      if (pinned) pin(pulled);
      const auto file = read_document(text_of(pulled, format), "pulled");
      ASSERT_TRUE(file) << file.error().message;
      const CheckedDocument checked = check_document(*file);
      EXPECT_THAT(checked.mistakes, IsEmpty());
      EXPECT_THAT(checked.warnings, IsEmpty());
      EXPECT_EQ(checked.document.instance_id, pinned ? "ins_1" : "");
      EXPECT_EQ(checked.document.environment, pinned ? "development" : "");
      const Plan plan = plan_of(checked.document, instance);
      EXPECT_FALSE(plan.has_changes());
      EXPECT_EQ(plan.count(Action::none), checked.document.wanted.size());
    }
  }
}

TEST(SettingsPull, says_in_yaml_whose_settings_they_are) {
  FakeInstance instance;
  const std::string text = text_of(pulled_of(instance), OutputFormat::yaml);
  EXPECT_THAT(text, HasSubstr("# Settings of the development instance ins_1"));
  EXPECT_THAT(text, HasSubstr("#   instance.support_email\n"));
}

}  // namespace clerk::ctl::settings
