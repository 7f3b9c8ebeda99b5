#include "server/store/organizations.hpp"

#include "server/store/memberships.hpp"
#include "server/store/users.hpp"
#include "tests/store/store_support.hpp"

namespace clerk::server::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::string instance_id = "ins_1";

class OrganizationsTest : public testing::Test {
 protected:
  OrganizationsTest() {
    transaction.insert_instance(instance(instance_id));
    transaction.insert_instance(instance("ins_2"));
  }

  static OrganizationRow organization(const std::string& id, std::int64_t created_at = 1) {
    return {.id = id,
            .instance_id = instance_id,
            .name = id,
            .role_set = "role_set:a",
            .created_at = created_at,
            .updated_at = created_at};
  }

  static MembershipRow membership(const std::string& organization_id, const std::string& user_id,
                                  const std::string& role = "org:member", std::int64_t created_at = 1) {
    return {.id = organization_id + "-" + user_id,
            .instance_id = instance_id,
            .organization_id = organization_id,
            .user_id = user_id,
            .role = role,
            .created_at = created_at,
            .updated_at = created_at};
  }

  void add_user(const std::string& id, const std::string& first_name = "") {
    UserRow row{.id = id, .instance_id = instance_id, .created_at = 1, .updated_at = 1};
    row.keys.first_name = first_name;
    row.keys.search = first_name + " " + id;
    ASSERT_TRUE(users.insert(row));
  }

  void add(const OrganizationRow& row) { ASSERT_TRUE(organizations.insert(row)); }
  void add(const MembershipRow& row) { ASSERT_TRUE(memberships.insert(row)); }

  std::vector<std::string> found(const OrganizationSearch& search, const OrganizationOrder& order = {}) {
    EXPECT_EQ(organizations.count(instance_id, search),
              static_cast<std::int64_t>(organizations.page(instance_id, search, order, {.limit = 500}).size()));
    return ids_of(organizations.page(instance_id, search, order, {.limit = 500}));
  }

  std::vector<std::string> found(const MembershipSearch& search, const MembershipOrder& order = {}) {
    const auto rows = memberships.page(instance_id, search, order, {.limit = 500});
    EXPECT_EQ(memberships.count(instance_id, search), static_cast<std::int64_t>(rows.size()));
    return ids_of(rows);
  }

  std::int64_t members_of(const std::string& id) {
    return organizations.find(instance_id, id).value_or(OrganizationRow{}).members_count;
  }

  Database database{StoreLocation{}};
  std::unique_ptr<Session> session{database.open_session()};
  Transaction transaction{*session};
  Organizations organizations{transaction};
  Memberships memberships{transaction};
  Users users{transaction};
};

TEST_F(OrganizationsTest, AnOrganizationComesBackAsInsertedAndAsUpdated) {
  OrganizationRow row = organization("org_1", 5);
  row.slug = "acme";
  row.document = {.name = "Acme", .created_by = "user_1", .max_allowed_memberships = 3, .admin_delete_enabled = true};
  add(row);
  const auto same = [&] {
    const auto read = organizations.find(instance_id, "org_1");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->slug, row.slug);
    EXPECT_EQ(read->name, row.name);
    EXPECT_EQ(read->role_set, row.role_set);
    EXPECT_EQ(read->document, row.document);
    EXPECT_EQ(read->created_at, row.created_at);
    EXPECT_EQ(read->updated_at, row.updated_at);
  };
  same();
  row.slug = "acme-2";
  row.name = "acme two";
  row.role_set = "role_set:b";
  row.document.public_metadata = RawJson{R"({"a":[1]})"};
  row.created_at = 4;
  row.updated_at = 9;
  ASSERT_TRUE(organizations.update(row));
  same();
  EXPECT_EQ(organizations.find_by_slug(instance_id, "acme-2").value_or(OrganizationRow{}).id, "org_1");
  EXPECT_FALSE(organizations.find_by_slug(instance_id, "acme"));
  EXPECT_FALSE(organizations.find("ins_2", "org_1"));
}

