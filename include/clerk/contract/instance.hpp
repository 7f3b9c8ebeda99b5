#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/operation.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct SignInStrategies {
  static constexpr std::string_view name = "SignInStrategy";
  static constexpr std::string_view password = "password";
  static constexpr std::string_view otp = "otp";
  static constexpr std::string_view none = "";  ///< clears the override
  static constexpr std::array values{password, otp, none};
};
/// `SignInStrategy::password`, `::otp`, `::none`, or a value this version does not know.
using SignInStrategy = OpenEnum<SignInStrategies>;

/// The instance itself. Most of its settings are write-only: no answer of the API shows them. facts 2.1, 2.2
template <View V>
struct InstanceSettings {
  static constexpr ModelInfo info = info_of<V>({"UpdateInstanceRequest", "What may be changed of the instance itself."},
                                               {"Instance", "The instance, as far as the API shows it."});

  Derived<V, std::string> object{};
  Derived<V, std::string> id{};
  Derived<V, std::string> environment_type{};
  Setting<V, std::optional<std::vector<std::string>>> allowed_origins{};
  Derived<V, std::optional<std::string>> workspace_id{};
  WriteOnly<V, bool> test_mode{};
  WriteOnly<V, bool> hibp{};
  WriteOnly<V, std::string> support_email{};
  WriteOnly<V, std::string> clerk_js_version{};
  WriteOnly<V, std::string> development_origin{};
  WriteOnly<V, bool> url_based_session_syncing{};
  Alias<V, bool> cookieless_dev{};
  WriteOnly<V, SignInStrategy> preferred_sign_in_strategy_when_password_required{};
  RetiredWriteOnly<V, bool> enhanced_email_deliverability{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = InstanceSettings;
    field("object", &M::object, {.constant = "instance"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the instance, `ins_…`.");
    field("environment_type", &M::environment_type, {}, "`development` or `production`.");
    field("allowed_origins", &M::allowed_origins,
          {.nullable = false, .empty_list_has_effect = false, .format = &formats::origin},
          "Origins of browser-like clients, such as extensions and Electron or Capacitor apps, that may call the "
          "Frontend API. Replaces the whole list; null and an empty list change nothing. Compare it as a set: the "
          "order is arbitrary. Null until it is first set.");
    field("workspace_id", &M::workspace_id, {.since = "2026-08-14"},
          "Id of the workspace that owns the instance, `org_…`; null without one.");
    field("test_mode", &M::test_mode, {},
          "Test e-mail addresses and phone numbers work with a fixed code, and nothing is sent to them.");
    field("hibp", &M::hibp, {}, "Passwords known from breaches are refused.");
    field("support_email", &M::support_email, {.format = &formats::email, .may_be_empty = true},
          "Address shown to people who need help; an empty text removes it.");
    field("clerk_js_version", &M::clerk_js_version, {.format = &formats::npm_version, .may_be_empty = true},
          "Version of clerk-js that hosted pages load; an empty text removes the pin.");
    field("development_origin", &M::development_origin, {.format = &formats::http_url, .may_be_empty = true},
          "URL of the app under development; for development instances.");
    field("url_based_session_syncing", &M::url_based_session_syncing, {},
          "Development sessions work without third-party cookies.");
    field("cookieless_dev", &M::cookieless_dev,
          {.alias_of = "url_based_session_syncing", .standing = Standing::deprecated},
          "Older name of url_based_session_syncing.");
    field("preferred_sign_in_strategy_when_password_required", &M::preferred_sign_in_strategy_when_password_required,
          {.since = "2026-05-28"},
          "Which strategy is offered first when a password is required; an empty text clears the choice, and then it "
          "is the password.");
    field("enhanced_email_deliverability", &M::enhanced_email_deliverability,
          {.required = false, .standing = Standing::retired},
          "Taken out of the API on 2025-11-11. Sent, it has no effect.");
  }

  friend bool operator==(const InstanceSettings&, const InstanceSettings&) = default;
};

using UpdateInstanceRequest = InstanceSettings<View::request>;
using Instance = InstanceSettings<View::answer>;

namespace operations {

struct GetInstance {
  using Answer = Instance;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "get_instance",
      .method = Method::get,
      .path = "/instance",
      .success = 200,
      .errors = {},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Fetch the current instance",
      .description = "The instance that the key belongs to. Of its settings only allowed_origins can be read.",
  };
};

struct UpdateInstance {
  using Body = UpdateInstanceRequest;
  using Answer = void;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "update_instance",
      .method = Method::patch,
      .path = "/instance",
      .success = 204,
      .errors = {422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update instance settings",
      .description = "Changes settings of the instance; what the request leaves out stays as it is.",
      .example = ".test_mode = true, .support_email = \"help@example.com\"",
  };
  Body body{};
};

}  // namespace operations
}  // namespace clerk
