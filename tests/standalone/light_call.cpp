// What a user of the blocking calls writes. It needs only `-Iinclude`, no JSON library, no Asio and no libcurl, and
// compiles quickly: light_headers.cmake holds it to that and prints the time.
#include <clerk/api/instance_settings_api.hpp>

int main() {
  clerk::ApiClient api_client{clerk::Configuration::from_environment()};
  clerk::InstanceSettingsApi api_instance{api_client};

  api_instance.update_instance({.test_mode = true, .support_email = ""}).value();
  const clerk::Result<clerk::InstanceRestrictions> restrictions =
      api_instance.update_instance_restrictions({.allowlist = true});
  if (!restrictions && restrictions.error().status == 402) return 2;
  return api_instance.update_instance_organization_settings({.enabled = true}).value().enabled ? 0 : 1;
}