TEST_F(OrganizationsTest, ASlugIsHadOnceInAnInstanceAndNoSlugByMany) {
  OrganizationRow first = organization("org_1");
  OrganizationRow second = organization("org_2");
  add(organization("org_3"));
  first.slug = second.slug = "acme";
  add(first);
  EXPECT_FALSE(organizations.insert(second));
  second.slug = "";
  add(second);
  second.slug = "acme";
  EXPECT_FALSE(organizations.update(second));
  OrganizationRow elsewhere = organization("org_4");
  elsewhere.instance_id = "ins_2";
  elsewhere.slug = "acme";
  EXPECT_TRUE(organizations.insert(elsewhere));
  EXPECT_EQ(organizations.count(instance_id, {}), 3);
  EXPECT_FALSE(organizations.find_by_slug(instance_id, ""));
}

TEST_F(OrganizationsTest, OrganizationsAreFoundByIdNameSlugAndMembers) {
  OrganizationRow acme = organization("org_Ab", 1);
  acme.name = "acme 100%";
  acme.slug = "one";
  add(acme);
  OrganizationRow other = organization("org_Cd", 2);
  other.name = "other";
  other.slug = "acme-two";
  add(other);
  add(organization("org_Ef", 3));
  add_user("user_1");
  add_user("user_2");
  add(membership("org_Ab", "user_1"));
  add(membership("org_Cd", "user_1"));
  add(membership("org_Cd", "user_2"));

  const std::vector<std::pair<OrganizationSearch, std::vector<std::string>>> table{
      {{}, {"org_Ef", "org_Cd", "org_Ab"}},
      {{.query = "acme"}, {"org_Cd", "org_Ab"}},
      {{.query = "%"}, {"org_Ab"}},
      {{.query = "org_ab"}, {"org_Ab"}},
      {{.query = "org_a"}, {}},
      {{.organization_id = {.included = {"org_Ab", "org_Ef", "org_none"}}}, {"org_Ef", "org_Ab"}},
      {{.organization_id = {.excluded = {"org_Ab"}}}, {"org_Ef", "org_Cd"}},
      {{.user_id = {.included = {"user_1"}}}, {"org_Cd", "org_Ab"}},
      {{.user_id = {.included = {"user_1"}, .excluded = {"user_2"}}}, {"org_Ab"}},
      {{.user_id = {.excluded = {"user_1"}}}, {"org_Ef"}},
  };
  for (const auto& [search, ids] : table) EXPECT_EQ(found(search), ids) << search.query;
  EXPECT_THAT(found(OrganizationSearch{}, {.key = "members_count", .descending = false}),
              ElementsAre("org_Ef", "org_Ab", "org_Cd"));
  EXPECT_THAT(found(OrganizationSearch{}, {.key = "name", .descending = false}),
              ElementsAre("org_Ab", "org_Ef", "org_Cd"));
}

TEST_F(OrganizationsTest, AUserIsAMemberOnceAndTheCountFollows) {
  add(organization("org_1"));
  add(organization("org_2"));
  for (const char* id : {"user_1", "user_2", "user_3"}) add_user(id);
  add(membership("org_1", "user_1"));
  MembershipRow again = membership("org_1", "user_1");
  again.id = "other";
  EXPECT_FALSE(memberships.insert(again));
  EXPECT_EQ(members_of("org_1"), 1);
  add(membership("org_1", "user_2"));
  add(membership("org_2", "user_1"));
  EXPECT_EQ(members_of("org_1"), 2);
  EXPECT_EQ(memberships.count(instance_id, {}), 3);
  ASSERT_TRUE(organizations.update(organization("org_1")));
  EXPECT_EQ(members_of("org_1"), 2) << "a row that was read earlier changes nothing";

  memberships.remove(membership("org_1", "user_1"));
  memberships.remove(membership("org_1", "user_3"));
  EXPECT_EQ(members_of("org_1"), 1);
  EXPECT_FALSE(memberships.find("org_1", "user_1"));
  memberships.remove_of_organization(instance_id, "org_1");
  EXPECT_EQ(members_of("org_1"), 0);
  EXPECT_EQ(memberships.count(instance_id, {}), 1);
  organizations.remove(instance_id, "org_1");
  EXPECT_THAT(found(OrganizationSearch{}), ElementsAre("org_2"));
}

