#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <optional>
#include <string>

namespace clerk {

/// Settings under the beta path; two of them are other names of settings kept elsewhere. facts 2.10
template <View V>
struct AuthConfigSettings {
  static constexpr ModelInfo info =
      info_of<V>({"UpdateInstanceAuthConfigRequest", "What may be changed under the beta path."},
                 {"InstanceAuthConfig", "The settings under the beta path."});

  Derived<V, std::optional<std::string>> object{};
  Derived<V, std::optional<std::string>> id{};
  Elsewhere<V, std::optional<bool>> restricted_to_allowlist{};
  Setting<V, std::optional<std::string>> from_email_address{};
  Setting<V, std::optional<bool>> progressive_sign_up{};
  Alias<V, bool> test_mode{};
  Retired<V, bool> enhanced_email_deliverability{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = AuthConfigSettings;
    field("object", &M::object, {.required = false, .constant = "instance_settings"}, "Names the type of the object.");
    field("id", &M::id, {.required = false}, "Id of the instance.");
    field("restricted_to_allowlist", &M::restricted_to_allowlist, {.required = false},
          "The same switch as allowlist of the restrictions.");
    field("from_email_address", &M::from_email_address, {.required = false, .format = &formats::email_local_part},
          "Local part of the address that e-mails are sent from; letters and digits only.");
    field("progressive_sign_up", &M::progressive_sign_up, {.required = false, .standing = Standing::deprecated},
          "Sign-ups may be completed in several steps.");
    field("test_mode", &M::test_mode, {}, "The same setting as test_mode of the instance. Not answered.");
    field("enhanced_email_deliverability", &M::enhanced_email_deliverability,
          {.required = false, .standing = Standing::retired},
          "Taken out of requests on 2025-11-11. Sent, it has no effect.");
  }

  friend bool operator==(const AuthConfigSettings&, const AuthConfigSettings&) = default;
};

using UpdateInstanceAuthConfigRequest = AuthConfigSettings<View::request>;
using InstanceAuthConfig = AuthConfigSettings<View::answer>;

/// A production instance's new home. facts 2.9
struct ChangeProductionInstanceDomainRequest {
  static constexpr ModelInfo info{"ChangeProductionInstanceDomainRequest", "A production instance's new home."};

  std::optional<std::string> home_url{};
  std::optional<bool> is_secondary{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ChangeProductionInstanceDomainRequest;
    field("home_url", &M::home_url, {.nullable = false, .required = false, .format = &formats::http_url},
          "The new home, such as `https://www.example.com`.");
    field("is_secondary", &M::is_secondary, {.nullable = false, .required = false},
          "Whether a sub-domain in home_url is significant and kept.");
  }

  friend bool operator==(const ChangeProductionInstanceDomainRequest&,
                         const ChangeProductionInstanceDomainRequest&) = default;
};

namespace operations {

struct ChangeProductionInstanceDomain {
  using Body = ChangeProductionInstanceDomainRequest;
  using Answer = void;
  static constexpr OperationInfo info{
      .api = "BetaFeaturesApi",
      .name = "change_production_instance_domain",
      .method = Method::post,
      .path = "/instance/change_domain",
      .success = 202,
      .errors = {400, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Update production instance domain",
      .description =
          "Moves a production instance to another domain. DNS, certificates and redirect URLs must be "
          "set up anew, all sessions end, and a new publishable key is made.",
      .example = ".home_url = \"https://www.example.com\"",
  };
  Body body{};
};

struct UpdateInstanceAuthConfig {
  using Body = UpdateInstanceAuthConfigRequest;
  using Answer = InstanceAuthConfig;
  static constexpr OperationInfo info{
      .api = "BetaFeaturesApi",
      .name = "update_instance_auth_config",
      .method = Method::patch,
      .path = "/beta_features/instance_settings",
      .success = 200,
      .errors = {402, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update instance settings",
      .description = "Changes settings under the beta path; what the request leaves out stays as it is.",
      .example = ".from_email_address = \"team\"",
  };
  Body body{};
};

}  // namespace operations
}  // namespace clerk
