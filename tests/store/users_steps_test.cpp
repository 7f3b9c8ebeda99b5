#include "server/store/identifications.hpp"
#include "server/store/users.hpp"
#include "tests/store/store_support.hpp"

#include <sqlite3.h>

#include <functional>
#include <string>
#include <vector>

namespace clerk::server::store {

namespace {

const std::string instance_id = "ins_1";

/// How much SQLite does for a look into the users, counted in steps of its machine: what grows with the instance must
/// not be a look-up.
class UsersSteps : public testing::Test {
 protected:
  UsersSteps() { transaction.insert_instance(instance(instance_id)); }

  void add_until(int count) {
    for (; made < count; ++made) {
      const std::string number = std::to_string(made);
      ASSERT_TRUE(users.insert({.id = "user_" + number,
                                .instance_id = instance_id,
                                .external_id = "e" + number,
                                .created_at = made,
                                .updated_at = made,
                                .keys = {.search = std::string(200, 's')}}));
      ASSERT_TRUE(identifications.insert({.id = "idn_" + number,
                                          .instance_id = instance_id,
                                          .user_id = "user_" + number,
                                          .kind = "email_address",
                                          .folded = number + "@example.com",
                                          .created_at = made,
                                          .updated_at = made}));
    }
  }

  std::int64_t steps_of(const std::function<void()>& work) {
    work();  // so that nothing is prepared any more
    std::int64_t steps = 0;
    const auto count = [](void* counted) { return ++*static_cast<std::int64_t*>(counted), 0; };
    sqlite3_progress_handler(session->native(), 1, count, &steps);
    work();
    sqlite3_progress_handler(session->native(), 0, nullptr, nullptr);
    return steps;
  }

  /// Fails if ten times the users are more than a little more work for any of these.
  void expect_look_ups(const std::vector<std::function<void()>>& works) {
    add_until(200);
    std::vector<std::int64_t> few;
    for (const auto& work : works) few.push_back(steps_of(work));
    add_until(2000);
    for (std::size_t at = 0; at < works.size(); ++at) {
      EXPECT_LE(steps_of(works[at]), few[at] + few[at] / 2) << "work " << at;
    }
  }

  std::size_t page(const UserSearch& search) { return users.page(instance_id, search, {}, {.limit = 100}).size(); }

  Database database{StoreLocation{}};
  std::unique_ptr<Session> session{database.open_session()};
  Transaction transaction{*session};
  Users users{transaction};
  Identifications identifications{transaction};
  int made{0};
};

}  // namespace

TEST_F(UsersSteps, a_page_costs_what_is_on_it) {
  expect_look_ups({[&] { EXPECT_EQ(page({}), 100U); }});
}

TEST_F(UsersSteps, who_is_named_is_looked_up) {
  expect_look_ups({
      [&] { EXPECT_EQ(page({.email_address = {"7@example.com"}}), 1U); },
      [&] { EXPECT_EQ(users.count(instance_id, {.email_address = {"7@example.com"}}), 1); },
      [&] {
        EXPECT_EQ(page({.user_id = {.included = {"user_7", "user_8"}}}), 2U);
      },
      [&] {
        EXPECT_EQ(page({.external_id = {.included = {"e7", "e9"}}}), 2U);
      },
  });
}

TEST_F(UsersSteps, what_a_page_leaves_out_is_skipped_in_the_narrow_index) {
  add_until(2000);
  const auto pages_of = [&](UserKey key) {
    const auto touched = [&] {
      int sum = 0;
      for (const int kind : {SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS}) {
        int now = 0;
        int highest = 0;
        sqlite3_db_status(session->native(), kind, &now, &highest, 0);
        sum += now;
      }
      return sum;
    };
    const int before = touched();
    EXPECT_EQ(users.page(instance_id, {}, {.key = key}, {.limit = 10, .offset = 1900}).size(), 10U);
    return touched() - before;
  };
  pages_of(UserKey::created_at);
  EXPECT_LE(pages_of(UserKey::created_at), pages_of(UserKey::updated_at) + 10);
}

TEST_F(UsersSteps, the_total_is_kept) {
  expect_look_ups({[&] { EXPECT_GE(users.count(instance_id, {}), 200); }});
}

TEST_F(UsersSteps, an_external_id_is_seen_to_be_free_by_a_look_up) {
  expect_look_ups({[&] {
    UserRow row = users.find(instance_id, "user_7").value();
    row.external_id = "e8";
    EXPECT_FALSE(users.update(row));
  }});
}

}  // namespace clerk::server::store
