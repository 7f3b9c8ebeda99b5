#include "codec/codec.hpp"

#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/contract/blocklist_identifiers.hpp>

#include <gtest/gtest.h>

namespace clerk::codec {

// facts 3.2
TEST(ListAnswer, is_read_with_its_total_and_as_a_plain_array_without) {
  const auto whole = decode_answer<AllowlistIdentifiers>(R"({"data":[{"id":"alid_1"}],"total_count":23})");
  ASSERT_TRUE(whole.has_value()) << whole.error().problem;
  EXPECT_EQ(whole->data.at(0).id, "alid_1");
  EXPECT_EQ(whole->total_count, 23);

  const auto plain = decode_answer<AllowlistIdentifiers>(R"([{"id":"alid_1"},{"id":"alid_2"}])");
  ASSERT_TRUE(plain.has_value()) << plain.error().problem;
  EXPECT_EQ(plain->data.at(1).id, "alid_2");
  EXPECT_EQ(plain->total_count, std::nullopt);
  EXPECT_TRUE(decode_answer<AllowlistIdentifiers>("[]")->data.empty());
}

TEST(ListAnswer, that_always_has_a_total_is_no_plain_array) {
  EXPECT_EQ(decode_answer<BlocklistIdentifiers>("[]").error().problem, "it is of type array, not object");
  EXPECT_EQ(decode_answer<BlocklistIdentifiers>(R"({"data":[]})").error().path, "total_count");
  EXPECT_EQ(decode_answer<AllowlistIdentifiers>(R"({"total_count":0})").error().path, "data");
}

TEST(ListAnswer, is_told_by_the_place_of_what_is_no_row) {
  EXPECT_EQ(decode_answer<AllowlistIdentifiers>(R"([{"id":"a"},7])").error().path, "[1]");
  EXPECT_EQ(decode_answer<AllowlistIdentifiers>(R"({"data":[{"id":"a"},{"id":7}]})").error().path, "data[1].id");
}

// field notes S14, S15, S16
TEST(ListAnswer, keeps_good_rows_readable_beside_odd_ones) {
  const auto list = decode_answer<AllowlistIdentifiers>(
      R"([{"id":"a","identifier_type":"email_address","created_at":1},{},)"
      R"({"id":null,"identifier_type":null,"invitation_id":null,"created_at":null},)"
      R"({"id":"d","identifier_type":"passkey","brand_new":{"x":[null]}}])");
  ASSERT_TRUE(list.has_value()) << list.error().path << ' ' << list.error().problem;
  ASSERT_EQ(list->data.size(), 4U);
  EXPECT_EQ(list->data[0].identifier_type, IdentifierType{IdentifierType::email_address});
  EXPECT_EQ(list->data[1], AllowlistIdentifier{});
  EXPECT_EQ(list->data[2], AllowlistIdentifier{});
  EXPECT_EQ(list->data[3].identifier_type->text(), "passkey");
  EXPECT_FALSE(list->data[3].identifier_type->is_known());
  EXPECT_EQ(*list->data[3].extra.find("brand_new"), RawJson{R"({"x":[null]})"});
}

TEST(RequestReader, tells_a_required_field_that_is_missing_or_null) {
  for (const char* text : {"", "null", "{}", R"({"notify":true})"}) {
    const auto read = decode_request<CreateAllowlistIdentifierRequest>(text);
    ASSERT_EQ(read->faults.size(), 1U) << text;
    EXPECT_EQ(read->faults.front().kind, FaultKind::missing_field) << text;
    EXPECT_EQ(read->faults.front().path, "identifier") << text;
  }
  const auto read = decode_request<CreateAllowlistIdentifierRequest>(R"({"identifier":null})");
  ASSERT_EQ(read->faults.size(), 1U);
  EXPECT_EQ(read->faults.front().kind, FaultKind::null_not_allowed);
  EXPECT_TRUE(decode_request<CreateAllowlistIdentifierRequest>(R"({"identifier":"a@b.ch"})")->faults.empty());
}

}  // namespace clerk::codec
