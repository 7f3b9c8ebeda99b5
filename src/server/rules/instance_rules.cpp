#include "server/rules/instance_rules.hpp"

#include "server/rules/initial_settings.hpp"
#include "server/rules/merge.hpp"

namespace clerk::server::rules {

Instance read(const operations::GetInstance& /*operation*/, const store::InstanceState& instance) {
  Instance answer = answer_of(instance.settings.instance);
  answer.id = instance.id;
  answer.environment_type = instance.environment_type;
  answer.workspace_id = instance.traits.workspace_id;
  return answer;
}

void write(const operations::UpdateInstance& operation, const Surroundings& /*surroundings*/, Change& change) {
  UpdateInstanceRequest request = operation.body;

  // The alias and its newer name are one setting; when they disagree, the newer name says what is meant.
  if (request.cookieless_dev.has_value()) {
    if (!request.url_based_session_syncing.has_value()) {
      request.url_based_session_syncing = *request.cookieless_dev;
    } else if (*request.url_based_session_syncing != *request.cookieless_dev) {
      change.warn("cookieless_dev", "is another name of url_based_session_syncing, whose value was taken");
    }
  }

  // Sources say only that it is for development; what production does with it is unknown. facts 2.2
  if (request.development_origin.has_value() && change.after.environment_type == production) {
    change.warn("development_origin", "has no effect on a production instance");
    request.development_origin = {};
  }

  merge(request, change.after.settings.instance);
}

}  // namespace clerk::server::rules
