#include <clerk/api/instance_settings_api.hpp>

#include <iostream>

int main() {
  // CLERK_SECRET_KEY and, for a server of your own, CLERK_API_URL; the host defaults to https://api.clerk.com/v1.
  const clerk::Configuration configuration = clerk::Configuration::from_environment();

  // Make a client and an instance of the API class.
  const clerk::ApiClient api_client{configuration};
  const clerk::InstanceSettingsApi api_instance{api_client};

  try {
    // Update instance settings.
    api_instance.update_instance({.test_mode = true, .support_email = "help@example.com"}).value();

    // Update instance organization settings.
    const auto organizations =
        api_instance.update_instance_organization_settings({.enabled = true, .max_allowed_memberships = 20}).value();
    std::cout << "members per organization: " << organizations.max_allowed_memberships << '\n';
  } catch (const clerk::ApiException& error) {
    std::cerr << "Exception when calling InstanceSettingsApi: " << error.what() << '\n';
    return 1;
  }

  // Update instance restrictions, this time without exceptions.
  const auto restrictions = api_instance.update_instance_restrictions({.blocklist = true});
  if (restrictions) {
    std::cout << "blocklist: " << std::boolalpha << restrictions->blocklist << '\n';
  } else if (restrictions.error().status == 402) {
    std::cout << "the plan has no blocklist\n";
  } else {
    std::cerr << restrictions.error().message() << '\n';
    return 1;
  }
}
