// Operations as commands, against clerkd.
#include "tests/ctl/clerkctl_test.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include <string>

namespace clerk::ctl::test {

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class AnOperation : public ClerkctlTest {
 protected:
  [[nodiscard]] boost::json::value answer(const std::string& line, std::string input = {}) const {
    const Ran ran = shell.run(line + " --format json", std::move(input));
    EXPECT_EQ(ran.status, done) << line << '\n' << ran.said();
    return ran.json();
  }
  void create_users(int count) const {
    for (int i = 0; i < count; ++i) {
      const std::string address = "person" + std::to_string(i) + "@example.com";
      (void)answer("users create-user --email-address " + address + " --skip-password-requirement");
    }
  }
};

TEST_F(AnOperation, creates_reads_and_deletes_a_user) {
  const boost::json::value made = answer(
      "users create-user --email-address ada@example.com --first-name Ada --last_name Lovelace "
      "--skip-password-requirement");
  EXPECT_EQ(made.at("first_name"), "Ada");
  EXPECT_EQ(made.at("last_name"), "Lovelace") << "a flag may be spelt as the field is";
  const std::string id{made.at("id").as_string()};
  EXPECT_EQ(answer("users get-user " + id), made);
  EXPECT_EQ(answer("users delete-user " + id).at("deleted"), true);
  const Ran gone = shell.run("users get-user " + id);
  EXPECT_EQ(gone.status, failed);
  EXPECT_THAT(gone.err, AllOf(HasSubstr("404"), HasSubstr("resource_not_found")));
}

TEST_F(AnOperation, walks_all_pages) {
  create_users(23);
  EXPECT_EQ(answer("users get-user-list").as_array().size(), 10U);
  EXPECT_EQ(answer("users get-user-list --all").as_array().size(), 23U);
  EXPECT_EQ(answer("users get-user-list --all --limit 4").as_array().size(), 23U);
  EXPECT_EQ(answer("users get-user-list --limit 4 --offset 20").as_array().size(), 3U);
  EXPECT_EQ(answer("users get-users-count").at("total_count"), 23);
}

TEST_F(AnOperation, takes_lists_by_repetition_and_by_comma) {
  create_users(3);
  const std::string one = "person0@example.com";
  const std::string two = "person2@example.com";
  EXPECT_EQ(answer("users get-user-list --email-address " + one + " --email-address " + two).as_array().size(), 2U);
  EXPECT_EQ(answer("users get-user-list --email-address " + one + "," + two).as_array().size(), 2U);
  (void)answer("instance-settings update-instance-communication --blocked-country-codes KP,DE");
  EXPECT_EQ(server.settings().at("communication").at("blocked_country_codes"), boost::json::parse(R"(["KP","DE"])"));
  (void)answer("instance-settings update-instance-communication --blocked-country-codes=");
  EXPECT_EQ(server.settings().at("communication").at("blocked_country_codes"), boost::json::array{});
}

TEST_F(AnOperation, has_three_states_for_each_field) {
  (void)answer(
      "instance-settings update-instance-oauth-application-settings --default-scopes email --oauth-jwt-access-tokens");
  EXPECT_EQ(server.settings().at("oauth_application_settings").at("default_scopes"),
            boost::json::parse(R"(["email"])"));
  (void)answer("instance-settings update-instance-oauth-application-settings --null default_scopes");
  EXPECT_TRUE(server.settings().at("oauth_application_settings").at("default_scopes").is_null());
  EXPECT_EQ(server.settings().at("oauth_application_settings").at("oauth_jwt_access_tokens"), true);

  const Ran refused = shell.run("invitations create-invitation --null email-address");
  EXPECT_EQ(refused.status, usage) << refused.said();
  EXPECT_THAT(refused.err, HasSubstr("takes no null"));
}

TEST_F(AnOperation, takes_booleans_as_flags_and_with_a_value) {
  EXPECT_EQ(shell.run("instance-settings update-instance --hibp=false --test-mode").status, done);
  EXPECT_EQ(server.settings().at("instance").at("hibp"), false);
  EXPECT_EQ(server.settings().at("instance").at("test_mode"), true);
  const Ran refused = shell.run("instance-settings update-instance --hibp true");
  EXPECT_EQ(refused.status, usage) << "a value apart from its flag is not taken for something else";
  EXPECT_EQ(server.settings().at("instance").at("hibp"), false);
}

TEST_F(AnOperation, takes_its_body_from_a_file_from_input_and_from_the_line) {
  shell.write("user.json",
              R"({"email_address":["ada@example.com"],"first_name":"Ada","skip_password_requirement":true})");
  EXPECT_EQ(answer("users create-user --data @user.json --first-name Augusta").at("first_name"), "Augusta");
  const boost::json::value made = answer("users create-user --data -",
                                         R"({"email_address":["grace@example.com"],"skip_password_requirement":true})");
  EXPECT_TRUE(made.at("id").is_string());
  EXPECT_EQ(shell.run(R"(instance-settings update-instance --data {"hibp":false})").status, done);
  EXPECT_EQ(server.settings().at("instance").at("hibp"), false);
}

TEST_F(AnOperation, refuses_an_unknown_field_of_a_body_unless_it_is_meant) {
  const Ran refused = shell.run(R"(instance-settings update-instance --data {"suport_email":"help@example.com"})");
  EXPECT_NE(refused.status, done);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("suport_email"), HasSubstr("support_email")));
  EXPECT_THAT(meddler.writes(), IsEmpty());
  const Ran meant = shell.run(R"(instance-settings update-instance --allow-unknown --data {"newer_setting":true})");
  EXPECT_EQ(meant.status, done) << meant.said();
  ASSERT_EQ(meddler.writes().size(), 1U);
  EXPECT_EQ(meddler.writes().front().second.at("newer_setting"), true);
  EXPECT_THAT(meant.err, HasSubstr("newer_setting")) << "the server's own warning is passed on";
}

