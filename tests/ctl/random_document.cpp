#include "tests/ctl/random_document.hpp"

#include "codec/codec.hpp"

#include <clerk/contract/beta_features.hpp>
#include <clerk/contract/communication.hpp>
#include <clerk/contract/instance.hpp>
#include <clerk/contract/oauth_application_settings.hpp>
#include <clerk/contract/organization_settings.hpp>
#include <clerk/contract/protect.hpp>
#include <clerk/contract/restrictions.hpp>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace clerk::ctl::test {

namespace {

boost::json::object* group_of(boost::json::object& document, std::string_view group) {
  boost::json::value* found = document.if_contains(group);
  return found == nullptr ? nullptr : &found->as_object();
}

struct Setting {
  std::string_view group;
  std::string_view field;
};

/// Of two names of one setting a file keeps one: with two values it would be refused.
void keep_one(boost::json::object& document, Setting setting, Setting other_name) {
  const boost::json::object* group = group_of(document, setting.group);
  boost::json::object* others = group_of(document, other_name.group);
  if (group != nullptr && others != nullptr && group->contains(setting.field)) others->erase(other_name.field);
}

}  // namespace

template <Model Request>
boost::json::object RandomDocument::draw_group() {
  return boost::json::parse(*codec::encode(random_.draw<Request>())).as_object();
}

boost::json::object RandomDocument::draw() {
  boost::json::object document{
      {"instance", draw_group<UpdateInstanceRequest>()},
      {"restrictions", draw_group<UpdateInstanceRestrictionsRequest>()},
      {"organization_settings", draw_group<UpdateInstanceOrganizationSettingsRequest>()},
      {"communication", draw_group<UpdateInstanceCommunicationRequest>()},
      {"protect", draw_group<UpdateInstanceProtectRequest>()},
      {"oauth_application_settings", draw_group<UpdateInstanceOAuthApplicationSettingsRequest>()},
      {"instance_settings", draw_group<UpdateInstanceAuthConfigRequest>()},
  };
  keep_one(document, {"instance", "url_based_session_syncing"}, {"instance", "cookieless_dev"});
  keep_one(document, {"instance", "test_mode"}, {"instance_settings", "test_mode"});
  keep_one(document, {"restrictions", "allowlist"}, {"instance_settings", "restricted_to_allowlist"});

  boost::json::object& organizations = *group_of(document, "organization_settings");
  for (const std::string_view role : {"creator_role_id", "domains_default_role_id"}) {
    if (organizations.contains(role)) organizations[role] = role_id_;
  }
  // Selecting an organization can be forced only where there are organizations.
  if (organizations.contains("force_organization_selection")) organizations["enabled"] = true;

  // The server drops codes that name no country.
  if (boost::json::value* codes = group_of(document, "communication")->if_contains("blocked_country_codes");
      codes != nullptr && codes->is_array()) {
    constexpr std::array<std::string_view, 4> countries{"DE", "KP", "FR", "AQ"};
    for (std::size_t i = 0; i < codes->as_array().size(); ++i) codes->as_array()[i] = countries.at(i);
  }
  return document;
}

boost::json::object RandomDocument::reordered(boost::json::object document) {
  for (auto& [group, fields] : document) {
    for (auto& [field, value] : fields.as_object()) {
      if (auto* list = value.if_array())
        std::rotate(list->begin(), list->begin() + (list->empty() ? 0 : 1), list->end());
    }
  }
  return document;
}

}  // namespace clerk::ctl::test
