#include <clerk/api/instance_settings_api.hpp>
#include <clerk/configuration.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clerk_backend_sdk.hpp>
#include <cstdlib>
#include <memory>
#include <ostream>
#include <string>
#include <type_traits>

namespace {

using clerk::ApiClient;
using clerk::CallOptions;
using clerk::Configuration;
using clerk::ErrorKind;
using clerk::InstanceSettingsApi;
using clerk::testing::answer;
using clerk::testing::ScriptedTransport;
using testing::HasSubstr;
using testing::Not;

/// Sets variables of the environment for one test.
class Environment : public testing::Test {
 protected:
  Environment() { clear(); }
  ~Environment() override { clear(); }

  static void set(const char* name, const char* value) { ASSERT_EQ(::setenv(name, value, 1), 0); }

 private:
  static void clear() {
    for (const char* name : {"CLERK_SECRET_KEY", "CLERK_API_URL", "CLERK_API_VERSION", "SSL_CERT_FILE", "SSL_CERT_DIR"})
      ::unsetenv(name);
  }
};

class Sent {
 public:
  std::shared_ptr<ScriptedTransport> transport = std::make_shared<ScriptedTransport>(std::deque{answer(204)});

  Configuration configuration(Configuration from = {.access_token = "sk_test_key"}) const {
    from.transport = transport;
    return from;
  }
  [[nodiscard]] clerk::TransportRequest last() const { return transport->requests().back(); }
  [[nodiscard]] std::string header(const std::string& name) const {
    const clerk::TransportRequest request = last();
    const std::string* value = request.headers.find(name);
    return value == nullptr ? "(none)" : *value;
  }
};

TEST_F(Environment, is_not_read_by_a_plain_configuration) {
  set("CLERK_SECRET_KEY", "sk_test_environment");
  set("CLERK_API_URL", "http://127.0.0.1:1");
  const Configuration configuration;
  EXPECT_TRUE(configuration.access_token.empty());
  EXPECT_EQ(configuration.host, "https://api.clerk.com/v1");
  EXPECT_EQ(configuration.api_version, "2026-05-12");
}

TEST_F(Environment, gives_key_root_and_version) {
  set("CLERK_SECRET_KEY", "sk_test_environment");
  set("CLERK_API_URL", "http://127.0.0.1:4500");
  set("CLERK_API_VERSION", "2025-11-10");
  const Sent sent;
  const InstanceSettingsApi api{ApiClient{sent.configuration(Configuration::from_environment())}};
  ASSERT_TRUE(api.update_instance());
  EXPECT_EQ(sent.last().url, "http://127.0.0.1:4500/v1/instance");
  EXPECT_EQ(sent.header("authorization"), "Bearer sk_test_environment");
  EXPECT_EQ(sent.header("clerk-api-version"), "2025-11-10");
}

TEST_F(Environment, leaves_the_defaults_when_its_variables_are_unset_or_empty) {
  set("CLERK_API_URL", "");
  const Configuration configuration = Configuration::from_environment();
  EXPECT_EQ(configuration.host, "https://api.clerk.com/v1");
  EXPECT_EQ(configuration.api_version, "2026-05-12");
  EXPECT_TRUE(configuration.access_token.empty());
}

TEST_F(Environment, yields_to_the_client_which_yields_to_the_call) {
  set("CLERK_API_VERSION", "2025-04-10");
  set("CLERK_SECRET_KEY", "sk_test_environment");
  const Sent sent;
  Configuration configuration = Configuration::from_environment();
  configuration.api_version = "2025-11-10";
  configuration.default_headers = {{"X-Client", "client"}, {"X-Both", "client"}};
  const InstanceSettingsApi api{ApiClient{sent.configuration(configuration)}};

  ASSERT_TRUE(api.update_instance());
  EXPECT_EQ(sent.header("Clerk-API-Version"), "2025-11-10");
  EXPECT_EQ(sent.header("X-Both"), "client");

  ASSERT_TRUE(api.update_instance({}, {.headers = {{"x-both", "call"}}, .api_version = "2026-05-12"}));
  EXPECT_EQ(sent.header("Clerk-API-Version"), "2026-05-12");
  EXPECT_EQ(sent.header("X-Both"), "call");
  EXPECT_EQ(sent.header("X-Client"), "client");
}

TEST(Configuration, sends_each_header_once) {
  const Sent sent;
  Configuration configuration = sent.configuration();
  configuration.default_headers = {{"accept", "text/plain"}, {"clerk-api-version", "2025-04-10"}};
  configuration.user_agent = "my-tool/2";
  const InstanceSettingsApi api{ApiClient{configuration}};
  ASSERT_TRUE(api.update_instance());
  std::size_t count = 0;
  for (const clerk::Header& header : sent.last().headers) count += header.value == "text/plain" ? 1U : 0U;
  EXPECT_EQ(count, 1U);
  EXPECT_EQ(sent.last().headers.size(), 5U);
  EXPECT_EQ(sent.header("Clerk-API-Version"), "2025-04-10");
  EXPECT_EQ(sent.header("User-Agent"), "my-tool/2 clerk-cpp/" + std::string{clerk::version});
}

TEST(Configuration, limits_each_call_in_time) {
  const Sent sent;
  Configuration configuration = sent.configuration();
  configuration.timeouts = {
      .connect = std::chrono::seconds{2}, .attempt = std::chrono::seconds{5}, .total = std::chrono::seconds{60}};
  const InstanceSettingsApi api{ApiClient{configuration}};
  ASSERT_TRUE(api.update_instance());
  EXPECT_EQ(sent.last().timeout, std::chrono::seconds{5});
  EXPECT_EQ(sent.last().connect_timeout, std::chrono::seconds{2});
  ASSERT_TRUE(api.update_instance({}, {.timeout = std::chrono::seconds{3}}));
  EXPECT_LE(sent.last().timeout, std::chrono::seconds{3});
  ASSERT_TRUE(api.update_instance({}, {.attempt_timeout = std::chrono::seconds{1}}));
  EXPECT_EQ(sent.last().timeout, std::chrono::seconds{1});
}

TEST(Configuration, with_a_missing_or_malformed_key_fails_the_first_call_and_never_shows_the_key) {
  for (const char* key :
       {"", " ", "sk_test_hunter2 ", "\nsk_test_hunter2", "sk_test_hunter2\r\n", "sk_test_hunter2\r\nX-Evil: 1",
        "sk_test_hun\x01ter2", "sk_test_hunter2\x7f", "sk_test_hunter2\xc3\xa4"}) {
    const Sent sent;
    const InstanceSettingsApi api{ApiClient{sent.configuration({.access_token = key})}};
    const auto result = api.update_instance();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
    EXPECT_THAT(result.error().message(), HasSubstr("access_token"));
    EXPECT_THAT(result.error().message(), Not(HasSubstr("hunter2")));
    EXPECT_TRUE(sent.transport->requests().empty());
  }
}

TEST(Configuration, takes_a_key_of_any_shape_as_the_server_decides) {
  for (const char* key : {"sk_test_x", "sk_live_x", "ak_x", "x"}) {
    const Sent sent;
    EXPECT_TRUE(InstanceSettingsApi{ApiClient{sent.configuration({.access_token = key})}}.update_instance());
  }
}

TEST(Configuration, with_a_bad_root_fails_the_first_call) {
  const Sent sent;
  const InstanceSettingsApi api{
      ApiClient{sent.configuration({.host = "api.clerk.com", .access_token = "sk_test_key"})}};
  const auto result = api.get_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
  EXPECT_THAT(result.error().message(), HasSubstr("host"));
}

TEST(Configuration, refuses_headers_that_would_break_the_request) {
  const clerk::Header bad[] = {{"X-A", "1\r\nX-Evil: 1"},
                               {"X-A", "1\n"},
                               {"X-A", std::string{"1\0", 2}},
                               {"X A", "1"},
                               {"X-A:", "1"},
                               {"", "1"},
                               {"X-A\r\nX-Evil", "1"},
                               {"Authorization", "x"},
                               {"Content-Length", "0"},
                               {"host", "evil.example"},
                               {"Transfer-Encoding", "chunked"}};
  for (const clerk::Header& header : bad) {
    const Sent sent;
    const InstanceSettingsApi api{ApiClient{sent.configuration()}};
    const auto by_call = api.update_instance({}, {.headers = {header}});
    ASSERT_FALSE(by_call) << header.name;
    EXPECT_EQ(by_call.error().kind, ErrorKind::bad_configuration);
    EXPECT_THAT(by_call.error().message(), HasSubstr("CallOptions::headers"));

    Configuration configuration = sent.configuration();
    configuration.default_headers = {header};
    const auto by_client = InstanceSettingsApi{ApiClient{configuration}}.update_instance();
    ASSERT_FALSE(by_client) << header.name;
    EXPECT_EQ(by_client.error().kind, ErrorKind::bad_configuration);
    EXPECT_TRUE(sent.transport->requests().empty());
  }
}

TEST(Configuration, refuses_a_version_that_would_break_the_request) {
  const Sent sent;
  const InstanceSettingsApi api{ApiClient{sent.configuration()}};
  const auto result = api.update_instance({}, {.api_version = "2026-05-12\r\nX-Evil: 1"});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
}

TEST(Configuration, names_the_file_that_can_not_be_read) {
  Configuration configuration{.access_token = "sk_test_key"};
  configuration.ssl_ca_cert = "/nowhere/ca.pem";
  const auto result = InstanceSettingsApi{ApiClient{configuration}}.update_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
  EXPECT_THAT(result.error().message(), HasSubstr("ssl_ca_cert names /nowhere/ca.pem"));
}

template <class T>
concept Streamable = requires(std::ostream& stream, const T& value) {
  stream << value;
};

TEST(Secret, has_no_stream_operator) {
  static_assert(!Streamable<clerk::Secret>);
  EXPECT_EQ(clerk::Secret{"x"}.reveal(), "x");
  EXPECT_TRUE(clerk::Secret{static_cast<const char*>(nullptr)}.empty());
}

TEST(Headers, compare_names_without_case) {
  clerk::Headers headers{{"X-A", "1"}, {"x-a", "2"}, {"X-B", "3"}};
  EXPECT_EQ(*headers.find("X-a"), "1");
  EXPECT_EQ(headers.find("X-C"), nullptr);
  headers.set("x-A", "4");
  EXPECT_EQ(headers.size(), 2U);
  EXPECT_EQ(*headers.find("X-A"), "4");
}

TEST(Names, of_the_seed_read_the_same) {
  const Sent sent;
  auto configuration = clerk_backend_sdk::Configuration{.host = "https://api.clerk.com/v1"};
  configuration.access_token = "sk_test_key";
  clerk_backend_sdk::ApiClient api_client{sent.configuration(configuration)};
  clerk_backend_sdk::InstanceSettingsApi api_instance{api_client};
  auto update_instance_request = clerk_backend_sdk::UpdateInstanceRequest{};
  EXPECT_TRUE(api_instance.update_instance(update_instance_request));
  EXPECT_EQ(sent.last().body, "{}");
}

}  // namespace
