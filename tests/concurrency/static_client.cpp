// A program with a client that lives from before main until after it, for static_test.cpp. Ends with 0 when each call
// was answered, those after main too.
#include <clerk/api/instance_settings_api.hpp>

#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

const clerk::ApiClient client{clerk::Configuration{
    .host = variable("CLERK_API_URL"), .access_token = "sk_test_key", .ssl_ca_cert = variable("SSL_CERT_FILE")}};

void call(const char* when) {
  // A header that no other call has, so that the client has to write its headers anew.
  const clerk::CallOptions options{.headers = {{"X-When", when}}};
  const auto result = clerk::InstanceSettingsApi{client}.update_instance({.test_mode = true}, options);
  if (result) return;
  std::cerr << when << ": " << result.error().message() << '\n';
  std::_Exit(1);
}

/// Made after the client, before its first call; so it goes before the client, and after what that call made.
struct CallsAtTheEnd {
  CallsAtTheEnd() = default;
  CallsAtTheEnd(const CallsAtTheEnd&) = delete;
  CallsAtTheEnd& operator=(const CallsAtTheEnd&) = delete;
  ~CallsAtTheEnd() { call("in a destructor after main"); }
} const at_the_end;

}  // namespace

int main() {
  std::atexit([] { call("at exit"); });
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([] {
      for (int j = 0; j < 10; ++j) call("on a thread");
    });
  }
  for (std::thread& thread : threads) thread.join();
}