TEST_F(AnOperation, prints_the_part_that_a_pointer_names) {
  const std::string id = server.instance_id(clerk::testing::development_key);
  EXPECT_EQ(shell.run("instance-settings get-instance --query /id").out, id + "\n");
  EXPECT_EQ(answer("instance-settings get-instance --query /environment_type"), "development");
  const Ran missing = shell.run("instance-settings get-instance --query /idd");
  EXPECT_EQ(missing.status, failed);
  EXPECT_THAT(missing.err, HasSubstr("idd"));
}

TEST_F(AnOperation, is_not_made_when_the_pointer_is_none_even_after_a_step_that_leads_nowhere) {
  const Ran refused = shell.run(
      "instance-settings update-instance-communication --blocked-country-codes US,CA "
      "--query /blocked_country_codes/x~2");
  EXPECT_EQ(refused.status, usage) << refused.said();
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(AnOperation, tells_once_of_a_null_that_changes_nothing) {
  for (const std::string field : {"support_email", "allowed_origins"}) {
    const Ran idle = shell.run("instance-settings update-instance --format json --null " + field);
    EXPECT_EQ(idle.status, done) << idle.said();
    std::string flag = "--" + field;
    flag.at(flag.find('_')) = '-';
    EXPECT_EQ(idle.err, R"({"warning":{"message":")" + flag + ": null changes nothing\"}}\n");
    EXPECT_TRUE(meddler.writes().back().second.at(field).is_null());
  }
}

TEST_F(AnOperation, shows_status_and_headers_when_asked) {
  const Ran shown = shell.run("instance-settings get-instance --include --format json");
  EXPECT_EQ(shown.status, done) << shown.said();
  EXPECT_THAT(shown.out, AllOf(HasSubstr("200"), HasSubstr("x-clerk-trace-id"), HasSubstr("environment_type")));
}

TEST_F(AnOperation, uploads_a_file) {
  const std::string png = std::string{"\x89PNG\r\n\x1a\n", 8} + std::string(64, 'x');
  shell.write("logo.png", png);
  ASSERT_EQ(shell.run("instance-settings update-instance-organization-settings --enabled").status, done);
  const boost::json::value user =
      answer("users create-user --email-address ada@example.com --skip-password-requirement");
  const std::string user_id{user.at("id").as_string()};
  const boost::json::value made = answer("organizations create-organization --name Engines --created-by " + user_id);
  const std::string id{made.at("id").as_string()};
  const boost::json::value changed = answer("organizations upload-organization-logo " + id + " --file @logo.png");
  EXPECT_EQ(changed.at("has_image"), true);
  EXPECT_EQ(shell.run("organizations upload-organization-logo " + id + " --file @missing.png").status, failed);
}

TEST_F(AnOperation, tells_a_refusal_with_all_that_the_server_said) {
  const Ran refused =
      shell.run("instance-settings update-instance-communication --data {\"blocked_country_codes\":[\"DE\",\"DE\"]}");
  EXPECT_NE(refused.status, done);
  EXPECT_THAT(refused.err, HasSubstr("blocked_country_codes"));
  shell.environment["CLERK_SECRET_KEY"] = "sk_test_another0123456789";
  const Ran unauthorized = shell.run("instance-settings get-instance");
  EXPECT_EQ(unauthorized.status, failed);
  EXPECT_THAT(unauthorized.err, AllOf(HasSubstr("401"), HasSubstr("clerk_key_invalid"), HasSubstr("CLERK_SECRET_KEY")));
}

}  // namespace

}  // namespace clerk::ctl::test
