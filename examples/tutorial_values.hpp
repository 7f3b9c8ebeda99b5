#pragma once

#include <clerk/api/instance_settings_api.hpp>

#include <cstdint>
#include <random>
#include <string>

/// The requests of the tutorial, drawn at random: the program that sends them and the one that checks them make the
/// same ones from the same number.
struct TutorialValues {
  clerk::UpdateInstanceRequest instance{};
  clerk::UpdateInstanceOrganizationSettingsRequest organization_settings{};
  clerk::UpdateInstanceRestrictionsRequest restrictions{};
};

inline TutorialValues tutorial_values(std::uint64_t number) {
  std::mt19937_64 random{number};
  const auto coin = [&] { return random() % 2 == 0; };
  const auto up_to = [&](std::uint64_t most) { return static_cast<std::int64_t>(1 + random() % most); };

  TutorialValues values;
  values.instance.test_mode = coin();
  values.instance.hibp = coin();
  values.instance.support_email = "support" + std::to_string(up_to(9999)) + "@example.com";
  values.instance.allowed_origins = {"chrome-extension://id" + std::to_string(up_to(9999)), "http://localhost:3000"};
  values.instance.preferred_sign_in_strategy_when_password_required =
      coin() ? clerk::SignInStrategy::password : clerk::SignInStrategy::otp;

  values.organization_settings.enabled = true;
  values.organization_settings.max_allowed_memberships = up_to(1000);
  values.organization_settings.admin_delete_enabled = coin();
  values.organization_settings.domains_enabled = coin();
  values.organization_settings.domains_enrollment_modes = {coin() ? clerk::EnrollmentMode::automatic_invitation
                                                                  : clerk::EnrollmentMode::automatic_suggestion};

  values.restrictions.allowlist = coin();
  values.restrictions.blocklist = coin();
  values.restrictions.block_email_subaddresses = coin();
  values.restrictions.block_disposable_email_domains = coin();
  return values;
}
