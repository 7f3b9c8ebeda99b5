#include "server/rules/change.hpp"

#include "server/rules/initial_settings.hpp"

#include <algorithm>

namespace clerk::server::rules {

void Change::need_feature(std::string_view feature, std::string_view param) {
  if (has_feature(after, feature)) return;
  constexpr const ErrorDefinition* definition = &error_definition("unsupported_subscription_plan_features");
  const auto same = std::ranges::find(refusals, definition, &Refusal::definition);
  if (same != refusals.end()) {
    same->unsupported_features.emplace_back(feature);
  } else {
    refuse({.definition = definition, .param = std::string{param}, .unsupported_features = {std::string{feature}}});
  }
}

bool has_feature(const store::InstanceState& instance, std::string_view feature) {
  return instance.environment_type != production ||
         std::ranges::find(instance.traits.plan_features, feature) != instance.traits.plan_features.end();
}

}  // namespace clerk::server::rules
