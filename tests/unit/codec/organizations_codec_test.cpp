#include "codec/codec.hpp"
#include "codec/query_reader.hpp"
#include "codec/target_writer.hpp"

#include <clerk/contract/registry.hpp>

#include <gtest/gtest.h>

#include <string>

namespace clerk::codec {

namespace {

const std::string organization =
    R"({"object":"organization","id":"org_1","name":"Engines","slug":"engines","image_url":"https://img/1",)"
    R"("has_image":false,"max_allowed_memberships":5,"admin_delete_enabled":true,"public_metadata":{"a":1},)"
    R"("created_by":"user_1","created_at":1,"updated_at":2,"role_set_key":null})";

template <Model M>
std::size_t faults_in(std::string_view text) {
  return decode_request<M>(text)->faults.size();
}

}  // namespace

TEST(OrganizationAnswer, is_read_and_written_with_all_that_it_has) {
  const auto read = decode_answer<Organization>(organization);
  ASSERT_TRUE(read.has_value()) << read.error().path << ' ' << read.error().problem;
  EXPECT_EQ(read->slug, "engines");
  EXPECT_EQ(read->public_metadata, RawJson{R"({"a":1})"});
  EXPECT_FALSE(read->members_count.has_value());
  EXPECT_FALSE(read->role_set_key.has_value());
  EXPECT_TRUE(read->extra.empty());
}

// Where the instance has no slugs.
TEST(OrganizationAnswer, may_lack_a_slug) {
  std::string text = organization;
  text.replace(text.find(R"("slug":"engines",)"), 17, "");
  const auto read = decode_answer<Organization>(text);
  ASSERT_TRUE(read.has_value()) << read.error().path;
  EXPECT_FALSE(read->slug.has_value());
  EXPECT_EQ(encode(*read)->find("slug"), std::string::npos);
}

TEST(MembershipAnswer, holds_the_organization_and_what_others_may_know_of_the_member) {
  const std::string text =
      R"({"id":"orgmem_1","object":"organization_membership","role":"org:admin","role_name":"Admin",)"
      R"("permissions":["org:sys_profile:manage"],"public_metadata":{},"private_metadata":{},"organization":)" +
      organization +
      R"(,"public_user_data":{"user_id":"user_1","first_name":null,"last_name":"Lovelace","profile_image_url":null,)"
      R"("image_url":"https://img/2","has_image":true,"identifier":"ada@example.com"},"created_at":1,"updated_at":2})";
  const auto read = decode_answer<OrganizationMembership>(text);
  ASSERT_TRUE(read.has_value()) << read.error().path << ' ' << read.error().problem;
  EXPECT_EQ(read->organization.name, "Engines");
  EXPECT_EQ(read->public_user_data->last_name, "Lovelace");
  EXPECT_EQ(read->public_user_data->identifier, "ada@example.com");
  EXPECT_EQ(read->permissions, std::vector<std::string>{"org:sys_profile:manage"});
}

TEST(MembershipList, tells_how_many_there_are) {
  const std::string text = R"({"data":[{"id":"orgmem_1","object":"organization_membership","role":"org:member",)"
                           R"("permissions":[],"public_metadata":{},"organization":)" +
                           organization + R"(,"created_at":1,"updated_at":2}],"total_count":1})";
  const auto read = decode_answer<OrganizationMemberships>(text);
  ASSERT_TRUE(read.has_value()) << read.error().path << ' ' << read.error().problem;
  EXPECT_EQ(read->data.at(0).organization.id, "org_1");
  EXPECT_EQ(read->total_count, 1);
}

TEST(InvitationAnswer, may_lack_who_invites) {
  const auto read = decode_answer<OrganizationInvitation>(
      R"({"object":"organization_invitation","id":"orginv_1","email_address":"a@example.com","role":"org:member",)"
      R"("role_name":"Member","inviter_id":null,"public_inviter_data":null,"status":"pending","public_metadata":{},)"
      R"("url":null,"expires_at":null,"created_at":1,"updated_at":2})");
  ASSERT_TRUE(read.has_value()) << read.error().path << ' ' << read.error().problem;
  EXPECT_EQ(read->status, InvitationStatus{InvitationStatus::pending});
  EXPECT_FALSE(read->public_inviter_data.has_value());
  EXPECT_NE(encode(*read)->find(R"("inviter_id":null)"), std::string::npos);
}

TEST(CreateOrganization, obeys_the_limits_of_its_fields) {
  EXPECT_EQ(faults_in<CreateOrganizationRequest>(R"({"name":"Engines","slug":null,"max_allowed_memberships":0})"), 0U);
  EXPECT_EQ(faults_in<CreateOrganizationRequest>(R"({"slug":"engines"})"), 1U);
  EXPECT_EQ(faults_in<CreateOrganizationRequest>(R"({"name":null})"), 1U);
  EXPECT_EQ(faults_in<CreateOrganizationRequest>(R"({"name":"a","max_allowed_memberships":-1})"), 1U);
  EXPECT_EQ(faults_in<CreateOrganizationRequest>(R"({"name":"a","slug":"Not A Slug"})"), 1U);
  EXPECT_EQ(faults_in<CreateOrganizationRequest>(R"({"name":"a","created_at":"yesterday"})"), 1U);
  const auto long_name = decode_request<CreateOrganizationRequest>(R"({"name":")" + std::string(257, 'a') + "\"}");
  ASSERT_EQ(long_name->faults.size(), 1U);
  EXPECT_EQ(long_name->faults.at(0).format->refusal->code, "form_param_max_length_exceeded");
}

