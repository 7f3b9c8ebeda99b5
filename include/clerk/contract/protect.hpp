#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <string>

namespace clerk {

/// Protection against fraud and abuse. facts 2.6
template <View V>
struct ProtectSettings {
  static constexpr ModelInfo info =
      info_of<V>({"UpdateInstanceProtectRequest", "What may be changed of the protection against fraud and abuse."},
                 {"InstanceProtect", "The protection against fraud and abuse."});

  Derived<V, std::string> object{};
  Setting<V, bool> rules_enabled{};
  Setting<V, bool> specter_enabled{};
  ReadOnly<V, bool> checks_bypassed{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ProtectSettings;
    field("object", &M::object, {.constant = "instance_protect"}, "Names the type of the object.");
    field("rules_enabled", &M::rules_enabled, {.since = "2026-01-28"}, "Protect rules are evaluated.");
    field("specter_enabled", &M::specter_enabled, {.since = "2026-01-28"}, "Specter, the bot detection, is on.");
    field("checks_bypassed", &M::checks_bypassed, {.since = "2026-07-30"},
          "The instance opted out of the checks that come before protection can be turned on.");
  }

  friend bool operator==(const ProtectSettings&, const ProtectSettings&) = default;
};

using UpdateInstanceProtectRequest = ProtectSettings<View::request>;
using InstanceProtect = ProtectSettings<View::answer>;

namespace operations {

struct GetInstanceProtect {
  using Answer = InstanceProtect;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "get_instance_protect",
      .method = Method::get,
      .path = "/instance/protect",
      .success = 200,
      .errors = {},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Get instance protect settings",
      .description = "The protect settings of the instance.",
  };
};

struct UpdateInstanceProtect {
  using Body = UpdateInstanceProtectRequest;
  using Answer = InstanceProtect;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "update_instance_protect",
      .method = Method::patch,
      .path = "/instance/protect",
      .success = 200,
      .errors = {422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update instance protect settings",
      .description =
          "Changes the protect settings of the instance and answers with all of them; what the request "
          "leaves out stays as it is.",
      .example = ".rules_enabled = true",
  };
  Body body{};
};

}  // namespace operations
}  // namespace clerk
