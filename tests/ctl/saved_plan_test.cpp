// A plan that was saved is done as it stands, or not at all.
#include "tests/ctl/clerkctl_test.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace clerk::ctl::test {

namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

class ASavedPlan : public ClerkctlTest {
 protected:
  void save(std::string_view wanted) const {
    const Ran planned = shell.run("settings plan --out plan.json " + shell.write("wanted.yaml", wanted));
    ASSERT_EQ(planned.status, done) << planned.said();
    ASSERT_THAT(planned.said(), HasSubstr("plan.json"));
  }
  [[nodiscard]] Ran apply_plan() const { return shell.run("settings apply --yes --plan plan.json"); }
};

TEST_F(ASavedPlan, is_done_exactly_whatever_the_file_says_by_then) {
  save("protect: {rules_enabled: true}\ninstance: {hibp: false}\n");
  shell.write("wanted.yaml", "protect: {specter_enabled: true}");
  const Ran applied = apply_plan();
  EXPECT_EQ(applied.status, done) << applied.said();
  EXPECT_THAT(meddler.writes(), ::testing::UnorderedElementsAre(
                                    Pair("/v1/instance", boost::json::parse(R"({"hibp":false})")),
                                    Pair("/v1/instance/protect", boost::json::parse(R"({"rules_enabled":true})"))));
}

TEST_F(ASavedPlan, leaves_an_empty_plan_behind) {
  save("protect: {rules_enabled: true}\ninstance: {hibp: false}\n");
  ASSERT_EQ(apply_plan().status, done);
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(ASavedPlan, is_refused_when_what_it_was_made_from_has_changed) {
  save("protect: {rules_enabled: true}\norganization_settings: {max_allowed_memberships: 9}\n");
  server.patch("/v1/instance/organization_settings", R"({"max_allowed_memberships":7})");
  const Ran stale = apply_plan();
  EXPECT_EQ(stale.status, failed);
  EXPECT_THAT(stale.err, AllOf(HasSubstr("organization_settings.max_allowed_memberships"), HasSubstr("stale")));
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(ASavedPlan, is_refused_for_another_instance) {
  save("protect: {rules_enabled: true}");
  use_production();
  const Ran refused = shell.run("settings apply --yes-production --plan plan.json");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.err, HasSubstr(server.instance_id(clerk::testing::development_key)));
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(ASavedPlan, is_refused_the_second_time) {
  save("protect: {rules_enabled: true}");
  ASSERT_EQ(apply_plan().status, done);
  EXPECT_EQ(apply_plan().status, failed);
}

TEST_F(ASavedPlan, is_refused_when_it_is_damaged) {
  save("protect: {rules_enabled: true}");
  const std::string whole = shell.read("plan.json");
  for (const std::string& damaged :
       {std::string{}, whole.substr(0, whole.size() / 2), std::string{"{}"}, std::string{"[]"}}) {
    shell.write("plan.json", damaged);
    const Ran refused = apply_plan();
    EXPECT_EQ(refused.status, failed) << damaged;
    EXPECT_THAT(refused.err, HasSubstr("plan.json")) << damaged;
  }
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(ASavedPlan, asks_like_any_other) {
  save("protect: {rules_enabled: true}");
  EXPECT_EQ(shell.run("settings apply --plan plan.json").status, failed);
  shell.terminal = true;
  EXPECT_EQ(shell.run("settings apply --plan plan.json", "n\n").status, failed);
  EXPECT_THAT(meddler.writes(), IsEmpty());
  EXPECT_EQ(shell.run("settings apply --plan plan.json", "y\n").status, done);
}

TEST_F(ASavedPlan, goes_on_with_the_state_file_that_it_was_made_with) {
  shell.write("wanted.yaml", "instance: {hibp: false}");
  ASSERT_EQ(shell.run("settings plan wanted.yaml --state mine.json --out plan.json").status, done);
  ASSERT_EQ(apply_plan().status, done);
  EXPECT_TRUE(shell.has("mine.json"));
  EXPECT_FALSE(shell.has(".clerkctl/state.json"));
  EXPECT_EQ(shell.run("settings plan wanted.yaml --state mine.json --detailed-exitcode").status, done);
}

TEST_F(ASavedPlan, never_takes_the_place_of_another_file) {
  shell.write("wanted.yaml", "instance: {hibp: false}");
  const Ran refused = shell.run("settings plan wanted.yaml --out wanted.yaml");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.err, HasSubstr("it is no plan"));
  EXPECT_EQ(shell.read("wanted.yaml"), "instance: {hibp: false}");
  EXPECT_EQ(shell.run("settings plan wanted.yaml --out -").status, usage);
  ASSERT_EQ(shell.run("settings plan wanted.yaml --out plan.json").status, done);
  EXPECT_EQ(shell.run("settings plan wanted.yaml --out plan.json").status, done);
}

TEST_F(ASavedPlan, holds_no_key) {
  save("protect: {rules_enabled: true}");
  EXPECT_THAT(shell.read("plan.json"), Not(HasSubstr(std::string{clerk::testing::development_key})));
}

}  // namespace

}  // namespace clerk::ctl::test