// facts 2.11
TEST(UpdateOrganization, tells_absent_null_and_a_value_apart_and_takes_metadata_from_old_clients) {
  EXPECT_EQ(*encode(UpdateOrganizationRequest{}), "{}");
  EXPECT_EQ(*encode(UpdateOrganizationRequest{.slug = null, .max_allowed_memberships = 0}),
            R"({"slug":null,"max_allowed_memberships":0})");
  EXPECT_EQ(faults_in<UpdateOrganizationRequest>(R"({"public_metadata":{"a":1}})"), 0U);
  EXPECT_EQ(faults_in<MergeOrganizationMetadataRequest>(R"({"public_metadata":{"a":null}})"), 0U);
  EXPECT_EQ(faults_in<ReplaceOrganizationMetadataRequest>(R"({"private_metadata":[]})"), 1U);
}

TEST(BulkOrganizationInvitations, are_an_array_of_one_to_ten) {
  const std::string row = R"({"email_address":"a@example.com","role":"org:member"})";
  EXPECT_EQ(faults_in<CreateOrganizationInvitationBulkRequest>("[" + row + "]"), 0U);
  EXPECT_EQ(faults_in<CreateOrganizationInvitationBulkRequest>("[]"), 1U);
  std::string eleven = row;
  for (int i = 0; i < 10; ++i) eleven += "," + row;
  EXPECT_EQ(faults_in<CreateOrganizationInvitationBulkRequest>("[" + eleven + "]"), 1U);
  EXPECT_EQ(*encode(CreateOrganizationInvitationBulkRequest{
                .data = {{.email_address = "a@example.com", .role = "org:member"}}}),
            "[" + row + "]");
}

TEST(RoleRequests, take_keys_of_the_right_form) {
  EXPECT_EQ(faults_in<CreateOrganizationRoleRequest>(R"({"name":"A","key":"org:a_1","permissions":null})"), 0U);
  EXPECT_EQ(faults_in<CreateOrganizationRoleRequest>(R"({"name":"A","key":"a"})"), 1U);
  EXPECT_EQ(faults_in<CreateOrganizationPermissionRequest>(R"({"name":"A","key":"org:sys_x:read"})"), 1U);
  EXPECT_EQ(faults_in<CreateRoleSetRequest>(
                R"({"name":"A","default_role_key":"org:a","creator_role_key":"org:a","roles":["org:a"]})"),
            0U);
  EXPECT_EQ(faults_in<CreateRoleSetRequest>(
                R"({"name":"A","default_role_key":"org:a","creator_role_key":"org:a","roles":[]})"),
            1U);
}

TEST(OrganizationQueries, name_each_value_of_a_filter) {
  const auto target = request_target(operations::ListOrganizationMemberships{
      .organization_id = "org_1", .query = {.user_id = {"user_1", "-user_2"}, .role = {"org:admin"}, .limit = 2}});
  ASSERT_TRUE(target.has_value());
  EXPECT_EQ(*target, "/organizations/org_1/memberships?user_id=user_1&user_id=-user_2&role=org%3Aadmin&limit=2");
  EXPECT_EQ(
      *request_target(operations::ListOrganizationInvitations{
          .organization_id = "org_1", .query = {.status = {InvitationStatus::pending, InvitationStatus::revoked}}}),
      "/organizations/org_1/invitations?status=pending&status=revoked");
  EXPECT_EQ(*request_target(operations::GetRoleSet{.role_set_key_or_id = "role_set:default"}),
            "/role_sets/role_set%3Adefault");
  const auto read = decode_query<ListOrganizationsRequest>("include_members_count=true&order_by=-members_count");
  EXPECT_TRUE(read.faults.empty());
  EXPECT_EQ(read.value.include_members_count, true);
  EXPECT_EQ(decode_query<ListOrganizationsRequest>("order_by=slug").faults.size(), 1U);
  EXPECT_EQ(decode_query<ListOrganizationDomainsRequest>("verified=true&enrollment_mode=-enterprise_sso").value,
            (ListOrganizationDomainsRequest{.verified = true, .enrollment_mode = "-enterprise_sso"}));
}

}  // namespace clerk::codec
