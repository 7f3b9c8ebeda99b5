#include "ctl/settings/safety.hpp"

#include "tests/unit/ctl/settings/fake_instance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace clerk::ctl::settings {

namespace {

using ::testing::HasSubstr;

const Identity development{.instance_id = "ins_1", .environment = "development"};
const Identity production{.instance_id = "ins_2", .environment = "production"};

/// A terminal, or none, at which somebody types.
struct Typist {
  std::istringstream in{};
  std::ostringstream out{};
  std::ostringstream err{};

  std::optional<Failure> asked(const Identity& instance, const Consent& consent, bool terminal,
                               const std::string& typed, bool input_is_taken = false) {
    in.str(typed);
    in.clear();
    Host host{.in = in, .out = out, .err = err, .in_is_terminal = terminal, .err_is_terminal = terminal};
    return ask_to_go_on(host, instance, is_production(instance, Secret{"sk_test_x"}), consent, input_is_taken);
  }
};

}  // namespace

TEST(SettingsSafety, C15_asks_on_a_terminal_and_refuses_without_one) {
  struct Row {
    const Identity& instance;
    Consent consent;
    bool terminal;
    std::string typed;
    bool goes_on;
  };
  const std::vector<Row> rows{
      {development, {}, true, "y\n", true},
      {development, {}, true, "yes\n", true},
      {development, {}, true, "Yes\n", true},
      {development, {}, true, "\n", false},
      {development, {}, true, "n\n", false},
      {development, {}, true, "", false},
      {development, {}, false, "y\n", false},
      {development, {.yes = true}, false, "", true},
      {development, {.yes_production = true}, false, "", true},
      {production, {}, true, "production\n", true},
      {production, {}, true, "y\n", false},
      {production, {.yes = true}, true, "y\n", false},
      {production, {.yes = true}, true, "production\n", true},
      {production, {.yes = true}, false, "production\n", false},
      {production, {.yes_production = true}, false, "", true},
  };
  for (const Row& row : rows) {
    Typist typist;
    const auto refused = typist.asked(row.instance, row.consent, row.terminal, row.typed);
    EXPECT_EQ(!refused.has_value(), row.goes_on) << row.instance.environment << ' ' << row.typed;
  }
}

TEST(SettingsSafety, C15_says_what_to_pass_where_there_is_no_terminal) {
  Typist typist;
  EXPECT_THAT(typist.asked(development, {}, false, "")->hint, HasSubstr("pass --yes if"));
  EXPECT_THAT(typist.asked(production, {.yes = true}, false, "")->hint, HasSubstr("pass --yes-production"));
  EXPECT_EQ(typist.err.str(), "") << "nothing is asked of nobody";
}

TEST(SettingsSafety, does_not_read_an_answer_from_where_the_settings_came) {
  Typist typist;
  EXPECT_TRUE(typist.asked(development, {}, true, "y\n", true));
}

TEST(SettingsSafety, C16_takes_a_live_key_for_production_whatever_the_instance_says) {
  EXPECT_TRUE(is_production(development, Secret{"sk_live_x"}));
  EXPECT_TRUE(is_production(production, Secret{"sk_test_x"}));
  EXPECT_TRUE(is_production({.instance_id = "ins_3", .environment = "staging"}, Secret{"sk_test_x"}));
  EXPECT_FALSE(is_production(development, Secret{"sk_test_x"}));
}

TEST(SettingsSafety, C16_refuses_a_key_of_another_environment_and_names_both_but_not_the_key) {
  const Document document = document_of(R"({"environment":"development"})");
  EXPECT_FALSE(check_key(document, Secret{"sk_test_secret"}, "settings.yaml"));
  EXPECT_FALSE(check_key(document_of("{}"), Secret{"sk_live_secret"}, "settings.yaml"));
  const auto refused = check_key(document, Secret{"sk_live_secret"}, "settings.yaml");
  ASSERT_TRUE(refused);
  EXPECT_THAT(refused->message, HasSubstr("settings.yaml is for a development instance"));
  EXPECT_THAT(refused->message, HasSubstr("the key is of a production instance"));
  EXPECT_THAT(refused->message + refused->hint, testing::Not(HasSubstr("secret")));
}

TEST(SettingsSafety, C16_refuses_an_instance_that_the_file_is_not_for) {
  for (const std::string_view file :
       {R"({"environment":"development"})", R"({"instance_id":"ins_1"})", R"({"instance":{"id":"ins_1"}})"}) {
    EXPECT_FALSE(check_instance(document_of(file), development, "settings.yaml")) << file;
    const auto refused = check_instance(document_of(file), production, "settings.yaml");
    ASSERT_TRUE(refused) << file;
    EXPECT_THAT(refused->message, HasSubstr("the key belongs to the production instance ins_2"));
  }
}

TEST(SettingsSafety, C16_asks_an_instance_that_is_refused_for_nothing_else) {
  FakeInstance instance;
  const Document document = document_of(R"({"instance_id":"ins_9","restrictions":{"allowlist":true}})");
  const auto observation = observe(instance, {.groups = document.named, .accept = [&](const Identity& identity) {
                                                return check_instance(document, identity, "settings.yaml");
                                              }});
  EXPECT_TRUE(observation.has_error());
  EXPECT_THAT(instance.reads, ::testing::ElementsAre("instance"));
}

}  // namespace clerk::ctl::settings
