#include <clerk/api/instance_settings_api.hpp>

#include <iostream>

int main() {
  const clerk::InstanceSettingsApi api_instance{clerk::ApiClient{clerk::Configuration::from_environment()}};
  const auto result = api_instance.update_instance({.test_mode = true});
  if (!result) std::cerr << result.error().message() << '\n';
  return result ? 0 : 1;
}
