#include <clerk/api/instance_settings_api.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

using clerk::ErrorKind;
using clerk::testing::ScriptedTransport;
using clerk::testing::Stage;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Script : public testing::Test {
 protected:
  [[nodiscard]] clerk::InstanceSettingsApi api() const {
    clerk::Configuration configuration{.access_token = "sk_test_script_key"};
    configuration.retries = clerk::RetryPolicy::none();
    configuration.transport = transport;
    return clerk::InstanceSettingsApi{clerk::ApiClient{configuration}};
  }

  std::shared_ptr<ScriptedTransport> transport = std::make_shared<ScriptedTransport>();
};

TEST_F(Script, answers_what_was_expected) {
  transport->expect<clerk::operations::UpdateInstance>().body(R"({"test_mode":true})").answer(204);
  transport->expect<clerk::operations::GetInstanceCommunication>()
      .body("")
      .header("Accept", "application/json")
      .answer(200, R"({"object":"instance_communication","blocked_country_codes":["KP"]})");
  EXPECT_TRUE(api().update_instance({.test_mode = true}));
  EXPECT_THAT(api().get_instance_communication().value().blocked_country_codes, ElementsAre("KP"));
  EXPECT_THAT(transport->problems(), IsEmpty());
  EXPECT_EQ(transport->requests().size(), 2U);
}

TEST_F(Script, fails_the_call_that_is_not_as_expected_and_says_how) {
  const auto fault_of = [&](const auto& expect) {
    transport = std::make_shared<ScriptedTransport>();
    expect(transport->expect());
    const auto result = api().update_instance({.test_mode = true});
    EXPECT_FALSE(result);
    EXPECT_EQ(transport->problems().size(), 1U);
    EXPECT_THAT(result.error().message(), HasSubstr(transport->problems().front()));
    return transport->problems().front();
  };
  EXPECT_THAT(fault_of([](auto& exchange) { exchange.method(clerk::Method::get); }), HasSubstr("the method GET"));
  EXPECT_THAT(fault_of([](auto& exchange) { exchange.path("/instance/protect"); }), HasSubstr("/instance/protect"));
  EXPECT_THAT(fault_of([](auto& exchange) { exchange.body("{}"); }), HasSubstr(R"(got '{"test_mode":true}')"));
  EXPECT_THAT(
      fault_of([](auto& exchange) { exchange.that([](const auto&) { return std::optional<std::string>{"odd"}; }); }),
      HasSubstr("odd"));
  const std::string header = fault_of([](auto& exchange) { exchange.header("Authorization", "Bearer other"); });
  EXPECT_THAT(header, HasSubstr("Authorization"));
  EXPECT_THAT(header, testing::Not(HasSubstr("sk_test_script_key")));
}

TEST_F(Script, names_what_no_request_came_for_and_what_came_beyond_it) {
  transport->expect<clerk::operations::UpdateInstance>().times(2).answer(204);
  EXPECT_TRUE(api().update_instance());
  EXPECT_THAT(transport->problems(), ElementsAre(HasSubstr("expects 2 requests and got 1")));
  EXPECT_TRUE(api().update_instance());
  EXPECT_THAT(transport->problems(), IsEmpty());
  EXPECT_FALSE(api().update_instance());
  EXPECT_THAT(transport->problems(), ElementsAre(HasSubstr("nothing is left in the script")));
}

TEST_F(Script, goes_on_for_ever_when_it_is_told_to) {
  transport->expect().times(0).answer(204);
  EXPECT_THAT(transport->problems(), testing::SizeIs(1)) << "at least one must come";
  for (int call = 0; call < 5; ++call) EXPECT_TRUE(api().update_instance());
  EXPECT_THAT(transport->problems(), IsEmpty());
}

TEST_F(Script, breaks_at_each_stage_as_a_network_would) {
  const std::vector<std::pair<Stage, ErrorKind>> kinds{
      {Stage::resolving, ErrorKind::not_sent},      {Stage::connecting, ErrorKind::not_sent},
      {Stage::tls_handshake, ErrorKind::tls},       {Stage::sending, ErrorKind::not_sent},
      {Stage::waiting, ErrorKind::outcome_unknown}, {Stage::reading, ErrorKind::outcome_unknown},
      {Stage::timeout, ErrorKind::outcome_unknown},
  };
  for (const auto& [stage, kind] : kinds) {
    transport = std::make_shared<ScriptedTransport>();
    transport->expect().fail(stage);
    const auto result = api().update_instance();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, kind) << result.error().message();
  }
}

}  // namespace
