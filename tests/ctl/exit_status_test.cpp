// What scripts rely on: exit statuses, what goes to which output, and what is read.
#include "tests/ctl/clerkctl_test.hpp"

#include <boost/json/parse.hpp>

#include <vector>

namespace clerk::ctl::test {

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class AnExitStatus : public ClerkctlTest {
 protected:
  AnExitStatus() {
    shell.write("same.yaml", "protect: {rules_enabled: false}");
    shell.write("other.yaml", "protect: {rules_enabled: true}");
    shell.write("wrong.yaml", "protect: {rulez_enabled: true}");
    shell.write("broken.yaml", "protect: {rules_enabled: [");
  }
};

struct Row {
  std::string line;
  int status;
};

TEST_F(AnExitStatus, is_the_documented_one) {
  for (const auto& [line, status] : std::vector<Row>{
           {"--help", done},
           {"--version", done},
           {"settings --help", done},
           {"settings plan --help", done},
           {"instance-settings get-instance", done},
           {"settings pull", done},
           {"settings validate other.yaml", done},
           {"settings validate wrong.yaml", failed},
           {"settings validate broken.yaml", failed},
           {"settings plan same.yaml", done},
           {"settings plan same.yaml --detailed-exitcode", done},
           {"settings plan other.yaml", done},
           {"settings plan other.yaml --detailed-exitcode", changes_pending},
           {"settings plan missing.yaml", failed},
           {"settings plan .", failed},
           {"settings drift same.yaml", done},
           {"settings drift other.yaml", changes_pending},
           {"settings apply same.yaml", done},
           {"settings apply other.yaml", failed},
           {"settings apply wrong.yaml --yes", failed},
           {"settings apply --plan missing.json --yes", failed},
           {"users get-user user_nobody", failed},
           {"--profile nobody settings pull", failed},
           {"--env-file missing.env settings pull", failed},
           {"", usage},
           {"setings plan same.yaml", usage},
           {"settings", usage},
           {"settings plann same.yaml", usage},
           {"settings plan", usage},
           {"settings plan same.yaml extra", usage},
           {"settings plan same.yaml --detailed-exit", usage},
           {"settings apply", usage},
           {"settings apply other.yaml --plan plan.json --yes", usage},
           {"settings plan same.yaml --format xml", usage},
           {"instance-settings update-instance --suport-email help@example.com", usage},
           {"users get-user", usage},
           {"completion tcsh", usage},
       }) {
    const Ran ran = shell.run(line);
    EXPECT_EQ(ran.status, status) << "clerkctl " << line << '\n' << ran.said();
    if (status == failed || status == usage) {
      EXPECT_THAT(ran.err, Not(IsEmpty())) << line;
    }
  }
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(AnExitStatus, of_a_mistyped_flag_comes_with_the_nearest_names) {
  for (const auto& [line, meant] : std::vector<std::pair<std::string, std::string>>{
           {"settings plan same.yaml --detailed-exitcod", "--detailed-exitcode"},
           {"settings aply same.yaml", "apply"},
           {"setings plan same.yaml", "settings"},
           {"instance-settings update-instance --suport-email help@example.com", "--support-email"},
           {"instance-settings update-instanse --hibp", "update-instance"},
           {"settings plan same.yaml --formatt json", "--format"},
       }) {
    const Ran ran = shell.run(line);
    EXPECT_EQ(ran.status, usage) << line;
    EXPECT_THAT(ran.err, HasSubstr(meant)) << line;
    EXPECT_THAT(ran.out, IsEmpty()) << line;
  }
  EXPECT_THAT(meddler.seen(), IsEmpty()) << "nothing is sent";
}

// An empty value is a variable that was not set: `--out "$PLAN"` must not end well and save nothing.
TEST_F(AnExitStatus, of_an_empty_value_is_that_of_a_line_that_cant_be_understood) {
  const std::vector<std::vector<std::string>> lines{
      {"settings", "plan", "same.yaml", "--out", ""},
      {"settings", "plan", "same.yaml", "--out="},
      {"settings", "plan", "same.yaml", "--state", ""},
      {"settings", "drift", "same.yaml", "--state", ""},
      {"settings", "apply", "same.yaml", "--state", ""},
      {"settings", "apply", "--plan", "", "--yes"},
      {"settings", "pull", "--out", ""},
      {"settings", "plan", ""},
      {"settings", "validate", ""},
      {"settings", "drift", ""},
      {"settings", "apply", "", "--yes"},
      {"man", "--out", ""},
  };
  for (const auto& words : lines) {
    const Ran ran = shell.run_words(words);
    EXPECT_EQ(ran.status, usage) << ::testing::PrintToString(words);
    EXPECT_THAT(ran.err, HasSubstr(": the value is empty: give one")) << ::testing::PrintToString(words);
    EXPECT_THAT(ran.out, IsEmpty()) << ::testing::PrintToString(words);
  }
  EXPECT_THAT(meddler.seen(), IsEmpty()) << "nothing is sent";
}

TEST_F(AnExitStatus, of_a_failure_comes_as_json_where_json_is_asked_for) {
  for (const std::string line : {"settings plan missing.yaml --format json", "settings apply other.yaml --format json",
                                 "settings plan wrong.yaml --format json"}) {
    const Ran ran = shell.run(line);
    EXPECT_EQ(ran.status, failed) << line;
    EXPECT_THAT(ran.out, IsEmpty()) << line;
    boost::system::error_code error;
    const boost::json::value told = boost::json::parse(ran.err, error);
    ASSERT_FALSE(error) << line << '\n' << ran.err;
    EXPECT_EQ(told.at("error").at("exit_status"), failed);
    EXPECT_TRUE(told.at("error").at("message").is_string());
  }
}

TEST_F(AnExitStatus, of_a_failed_call_tells_programs_what_the_server_said_in_every_command) {
  shell.environment["CLERK_SECRET_KEY"] = "sk_test_of_nobody";
  for (const std::string line : {"settings pull", "settings plan same.yaml", "settings apply other.yaml --yes",
                                 "instance-settings get-instance", "users get-user-list --all"}) {
    const Ran ran = shell.run(line + " --format json");
    EXPECT_EQ(ran.status, failed) << line;
    // Of a list that is not whole there is a warning before.
    const std::string last = ran.err.substr(ran.err.rfind('\n', ran.err.size() - 2) + 1);
    const boost::json::value error = boost::json::parse(last).at("error");
    EXPECT_EQ(error.at("kind"), "http") << line;
    EXPECT_EQ(error.at("status"), 401) << line;
    EXPECT_EQ(error.at("errors").at(0).at("code"), "clerk_key_invalid") << line;
    EXPECT_THAT(std::string{error.at("hint").as_string()}, HasSubstr("CLERK_SECRET_KEY")) << line;
  }
}

TEST_F(AnExitStatus, without_a_key_says_where_one_may_be_put) {
  shell.environment.erase("CLERK_SECRET_KEY");
  for (const std::string line : {"settings pull", "settings plan same.yaml", "users get-user-list"}) {
    const Ran ran = shell.run(line);
    EXPECT_EQ(ran.status, failed) << line;
    EXPECT_THAT(ran.err, HasSubstr("CLERK_SECRET_KEY")) << line;
  }
}

TEST_F(AnExitStatus, standard_input_is_read_only_where_a_dash_says_so) {
  const std::string input = "protect: {rules_enabled: true}";
  for (const std::string line :
       {"settings plan same.yaml", "settings pull", "settings validate same.yaml", "settings drift same.yaml",
        "settings apply other.yaml", "settings apply other.yaml --yes", "users get-user-list",
        "instance-settings update-instance --hibp=false", "doctor", "completion bash", "--help", "setings"}) {
    EXPECT_FALSE(shell.run(line, input).read_input) << line;
  }
  server.patch("/v1/instance/protect", R"({"rules_enabled":false})");
  EXPECT_EQ(shell.run("settings validate -", input).status, done);
  EXPECT_EQ(shell.run("settings plan - --detailed-exitcode", input).status, changes_pending);
  EXPECT_EQ(shell.run("settings apply - --yes", input).status, done);
  EXPECT_EQ(server.settings().at("protect").at("rules_enabled"), true);
  const Ran sent = shell.run("instance-settings update-instance-protect --data -", R"({"rules_enabled":false})");
  EXPECT_EQ(sent.status, done) << sent.said();
  EXPECT_EQ(server.settings().at("protect").at("rules_enabled"), false);
}

TEST_F(AnExitStatus, of_pull_is_a_failure_where_it_would_overwrite) {
  shell.write("settings.yaml", "mine");
  EXPECT_EQ(shell.run("settings pull --out settings.yaml").status, failed);
  EXPECT_EQ(shell.run("settings pull --out -").out, shell.run("settings pull").out);
  EXPECT_FALSE(shell.has("-"));
  EXPECT_EQ(shell.read("settings.yaml"), "mine");
  EXPECT_EQ(shell.run("settings pull --out settings.yaml --force").status, done);
  EXPECT_THAT(shell.read("settings.yaml"), HasSubstr("organization_settings"));
}

}  // namespace

}  // namespace clerk::ctl::test
