#include "tests/unit/rules/rules_support.hpp"

#include <gtest/gtest.h>

namespace clerk::server::rules {

namespace {

Change change_of(store::InstanceState instance, UpdateInstanceRequest request) {
  return run<operations::UpdateInstance>(std::move(instance), std::move(request));
}

}  // namespace

// store 7.3
TEST(InstanceRules, the_alias_and_its_newer_name_are_one_setting) {
  struct Row {
    std::string_view what;
    UpdateInstanceRequest request;
    bool kept;
    Texts warned;
  };
  const std::vector<Row> rows{
      {"the alias alone", {.cookieless_dev = false}, false, {}},
      {"both, agreeing", {.url_based_session_syncing = false, .cookieless_dev = false}, false, {}},
      {"both, differing", {.url_based_session_syncing = true, .cookieless_dev = false}, true, {"cookieless_dev"}},
      {"null under the newer name", {.url_based_session_syncing = null, .cookieless_dev = false}, false, {}},
      {"neither", {}, true, {}},
  };
  for (const Row& row : rows) {
    const Change change = change_of(fresh(development), row.request);
    EXPECT_EQ(change.after.settings.instance.url_based_session_syncing, row.kept) << row.what;
    EXPECT_EQ(warned_params(change), row.warned) << row.what;
  }
}

TEST(InstanceRules, a_development_origin_has_no_effect_in_production) {
  const UpdateInstanceRequest request{.development_origin = "http://localhost:3000"};
  EXPECT_EQ(change_of(fresh(development), request).after.settings.instance.development_origin, "http://localhost:3000");
  const Change change = change_of(fresh(production), request);
  EXPECT_EQ(change.after.settings.instance.development_origin, "");
  EXPECT_EQ(warned_params(change), (Texts{"development_origin"}));
}

// facts 2.1
TEST(InstanceRules, the_instance_shows_its_origins_and_its_workspace_and_no_other_setting) {
  store::InstanceState instance = fresh(production);
  EXPECT_FALSE(read(operations::GetInstance{}, instance).allowed_origins.has_value());
  instance.settings.instance.allowed_origins = {"capacitor://localhost"};
  instance.traits.workspace_id = "org_1";
  const Instance shown = read(operations::GetInstance{}, instance);
  EXPECT_EQ(shown.id, "ins_1");
  EXPECT_EQ(shown.environment_type, "production");
  EXPECT_EQ(shown.allowed_origins, (Texts{"capacitor://localhost"}));
  EXPECT_EQ(shown.workspace_id, "org_1");
}

}  // namespace clerk::server::rules
