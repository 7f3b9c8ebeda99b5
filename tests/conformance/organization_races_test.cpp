#include "tests/conformance/at_once.hpp"
#include "tests/conformance/organization_support.hpp"

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace clerk::testing {

namespace {

/// How often each came of calls at once: `done`, or a code.
class Tally {
 public:
  void add(const std::string& what) {
    const std::lock_guard lock{mutex_};
    ++counts_[what];
  }
  [[nodiscard]] const std::map<std::string, int>& counts() const noexcept { return counts_; }

 private:
  std::mutex mutex_{};
  std::map<std::string, int> counts_{};
};

using Counts = std::map<std::string, int>;

}  // namespace

TEST_F(OrganizationsTest, with_fifty_seats_fifty_of_two_hundred_who_come_at_once_get_one) {
  settings.update_instance_organization_settings({.max_allowed_memberships = 50}).value();
  const Organization organization = make_organization("Acme");
  std::vector<User> people;
  for (int i = 0; i < 200; ++i) people.push_back(make_user("person" + std::to_string(i)));
  Tally tally;
  at_once(200, [&](int i) { tally.add(code_of(join(organization, people.at(static_cast<std::size_t>(i))))); });
  EXPECT_EQ(tally.counts(), (Counts{{"done", 50}, {"organization_membership_quota_exceeded", 150}}));
  EXPECT_EQ(memberships.list_organization_memberships(organization.id).value().total_count, 50);
}

TEST_F(OrganizationsTest, the_last_seat_goes_to_one_member_or_one_invitation) {
  const Organization organization =
      organizations.create_organization({.name = "Acme", .max_allowed_memberships = 1}).value();
  const User ada = make_user("ada");
  Tally tally;
  at_once(16, [&](int i) {
    if (i == 0) return tally.add(code_of(join(organization, ada)));
    tally.add(code_of(invitations.create_organization_invitation(
        organization.id, {.email_address = std::to_string(i) + "@example.org", .role = "org:member"})));
  });
  EXPECT_EQ(tally.counts(), (Counts{{"done", 1}, {"organization_membership_quota_exceeded", 15}}));
}

TEST_F(OrganizationsTest, a_slug_that_many_want_is_had_by_one) {
  settings.update_instance_organization_settings({.slug_disabled = false}).value();
  Tally tally;
  at_once(16, [&](int) { tally.add(code_of(organizations.create_organization({.name = "Acme", .slug = "acme"}))); });
  EXPECT_EQ(tally.counts(), (Counts{{"done", 1}, {"form_identifier_exists", 15}}));
}

TEST_F(OrganizationsTest, a_domain_that_many_want_is_had_by_one) {
  settings.update_instance_organization_settings({.domains_enabled = true}).value();
  std::vector<Organization> all;
  for (int i = 0; i < 8; ++i) all.push_back(make_organization("Acme " + std::to_string(i)));
  Tally tally;
  at_once(8, [&](int i) {
    tally.add(code_of(domains.create_organization_domain(
        all.at(static_cast<std::size_t>(i)).id,
        {.name = "acme.com",
         .enrollment_mode = OrganizationDomainEnrollmentMode{OrganizationDomainEnrollmentMode::manual_invitation}})));
  });
  EXPECT_EQ(tally.counts(), (Counts{{"done", 1}, {"organization_domain_already_exists", 7}}));
}

TEST_F(OrganizationsTest, a_role_is_removed_before_it_is_given_or_not_at_all) {
  const User ada = make_user("ada");
  for (int round = 0; round < 8; ++round) {
    const Organization organization = make_organization("Acme");
    const Role role =
        roles
            .create_organization_role(
                {.name = "Guest", .key = "org:guest" + std::to_string(round), .include_in_initial_role_set = true})
            .value();
    std::string given;
    std::string removed;
    at_once(2, [&](int i) {
      if (i == 0) {
        given = code_of(join(organization, ada, role.key));
      } else {
        removed = code_of(roles.delete_organization_role(role.id));
      }
    });
    const bool given_first = given == "done" && removed == "organization_role_assigned_members";
    const bool removed_first = given == "resource_not_found" && removed == "done";
    EXPECT_TRUE(given_first || removed_first) << given << ", " << removed;
    if (given_first) memberships.delete_organization_membership(organization.id, ada.id).value();
    if (given_first) roles.delete_organization_role(role.id).value();
  }
}

}  // namespace clerk::testing
