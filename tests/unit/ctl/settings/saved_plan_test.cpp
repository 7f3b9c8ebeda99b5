#include "ctl/settings/saved_plan.hpp"

#include "tests/unit/ctl/settings/fake_instance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl::settings {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view file = R"({
  "instance": {"support_email": "help@example.com"},
  "protect": {"rules_enabled": true, "specter_enabled": false, "checks_bypassed": false},
  "organization_settings": {"creator_role": "org:boss", "domains_default_role_id": "role_1"}})";

SavedPlan saved_plan(FakeInstance& instance) {
  SavedPlan saved{
      .created_at = "2026-05-12T07:15:20Z", .state_file = ".clerkctl/state.json", .document = document_of(file)};
  const Plan plan = plan_of(saved.document, instance);
  saved.instance = plan.instance;
  saved.basis = basis_of(plan);
  return saved;
}

SavedPlan read_back(const SavedPlan& saved) {
  auto read = read_saved_plan(boost::json::serialize(to_json(saved)), "the plan");
  if (!read) throw std::logic_error{read.error().message};
  return *std::move(read);
}

std::optional<Failure> stale(const SavedPlan& saved, FakeInstance& instance, const State& state = {}) {
  return find_stale(saved, plan_of(saved.document, instance, state), "the plan");
}

}  // namespace

TEST(SavedPlan, comes_back_as_it_was_written) {
  FakeInstance instance;
  const SavedPlan saved = saved_plan(instance);
  const SavedPlan read = read_back(saved);
  EXPECT_EQ(read.instance, saved.instance);
  EXPECT_EQ(read.state_file, saved.state_file);
  EXPECT_EQ(read.basis, saved.basis);
  EXPECT_EQ(read.document.wanted.size(), saved.document.wanted.size());
  EXPECT_FALSE(stale(read, instance));
}

TEST(SavedPlan, is_stale_when_anything_it_relied_on_has_changed) {
  const std::vector<std::tuple<std::string, std::string, boost::json::value, bool>> rows{
      {"protect", "rules_enabled", true, true},           // somebody else did it
      {"protect", "specter_enabled", true, true},         // was as wanted, and no longer is
      {"protect", "checks_bypassed", true, false},        // nothing can set it
      {"organization_settings", "enabled", true, false},  // not in the file
      {"organization_settings", "creator_role", "org:member", true},
      {"organization_settings", "domains_default_role", "org:boss", true},
  };
  for (const auto& [group, field, value, is_stale] : rows) {
    FakeInstance instance;
    const SavedPlan saved = read_back(saved_plan(instance));
    instance.set(group, field, value);
    const auto failure = stale(saved, instance);
    ASSERT_EQ(failure.has_value(), is_stale) << group << '.' << field;
    if (is_stale) {
      EXPECT_THAT(failure->message, HasSubstr(group + '.' + field));
      EXPECT_THAT(failure->message, HasSubstr("stale"));
    }
  }
}

TEST(SavedPlan, is_stale_when_something_was_applied_of_what_can_not_be_read) {
  FakeInstance instance;
  const SavedPlan saved = read_back(saved_plan(instance));
  State state;
  state.instances["ins_1"]["instance.support_email"] = {.value = "x@example.com", .date = "2026-05-12T07:15:20Z"};
  const auto failure = stale(saved, instance, state);
  ASSERT_TRUE(failure);
  EXPECT_THAT(failure->message, HasSubstr("instance.support_email was never applied"));
  EXPECT_THAT(failure->message, HasSubstr("last applied as \"x@example.com\""));
}

TEST(SavedPlan, is_refused_for_another_instance_with_both_named) {
  FakeInstance instance;
  const SavedPlan saved = read_back(saved_plan(instance));
  instance.set("instance", "id", "ins_2");
  const auto failure = stale(saved, instance);
  ASSERT_TRUE(failure);
  EXPECT_THAT(failure->message, HasSubstr("ins_1"));
  EXPECT_THAT(failure->message, HasSubstr("ins_2"));
}

TEST(SavedPlan, says_what_is_wrong_with_a_file_that_is_none) {
  FakeInstance instance;
  const std::string whole = boost::json::serialize(to_json(saved_plan(instance)));
  std::string newer = whole;
  newer.replace(newer.find(R"("clerkctl_plan":1)"), 17, R"("clerkctl_plan":9)");
  std::string changed = whole;
  changed.replace(changed.find("rules_enabled"), 13, "rules_enabeld");
  for (const std::string& text : {std::string{"{"}, std::string{"[]"}, std::string{"{}"}, newer, changed,
                                  std::string{R"({"clerkctl_plan":1})"}, whole.substr(0, whole.size() - 2)}) {
    const auto read = read_saved_plan(text, "the plan");
    ASSERT_TRUE(read.has_error()) << text;
    EXPECT_THAT(read.error().message, HasSubstr("is no plan that can be applied"));
    EXPECT_THAT(read.error().hint, HasSubstr("--out"));
  }
}

}  // namespace clerk::ctl::settings
