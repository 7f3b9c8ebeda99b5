#include "tests/unit/rules/rules_support.hpp"

#include <gtest/gtest.h>

namespace clerk::server::rules {

// facts 7
TEST(InitialSettings, are_those_of_a_new_instance) {
  for (const std::string_view environment : {development, production}) {
    const store::SettingsDocument settings = initial_settings(environment);
    EXPECT_EQ(settings.instance.test_mode, environment == development);
    EXPECT_EQ(settings.instance.url_based_session_syncing, environment == development);
    EXPECT_TRUE(settings.instance.hibp);
    EXPECT_FALSE(settings.instance.allowed_origins.has_value());
    EXPECT_EQ(settings.instance.support_email, "");
    EXPECT_FALSE(settings.restrictions.allowlist);
    EXPECT_TRUE(settings.restrictions.allowlist_blocklist_disabled_on_sign_in);
    EXPECT_FALSE(settings.organization_settings.enabled);
    EXPECT_EQ(settings.organization_settings.force_organization_selection, false);
    EXPECT_EQ(settings.organization_settings.max_allowed_memberships, 5);
    EXPECT_EQ(settings.organization_settings.max_allowed_roles, 10);
    EXPECT_EQ(settings.organization_settings.max_allowed_domains, 10);
    EXPECT_EQ(settings.organization_settings.creator_role, "org:admin");
    EXPECT_EQ(settings.organization_settings.domains_default_role, "org:member");
    EXPECT_TRUE(settings.organization_settings.admin_delete_enabled);
    EXPECT_EQ(settings.organization_settings.slug_disabled, true);
    EXPECT_TRUE(settings.communication.blocked_country_codes.empty());
    EXPECT_FALSE(settings.protect.rules_enabled);
    EXPECT_FALSE(settings.oauth_application_settings.default_scopes.has_value());
    EXPECT_EQ(settings.instance_settings.progressive_sign_up, true);
  }
}

}  // namespace clerk::server::rules
