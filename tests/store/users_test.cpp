#include "server/store/users.hpp"

#include "server/store/identifications.hpp"
#include "tests/store/store_support.hpp"

#include <algorithm>
#include <random>
#include <set>

namespace clerk::server::store {
namespace {

using testing::ElementsAre;

const std::string instance_id = "ins_1";

class UsersTest : public testing::Test {
 protected:
  UsersTest() {
    transaction.insert_instance(instance(instance_id));
    transaction.insert_instance(instance("ins_2"));
  }

  static UserRow user(const std::string& id, std::int64_t created_at = 1) {
    return {.id = id, .instance_id = instance_id, .created_at = created_at, .updated_at = created_at};
  }

  static IdentificationRow address(const std::string& id, const std::string& user_id, const std::string& text) {
    return {.id = id,
            .instance_id = instance_id,
            .user_id = user_id,
            .kind = "email_address",
            .folded = text,
            .mailbox = text.substr(0, text.find('+')) + text.substr(text.find('@')),
            .document = {.identifier = text, .status = "verified", .strategy = "admin"},
            .created_at = 1,
            .updated_at = 1};
  }

  Database database{StoreLocation{}};
  std::unique_ptr<Session> session{database.open_session()};
  Transaction transaction{*session};
  Users users{transaction};
  Identifications identifications{transaction};
};

TEST_F(UsersTest, AUserComesBackAsInsertedAndAsUpdated) {
  UserRow row = user("user_1", 5);
  row.external_id = "ext";
  row.locked_until = 9;
  row.last_active_at = 6;
  row.last_sign_in_at = 7;
  row.keys = {.first_name = "ada",
              .last_name = "b",
              .username = "c",
              .email_address = "d",
              .phone_number = "e",
              .web3_wallet = "f",
              .search = "ada b c"};
  row.document.first_name = "Ada";
  row.document.public_metadata = RawJson{R"({"n":[1,"x"]})"};
  ASSERT_TRUE(users.insert(row));
  const auto same = [&] {
    const auto found = users.find(instance_id, "user_1");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->external_id, row.external_id);
    EXPECT_EQ(found->banned, row.banned);
    EXPECT_EQ(found->locked_until, row.locked_until);
    EXPECT_EQ(found->created_at, row.created_at);
    EXPECT_EQ(found->updated_at, row.updated_at);
    EXPECT_EQ(found->last_active_at, row.last_active_at);
    EXPECT_EQ(found->last_sign_in_at, row.last_sign_in_at);
    EXPECT_EQ(found->keys, row.keys);
    EXPECT_EQ(found->document, row.document);
  };
  same();
  row = user("user_1", 50);
  row.banned = true;
  row.keys.search = "other";
  row.document.last_name = "L";
  ASSERT_TRUE(users.update(row));
  same();
  EXPECT_FALSE(users.find("ins_2", "user_1"));
}

TEST_F(UsersTest, AnExternalIdIsHadByOneUserOfAnInstanceAndNoneByMany) {
  ASSERT_TRUE(users.insert(user("user_1")));
  ASSERT_TRUE(users.insert(user("user_2")));
  UserRow third = user("user_3");
  third.external_id = "ext";
  ASSERT_TRUE(users.insert(third));
  UserRow fourth = user("user_4");
  fourth.external_id = "ext";
  EXPECT_FALSE(users.insert(fourth));
  UserRow first = user("user_1");
  first.external_id = "ext";
  EXPECT_FALSE(users.update(first));
  EXPECT_TRUE(users.update(third));
  EXPECT_EQ(users.count(instance_id, {}), 3);
}

TEST_F(UsersTest, AnIdentifierIsHadByOneUserOfAnInstance) {
  ASSERT_TRUE(users.insert(user("user_1")));
  ASSERT_TRUE(users.insert(user("user_2")));
  EXPECT_TRUE(identifications.insert(address("idn_1", "user_1", "a@example.com")));
  EXPECT_FALSE(identifications.insert(address("idn_2", "user_2", "a@example.com")));
  EXPECT_TRUE(identifications.insert(address("idn_3", "user_1", "a+x@example.com")));
  EXPECT_TRUE(identifications.has_mailbox(instance_id, "a@example.com", ""));
  EXPECT_FALSE(identifications.has_mailbox(instance_id, "a@example.com", "user_1"));
  EXPECT_FALSE(identifications.has_mailbox("ins_2", "a@example.com", ""));
  EXPECT_EQ(identifications.find_by_identifier(instance_id, "email_address", "a@example.com")->id, "idn_1");
  EXPECT_FALSE(identifications.find_by_identifier(instance_id, "username", "a@example.com"));
  EXPECT_EQ(identifications.of_user("user_1").size(), 2U);
  identifications.remove("idn_1");
  EXPECT_TRUE(identifications.insert(address("idn_4", "user_2", "a@example.com")));
  identifications.remove_of_user("user_1");
  EXPECT_EQ(identifications.of_users({"user_1", "user_2"}).size(), 1U);
  users.remove(instance_id, "user_1");
  EXPECT_FALSE(users.find(instance_id, "user_1"));
  EXPECT_EQ(users.count(instance_id, {}), 1);
}

TEST_F(UsersTest, APageAfterAUserGoesOnWhereThatOneStands) {
  for (int i = 0; i < 6; ++i) ASSERT_TRUE(users.insert(user("user_" + std::to_string(i), i / 2)));
  const auto after = [&](const std::string& id, std::int64_t at, bool descending) {
    UserSearch search;
    search.starting_after = UserSearch::Cursor{.created_at = at, .id = id};
    return ids_of(users.page(instance_id, search, {.descending = descending}, {.limit = 10}));
  };
  EXPECT_THAT(after("user_3", 1, true), ElementsAre("user_2", "user_1", "user_0"));
  EXPECT_THAT(after("user_2", 1, false), ElementsAre("user_3", "user_4", "user_5"));
}

/// Random users, and the searches over them done here a second time, without SQL.
class UsersSearchTest : public UsersTest {
 protected:
  UsersSearchTest() {
    for (int i = 0; i < 120; ++i) {
      UserRow row = user("user_" + std::to_string(i), pick(20));
      if (pick(3) == 0) row.external_id = "ext" + std::to_string(i);
      row.banned = pick(2) == 0;
      row.last_active_at = pick(10);
      row.last_sign_in_at = pick(10);
      row.updated_at = pick(30);
      row.keys.first_name = word();
      row.keys.last_name = word();
      row.keys.search = row.keys.first_name + " " + row.keys.last_name + " " + row.id;
      EXPECT_TRUE(users.insert(row));
      rows.push_back(row);
      if (pick(2) == 0) {
        const std::string text = word() + std::to_string(i) + "@example.com";
        EXPECT_TRUE(identifications.insert(address("idn_" + std::to_string(i), row.id, text)));
        addresses.emplace_back(row.id, text);
      }
    }
  }