TEST_F(OrganizationsTest, MembershipsAreFoundByOrganizationRoleAndWhatTheirUsersAre) {
  add(organization("org_1"));
  add(organization("org_2"));
  add_user("user_1", "cleo");
  add_user("user_2", "ada");
  add_user("user_3", "bea");
  add(membership("org_1", "user_1", "org:admin", 1));
  add(membership("org_1", "user_2", "org:member", 2));
  add(membership("org_1", "user_3", "org:member", 3));
  add(membership("org_2", "user_3", "org:admin", 4));

  const std::string one = "org_1";
  EXPECT_THAT(found(MembershipSearch{.organization_id = one}),
              ElementsAre("org_1-user_3", "org_1-user_2", "org_1-user_1"));
  EXPECT_THAT(found(MembershipSearch{.organization_id = one, .role = {"org:admin"}}), ElementsAre("org_1-user_1"));
  EXPECT_THAT(found(MembershipSearch{.user_id = "user_3"}), ElementsAre("org_2-user_3", "org_1-user_3"));
  EXPECT_THAT(found(MembershipSearch{.organization_id = one, .user = {.query = "ad"}}), ElementsAre("org_1-user_2"));
  EXPECT_THAT(found(MembershipSearch{.organization_id = one, .user = {.user_id = {.excluded = {"user_2"}}}}),
              ElementsAre("org_1-user_3", "org_1-user_1"));
  EXPECT_THAT(found(MembershipSearch{.user = {.nobody = true}}), IsEmpty());
  EXPECT_THAT(found(MembershipSearch{.organization_id = one}, {.user_key = UserKey::first_name, .descending = false}),
              ElementsAre("org_1-user_2", "org_1-user_3", "org_1-user_1"));
  EXPECT_THAT(found(MembershipSearch{}, {.user_key = UserKey::first_name}),
              ElementsAre("org_1-user_1", "org_2-user_3", "org_1-user_3", "org_1-user_2"));

  const UserSearch of_two{.organization_id = {.included = {"org_2"}}};
  EXPECT_THAT(ids_of(users.page(instance_id, of_two, {}, {})), ElementsAre("user_3"));
  const UserSearch not_of_two{.organization_id = {.excluded = {"org_2"}}};
  EXPECT_THAT(ids_of(users.page(instance_id, not_of_two, {}, {})), UnorderedElementsAre("user_1", "user_2"));
}

TEST_F(OrganizationsTest, ARoleIsReplacedInTheOrganizationsOfItsSetAlone) {
  add(organization("org_1"));
  OrganizationRow other = organization("org_2");
  other.role_set = "role_set:b";
  add(other);
  add_user("user_1");
  add_user("user_2");
  add(membership("org_1", "user_1", "org:x"));
  add(membership("org_1", "user_2", "org:y"));
  add(membership("org_2", "user_1", "org:x"));
  EXPECT_EQ(memberships.count_in_role_set(instance_id, "role_set:a", "org:x"), 1);
  memberships.replace_role(instance_id, "role_set:a", "org:x", "org:y");
  EXPECT_EQ(memberships.count_in_role_set(instance_id, "role_set:a", "org:y"), 2);
  EXPECT_TRUE(memberships.has_role(instance_id, "org:x"));
  EXPECT_FALSE(memberships.has_role("ins_2", "org:x"));
  EXPECT_TRUE(memberships.has_one_of_roles("org_2", {"org:x", "org:z"}));
  EXPECT_FALSE(memberships.has_one_of_roles("org_1", {"org:x"}));
  memberships.rename_role(instance_id, "org:x", "org:w");
  EXPECT_EQ(memberships.find("org_2", "user_1").value_or(MembershipRow{}).role, "org:w");

  EXPECT_TRUE(organizations.has_role_set(instance_id, "role_set:b"));
  organizations.replace_role_set(instance_id, "role_set:b", "role_set:a");
  EXPECT_FALSE(organizations.has_role_set(instance_id, "role_set:b"));
  EXPECT_EQ(organizations.find(instance_id, "org_2").value_or(OrganizationRow{}).role_set, "role_set:a");
}

}  // namespace
}  // namespace clerk::server::store
