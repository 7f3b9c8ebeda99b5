#include "server/rules/session_claims.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace clerk::server::rules {

namespace {

namespace json = boost::json;

constexpr std::string_view organization_scope = "o:";
constexpr std::string_view role_scope = "org:";

// What no custom claim may be, whether this token has it or not.
constexpr std::array<std::string_view, 21> reserved_claims{
    "act",      "azp",      "exp", "fea", "fva", "iat", "iss", "jti", "nbf", "o", "org_id", "org_permissions",
    "org_role", "org_slug", "pla", "sid", "sts", "sub", "v",   "per", "fpm"};

void add_custom_claims(const RawJson& custom, json::object& claims) {
  if (custom.empty()) return;
  boost::system::error_code error;
  const json::value parsed = json::parse(custom.text(), error);
  if (error || !parsed.is_object()) return;
  for (const auto& [name, value] : parsed.get_object()) {
    if (std::ranges::find(reserved_claims, std::string_view{name}) == reserved_claims.end()) claims[name] = value;
  }
}

void add_basics(const TokenBasics& basics, std::int64_t lifetime, std::int64_t clock_skew, json::object& claims) {
  if (!basics.authorized_party.empty()) claims["azp"] = basics.authorized_party;
  claims["exp"] = basics.issued_at + lifetime;
  claims["iat"] = basics.issued_at;
  claims["iss"] = basics.issuer;
  claims["jti"] = basics.token_id;
  claims["nbf"] = basics.issued_at - clock_skew;
  claims["sub"] = basics.user_id;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all.append(all.empty() ? "" : ",").append(text);
  return all;
}

bool is_system_permission(std::string_view permission) { return permission.starts_with("org:sys_"); }

/// A permission such as `org:dashboard:read`: of the feature `dashboard`, to `read`.
struct FeaturePermission {
  std::string feature;
  std::string action;
};

std::vector<FeaturePermission> feature_permissions(const ActiveOrganization& organization) {
  std::vector<FeaturePermission> all;
  for (std::string_view permission : organization.permissions) {
    if (is_system_permission(permission) || !permission.starts_with(role_scope)) continue;
    permission.remove_prefix(role_scope.size());
    const std::size_t colon = permission.find(':');
    if (colon == std::string_view::npos) continue;
    all.push_back({std::string{permission.substr(0, colon)}, std::string{permission.substr(colon + 1)}});
  }
  return all;
}

// The features of the plan, and those that the organization's permissions are for.
std::vector<std::string> features_of(const SessionTokenInput& input,
                                     const std::vector<FeaturePermission>& permissions) {
  std::vector<std::string> features = input.features;
  for (const FeaturePermission& permission : permissions) {
    std::string feature = std::string{organization_scope} + permission.feature;
    if (std::ranges::find(features, feature) == features.end()) features.push_back(std::move(feature));
  }
  return features;
}

// One mask for each feature of the organization; bit i of it stands for the i-th action. facts 8.1
void add_permissions(const std::vector<std::string>& features, const std::vector<FeaturePermission>& permissions,
                     json::object& claim) {
  std::set<std::string> distinct;
  for (const FeaturePermission& permission : permissions) distinct.insert(permission.action);
  if (distinct.empty()) return;
  const std::vector<std::string> actions{distinct.begin(), distinct.end()};
  std::vector<std::string> masks;
  for (const std::string& feature : features) {
    if (!feature.starts_with(organization_scope)) continue;
    std::uint64_t mask = 0;
    for (const FeaturePermission& permission : permissions) {
      if (permission.feature != feature.substr(organization_scope.size())) continue;
      const auto bit = std::ranges::find(actions, permission.action) - actions.begin();
      if (bit < 64) mask |= std::uint64_t{1} << static_cast<unsigned>(bit);
    }
    masks.push_back(std::to_string(mask));
  }
  claim["per"] = joined(actions);
  claim["fpm"] = joined(masks);
}

void add_v2(const SessionTokenInput& input, json::object& claims) {
  claims["v"] = 2;
  if (!input.plan.empty()) claims["pla"] = input.plan;
  const auto permissions =
      input.organization ? feature_permissions(*input.organization) : std::vector<FeaturePermission>{};
  const std::vector<std::string> features = features_of(input, permissions);
  if (!features.empty()) claims["fea"] = joined(features);
  if (!input.organization) return;
  json::object claim{{"id", input.organization->id}};
  if (!input.organization->slug.empty()) claim["slg"] = input.organization->slug;
  std::string_view role = input.organization->role;
  if (role.starts_with(role_scope)) role.remove_prefix(role_scope.size());
  claim["rol"] = role;
  add_permissions(features, permissions, claim);
  claims["o"] = std::move(claim);
}

void add_v1(const SessionTokenInput& input, json::object& claims) {
  if (!input.organization) return;
  claims["org_id"] = input.organization->id;
  if (!input.organization->slug.empty()) claims["org_slug"] = input.organization->slug;
  claims["org_role"] = input.organization->role;
  json::array permissions;
  for (const std::string& permission : input.organization->permissions) {
    if (!is_system_permission(permission)) permissions.emplace_back(permission);
  }
  claims["org_permissions"] = std::move(permissions);
}

}  // namespace

RawJson session_claims(const SessionTokenInput& input, TokenVersion version) {
  json::object claims;
  add_custom_claims(input.custom, claims);
  add_basics(input.basics, input.lifetime, session_token_clock_skew, claims);
  claims["sid"] = input.session_id;
  claims["fva"] = json::array{input.factor_ages.first, input.factor_ages.second};
  if (input.is_pending) claims["sts"] = "pending";
  if (!input.impersonator_id.empty()) {
    claims["act"] =
        json::object{{"iss", input.basics.issuer}, {"sid", input.session_id}, {"sub", input.impersonator_id}};
  }
  if (version == TokenVersion::v2) {
    add_v2(input, claims);
  } else {
    add_v1(input, claims);
  }
  return RawJson{json::serialize(claims)};
}

RawJson template_token_claims(const TokenBasics& basics, const RawJson& rendered, std::int64_t lifetime,
                              std::int64_t allowed_clock_skew) {
  json::object claims;
  add_custom_claims(rendered, claims);
  add_basics(basics, lifetime, allowed_clock_skew, claims);
  return RawJson{json::serialize(claims)};
}

}  // namespace clerk::server::rules