  std::int64_t pick(unsigned below) { return static_cast<std::int64_t>(random() % below); }
  std::string word() {
    static const std::vector<std::string> words{"", "ada", "bob", "a_a", "100%", "adab"};
    return words.at(static_cast<std::size_t>(pick(6)));
  }

  [[nodiscard]] bool has_address(const UserRow& row, const std::vector<std::string>& wanted,
                                 const std::string& part) const {
    return std::ranges::any_of(addresses, [&](const auto& entry) {
      return entry.first == row.id && (wanted.empty() || std::ranges::count(wanted, entry.second) > 0) &&
             entry.second.find(part) != std::string::npos;
    });
  }

  static bool in(const Selection& selection, const std::string& value) {
    return (selection.included.empty() || std::ranges::count(selection.included, value) > 0) &&
           std::ranges::count(selection.excluded, value) == 0;
  }
  static bool in(const TimeRange& range, std::int64_t at) {
    return (!range.after || at > *range.after) && (!range.before || at < *range.before);
  }

  [[nodiscard]] bool matches(const UserSearch& search, const UserRow& row) const {
    return in(search.user_id, row.id) && in(search.external_id, row.external_id) &&
           (search.email_address.empty() || has_address(row, search.email_address, "")) &&
           (search.email_address_query.empty() || has_address(row, {}, search.email_address_query)) &&
           row.keys.search.find(search.query) != std::string::npos &&
           (row.keys.first_name + " " + row.keys.last_name).find(search.name_query) != std::string::npos &&
           (!search.banned || *search.banned == row.banned) && in(search.created_at, row.created_at) &&
           in(search.last_active_at, row.last_active_at) && in(search.last_sign_in_at, row.last_sign_in_at);
  }

