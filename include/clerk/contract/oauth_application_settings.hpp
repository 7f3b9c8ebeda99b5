#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// The instance as an OAuth authorization server. The one group in which null differs from absent. facts 2.8
template <View V>
struct OAuthApplicationSettings {
  static constexpr ModelInfo info =
      info_of<V>({"UpdateInstanceOAuthApplicationSettingsRequest",
                  "What may be changed of the instance as an OAuth authorization server."},
                 {"InstanceOAuthApplicationSettings", "The instance as an OAuth authorization server."});

  Derived<V, std::string> object{};
  Setting<V, bool> dynamic_oauth_client_registration{};
  Setting<V, std::optional<std::vector<std::string>>> default_scopes{};
  Setting<V, bool> oauth_jwt_access_tokens{};
  Setting<V, bool> client_id_metadata_documents_advertised{};
  Setting<V, bool> client_id_metadata_documents_only_allow_pre_registered_clients{};
  Setting<V, bool> client_id_metadata_documents_block_implicitly_allowed_clients{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OAuthApplicationSettings;
    field("object", &M::object, {.constant = "oauth_application_settings"}, "Names the type of the object.");
    field("dynamic_oauth_client_registration", &M::dynamic_oauth_client_registration, {.since = "2026-03-06"},
          "OAuth clients may register themselves.");
    field("default_scopes", &M::default_scopes,
          {.null = NullMeaning::resets, .unique_items = true, .since = "2026-03-06"},
          "Scopes that a client which registers itself may ask for. Replaces the whole list; null goes back to "
          "Clerk's own.");
    field("oauth_jwt_access_tokens", &M::oauth_jwt_access_tokens, {.since = "2026-03-06"},
          "OAuth access tokens are JWTs rather than opaque.");
    field("client_id_metadata_documents_advertised", &M::client_id_metadata_documents_advertised,
          {.since = "2026-07-30"}, "The server's metadata says that client id metadata documents are supported.");
    field("client_id_metadata_documents_only_allow_pre_registered_clients",
          &M::client_id_metadata_documents_only_allow_pre_registered_clients, {.since = "2026-07-30"},
          "Only clients registered beforehand may present a metadata document.");
    field("client_id_metadata_documents_block_implicitly_allowed_clients",
          &M::client_id_metadata_documents_block_implicitly_allowed_clients, {.since = "2026-07-30"},
          "Clients that nobody allowed expressly are refused.");
  }

  friend bool operator==(const OAuthApplicationSettings&, const OAuthApplicationSettings&) = default;
};

using UpdateInstanceOAuthApplicationSettingsRequest = OAuthApplicationSettings<View::request>;
using InstanceOAuthApplicationSettings = OAuthApplicationSettings<View::answer>;

namespace operations {

struct GetInstanceOAuthApplicationSettings {
  using Answer = InstanceOAuthApplicationSettings;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "get_instance_oauth_application_settings",
      .method = Method::get,
      .path = "/instance/oauth_application_settings",
      .success = 200,
      .errors = {},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Get OAuth application settings",
      .description = "The instance's settings as an OAuth authorization server.",
  };
};

struct UpdateInstanceOAuthApplicationSettings {
  using Body = UpdateInstanceOAuthApplicationSettingsRequest;
  using Answer = InstanceOAuthApplicationSettings;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "update_instance_oauth_application_settings",
      .method = Method::patch,
      .path = "/instance/oauth_application_settings",
      .success = 200,
      .errors = {422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update OAuth application settings",
      .description =
          "Changes the instance's settings as an OAuth authorization server and answers with all of "
          "them; what the request leaves out stays as it is.",
      .example = ".default_scopes = {\"profile\", \"email\"}, .oauth_jwt_access_tokens = true",
  };
  Body body{};
};

}  // namespace operations
}  // namespace clerk
