// The client as a part of somebody's program: rows S30, S31, S32, S33 and S37.
#include "tests/field/field_test.hpp"
#include "tests/support/sample_operation.hpp"

#include <clerk/contract/registry.hpp>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace clerk::field;
using clerk::ErrorKind;
using testing::HasSubstr;
using testing::Not;

// Before main, and destroyed after it.
const clerk::ApiClient before_main{clerk::Configuration{.host = "http://127.0.0.1:1", .access_token = key}};

CLERK_FIELD_ROW(S30);

TEST_P(S30, a_client_may_be_a_static_object) {
  static const HostilePeer peer{succeed};
  static const Caller client = caller_of(peer);
  EXPECT_TRUE(client(UpdateInstance{}));
  const auto refused = before_main.send(UpdateInstance{}, {.retry = clerk::RetryPolicy::none()});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::not_sent);
}

TEST_P(S30, clients_come_and_go_without_a_rite) {
  const HostilePeer peer{succeed};
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(caller_of(peer)(UpdateInstance{}));
  EXPECT_EQ(peer.connections(), 20);
  EXPECT_TRUE(peer.wait_for_closed(20));
}

CLERK_FIELD_ROW(S31);

auto threads() {
  const std::filesystem::directory_iterator tasks{"/proc/self/task"};
  return std::distance(begin(tasks), end(tasks));
}

// The asynchronous ones share one pool, which is the caller's own.
TEST_P(S31, sixty_four_clients_at_work_start_no_thread) {
  const HostilePeer peer{succeed};
  boost::asio::thread_pool pool{1};
  std::vector<clerk::ApiClient> clients;
  const auto before = threads();
  for (int i = 0; i < 64; ++i) {
    auto configuration = configuration_for(peer.url());
    if (GetParam() == Way::blocking) {
      clients.emplace_back(configuration);
      EXPECT_TRUE(clients.back().send(UpdateInstance{}));
    } else {
      clients.push_back(clerk::AsyncClient{configuration, pool});
      EXPECT_TRUE(clients.back().async_send(UpdateInstance{}, boost::asio::use_future).get());
    }
    EXPECT_EQ(threads(), before);
  }
  clients.clear();
  pool.join();
}

CLERK_FIELD_ROW(S32);

struct Misuse {
  const char* what;
  void (*make)(clerk::Configuration&);
  const char* named;
};

const Misuse misuses[] = {
    {"no key", [](clerk::Configuration& c) { c.access_token = ""; }, "CLERK_SECRET_KEY"},
    {"no key at all", [](clerk::Configuration& c) { c.access_token = static_cast<const char*>(nullptr); },
     "CLERK_SECRET_KEY"},
    {"a key with a line break", [](clerk::Configuration& c) { c.access_token = key + "\n"; }, "access_token"},
    {"no host", [](clerk::Configuration& c) { c.host = ""; }, "host"},
    {"a host that is none", [](clerk::Configuration& c) { c.host = "not a url"; }, "host"},
    {"another scheme", [](clerk::Configuration& c) { c.host = "ftp://127.0.0.1"; }, "host"},
    {"a header that splits",
     [](clerk::Configuration& c) {
       c.default_headers = {{"X-A", "1\r\nX-B: 2"}};
     },
     "X-A"},
    {"a header without a name",
     [](clerk::Configuration& c) {
       c.default_headers = {{"", "1"}};
     },
     "default_headers"},
    {"a header of the library's own",
     [](clerk::Configuration& c) {
       c.default_headers = {{"Host", "x"}};
     },
     "Host"},
    {"a version that splits", [](clerk::Configuration& c) { c.api_version = "1\n2"; }, "api_version"},
    {"a certificate that is not there", [](clerk::Configuration& c) { c.cert_file = "/nowhere/c.pem"; },
     "/nowhere/c.pem"},
    {"a key file that is not there", [](clerk::Configuration& c) { c.key_file = "/nowhere/k.pem"; }, "/nowhere/k.pem"},
};

TEST_P(S32, misuse_is_an_error_of_the_first_call_that_names_the_option) {
  const HostilePeer peer{succeed};
  for (const Misuse& misuse : misuses) {
    SCOPED_TRACE(misuse.what);
    auto configuration = configuration_for(peer.url());
    misuse.make(configuration);
    const auto result = caller(configuration)(UpdateInstance{});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
    EXPECT_THAT(result.error().message(), HasSubstr(misuse.named));
    EXPECT_THROW(static_cast<void>(result.value()), clerk::ApiException);
  }
  EXPECT_EQ(peer.connections(), 0);
}

