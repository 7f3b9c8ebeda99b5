#include "tests/conformance/at_once.hpp"
#include "tests/conformance/library_support.hpp"

#include <clerk/api/instance_settings_api.hpp>
#include <clerk/api/users_api.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <vector>

namespace clerk::testing {

TEST(Races, an_address_that_64_clients_want_at_once_becomes_one_user) {
  const RunningServer server;
  const ApiClient client{configuration_of(server, development_key)};
  const UsersApi users{client};
  std::atomic<int> made{0};
  std::atomic<int> refused{0};
  at_once(64, [&](int i) {
    const std::string address = i % 2 == 0 ? "ada@example.com" : "ADA@example.com";
    const auto user = users.create_user({.email_address = std::vector<std::string>{address}});
    if (user) {
      ++made;
    } else if (user.error().has_code("form_identifier_exists")) {
      ++refused;
    }
  });
  EXPECT_EQ(made.load(), 1);
  EXPECT_EQ(refused.load(), 63);
  EXPECT_EQ(users.get_users_count().value().total_count, 1);
}

TEST(Races, users_with_passwords_and_changes_of_settings_are_made_beside_one_another) {
  const RunningServer server;
  const ApiClient client{configuration_of(server, development_key)};
  const UsersApi users{client};
  const InstanceSettingsApi settings{client};
  std::atomic<int> made{0};
  at_once(9, [&](int i) {
    if (i == 8) {
      for (int round = 0; round < 20; ++round) {
        EXPECT_TRUE(settings.update_instance_restrictions({.block_email_subaddresses = round % 2 == 0}));
      }
      return;
    }
    const auto user = users.create_user({.email_address = std::vector<std::string>{std::to_string(i) + "@example.com"},
                                         .password = "an engine of analysis"});
    if (user && user->password_enabled) ++made;
  });
  EXPECT_EQ(made.load(), 8);
}

}  // namespace clerk::testing
