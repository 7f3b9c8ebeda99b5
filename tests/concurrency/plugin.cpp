// A shared object with a copy of the library in it, of which only these three names can be seen from outside.
#include <clerk/api/instance_settings_api.hpp>

#include <memory>

namespace {

std::unique_ptr<clerk::ApiClient> client;

}  // namespace

extern "C" {

void plugin_open(const char* url) {
  client = std::make_unique<clerk::ApiClient>(clerk::Configuration{.host = url, .access_token = "sk_test_key"});
}

/// Whether the call succeeded. From many threads.
bool plugin_call() { return clerk::InstanceSettingsApi{*client}.update_instance({.test_mode = true}).has_value(); }

void plugin_close() { client.reset(); }
}