  TimeRange range() {
    TimeRange range;
    if (pick(4) == 0) range.after = pick(8);
    if (pick(4) == 0) range.before = pick(12);
    return range;
  }

  Selection selection(const std::string& prefix) {
    Selection selection;
    if (pick(4) == 0) {
      for (int i = 0; i < 60; ++i) selection.included.push_back(prefix + std::to_string(pick(120)));
    }
    if (pick(4) == 0) {
      for (int i = 0; i < 9; ++i) selection.excluded.push_back(prefix + std::to_string(pick(120)));
    }
    return selection;
  }

  UserSearch search() {
    UserSearch search;
    search.user_id = selection("user_");
    if (pick(6) == 0) search.external_id = selection("ext");
    if (pick(5) == 0) {
      for (int i = 0; i < 20; ++i) {
        search.email_address.push_back(addresses.at(static_cast<std::size_t>(pick(40))).second);
      }
    }
    if (pick(5) == 0) search.email_address_query = word();
    if (pick(4) == 0) search.query = word();
    if (pick(4) == 0) search.name_query = word();
    if (pick(4) == 0) search.banned = pick(2) == 0;
    search.created_at = range();
    search.last_active_at = range();
    search.last_sign_in_at = range();
    return search;
  }

  std::mt19937 random{11};
  std::vector<UserRow> rows;
  std::vector<std::pair<std::string, std::string>> addresses;
};

TEST_F(UsersSearchTest, FindsAndCountsExactlyThoseThatMatch) {
  std::size_t hits = 0;
  for (int round = 0; round < 400; ++round) {
    const UserSearch wanted = search();
    std::set<std::string> expected;
    for (const UserRow& row : rows) {
      if (matches(wanted, row)) expected.insert(row.id);
    }
    std::set<std::string> found;
    for (const UserRow& row : users.page(instance_id, wanted, {}, {.limit = 500})) found.insert(row.id);
    ASSERT_EQ(found, expected) << "round " << round;
    ASSERT_EQ(users.count(instance_id, wanted), static_cast<std::int64_t>(expected.size())) << "round " << round;
    hits += expected.size();
  }
  EXPECT_GT(hits, 1000U);
}

TEST_F(UsersSearchTest, PagesOfAnyOrderPutTogetherAreTheWholeList) {
  using enum UserKey;
  for (const UserKey key : {created_at, updated_at, email_address, web3wallet, first_name, last_name, phone_number,
                            username, last_active_at, last_sign_in_at}) {
    for (const bool descending : {false, true}) {
      const UserOrder order{.key = key, .descending = descending};
      const auto whole = ids_of(users.page(instance_id, {}, order, {.limit = 500}));
      ASSERT_EQ(whole.size(), rows.size());
      std::vector<std::string> pieces;
      for (std::int64_t offset = 0; offset < 120; offset += 7) {
        for (const UserRow& row : users.page(instance_id, {}, order, {.limit = 7, .offset = offset})) {
          pieces.push_back(row.id);
        }
      }
      EXPECT_EQ(pieces, whole);
    }
  }
  const auto by_name = users.page(instance_id, {}, {.key = first_name, .descending = false}, {.limit = 500});
  EXPECT_TRUE(std::ranges::is_sorted(by_name, {}, [](const UserRow& row) { return row.keys.first_name; }));
}

}  // namespace
}  // namespace clerk::server::store
