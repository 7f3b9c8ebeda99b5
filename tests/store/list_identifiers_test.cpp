#include "server/store/list_identifiers.hpp"

#include "tests/store/store_support.hpp"

#include <map>
#include <random>
#include <ranges>

namespace clerk::server::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ListIdentifiersTest : public testing::Test {
 protected:
  ListIdentifiersTest() {
    transaction.insert_instance(instance("ins_1"));
    transaction.insert_instance(instance("ins_2"));
  }

  static ListIdentifierRow row(const std::string& id, const std::string& identifier, std::int64_t created_at = 1,
                               const std::string& instance_id = "ins_1") {
    return {.id = id,
            .instance_id = instance_id,
            .identifier = identifier,
            .identifier_type = "email_address",
            .invitation_id = "",
            .created_at = created_at,
            .updated_at = created_at};
  }

  Database database{StoreLocation{}};
  std::unique_ptr<Session> session{database.open_session()};
  Transaction transaction{*session};
  ListIdentifiers allowlist{transaction, ListIdentifiers::List::allowlist};
  ListIdentifiers blocklist{transaction, ListIdentifiers::List::blocklist};
};

TEST_F(ListIdentifiersTest, AnEntryComesBackAsItWasInserted) {
  ListIdentifierRow entry = row("alid_1", "a@example.com", 7);
  entry.identifier_type = "phone_number";
  entry.invitation_id = "inv_1";
  entry.updated_at = 8;
  ASSERT_TRUE(allowlist.insert(entry));
  const auto found = allowlist.find("ins_1", "alid_1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, entry.id);
  EXPECT_EQ(found->instance_id, entry.instance_id);
  EXPECT_EQ(found->identifier, entry.identifier);
  EXPECT_EQ(found->identifier_type, entry.identifier_type);
  EXPECT_EQ(found->invitation_id, entry.invitation_id);
  EXPECT_EQ(found->created_at, entry.created_at);
  EXPECT_EQ(found->updated_at, entry.updated_at);
}

TEST_F(ListIdentifiersTest, AnIdentifierStandsOnceInAListOfAnInstance) {
  EXPECT_TRUE(allowlist.insert(row("alid_1", "a@example.com")));
  EXPECT_FALSE(allowlist.insert(row("alid_2", "a@example.com")));
  EXPECT_TRUE(blocklist.insert(row("blid_1", "a@example.com")));
  EXPECT_TRUE(allowlist.insert(row("alid_3", "a@example.com", 1, "ins_2")));
  EXPECT_EQ(allowlist.count("ins_1"), 1);
  EXPECT_EQ(allowlist.count("ins_2"), 1);
  EXPECT_EQ(blocklist.count("ins_1"), 1);
  EXPECT_EQ(blocklist.count("ins_2"), 0);
}

TEST_F(ListIdentifiersTest, EntriesOfAnotherListOrInstanceAreNeitherFoundNorRemoved) {
  ASSERT_TRUE(allowlist.insert(row("alid_1", "a@example.com")));
  EXPECT_FALSE(blocklist.find("ins_1", "alid_1"));
  EXPECT_FALSE(allowlist.find("ins_2", "alid_1"));
  EXPECT_FALSE(allowlist.contains("ins_2", "a@example.com"));
  EXPECT_FALSE(blocklist.contains("ins_1", "a@example.com"));
  blocklist.remove("ins_1", "alid_1");
  allowlist.remove("ins_2", "alid_1");
  EXPECT_TRUE(allowlist.contains("ins_1", "a@example.com"));
  EXPECT_EQ(allowlist.count("ins_1"), 1);
}

TEST_F(ListIdentifiersTest, PagesHaveTheNewestFirstAndTheIdDecidesWithinAMillisecond) {
  for (const auto& [id, at] : {std::pair{"alid_b", 2}, {"alid_a", 2}, {"alid_c", 1}, {"alid_d", 3}}) {
    ASSERT_TRUE(allowlist.insert(row(id, std::string{id} + "@example.com", at)));
  }
  EXPECT_THAT(ids_of(allowlist.page("ins_1", {.limit = 10})), ElementsAre("alid_d", "alid_b", "alid_a", "alid_c"));
  EXPECT_THAT(ids_of(allowlist.page("ins_1", {.limit = 2, .offset = 1})), ElementsAre("alid_b", "alid_a"));
  EXPECT_THAT(ids_of(allowlist.page("ins_1", {.limit = 2, .offset = 4})), IsEmpty());
  EXPECT_THAT(ids_of(allowlist.all("ins_1")), ElementsAre("alid_d", "alid_b", "alid_a", "alid_c"));
}

TEST_F(ListIdentifiersTest, AllOfAListAreReadHoweverManyThereAre) {
  for (int i = 0; i < 1203; ++i) {
    ASSERT_TRUE(blocklist.insert(row("blid_" + std::to_string(i), std::to_string(i) + "@example.com", i / 7)));
  }
  const auto all = blocklist.all("ins_1");
  EXPECT_EQ(all.size(), 1203U);
  EXPECT_TRUE(std::ranges::is_sorted(all, std::ranges::greater{}, [](const ListIdentifierRow& entry) {
    return std::pair{entry.created_at, entry.id};
  }));
}

TEST_F(ListIdentifiersTest, TheCounterIsTheNumberOfEntriesWhateverIsDone) {
  std::mt19937 random{7};
  std::map<std::string, std::string> model;
  for (int step = 0; step < 500; ++step) {
    const std::string id = "alid_" + std::to_string(step);
    const std::string identifier = std::to_string(random() % 40) + "@example.com";
    if (random() % 3 == 0 && !model.empty()) {
      const auto victim = std::next(model.begin(), static_cast<std::ptrdiff_t>(random() % model.size()));
      allowlist.remove("ins_1", victim->second);
      model.erase(victim);
    } else {
      EXPECT_EQ(allowlist.insert(row(id, identifier)), model.try_emplace(identifier, id).second);
    }
    ASSERT_EQ(allowlist.count("ins_1"), static_cast<std::int64_t>(model.size()));
  }
}

}  // namespace
}  // namespace clerk::server::store
