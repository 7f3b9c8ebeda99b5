#pragma once

#include <clerk/api/instance_settings_api.hpp>

#include <stdexcept>
#include <string_view>
#include <utility>

// The calls that are measured. Each says the same every time, so that a server has nothing to sync to its disk after
// the first and the client is what is measured.
namespace clerk::bench {

struct UpdateCall {
  using Operation = operations::UpdateInstance;

  static UpdateInstanceRequest request() { return {.test_mode = true, .support_email = "help@example.com"}; }
  static auto make(const InstanceSettingsApi& api) { return api.update_instance(request()); }
  template <class Handler>
  static void start(const InstanceSettingsApi& api, Handler&& handler) {
    api.async_update_instance(request(), std::forward<Handler>(handler));
  }
};

struct RestrictionsCall {
  using Operation = operations::UpdateInstanceRestrictions;

  static UpdateInstanceRestrictionsRequest request() { return {.allowlist = false, .blocklist = true}; }
  static auto make(const InstanceSettingsApi& api) { return api.update_instance_restrictions(request()); }
  template <class Handler>
  static void start(const InstanceSettingsApi& api, Handler&& handler) {
    api.async_update_instance_restrictions(request(), std::forward<Handler>(handler));
  }
};

/// Calls `visit.template operator()<Call>()` for the call of that name.
template <class Visitor>
void with_call(std::string_view name, Visitor&& visit) {
  if (name == "update") return visit.template operator()<UpdateCall>();
  if (name == "restrictions") return visit.template operator()<RestrictionsCall>();
  throw std::invalid_argument{"no such call"};
}

}  // namespace clerk::bench
