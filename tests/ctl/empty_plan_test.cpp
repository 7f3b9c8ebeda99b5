// After `apply`, `plan` finds nothing to do.
#include "ctl/output/render.hpp"
#include "tests/ctl/clerkctl_test.hpp"
#include "tests/ctl/random_document.hpp"

#include <boost/json/serialize.hpp>

#include <chrono>

namespace clerk::ctl::test {

namespace {

class AnEmptyPlan : public ClerkctlTest {};

/// Each group, with something that a new development instance has otherwise.
constexpr std::string_view every_group = R"(
instance:
  allowed_origins: [capacitor://localhost, http://localhost:3000]
  support_email: help@example.com
  test_mode: false
restrictions:
  block_email_subaddresses: true
organization_settings:
  enabled: true
  max_allowed_memberships: 12
  domains_enrollment_modes: [automatic_suggestion, automatic_invitation]
communication:
  blocked_country_codes: [KP, DE]
protect:
  specter_enabled: true
oauth_application_settings:
  default_scopes: [profile, email]
instance_settings:
  from_email_address: team
)";

constexpr std::string_view every_group_in_another_order = R"(
instance_settings:
  from_email_address: team
oauth_application_settings:
  default_scopes: [email, profile]
protect:
  specter_enabled: true
communication:
  blocked_country_codes: [DE, KP]
organization_settings:
  domains_enrollment_modes: [automatic_invitation, automatic_suggestion]
  max_allowed_memberships: 12
  enabled: true
restrictions:
  block_email_subaddresses: true
instance:
  test_mode: false
  support_email: help@example.com
  allowed_origins: [http://localhost:3000, capacitor://localhost]
)";

TEST_F(AnEmptyPlan, follows_on_apply_in_every_group_and_in_another_order) {
  apply(shell.write("wanted.yaml", every_group));
  expect_nothing_to_do("wanted.yaml");
  EXPECT_EQ(shell.run("settings drift wanted.yaml").status, done);
  expect_nothing_to_do(shell.write("settings.yaml", every_group_in_another_order));
}

TEST_F(AnEmptyPlan, follows_where_reads_lag_behind_by_a_few_reads) {
  meddler.lag_by_reads(2);
  apply(shell.write("wanted.yaml", every_group));
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(AnEmptyPlan, follows_where_reads_lag_behind_by_two_seconds) {
  meddler.lag_by_time(std::chrono::seconds{2});
  apply(shell.write("wanted.yaml", every_group));
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(AnEmptyPlan, follows_where_one_setting_was_applied_by_its_other_name) {
  apply(shell.write("wanted.yaml", "instance: {test_mode: false}"));
  apply(shell.write("other.yaml", "instance_settings: {test_mode: true}"));
  EXPECT_EQ(shell.run("settings plan wanted.yaml --detailed-exitcode").status, changes_pending)
      << "what was last applied is the other value";
  apply("wanted.yaml");
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(AnEmptyPlan, follows_where_the_api_writes_small_what_the_file_writes_large) {
  apply(shell.write("wanted.yaml",
                    "instance: {support_email: Help@EXAMPLE.com, allowed_origins: ['HTTP://LOCALHOST:80']}"));
  expect_nothing_to_do("wanted.yaml");
}

TEST_F(AnEmptyPlan, follows_on_apply_of_any_file) {
  RandomDocument documents{20261201, server.role_id("org:admin")};
  for (int i = 0; i < 60; ++i) {
    const boost::json::object document = documents.draw();
    SCOPED_TRACE(boost::json::serialize(document));
    if (i % 2 == 0) {
      apply(shell.write("wanted.json", boost::json::serialize(document)));
      expect_nothing_to_do("wanted.json");
    } else {
      apply(shell.write("wanted.yaml", render(document, OutputFormat::yaml)));
      expect_nothing_to_do("wanted.yaml");
    }
    expect_nothing_to_do(shell.write("wanted.json", boost::json::serialize(documents.reordered(document))));
    if (HasFailure()) return;
  }
}

TEST_F(AnEmptyPlan, is_what_a_pulled_file_gives) {
  apply(shell.write("wanted.yaml", every_group));
  for (const std::string name : {"pulled.yaml", "pulled.json"}) {
    const Ran pulled = shell.run("settings pull --out " + name);
    ASSERT_EQ(pulled.status, done) << pulled.said();
    expect_nothing_to_do(name);
    EXPECT_EQ(shell.run("settings drift " + name).status, done) << shell.read(name);
  }
}

}  // namespace

}  // namespace clerk::ctl::test
