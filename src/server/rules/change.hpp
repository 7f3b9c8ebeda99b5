#pragma once

#include "server/rules/refusal.hpp"
#include "server/store/instance_state.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

/// A role and what it lets members do.
struct RoleGrant {
  std::string id{};
  std::string key{};
  std::vector<std::string> permissions{};
};

/// What a rule may know beside the request and the instance. Rules read no clock and make no randomness themselves.
struct Surroundings {
  std::int64_t now{};  ///< Unix milliseconds
  std::function<std::optional<RoleGrant>(std::string_view id)> find_role;
  /// Whether another instance has this home already.
  std::function<bool(std::string_view home_url)> is_home_taken;
};

/// Something a request asked for that has no effect, or not the one it may seem to have: done or left as the real API
/// does, and said.
struct Warning {
  std::string param{};
  std::string text{};
};

/// One request on one instance, judged in the order plan, then state: what it would make of the instance and why not.
/// `after` counts only if there is no refusal.
struct Change {
  explicit Change(store::InstanceState state) : after{std::move(state)}, before_{after.settings} {}

  store::InstanceState after;
  Refusals refusals{};
  std::vector<Warning> warnings{};

  [[nodiscard]] const store::SettingsDocument& before() const noexcept { return before_; }
  void refuse(Refusal refusal) { refusals.push_back(std::move(refusal)); }
  void warn(std::string_view param, std::string text) { warnings.push_back({std::string{param}, std::move(text)}); }

  /// Notes that the plan lacks a feature that the parameter needs; one refusal names them all.
  void need_feature(std::string_view feature, std::string_view param);

 private:
  store::SettingsDocument before_;
};

/// Whether the plan lets this instance use the feature. Everything is free to try in development. facts 2.3, 7
[[nodiscard]] bool has_feature(const store::InstanceState& instance, std::string_view feature);

}  // namespace clerk::server::rules
