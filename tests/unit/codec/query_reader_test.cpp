#include "codec/query_reader.hpp"

#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/contract/user_list.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <ostream>

namespace clerk::codec {

static void PrintTo(FaultKind kind, std::ostream* out) { *out << static_cast<int>(kind); }

// clang refuses models without linkage: their members are counted by functions that are never defined.
namespace query_reading {

struct Orders {
  static constexpr std::array<std::string_view, 2> values{"-created_at", "+created_at"};
};

struct SomeQuery {
  std::optional<OpenEnum<Orders>> order_by{};
  std::vector<std::string> email_address{};
  std::optional<std::string> query{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("order_by", &SomeQuery::order_by, {}, "");
    field("email_address", &SomeQuery::email_address, {.max_items = 2}, "");
    field("query", &SomeQuery::query, {}, "");
  }
};

}  // namespace query_reading

using namespace query_reading;

namespace {

using ::testing::ElementsAre;
using ::testing::FieldsAre;
using ::testing::IsEmpty;
using Request = ListAllowlistIdentifiersRequest;

/// Kind, parameter and `expected` of the one fault.
std::tuple<FaultKind, std::string, std::string> fault_of(const Faults& faults) {
  EXPECT_EQ(faults.size(), 1U);
  return {faults.front().kind, faults.front().path, faults.front().expected};
}

}  // namespace

TEST(QueryReader, reads_the_parameters_that_are_there) {
  const auto read = decode_query<Request>("offset=20&limit=500&paginated=true");
  EXPECT_THAT(read.faults, IsEmpty());
  EXPECT_EQ(read.value, (Request{.limit = 500, .offset = 20, .paginated = true}));
}

TEST(QueryReader, leaves_absent_what_the_library_would_send_by_itself) {
  EXPECT_EQ(decode_query<Request>("").value.paginated, std::nullopt);
}

TEST(QueryReader, names_the_parameter_that_is_at_fault_and_leaves_it_absent) {
  using enum FaultKind;
  EXPECT_THAT(fault_of(decode_query<Request>("limit=0").faults), FieldsAre(below_minimum, "limit", "1"));
  EXPECT_THAT(fault_of(decode_query<Request>("limit=501").faults), FieldsAre(above_maximum, "limit", "500"));
  EXPECT_THAT(fault_of(decode_query<Request>("offset=-1").faults), FieldsAre(below_minimum, "offset", "0"));
  EXPECT_THAT(fault_of(decode_query<Request>("offset=99999999999999999999").faults),
              FieldsAre(number_out_of_range, "offset", ""));
  EXPECT_THAT(fault_of(decode_query<Request>("limit=1&limit=2").faults), FieldsAre(duplicate_field, "limit", ""));
  for (const char* value : {"x", "", "1.5", "1e2", "0x10", " 1", "+1", "1%20"}) {
    const auto read = decode_query<Request>("paginated=0&limit=" + std::string{value});
    EXPECT_THAT(fault_of(read.faults), FieldsAre(unreadable_parameter, "limit", "integer")) << value;
    EXPECT_EQ(read.value, (Request{.paginated = false})) << value;
  }
  EXPECT_THAT(fault_of(decode_query<Request>("paginated=yes").faults),
              FieldsAre(unreadable_parameter, "paginated", "boolean"));
}

TEST(QueryReader, notes_what_no_field_names_but_not_the_choice_of_a_version) {
  const auto read = decode_query<Request>("__clerk_api_version=2026-05-12&new%20one=1&limit=2");
  EXPECT_THAT(fault_of(read.faults), FieldsAre(FaultKind::unknown_field, "new one", ""));
  EXPECT_EQ(read.value.limit, 2);
}

TEST(QueryReader, decodes_and_leaves_out_pairs_that_are_not_well_encoded) {
  const auto read = decode_query<SomeQuery>("query=a+b%26c%3D&email_address=%zz&&=x&email_address=a%2Bb&%=1");
  EXPECT_THAT(read.faults, IsEmpty());
  EXPECT_EQ(read.value.query, "a b&c=");
  EXPECT_THAT(read.value.email_address, ElementsAre("a+b"));
}

TEST(QueryReader, reads_lists_and_signs) {
  const auto read = decode_query<SomeQuery>("email_address=b&order_by=-created_at&email_address=a");
  EXPECT_THAT(read.faults, IsEmpty());
  EXPECT_EQ(read.value.order_by, "-created_at");
  EXPECT_THAT(read.value.email_address, ElementsAre("b", "a"));
  EXPECT_THAT(fault_of(decode_query<SomeQuery>("email_address=a&email_address=b&email_address=c").faults),
              FieldsAre(FaultKind::too_many_items, "email_address", "2"));
  EXPECT_THAT(fault_of(decode_query<SomeQuery>("order_by=name").faults),
              FieldsAre(FaultKind::not_one_of, "order_by", "-created_at, +created_at"));
}

TEST(QueryReader, keeps_the_first_of_several_orders_and_notes_the_others) {
  const auto read = decode_query<GetUserListRequest>("order_by=username&order_by=created_at");
  EXPECT_THAT(fault_of(read.faults), FieldsAre(FaultKind::repeated_order, "order_by", ""));
  EXPECT_EQ(read.value.order_by, "username");
}

TEST(QueryReader, takes_a_text_in_its_form_alone) {
  for (const char* order : {"created_at", "-last_sign_in_at", "%2Bweb3wallet", "+username"}) {
    EXPECT_THAT(decode_query<GetUserListRequest>("order_by=" + std::string{order}).faults, IsEmpty()) << order;
  }
  for (const char* order : {"", "-", "--created_at", "password", "created_at,username"}) {
    const auto read = decode_query<GetUserListRequest>("order_by=" + std::string{order});
    ASSERT_EQ(read.faults.size(), 1U) << order;
    EXPECT_EQ(read.faults.front().kind, FaultKind::bad_format) << order;
    EXPECT_EQ(read.faults.front().format, &formats::user_order) << order;
    EXPECT_EQ(read.value.order_by, std::nullopt) << order;
  }
}

TEST(QueryReader, takes_only_text) {
  EXPECT_THAT(fault_of(decode_query<SomeQuery>("query=%ff").faults),
              FieldsAre(FaultKind::unreadable_parameter, "query", "string of UTF-8"));
  EXPECT_THAT(fault_of(decode_query<SomeQuery>("query=a%00").faults),
              FieldsAre(FaultKind::forbidden_character, "query", ""));
  EXPECT_EQ(decode_query<SomeQuery>("query=%ff").faults.front().received, "text that is not UTF-8");
}

}  // namespace clerk::codec
