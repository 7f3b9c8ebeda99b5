// What stops half-way says what was done, and the next run goes on.
#include "tests/ctl/clerkctl_test.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include <csignal>
#include <unistd.h>

namespace clerk::ctl::test {

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class APartialFailure : public ClerkctlTest {
 protected:
  [[nodiscard]] std::size_t writes_to(std::string_view path) const {
    std::size_t count = 0;
    for (const auto& [target, body] : meddler.writes()) count += target == path ? 1U : 0U;
    return count;
  }

  const std::string wanted = shell.write("wanted.yaml", R"(
instance: {hibp: false}
restrictions: {block_email_subaddresses: true}
organization_settings: {max_allowed_memberships: 9}
communication: {blocked_country_codes: [KP]}
protect: {rules_enabled: true}
)");
};

TEST_F(APartialFailure, is_accounted_for_and_the_next_run_goes_on) {
  meddler.fail_writes("/v1/instance/communication");
  const Ran first = shell.run("settings apply --yes wanted.yaml");
  EXPECT_EQ(first.status, failed);
  EXPECT_THAT(first.said(), AllOf(HasSubstr("communication"), HasSubstr("500")));
  EXPECT_THAT(first.said(), AllOf(HasSubstr("applied"), HasSubstr("not tried")));

  meddler.behave();
  apply(wanted);
  for (const std::string_view path : {"/v1/instance", "/v1/instance/restrictions", "/v1/instance/protect"}) {
    EXPECT_EQ(writes_to(path), 1U) << path << ": what was applied is known and is not sent again";
  }
  EXPECT_EQ(server.settings().at("communication").at("blocked_country_codes"), boost::json::parse(R"(["KP"])"));
  EXPECT_EQ(server.settings().at("protect").at("rules_enabled"), true);
  expect_nothing_to_do(wanted);
}

TEST_F(APartialFailure, stops_at_the_first_refusal) {
  meddler.refuse_field("max_allowed_memberships");
  const Ran refused = shell.run("settings apply --yes wanted.yaml");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.said(), AllOf(HasSubstr("organization_settings"), HasSubstr("max_allowed_memberships")));
  EXPECT_EQ(writes_to("/v1/instance/organization_settings"), 1U) << "a refusal is not asked again";
}

TEST_F(APartialFailure, with_a_lost_answer_is_said_to_be_unknown_and_is_found_out_by_the_next_plan) {
  meddler.lose_answers("/v1/instance/protect");
  const Ran lost = shell.run("settings apply --yes wanted.yaml");
  EXPECT_EQ(lost.status, failed);
  EXPECT_THAT(lost.said(),
              AllOf(HasSubstr("protect"), HasSubstr("may or may not have been applied"), HasSubstr("plan")));
  EXPECT_EQ(writes_to("/v1/instance/protect"), 1U);

  meddler.behave();
  EXPECT_EQ(plan(wanted).action("protect.rules_enabled"), "none");
  apply(wanted);
  expect_nothing_to_do(wanted);
}

TEST_F(APartialFailure, with_a_lost_answer_is_no_knowledge_of_what_cannot_be_read) {
  meddler.lose_answers("/v1/instance");
  EXPECT_EQ(shell.run("settings apply --yes wanted.yaml").status, failed);
  meddler.behave();
  EXPECT_EQ(plan(wanted).action("instance.hibp"), "send");
}

TEST_F(APartialFailure, with_a_lost_answer_counts_as_drift_until_it_is_sent_again) {
  shell.write("hibp.yaml", "instance: {hibp: true}");
  meddler.lose_answers("/v1/instance");
  EXPECT_EQ(shell.run("settings apply --yes hibp.yaml").status, failed);
  meddler.behave();
  const Ran drift = shell.run("settings drift hibp.yaml");
  EXPECT_EQ(drift.status, changes_pending);
  EXPECT_THAT(drift.out, AllOf(HasSubstr("no answer confirmed it"), HasSubstr("may differ from")));
  EXPECT_EQ(plan("hibp.yaml").at("instance.hibp", "knowledge"), "in_doubt");
  apply("hibp.yaml");
  EXPECT_EQ(shell.run("settings drift hibp.yaml").status, done);
}

TEST_F(APartialFailure, of_reading_back_is_said_and_undoes_nothing) {
  meddler.fail_reads_of_what_was_written("/v1/instance");
  shell.write("origins.yaml", "instance: {hibp: false, allowed_origins: [http://localhost:3000]}");
  const Ran unread = shell.run("settings apply --yes origins.yaml");
  EXPECT_THAT(unread.said(), AllOf(HasSubstr("instance.allowed_origins"), HasSubstr("unconfirmed")));
  meddler.behave();
  expect_nothing_to_do("origins.yaml");
}

TEST_F(APartialFailure, by_a_signal_ends_after_the_request_that_is_under_way) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    server.patch("/v1/instance/restrictions", R"({"block_email_subaddresses":false})");
    server.patch("/v1/instance/protect", R"({"rules_enabled":false})");
    meddler.call_on_writes("/v1/instance/restrictions", [number] { ::kill(::getpid(), number); });
    const Ran stopped = shell.run("settings apply --yes wanted.yaml --format json");
    EXPECT_EQ(stopped.status, failed);
    EXPECT_THAT(stopped.err, HasSubstr("stopped by a signal"));
    EXPECT_EQ(stopped.json().at("applied").as_array().size(), 1U) << stopped.said();
    EXPECT_GT(stopped.json().at("not_tried").as_array().size(), 0U) << stopped.said();
    EXPECT_EQ(server.settings().at("protect").at("rules_enabled"), false);

    meddler.behave();
    apply(wanted);
    expect_nothing_to_do(wanted);
  }
}

TEST_F(APartialFailure, by_the_end_of_the_program_leaves_nothing_untrue_in_the_state_file) {
  shell.write("old.yaml", "instance: {support_email: old@example.com}");
  shell.write("new.yaml", "instance: {support_email: new@example.com}");
  apply("old.yaml");
  std::string noted;
  meddler.call_on_writes("/v1/instance", [&] { noted = shell.read(".clerkctl/state.json"); });
  apply("new.yaml");
  EXPECT_THAT(noted, AllOf(HasSubstr("\"in_doubt\": true"), Not(HasSubstr("old@example.com"))))
      << "a program that is killed here has no time to put it right";
  EXPECT_THAT(shell.read(".clerkctl/state.json"), AllOf(HasSubstr("new@example.com"), Not(HasSubstr("in_doubt"))));
}

TEST_F(APartialFailure, is_machine_readable) {
  meddler.fail_writes("/v1/instance/communication");
  const Ran first = shell.run("settings apply --yes wanted.yaml --format json");
  EXPECT_EQ(first.status, failed);
  EXPECT_TRUE(first.json().is_object()) << first.said();
}

}  // namespace

}  // namespace clerk::ctl::test
