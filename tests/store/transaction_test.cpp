#include "server/store/transaction.hpp"

#include "server/store/roles.hpp"
#include "server/store/settings_document.hpp"
#include "tests/store/store_support.hpp"

#include <tuple>

namespace clerk::server::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = StoreError::Kind;

class TransactionTest : public testing::Test {
 protected:
  static RoleRow role(const std::string& id, const std::string& instance_id, std::int64_t created_at = 5) {
    return {.id = id,
            .instance_id = instance_id,
            .key = "org:" + id,
            .name = "Role",
            .description = "",
            .permissions = R"(["org:read"])",
            .created_at = created_at};
  }

  Database database{StoreLocation{}};
  std::unique_ptr<Session> session{database.open_session()};
  Transaction transaction{*session};
  Roles roles{transaction};
};

TEST_F(TransactionTest, AnInstanceComesBackAsItWasInserted) {
  InstanceRow row = instance("ins_1", 4);
  row.traits = R"({"sign_up_mode":"public"})";
  transaction.insert_instance(row);
  const auto found = transaction.find_instance("ins_1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, row.id);
  EXPECT_EQ(found->environment_type, row.environment_type);
  EXPECT_EQ(found->document, row.document);
  EXPECT_EQ(found->version, row.version);
  EXPECT_EQ(found->traits, row.traits);
  EXPECT_EQ(found->created_at, row.created_at);
  EXPECT_FALSE(transaction.find_instance("ins_2"));
  EXPECT_EQ(kind_of([&] { transaction.insert_instance(row); }), Kind::constraint);
}

TEST_F(TransactionTest, AKeyLeadsToItsInstanceInOneQuery) {
  transaction.insert_instance(instance("ins_1"));
  transaction.insert_instance(instance("ins_2"));
  transaction.insert_key("digest_b", "ins_2");
  transaction.insert_key("digest_a", "ins_1");
  EXPECT_EQ(transaction.find_instance_by_key("digest_b").value_or(InstanceRow{}).id, "ins_2");
  EXPECT_FALSE(transaction.find_instance_by_key("digest_c"));

  std::vector<std::string> pairs;
  for (const auto& key : transaction.list_keys()) pairs.push_back(key.digest + " " + key.instance_id);
  EXPECT_THAT(pairs, ElementsAre("digest_a ins_1", "digest_b ins_2"));
}

TEST_F(TransactionTest, AKeyBelongsToOneInstanceThatIsThere) {
  transaction.insert_instance(instance("ins_1"));
  transaction.insert_key("digest", "ins_1");
  EXPECT_EQ(kind_of([&] { transaction.insert_key("digest", "ins_1"); }), Kind::constraint);
  EXPECT_EQ(kind_of([&] { transaction.insert_key("other", "ins_none"); }), Kind::constraint);
}

TEST_F(TransactionTest, SettingsAreUpdatedOnlyFromTheVersionBefore) {
  transaction.insert_instance(instance("ins_1", 1));
  transaction.update_settings("ins_1", "{}", 2);
  EXPECT_EQ(transaction.find_instance("ins_1").value_or(InstanceRow{}).version, 2);
  for (const std::int64_t version : {1, 2, 4}) {
    EXPECT_EQ(kind_of([&] { transaction.update_settings("ins_1", "lost", version); }), Kind::stale_version);
  }
  EXPECT_EQ(kind_of([&] { transaction.update_settings("ins_none", "lost", 2); }), Kind::stale_version);
  EXPECT_EQ(transaction.find_instance("ins_1").value_or(InstanceRow{}).document, "{}");
}

TEST_F(TransactionTest, TraitsAreUpdatedOfAnInstanceThatIsThere) {
  transaction.insert_instance(instance("ins_1"));
  transaction.update_traits("ins_1", "new");
  EXPECT_EQ(transaction.find_instance("ins_1").value_or(InstanceRow{}).traits, "new");
  EXPECT_EQ(kind_of([&] { transaction.update_traits("ins_none", "new"); }), Kind::stale_version);
}

TEST_F(TransactionTest, RolesBelongToTheirInstance) {
  transaction.insert_instance(instance("ins_1"));
  transaction.insert_instance(instance("ins_2"));
  EXPECT_TRUE(roles.insert(role("b", "ins_1", 1)));
  EXPECT_TRUE(roles.insert(role("a", "ins_1", 2)));
  EXPECT_TRUE(roles.insert(role("c", "ins_1", 1)));
  EXPECT_TRUE(roles.insert(role("d", "ins_2")));

  std::vector<std::string> ids;
  for (const RoleRow& row : roles.list("ins_1")) ids.push_back(row.id);
  EXPECT_THAT(ids, ElementsAre("b", "c", "a")) << "by time, then id";
  EXPECT_THAT(roles.list("ins_3"), IsEmpty());

  const auto found = roles.find("ins_1", "a");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->key, "org:a");
  EXPECT_EQ(found->name, "Role");
  EXPECT_EQ(found->permissions, R"(["org:read"])");
  EXPECT_EQ(found->created_at, 2);
  EXPECT_FALSE(roles.find("ins_2", "a"));
}

