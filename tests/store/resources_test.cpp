#include "server/store/resources.hpp"

#include "tests/store/store_support.hpp"

#include <algorithm>
#include <random>

namespace clerk::server::store {
namespace {

using testing::ElementsAre;

class ResourcesTest : public testing::Test {
 protected:
  ResourcesTest() {
    transaction.insert_instance(instance("ins_1"));
    transaction.insert_instance(instance("ins_2"));
  }

  static ResourceRow row(const std::string& id, const std::string& unique_key = "", std::int64_t created_at = 1) {
    return {.id = id,
            .instance_id = "ins_1",
            .unique_key = unique_key,
            .owner = "user_1",
            .subject = "s " + id,
            .status = "pending",
            .search = "a " + id,
            .document = R"({"n":1})",
            .expires_at = 70,
            .created_at = created_at,
            .updated_at = created_at};
  }

  Database database{StoreLocation{}};
  std::unique_ptr<Session> session{database.open_session()};
  Transaction transaction{*session};
  Resources domains{transaction, "domain"};
  Resources sessions{transaction, "session"};
};

TEST_F(ResourcesTest, AResourceComesBackAsInsertedAndAsUpdated) {
  ResourceRow row = ResourcesTest::row("dmn_1", "example.com");
  ASSERT_TRUE(domains.insert(row));
  const auto same = [&] {
    const auto found = domains.find("ins_1", "dmn_1");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->unique_key, row.unique_key);
    EXPECT_EQ(found->owner, row.owner);
    EXPECT_EQ(found->subject, row.subject);
    EXPECT_EQ(found->status, row.status);
    EXPECT_EQ(found->search, row.search);
    EXPECT_EQ(found->document, row.document);
    EXPECT_EQ(found->expires_at, row.expires_at);
    EXPECT_EQ(found->created_at, row.created_at);
    EXPECT_EQ(found->updated_at, row.updated_at);
  };
  same();
  row.unique_key = "example.org";
  row.owner = "user_2";
  row.subject = "";
  row.status = "revoked";
  row.search = "b";
  row.document = "{}";
  row.expires_at = 0;
  row.updated_at = 9;
  ASSERT_TRUE(domains.update(row));
  same();
  EXPECT_EQ(domains.find_by_key("ins_1", "example.org")->id, "dmn_1");
  EXPECT_FALSE(domains.find_by_key("ins_1", "example.com"));
}

TEST_F(ResourcesTest, AKeyIsHadByOneOfAKindAndInstanceAndNoneByMany) {
  ASSERT_TRUE(domains.insert(row("dmn_1", "example.com")));
  EXPECT_FALSE(domains.insert(row("dmn_2", "example.com")));
  EXPECT_TRUE(sessions.insert(row("sess_1", "example.com")));
  ResourceRow elsewhere = row("dmn_3", "example.com");
  elsewhere.instance_id = "ins_2";
  EXPECT_TRUE(domains.insert(elsewhere));
  EXPECT_TRUE(domains.insert(row("dmn_4")));
  EXPECT_TRUE(domains.insert(row("dmn_5")));
  EXPECT_FALSE(domains.find_by_key("ins_1", ""));
  ResourceRow fifth = row("dmn_5", "example.com");
  EXPECT_FALSE(domains.update(fifth));
  EXPECT_EQ(domains.count("ins_1", {}), 3);
}

TEST_F(ResourcesTest, WhatBelongsToAnotherKindOrInstanceIsNeitherFoundNorRemoved) {
  ASSERT_TRUE(domains.insert(row("dmn_1")));
  EXPECT_FALSE(sessions.find("ins_1", "dmn_1"));
  EXPECT_FALSE(domains.find("ins_2", "dmn_1"));
  sessions.remove("ins_1", "dmn_1");
  domains.remove("ins_2", "dmn_1");
  EXPECT_EQ(domains.count("ins_1", {}), 1);
  domains.remove("ins_1", "dmn_1");
  EXPECT_EQ(domains.count("ins_1", {}), 0);
  EXPECT_FALSE(domains.find("ins_1", "dmn_1"));
}

TEST_F(ResourcesTest, ASearchFindsAndCountsThoseOfTheStatusTheOwnerAndTheText) {
  std::mt19937 random{5};
  std::vector<ResourceRow> rows;
  const std::vector<std::string> words{"ada", "expired", "100%", "a_b"};
  const auto pick = [&] { return words.at(random() % words.size()); };
  for (int i = 0; i < 80; ++i) {
    ResourceRow made = row("sess_" + std::to_string(i), "", static_cast<std::int64_t>(random() % 9));
    made.status = pick();
    made.expires_at = static_cast<std::int64_t>(random() % 4);
    made.owner = pick();
    made.search = pick() + pick();
    ASSERT_TRUE(sessions.insert(made));
    rows.push_back(made);
  }
  for (int round = 0; round < 200; ++round) {
    ResourceSearch search;
    if (random() % 2 == 0) search.status = {pick(), pick()};
    if (random() % 2 == 0) search.owner = {pick()};
    if (random() % 2 == 0) search.query = pick();
    if (random() % 3 == 0) search.created_since = static_cast<std::int64_t>(random() % 9);
    search.now = static_cast<std::int64_t>(random() % 4);
    std::vector<ResourceRow> expected;
    for (const ResourceRow& one : rows) {
      const auto asked = [](const auto& list, const std::string& value) {
        return list.empty() || std::ranges::count(list, value) > 0;
      };
      if (asked(search.status, std::string{one.status_at(search.now)}) && asked(search.owner, one.owner) &&
          (!search.created_since || one.created_at >= *search.created_since) &&
          one.search.find(search.query) != std::string::npos) {
        expected.push_back(one);
      }
    }
    std::ranges::sort(expected, {}, [](const ResourceRow& one) { return std::pair{one.created_at, one.id}; });
    ASSERT_EQ(ids_of(sessions.page("ins_1", search, {.descending = false}, {.limit = 500})), ids_of(expected));
    std::ranges::reverse(expected);
    ASSERT_EQ(ids_of(sessions.page("ins_1", search, {}, {.limit = 500})), ids_of(expected));
    ASSERT_EQ(sessions.count("ins_1", search), static_cast<std::int64_t>(expected.size()));
  }
}

TEST_F(ResourcesTest, PagesBeginWhereTheyAreAskedTo) {
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(domains.insert(row("dmn_" + std::to_string(i), "", i)));
  EXPECT_THAT(ids_of(domains.page("ins_1", {}, {}, {.limit = 2, .offset = 1})), ElementsAre("dmn_3", "dmn_2"));
  EXPECT_THAT(ids_of(domains.page("ins_1", {}, {.descending = false}, {.limit = 2, .offset = 4})),
              ElementsAre("dmn_4"));
}

TEST_F(ResourcesTest, PagesAreInTheOrderThatIsAskedFor) {
  for (const auto& [id, owner, expires_at] : {std::tuple{"inv_1", "b", 3}, {"inv_2", "c", 1}, {"inv_3", "a", 2}}) {
    ResourceRow made = row(id);
    made.owner = owner;
    made.expires_at = expires_at;
    ASSERT_TRUE(domains.insert(made));
  }
  const auto ordered = [&](ResourceKey key, bool descending) {
    return ids_of(domains.page("ins_1", {}, {.key = key, .descending = descending}, {}));
  };
  EXPECT_THAT(ordered(ResourceKey::owner, false), ElementsAre("inv_3", "inv_1", "inv_2"));
  EXPECT_THAT(ordered(ResourceKey::expires_at, true), ElementsAre("inv_1", "inv_3", "inv_2"));
}

TEST_F(ResourcesTest, TheyAreFoundByWhatTheyAreAboutAndGoWithTheirOwner) {
  for (const char* id : {"a", "b", "c"}) ASSERT_TRUE(domains.insert(row(id)));
  ResourceRow other = row("d");
  other.owner = "user_2";
  other.subject = "s a";
  ASSERT_TRUE(domains.insert(other));
  ASSERT_TRUE(sessions.insert(row("e")));
  const ResourceSearch search{.subject = {"s a", "s c"}};
  EXPECT_THAT(ids_of(domains.page("ins_1", search, {.key = ResourceKey::subject, .descending = false}, {})),
              ElementsAre("a", "d", "c"));
  EXPECT_EQ(domains.count("ins_1", search), 3);
  domains.remove_of_owner("ins_1", "user_1");
  EXPECT_THAT(ids_of(domains.page("ins_1", {}, {}, {})), ElementsAre("d"));
  EXPECT_EQ(domains.count("ins_1", {}), 1);
  EXPECT_EQ(sessions.count("ins_1", {}), 1);
}

}  // namespace
}  // namespace clerk::server::store
