#include "server/rules/beta_features_rules.hpp"

#include "server/rules/initial_settings.hpp"
#include "server/rules/merge.hpp"
#include "server/rules/restriction_rules.hpp"

namespace clerk::server::rules {

void write(const operations::UpdateInstanceAuthConfig& operation, const Surroundings& /*surroundings*/,
           Change& change) {
  const UpdateInstanceAuthConfigRequest& request = operation.body;
  merge(request, change.after.settings.instance_settings);
  if (request.test_mode.has_value()) change.after.settings.instance.test_mode = *request.test_mode;
  if (request.restricted_to_allowlist.has_value()) {
    change_restrictions({.allowlist = *request.restricted_to_allowlist}, "restricted_to_allowlist", change);
  }
}

InstanceAuthConfig answer(const operations::UpdateInstanceAuthConfig& /*operation*/,
                          const store::InstanceState& after) {
  InstanceAuthConfig answer = answer_of(after.settings.instance_settings);
  answer.id = after.id;
  answer.restricted_to_allowlist = after.settings.restrictions.allowlist;
  return answer;
}

void write(const operations::ChangeProductionInstanceDomain& operation, const Surroundings& surroundings,
           Change& change) {
  const std::optional<std::string>& home_url = operation.body.home_url;
  if (change.after.environment_type != production) {
    return change.refuse(
        {.definition = &error_definition("request_invalid_for_environment"), .expected = std::string{production}});
  }
  if (!home_url) {
    return change.refuse({.definition = &error_definition("form_param_missing"), .param = "home_url"});
  }
  if (!home_url->starts_with("https://")) {
    return change.refuse({.definition = &error_definition("insecure_url"), .param = "home_url", .value = *home_url});
  }
  if (surroundings.is_home_taken(*home_url)) {
    return change.refuse({.definition = &error_definition("home_url_taken"), .param = "home_url", .value = *home_url});
  }
  store::InstanceTraits& traits = change.after.traits;
  traits.home_url = home_url;
  traits.home_url_is_secondary = operation.body.is_secondary.value_or(false);
  traits.sessions_valid_after = surroundings.now;
}

}  // namespace clerk::server::rules