TEST_P(S32, odd_limits_and_policies_neither_hang_nor_abort) {
  const ClosedPort nobody;
  for (const clerk::RetryPolicy& policy :
       {clerk::RetryPolicy{.max_attempts = 0}, clerk::RetryPolicy{.max_attempts = -5},
        clerk::RetryPolicy{.max_attempts = 2, .initial = -1ms, .factor = -3.0, .cap = -1ms},
        clerk::RetryPolicy{.max_attempts = 2, .initial = 1ms, .factor = 1e308, .cap = 0ms}}) {
    auto configuration = configuration_for(nobody.url());
    configuration.retries = policy;
    configuration.connection_pool_maxsize = 0;
    const auto result = caller(configuration)(UpdateInstance{}, {.timeout = 10s, .attempt_timeout = -1ms});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::not_sent);
    EXPECT_EQ(result.error().attempts.size(), policy.max_attempts == 2 ? 2U : 1U);
  }
}

CLERK_FIELD_ROW(S33);

class Records {
 public:
  [[nodiscard]] clerk::Logger logger() {
    return [this](const clerk::LogRecord& record) {
      const std::lock_guard lock{mutex_};
      text_ += record.message + record.url;
      for (const clerk::Header& header : record.headers) text_ += "\n" + header.name + ": " + header.value;
      text_ += "\n";
    };
  }
  [[nodiscard]] std::string text() const {
    const std::lock_guard lock{mutex_};
    return text_;
  }

 private:
  mutable std::mutex mutex_{};
  std::string text_{};
};

/// All that an error shows.
std::string everything(const clerk::Error& error) {
  std::string text = error.message() + clerk::ApiException{error}.what() + error.detail + error.body_excerpt +
                     error.clerk_trace_id + error.meta.text();
  for (const clerk::Header& header : error.headers) text += header.name + header.value;
  for (const clerk::ClerkError& reason : error.errors) {
    text += reason.message + reason.long_message + reason.code + reason.meta.text();
  }
  for (const clerk::Attempt& attempt : error.attempts) text += attempt.message;
  return text;
}

TEST_P(S33, a_server_that_repeats_the_request_gets_no_part_of_the_key_into_log_or_error) {
  const std::string echo = "Authorization: Bearer " + key;
  const std::vector<std::pair<const char*, Steps>> echoes{
      {"a page", {send(answer(500, "<pre>" + echo + "</pre>"))}},
      {"a Clerk error",
       {send(json_answer(401, R"({"errors":[{"message":")" + echo + R"(","code":")" + key +
                                  R"(","meta":{"param_name":")" + key + R"("}}],"clerk_trace_id":")" + key +
                                  R"(","meta":{"a":")" + key + R"("}})"))}},
      {"a header", {send(answer(400, "", {{"Server", echo}, {"X-Echo", echo}, {"x-clerk-trace-id", key}}))}},
      {"the name of a header", {send(answer(400, "", {{"X-" + key, "1"}}))}},
      {"a status line", {send("HTTP/1.1 500 " + echo + "\r\nContent-Length: 0\r\n\r\n")}},
      {"a redirect", {send(answer(302, "", {{"Location", "http://127.0.0.1/?k=" + key}}))}},
      {"no HTTP", {send(echo + "\r\n\r\n"), close()}},
      {"a success", {send(answer(200, echo))}},
      {"a page cut within the key",
       {send(head(500, {{"Connection", "close"}}) + echo.substr(0, echo.size() - 6)), close()}},
      {"a page cut at the excerpt's end",
       {send(answer(500, std::string(clerk::Error::max_body_excerpt - 20, '.') + echo))}},
  };
  for (const auto& [what, steps] : echoes) {
    SCOPED_TRACE(what);
    const HostilePeer peer{[&steps = steps](const SeenRequest&) { return steps; }};
    Records records;
    auto configuration = configuration_for(peer.url());
    configuration.retries = clerk::RetryPolicy::none();
    configuration.logger = records.logger();
    configuration.debug = true;
    const auto result = caller(configuration)(UpdateInstanceRestrictions{});
    ASSERT_FALSE(result);
    EXPECT_THAT(everything(result.error()), Not(HasSubstr("hunter2")));
    EXPECT_THAT(records.text(), HasSubstr("update_instance_restrictions"));
    EXPECT_THAT(records.text(), Not(HasSubstr("hunter2")));
  }
}

CLERK_FIELD_ROW(S37);

class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_{name} { ::setenv(name, value.c_str(), 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { ::unsetenv(name_); }

 private:
  const char* name_;
};

TEST_P(S37, every_operation_goes_where_the_environment_says) {
  const HostilePeer peer{always(json_answer(422, refusal_body()))};
  for (const char* end : {"", "/", "/v1", "/v1/"}) {
    const Variable host{"CLERK_API_URL", peer.url() + end};
    const Variable secret{"CLERK_SECRET_KEY", key};
    const auto client = caller(clerk::Configuration::from_environment());
    clerk::AllOperations::for_each([&]<class Operation>() {
      const auto result = client(clerk::testing::sample_operation<Operation>());
      ASSERT_FALSE(result);
      EXPECT_EQ(result.error().status, 422);
      EXPECT_EQ(peer.seen().back().target, "/v1" + clerk::testing::sample_target<Operation>());
    });
  }
  EXPECT_EQ(peer.requests(), static_cast<int>(4 * clerk::AllOperations::size));
}

}  // namespace
