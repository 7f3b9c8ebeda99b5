#include "codec/codec.hpp"
#include "codec/query_reader.hpp"

#include <clerk/contract/registry.hpp>

#include <gtest/gtest.h>

#include <string>

namespace clerk::codec {

// facts 3.2
TEST(CreatingRequest, takes_null_for_what_may_be_left_out_where_the_description_allows_it) {
  const auto read = decode_request<CreateInvitationRequest>(
      R"({"email_address":"a@example.com","public_metadata":null,"notify":null,"expires_in_days":null})");
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(read->faults.empty());
  EXPECT_EQ(read->value, CreateInvitationRequest{.email_address = "a@example.com"});

  for (const char* text : {R"({"email_address":null})", R"({"email_address":"a@example.com","template_slug":null})"}) {
    const auto refused = decode_request<CreateInvitationRequest>(text);
    ASSERT_EQ(refused->faults.size(), 1U) << text;
    EXPECT_EQ(refused->faults.front().kind, FaultKind::null_not_allowed) << text;
  }
}

TEST(CreatingRequest, keeps_metadata_as_it_came_and_refuses_what_is_no_object) {
  const auto read = decode_request<CreateInvitationRequest>(
      R"({"email_address":"a@example.com","public_metadata":{"b":[1,null],"a":"é"}})");
  ASSERT_TRUE(read->faults.empty());
  EXPECT_EQ(read->value.public_metadata, RawJson{R"({"b":[1,null],"a":"é"})"});
  for (const char* value : {"[]", "7", "\"{}\"", "true"}) {
    const auto refused = decode_request<CreateInvitationRequest>(
        R"({"email_address":"a@example.com","public_metadata":)" + std::string{value} + "}");
    ASSERT_EQ(refused->faults.size(), 1U) << value;
    EXPECT_EQ(refused->faults.front().kind, FaultKind::wrong_type) << value;
    EXPECT_EQ(refused->faults.front().expected, "object") << value;
  }
}

TEST(BulkRequest, has_the_limits_of_its_operation) {
  const auto bulk = [](int rows) {
    std::string text;
    for (int i = 0; i < rows; ++i) {
      text += (i == 0 ? "[" : ",") + (R"({"email_address":"a)" + std::to_string(i) + R"(@example.com"})");
    }
    return text + "]";
  };
  EXPECT_TRUE(decode_request<CreateBulkInvitationsRequest>(bulk(10))->faults.empty());
  EXPECT_EQ(decode_request<CreateBulkInvitationsRequest>(bulk(11))->faults.at(0).expected, "10");
  EXPECT_EQ(decode_request<CreateBulkWaitlistEntriesRequest>(bulk(50))->value.data.size(), 50U);
  EXPECT_EQ(decode_request<CreateBulkWaitlistEntriesRequest>(bulk(51))->faults.at(0).kind, FaultKind::too_many_items);
  EXPECT_EQ(decode_request<CreateBulkInvitationsRequest>("[]")->faults.at(0).kind, FaultKind::too_few_items);
}

TEST(OrderBy, is_a_name_with_or_without_its_direction) {
  const auto faults = [](const std::string& value) {
    return decode_query<ListInvitationsRequest>("order_by=" + value).faults;
  };
  for (const char* value : {"created_at", "-created_at", "%2Bexpires_at", "+email_address"}) {
    EXPECT_TRUE(faults(value).empty()) << value;
  }
  for (const char* value : {"", "-", "--created_at", "invited_at", "created_at%20"}) {
    ASSERT_EQ(faults(value).size(), 1U) << value;
    EXPECT_EQ(faults(value).front().kind, FaultKind::bad_format) << value;
    EXPECT_EQ(faults(value).front().format, &formats::invitation_order) << value;
  }
  EXPECT_TRUE(decode_query<ListWaitlistEntriesRequest>("order_by=-invited_at").faults.empty());
}

TEST(RedirectUrl, has_https_or_a_scheme_of_its_own) {
  const auto faults = [](const std::string& url) {
    return decode_request<CreateRedirectURLRequest>(R"({"url":")" + url + "\"}")->faults.size();
  };
  for (const char* url : {"https://my-app.com/oauth", "my-app://oauth", "com.example.app://x?y=1#z"}) {
    EXPECT_EQ(faults(url), 0U) << url;
  }
  for (const char* url : {"", "my-app", "my-app://", "http://my-app.com", "://x", "1app://x", "https://a b"}) {
    EXPECT_EQ(faults(url), 1U) << url;
  }
}

TEST(AddedDomain, is_a_satellite_and_says_so) {
  EXPECT_TRUE(decode_request<AddDomainRequest>(R"({"name":"a.example.com","is_satellite":true})")->faults.empty());
  const auto refused = decode_request<AddDomainRequest>(R"({"name":"a.example.com","is_satellite":false})");
  ASSERT_EQ(refused->faults.size(), 1U);
  EXPECT_EQ(refused->faults.front().kind, FaultKind::not_one_of);
  EXPECT_EQ(refused->faults.front().expected, "true");
  EXPECT_EQ(decode_request<AddDomainRequest>(R"({"name":"a.example.com"})")->faults.front().kind,
            FaultKind::missing_field);
}

TEST(KeySet, reads_keys_of_each_type_and_loses_none_of_their_members) {
  const std::string text = R"({"keys":[{"kty":"RSA","kid":"ins_1","alg":"RS256","use":"sig","n":"AQ","e":"AQAB"},)"
                           R"({"kty":"OKP","kid":"k2","alg":"EdDSA","crv":"Ed25519","x":"AQ"},)"
                           R"({"kty":"oct","kid":"k3","alg":"HS256","k":"AQ"}]})";
  const auto keys = decode_answer<JWKS>(text);
  ASSERT_TRUE(keys.has_value()) << keys.error().path;
  EXPECT_EQ(keys->keys.at(0).n, "AQ");
  EXPECT_EQ(keys->keys.at(1).kty, KeyType{KeyType::okp});
  EXPECT_EQ(*encode(*keys), text);
}

}  // namespace clerk::codec