TEST_F(TransactionTest, ARoleKeyStandsOnceInAnInstance) {
  transaction.insert_instance(instance("ins_1"));
  EXPECT_TRUE(roles.insert(role("a", "ins_1")));
  RoleRow same_key = role("b", "ins_1");
  same_key.key = "org:a";
  EXPECT_FALSE(roles.insert(same_key));
  same_key.key = "org:b";
  EXPECT_TRUE(roles.insert(same_key));
  same_key.key = "org:a";
  EXPECT_FALSE(roles.update(same_key));
  EXPECT_EQ(roles.find("ins_1", "b").value_or(RoleRow{}).key, "org:b");
  EXPECT_EQ(kind_of([&] { std::ignore = roles.insert(role("c", "ins_none")); }), Kind::constraint);
}

TEST_F(TransactionTest, ListsAreCompleteHoweverLong) {
  session->begin_write();
  for (int i = 0; i < 1'203; ++i) {
    const std::string name = std::to_string(i);
    transaction.insert_instance(instance("ins_" + name));
    transaction.insert_key("digest_" + name, "ins_0");
    EXPECT_TRUE(roles.insert(role("role_" + name, "ins_0", i / 7)));
  }
  session->commit();
  EXPECT_EQ(transaction.list_instances().size(), 1'203U);
  EXPECT_EQ(transaction.list_keys().size(), 1'203U);
  EXPECT_EQ(roles.list("ins_0").size(), 1'203U);
}

TEST_F(TransactionTest, WhatComesAfterItsEndIsRefused) {
  session->begin_write();
  Transaction open{*session};
  open.insert_instance(instance("ins_1"));
  session->rollback();  // as SQLite does by itself when the disk is full
  EXPECT_EQ(kind_of([&] { open.insert_instance(instance("ins_2")); }), Kind::other);
  EXPECT_EQ(kind_of([&] { (void)open.list_instances(); }), Kind::other);
  EXPECT_THAT(transaction.list_instances(), IsEmpty());
}

TEST(Documents, ComeBackAsTheyWere) {
  SettingsDocument document;
  document.instance.support_email = "help@example.com";
  EXPECT_EQ(decode_document(encode_document(document), SettingsDocument{}), document);

  const InstanceTraits traits{.plan_features = {"allowlist"}, .sign_up_mode = "waitlist", .sessions_valid_after = 7};
  EXPECT_EQ(decode_traits(encode_traits(traits)), traits);
  EXPECT_THROW((void)decode_traits("{"), UnreadableDocument);
  EXPECT_THROW((void)decode_document("[]", SettingsDocument{}), UnreadableDocument);
}

}  // namespace
}  // namespace clerk::server::store
