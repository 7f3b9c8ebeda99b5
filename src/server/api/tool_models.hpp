#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::api {

struct SignUpModes {
  static constexpr std::string_view public_ = "public";
  static constexpr std::string_view restricted = "restricted";
  static constexpr std::string_view waitlist = "waitlist";
  static constexpr std::array values{public_, restricted, waitlist};
};
using SignUpMode = OpenEnum<SignUpModes>;

struct PlanFeatures {
  static constexpr std::string_view allowlist = "allowlist";
  static constexpr std::string_view blocklist = "blocklist";
  static constexpr std::string_view b2b = "b2b";
  static constexpr std::string_view custom_roles = "custom_roles";
  static constexpr std::array values{allowlist, blocklist, b2b, custom_roles};
};
using PlanFeature = OpenEnum<PlanFeatures>;

struct EnvironmentTypes {
  static constexpr std::string_view development = "development";
  static constexpr std::string_view production = "production";
  static constexpr std::array values{development, production};
};
using EnvironmentType = OpenEnum<EnvironmentTypes>;

/// What `PATCH /__clerkd/instances/{id}` may change.
struct UpdateTraitsRequest {
  Patch<std::vector<PlanFeature>> plan_features{};
  Patch<SignUpMode> sign_up_mode{};
  Patch<std::string> workspace_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateTraitsRequest;
    field("plan_features", &M::plan_features, {.unique_items = true}, "Paid features the plan has.");
    field("sign_up_mode", &M::sign_up_mode, {}, "Who may sign up: public, restricted or waitlist.");
    field("workspace_id", &M::workspace_id, {.null = NullMeaning::resets}, "Owning workspace; null for none.");
  }
};

/// What `POST /__clerkd/instances` takes. A key that is not given is made.
struct CreateInstanceRequest {
  Patch<EnvironmentType> environment_type{};
  Patch<std::string> secret_key{};
  Patch<std::vector<PlanFeature>> plan_features{};
  Patch<SignUpMode> sign_up_mode{};
  Patch<std::string> workspace_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateInstanceRequest;
    field("environment_type", &M::environment_type, {}, "development (the default) or production.");
    field("secret_key", &M::secret_key, {}, "Its key; made when left out.");
    field("plan_features", &M::plan_features, {.unique_items = true}, "Paid features the plan has.");
    field("sign_up_mode", &M::sign_up_mode, {}, "Who may sign up: public, restricted or waitlist.");
    field("workspace_id", &M::workspace_id, {.null = NullMeaning::resets}, "Owning workspace; null for none.");
  }
};

/// An instance as the tools show it.
struct InstanceView {
  std::string id{};
  std::string environment_type{};
  std::vector<std::string> plan_features{};
  std::string sign_up_mode{};
  std::optional<std::string> workspace_id{};
  std::optional<std::string> home_url{};
  std::int64_t version{};
  std::int64_t created_at{};
  std::optional<std::string> secret_key{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = InstanceView;
    field("id", &M::id, {}, "Its id.");
    field("environment_type", &M::environment_type, {}, "development or production.");
    field("plan_features", &M::plan_features, {}, "Paid features the plan has.");
    field("sign_up_mode", &M::sign_up_mode, {}, "Who may sign up.");
    field("workspace_id", &M::workspace_id, {}, "Owning workspace, or null.");
    field("home_url", &M::home_url, {}, "Home set by change_domain, or null.");
    field("version", &M::version, {}, "Counts the writes that changed it.");
    field("created_at", &M::created_at, {}, "Unix milliseconds.");
    field("secret_key", &M::secret_key, {.required = false}, "Shown once, by the call that makes the instance.");
  }
};

struct InstanceList {
  std::vector<InstanceView> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &InstanceList::data, {}, "The instances.");
    field("total_count", &InstanceList::total_count, {}, "How many there are.");
  }
};

struct RoleView {
  std::string id{};
  std::string key{};
  std::string name{};
  std::vector<std::string> permissions{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = RoleView;
    field("id", &M::id, {}, "Its id, as requests name it.");
    field("key", &M::key, {}, "Its key, as answers name it.");
    field("name", &M::name, {}, "Its name.");
    field("permissions", &M::permissions, {}, "Keys of its permissions.");
  }
};

struct RoleList {
  std::vector<RoleView> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &RoleList::data, {}, "The roles.");
    field("total_count", &RoleList::total_count, {}, "How many there are.");
  }
};

/// What `PATCH /__clerkd/clock` takes: one of the two.
struct MoveClockRequest {
  Patch<std::int64_t> now{};
  Patch<std::int64_t> advance_ms{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = MoveClockRequest;
    field("now", &M::now, {.minimum = 0}, "The time to go on from, in Unix milliseconds.");
    field("advance_ms", &M::advance_ms, {}, "Milliseconds to move the time by.");
  }
};

struct ClockView {
  std::int64_t now{};
  std::int64_t offset_ms{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("now", &ClockView::now, {}, "The server's time, in Unix milliseconds.");
    field("offset_ms", &ClockView::offset_ms, {}, "How far it is from the system's.");
  }
};

}  // namespace clerk::server::api
