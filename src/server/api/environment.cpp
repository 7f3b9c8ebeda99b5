#include "server/api/environment.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>

#include <type_traits>

namespace clerk::server::api {

namespace {

using boost::json::object;

// Each restriction under its own name, as a feature that is on or off.
object restrictions_of(const RestrictionSettings<View::stored>& settings) {
  object restrictions;
  for_each_field<RestrictionSettings<View::stored>>(
      [&](std::string_view name, auto member, const FieldRules&, std::string_view) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(settings.*member)>, bool>) {
          restrictions[name] = object{{"enabled", settings.*member}};
        }
      });
  return restrictions;
}

object organizations_of(const OrganizationSettingsGroup<View::stored>& settings) {
  boost::json::array modes;
  for (const EnrollmentMode& mode : settings.domains_enrollment_modes) modes.emplace_back(mode.text());
  return {{"object", "organization_settings"},
          {"enabled", settings.enabled},
          {"max_allowed_memberships", settings.max_allowed_memberships},
          {"force_organization_selection", settings.force_organization_selection.value_or(false)},
          {"actions", {{"admin_delete", settings.admin_delete_enabled}}},
          {"slug", {{"disabled", settings.slug_disabled.value_or(false)}}},
          {"creator_role", settings.creator_role},
          {"domains",
           {{"enabled", settings.domains_enabled},
            {"enrollment_modes", std::move(modes)},
            {"default_role", settings.domains_default_role}}}};
}

}  // namespace

std::string environment_of(const store::InstanceState& instance) {
  const auto& settings = instance.settings;
  const std::string& strategy = settings.instance.preferred_sign_in_strategy_when_password_required.text();
  return boost::json::serialize(object{
      {"object", "environment"},
      {"id", instance.id},
      {"auth_config",
       {{"object", "auth_config"},
        {"test_mode", settings.instance.test_mode},
        {"url_based_session_syncing", settings.instance.url_based_session_syncing}}},
      {"display_config",
       {{"object", "display_config"},
        {"instance_environment_type", instance.environment_type},
        {"support_email", settings.instance.support_email},
        {"clerk_js_version", settings.instance.clerk_js_version},
        {"preferred_sign_in_strategy", strategy.empty() ? std::string{SignInStrategy::password} : strategy},
        {"home_url", instance.traits.home_url.value_or(settings.instance.development_origin)}}},
      {"user_settings",
       {{"restrictions", restrictions_of(settings.restrictions)},
        {"sign_up",
         {{"mode", instance.traits.sign_up_mode},
          {"progressive", settings.instance_settings.progressive_sign_up.value_or(true)}}},
        {"password_settings", {{"disable_hibp", !settings.instance.hibp}}}}},
      {"communication",
       {{"blocked_country_codes", boost::json::value_from(settings.communication.blocked_country_codes)}}},
      {"organization_settings", organizations_of(settings.organization_settings)},
  });
}

}  // namespace clerk::server::api
