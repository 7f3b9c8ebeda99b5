#include "sdk/client_core.hpp"

#include <clerk/api/instance_settings_api.hpp>
#include <clerk/logging.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using clerk::ApiClient;
using clerk::InstanceSettingsApi;
using clerk::LogLevel;
using clerk::LogRecord;
using clerk::testing::answer;
using clerk::testing::failure;
using clerk::testing::ScriptedTransport;
using testing::HasSubstr;
using testing::Not;
using Cause = clerk::TransportFailure::Cause;

const std::string key = "sk_test_hunter2hunter2";

clerk::Configuration logging_to(std::vector<LogRecord>& records, std::deque<clerk::TransportResult> script) {
  clerk::Configuration configuration{.access_token = key};
  configuration.retries.initial = std::chrono::milliseconds{0};
  configuration.default_headers = {{"X-Private", "hunter2 too"}};
  configuration.logger = [&records](const LogRecord& record) { records.push_back(record); };
  configuration.debug = true;
  configuration.transport = std::make_shared<ScriptedTransport>(std::move(script));
  return configuration;
}

std::string everything(const LogRecord& record) {
  std::string text = record.message + record.operation + record.method + record.url;
  for (const clerk::Header& header : record.headers) text += header.name + header.value;
  return text;
}

std::string everything(const clerk::Error& error) {
  std::string text = error.message() + error.detail + error.body_excerpt + clerk::ApiException{error}.what();
  for (const clerk::Header& header : error.headers) text += header.name + header.value;
  for (const clerk::ClerkError& reason : error.errors) text += reason.message + reason.long_message + reason.code;
  for (const clerk::Attempt& attempt : error.attempts) text += attempt.message;
  return text;
}

TEST(Key, is_in_no_log_record_and_no_error_even_when_the_server_repeats_it) {
  const std::string reason =
      R"({"errors":[{"message":")" + key + R"(","long_message":"Bearer )" + key + R"(","code":"clerk_key_invalid"}]})";
  const std::deque<clerk::TransportResult> scripts[] = {
      {answer(204, "", {{"Server", key}})},
      {answer(401, reason, {{"X-Echo", "Bearer " + key}})},
      {answer(502, "<html>you sent Authorization: Bearer " + key + "</html>")},
      {answer(200, "<html>" + key + "</html>")},
      {answer(302, "", {{"Location", "https://x.example/?key=" + key}})},
      {failure(Cause::connect, false, "can't connect with " + key)},
      {failure(Cause::connection_lost, true, "lost with " + key)},
      {answer(429), failure(Cause::connect, false), answer(500, key)},
  };
  for (const auto& script : scripts) {
    std::vector<LogRecord> records;
    const InstanceSettingsApi api{ApiClient{logging_to(records, script)}};
    const auto result = api.update_instance_restrictions({.allowlist = true});
    ASSERT_FALSE(result);
    EXPECT_THAT(everything(result.error()), Not(HasSubstr("hunter2")));
    EXPECT_FALSE(records.empty());
    for (const LogRecord& record : records) EXPECT_THAT(everything(record), Not(HasSubstr("hunter2")));
  }
}

TEST(Log, tells_of_requests_answers_retries_and_failures) {
  std::vector<LogRecord> records;
  const InstanceSettingsApi api{ApiClient{logging_to(
      records, {failure(Cause::connect, false), answer(422, "", {{"x-clerk-trace-id", "t"}, {"Set-Cookie", "c"}})})}};
  ASSERT_FALSE(api.update_instance());
  std::vector<LogLevel> levels;
  for (const LogRecord& record : records) levels.push_back(record.level);
  EXPECT_THAT(levels, testing::ElementsAre(LogLevel::debug, LogLevel::info, LogLevel::debug, LogLevel::debug,
                                           LogLevel::warning));
  EXPECT_EQ(records[0].operation, "update_instance");
  EXPECT_EQ(records[0].url, "https://api.clerk.com/v1/instance");
  EXPECT_EQ(records[0].headers.find("Authorization"), nullptr);
  EXPECT_NE(records[0].headers.find("Clerk-API-Version"), nullptr);
  EXPECT_EQ(records[2].attempt, 2);
  EXPECT_EQ(records[3].status, 422);
  EXPECT_EQ(records[3].headers.find("Set-Cookie"), nullptr);
  EXPECT_NE(records[3].headers.find("x-clerk-trace-id"), nullptr);
}

TEST(Log, holds_no_requests_unless_debugging) {
  std::vector<LogRecord> records;
  clerk::Configuration configuration = logging_to(records, {answer(204)});
  configuration.debug = false;
  EXPECT_TRUE(InstanceSettingsApi{ApiClient{configuration}}.update_instance());
  EXPECT_TRUE(records.empty());
}

TEST(Log, that_throws_does_not_fail_the_call) {
  std::vector<LogRecord> records;
  clerk::Configuration configuration = logging_to(records, {answer(204)});
  configuration.logger = [](const LogRecord&) { throw std::runtime_error{"the disk is full"}; };
  EXPECT_TRUE(InstanceSettingsApi{ApiClient{configuration}}.update_instance());
}

}  // namespace
