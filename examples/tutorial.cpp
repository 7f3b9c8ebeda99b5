// The seed's three calls with values drawn at random.
//
//   CLERK_API_URL=http://127.0.0.1:4500 CLERK_SECRET_KEY=sk_test_… tutorial NUMBER

#include "print_model.hpp"
#include "tutorial_values.hpp"

#include <clerk/api/instance_settings_api.hpp>

#include <cstdlib>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: tutorial NUMBER   (the number that the values are drawn from)\n";
    return 64;
  }
  const TutorialValues values = tutorial_values(std::strtoull(argv[1], nullptr, 10));

  const clerk::ApiClient api_client{clerk::Configuration::from_environment()};
  const clerk::InstanceSettingsApi api_instance{api_client};
  try {
    const auto updated = api_client.send(clerk::operations::UpdateInstance{values.instance}).value();
    std::cout << "update_instance: " << updated.status << " (no content)\n";

    const auto organization_settings =
        api_instance.update_instance_organization_settings(values.organization_settings).value();
    std::cout << "update_instance_organization_settings:\n";
    print_model(std::cout, organization_settings);

    const auto restrictions = api_instance.update_instance_restrictions(values.restrictions).value();
    std::cout << "update_instance_restrictions:\n";
    print_model(std::cout, restrictions);
    return 0;
  } catch (const clerk::ApiException& error) {
    std::cerr << "Exception when calling InstanceSettingsApi: " << error.what() << '\n';
    return 1;
  }
}
