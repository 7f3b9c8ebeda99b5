#pragma once

#include "server/rules/change.hpp"
#include "server/rules/initial_settings.hpp"
#include "server/rules/live_operations.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

/// An instance nobody configured, of that environment.
inline store::InstanceState fresh(std::string_view environment_type, std::vector<std::string> plan_features = {},
                                  std::string sign_up_mode = "public") {
  store::InstanceState instance;
  instance.id = "ins_1";
  instance.environment_type = environment_type;
  instance.settings = initial_settings(environment_type);
  instance.traits.plan_features = std::move(plan_features);
  instance.traits.sign_up_mode = std::move(sign_up_mode);
  return instance;
}

inline Surroundings surroundings() {
  return {.now = 1'700'000'000'000,
          .find_role = [](std::string_view id) -> std::optional<RoleGrant> {
            if (id == "role_admin") {
              return RoleGrant{
                  .id = "role_admin",
                  .key = "org:admin",
                  .permissions = {"org:sys_memberships:manage", "org:sys_memberships:read", "org:sys_profile:delete"}};
            }
            if (id == "role_member") {
              return RoleGrant{.id = "role_member", .key = "org:member", .permissions = {"org:sys_memberships:read"}};
            }
            return std::nullopt;
          },
          .is_home_taken = [](std::string_view home_url) { return home_url == "https://taken.example.com"; }};
}

template <class Op>
Change run(store::InstanceState instance, typename Op::Body body) {
  Change change{std::move(instance)};
  write(Op{.body = std::move(body)}, surroundings(), change);
  return change;
}

/// `code param` of each refusal.
inline std::vector<std::string> refusals_of(const Change& change) {
  std::vector<std::string> refusals;
  for (const Refusal& refusal : change.refusals) {
    refusals.push_back(std::string{refusal.definition->code} + " " + refusal.param);
  }
  return refusals;
}

inline std::vector<std::string> warned_params(const Change& change) {
  std::vector<std::string> params;
  for (const Warning& warning : change.warnings) params.push_back(warning.param);
  return params;
}

using Texts = std::vector<std::string>;

}  // namespace clerk::server::rules
