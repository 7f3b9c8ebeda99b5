#include "codec/model_codec.ipp"
#include "tests/support/random_model.hpp"

#include <clerk/contract/paging.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk::codec {

namespace {

struct Row {
  std::string email_address{};
  std::optional<std::int64_t> days{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("email_address", &Row::email_address, {.nullable = false, .format = &formats::email}, "An address.");
    field("days", &Row::days, {.nullable = false, .required = false, .minimum = 1}, "A number.");
  }
  friend bool operator==(const Row&, const Row&) = default;
};

struct Rows {
  std::vector<Row> data{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &Rows::data, {.min_items = 1, .max_items = 3}, "The rows.");
  }
  friend bool operator==(const Rows&, const Rows&) = default;
};

/// The same with a total that may be missing.
struct Page {
  std::vector<Row> data{};
  std::optional<std::int64_t> total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &Page::data, {}, "The rows.");
    field("total_count", &Page::total_count, {.required = false}, "How many there are.");
  }
  friend bool operator==(const Page&, const Page&) = default;
};

static_assert(ArrayModel<Rows> && ListModel<Rows> && !PlainArrayModel<Rows>);
static_assert(!ArrayModel<Page> && ListModel<Page> && PlainArrayModel<Page>);
static_assert(!RowsModel<Row>);

struct Noted {
  FaultKind kind;
  std::string path;
  friend bool operator==(const Noted&, const Noted&) = default;
};

std::vector<Noted> faults_of(std::string_view body) {
  const auto read = decode_request<Rows>(body);
  if (read.has_error()) throw std::logic_error{read.error().problem};
  std::vector<Noted> noted;
  for (const Fault& fault : read->faults) noted.push_back({fault.kind, fault.path});
  return noted;
}

}  // namespace

TEST(ArrayModel, is_written_as_an_array_and_read_back_as_it_was) {
  const Rows rows{.data = {{.email_address = "a@example.com", .days = 7}, {.email_address = "b@example.com"}}};
  const std::string text = *encode(rows);
  EXPECT_EQ(text, R"([{"email_address":"a@example.com","days":7},{"email_address":"b@example.com"}])");
  EXPECT_EQ(*decode_answer<Rows>(text), rows);
  const auto read = decode_request<Rows>(text);
  EXPECT_TRUE(read->faults.empty());
  EXPECT_EQ(read->value, rows);
}

TEST(ArrayModel, survives_both_ways_whatever_its_rows_are) {
  clerk::testing::RandomModel random{20261127};
  for (int i = 0; i < 300; ++i) {
    Rows rows{.data = {random.draw<Row>()}};
    if (random.coin()) rows.data.push_back(random.draw<Row>());
    EXPECT_EQ(*decode_answer<Rows>(encode_sound(rows)), rows);
    EXPECT_EQ(decode_request<Rows>(encode_sound(rows))->value, rows);
  }
}

TEST(ArrayModel, without_rows_is_an_empty_array) {
  EXPECT_EQ(*encode(Rows{}), "[]");
  EXPECT_EQ(*decode_answer<Rows>("[]"), Rows{});
}

TEST(ArrayModel, has_no_place_for_fields_of_its_own) {
  const auto written = encode(Rows{.data = {}, .extra = {{"new", RawJson{"1"}}}});
  ASSERT_TRUE(written.has_error());
  EXPECT_EQ(written.error().path, "extra");
}

TEST(ArrayModel, is_no_object_in_either_direction) {
  EXPECT_EQ(decode_answer<Rows>(R"({"data":[]})").error().problem, "it is of type object, not array");
  EXPECT_EQ(decode_answer<Rows>("null").error().problem, "it is of type null, not array");
  EXPECT_EQ(decode_request<Rows>(R"({"data":[]})").error().problem, "it is of type object, not array");
  EXPECT_EQ(decode_request<Rows>("7").error().problem, "it is of type integer, not array");
  EXPECT_EQ(decode_request<Row>("[]").error().problem, "it is of type array, not object");
}

TEST(ArrayModel, keeps_what_an_answer_has_beyond_the_contract_in_its_row) {
  const auto read = decode_answer<Rows>(R"([{"email_address":"a@example.com","new":{"x":1}}])");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read->data.at(0).extra.find("new"), RawJson{R"({"x":1})"});
  EXPECT_EQ(decode_answer<Rows>(R"([{"email_address":"a@example.com"},{}])").error().path, "[1].email_address");
}

TEST(ArrayModel, tells_each_fault_of_a_request_by_the_place_of_its_row) {
  using enum FaultKind;
  EXPECT_EQ(faults_of(R"([{"email_address":"a@example.com"},{"email_address":"x","days":0},{"other":1}])"),
            (std::vector<Noted>{{bad_format, "[1].email_address"},
                                {below_minimum, "[1].days"},
                                {unknown_field, "[2].other"},
                                {missing_field, "[2].email_address"}}));
  EXPECT_EQ(faults_of(R"([{"email_address":"a@example.com"},null,[]])"),
            (std::vector<Noted>{{wrong_type, "[1]"}, {wrong_type, "[2]"}}));
  EXPECT_EQ(faults_of(R"([{"email_address":"a@example.com","email_address":"b@example.com"}])"),
            (std::vector<Noted>{{duplicate_field, "[0].email_address"}}));
}

TEST(ArrayModel, tells_a_request_of_too_few_rows_or_too_many_as_a_fault_of_the_whole) {
  using enum FaultKind;
  for (const char* body : {"", "null", "[]"}) EXPECT_EQ(faults_of(body), (std::vector<Noted>{{too_few_items, ""}}));
  const auto read = decode_request<Rows>("[{},{},{},{}]");
  ASSERT_EQ(read->faults.size(), 1U);
  EXPECT_EQ(read->faults.front().kind, too_many_items);
  EXPECT_EQ(read->faults.front().expected, "3");
  EXPECT_TRUE(read->value.data.empty());
}

// facts 3.2
TEST(ListAnswer, is_written_with_its_total_and_as_a_plain_array_without) {
  const Page page{.data = {{.email_address = "a@example.com"}}};
  EXPECT_EQ(encode_sound(page), R"([{"email_address":"a@example.com"}])");
  Page whole = page;
  whole.total_count = 7;
  EXPECT_EQ(encode_sound(whole), R"({"data":[{"email_address":"a@example.com"}],"total_count":7})");
  EXPECT_EQ(encode_sound(Page{}), "[]");
  EXPECT_EQ(*decode_answer<Page>(encode_sound(page)), page);
}

TEST(ListAnswer, loses_nothing_that_came_beside_its_rows_when_it_is_written_again) {
  const std::string text = R"({"data":[],"next":"x"})";
  EXPECT_EQ(encode_sound(*decode_answer<Page>(text)), text);
}

}  // namespace clerk::codec
