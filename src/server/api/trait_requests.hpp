#pragma once

#include "server/api/tool_models.hpp"
#include "server/store/settings_document.hpp"

namespace clerk::server::api {

/// Gives an instance the traits that a request names; the requests that make and that change one name the same.
template <class Request>
void apply_traits(const Request& request, store::InstanceTraits& traits) {
  if (request.plan_features.has_value()) {
    traits.plan_features.clear();
    for (const PlanFeature& feature : *request.plan_features) traits.plan_features.push_back(feature.text());
  }
  if (request.sign_up_mode.has_value()) traits.sign_up_mode = request.sign_up_mode->text();
  if (request.workspace_id.is_null()) traits.workspace_id.reset();
  if (request.workspace_id.has_value()) traits.workspace_id = *request.workspace_id;
}

}  // namespace clerk::server::api
