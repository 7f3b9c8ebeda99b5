#include <clerk/configuration.hpp>

#include <cstdlib>

namespace clerk {

namespace {

// Empty counts as unset: CI systems set what they do not know to the empty text.
const char* variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

}  // namespace

Configuration Configuration::from_environment() {
  Configuration configuration;
  if (const char* key = variable("CLERK_SECRET_KEY")) configuration.access_token = key;
  if (const char* url = variable("CLERK_API_URL")) configuration.host = url;
  if (const char* version = variable("CLERK_API_VERSION")) configuration.api_version = version;
  return configuration;
}

}  // namespace clerk
