#include "server/rules/oauth_application_settings_rules.hpp"

#include "server/rules/merge.hpp"

namespace clerk::server::rules {

InstanceOAuthApplicationSettings read(const operations::GetInstanceOAuthApplicationSettings& /*operation*/,
                                      const store::InstanceState& instance) {
  return answer_of(instance.settings.oauth_application_settings);
}

void write(const operations::UpdateInstanceOAuthApplicationSettings& operation, const Surroundings& /*surroundings*/,
           Change& change) {
  merge(operation.body, change.after.settings.oauth_application_settings);
}

InstanceOAuthApplicationSettings answer(const operations::UpdateInstanceOAuthApplicationSettings& /*operation*/,
                                        const store::InstanceState& after) {
  return answer_of(after.settings.oauth_application_settings);
}

}  // namespace clerk::server::rules
