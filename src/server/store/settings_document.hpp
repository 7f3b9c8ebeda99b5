#pragma once

#include <clerk/contract/beta_features.hpp>
#include <clerk/contract/communication.hpp>
#include <clerk/contract/instance.hpp>
#include <clerk/contract/oauth_application_settings.hpp>
#include <clerk/contract/organization_settings.hpp>
#include <clerk/contract/protect.hpp>
#include <clerk/contract/restrictions.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

/// Everything an instance's settings hold, in one document: the API's groups are views of it, because some settings
/// are seen through more than one. The names are those of the official CLI's envelope.
struct SettingsDocument {
  InstanceSettings<View::stored> instance{};
  RestrictionSettings<View::stored> restrictions{};
  OrganizationSettingsGroup<View::stored> organization_settings{};
  CommunicationSettings<View::stored> communication{};
  ProtectSettings<View::stored> protect{};
  OAuthApplicationSettings<View::stored> oauth_application_settings{};
  AuthConfigSettings<View::stored> instance_settings{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SettingsDocument;
    field("instance", &M::instance, {}, "Settings of PATCH /instance.");
    field("restrictions", &M::restrictions, {}, "Settings of PATCH /instance/restrictions.");
    field("organization_settings", &M::organization_settings, {}, "Settings of /instance/organization_settings.");
    field("communication", &M::communication, {}, "Settings of /instance/communication.");
    field("protect", &M::protect, {}, "Settings of /instance/protect.");
    field("oauth_application_settings", &M::oauth_application_settings, {},
          "Settings of /instance/oauth_application_settings.");
    field("instance_settings", &M::instance_settings, {}, "Settings of PATCH /beta_features/instance_settings.");
  }

  friend bool operator==(const SettingsDocument&, const SettingsDocument&) = default;
};

/// What an instance is beside its settings: no public operation of the family sets it.
struct InstanceTraits {
  std::vector<std::string> plan_features{};
  std::string sign_up_mode{};
  std::optional<std::string> workspace_id{};
  std::optional<std::string> home_url{};
  bool home_url_is_secondary{};
  std::int64_t sessions_valid_after{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = InstanceTraits;
    field("plan_features", &M::plan_features, {},
          "Paid features the plan has: `allowlist`, `blocklist`, `b2b`, `custom_roles`.");
    field("sign_up_mode", &M::sign_up_mode, {}, "`public`, `restricted` or `waitlist`.");
    field("workspace_id", &M::workspace_id, {}, "Id of the owning workspace, or null.");
    field("home_url", &M::home_url, {}, "Home of a production instance, set by change_domain.");
    field("home_url_is_secondary", &M::home_url_is_secondary, {}, "Whether the sub-domain of home_url is kept.");
    field("sessions_valid_after", &M::sessions_valid_after, {},
          "Sessions that began before this Unix time in milliseconds have ended.");
  }

  friend bool operator==(const InstanceTraits&, const InstanceTraits&) = default;
};

/// The stored text cannot be read back: the database was changed by something else.
class UnreadableDocument : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[nodiscard]] std::string encode_document(const SettingsDocument& document);
/// \throws UnreadableDocument
[[nodiscard]] SettingsDocument decode_document(std::string_view text, SettingsDocument defaults);

[[nodiscard]] std::string encode_traits(const InstanceTraits& traits);
/// \throws UnreadableDocument
[[nodiscard]] InstanceTraits decode_traits(std::string_view text);

}  // namespace clerk::server::store
