#include "codec/target_writer.hpp"

#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/contract/protect.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace clerk::codec {

// clang refuses models without linkage: their members are counted by functions that are never defined.
namespace target_writing {

struct Orders {
  static constexpr std::string_view newest_first = "-created_at";
  static constexpr std::string_view oldest_first = "+created_at";
  static constexpr std::array values{newest_first, oldest_first};
};

/// A query of every kind of parameter.
struct SomeQuery {
  std::optional<std::int64_t> limit{};
  std::optional<OpenEnum<Orders>> order_by{};
  std::vector<std::string> email_address{};
  std::optional<bool> banned{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SomeQuery;
    field("limit", &M::limit, page_limit, "");
    field("order_by", &M::order_by, {}, "");
    field("email_address", &M::email_address, {.max_items = 2}, "");
    field("banned", &M::banned, {}, "");
  }
};

struct SomeOperation {
  static constexpr OperationInfo info{.path = "/things/{thing_id}/parts/{part_id}"};
  std::string thing_id{};
  std::string part_id{};
  SomeQuery query{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("thing_id", &SomeOperation::thing_id, {}, "");
    parameter("part_id", &SomeOperation::part_id, {}, "");
  }
};

}  // namespace target_writing

using namespace target_writing;

namespace {

std::string query_of(SomeQuery query) {
  const auto target = request_target(SomeOperation{"a", "b", std::move(query)});
  return target ? target->substr(std::string{"/things/a/parts/b"}.size())
                : target.error().path + " " + target.error().problem;
}

}  // namespace

TEST(Target, of_an_operation_without_parameters_is_its_path) {
  EXPECT_EQ(*request_target(operations::GetInstanceProtect{}), "/instance/protect");
}

TEST(Target, has_each_parameter_of_the_path_as_one_segment_whatever_it_holds) {
  const std::vector<std::pair<std::string, std::string>> cases{{"alid_1", "alid_1"},   {"a/b", "a%2Fb"},
                                                               {"a?b=c", "a%3Fb%3Dc"}, {"a#b", "a%23b"},
                                                               {"a b", "a%20b"},       {"100%", "100%25"},
                                                               {"../x", "..%2Fx"},     {"...", "..."},
                                                               {"\xC3\xA9", "%C3%A9"}, {"{part_id}", "%7Bpart_id%7D"},
                                                               {"a\r\nb", "a%0D%0Ab"}, {"-._~", "-._~"}};
  for (const auto& [value, segment] : cases) {
    EXPECT_EQ(*request_target(SomeOperation{.thing_id = value, .part_id = "p"}), "/things/" + segment + "/parts/p");
  }
}

TEST(Target, is_refused_with_a_parameter_that_would_make_another_path) {
  for (const std::string value : {"", ".", ".."}) {
    const auto target = request_target(SomeOperation{.thing_id = "t", .part_id = value});
    ASSERT_TRUE(target.has_error()) << value;
    EXPECT_EQ(target.error().path, "part_id") << value;
  }
}

TEST(Query, has_what_is_set_in_the_order_of_the_list) {
  EXPECT_EQ(query_of({}), "");
  EXPECT_EQ(query_of({.limit = 500, .banned = false}), "?limit=500&banned=false");
  for (const std::string_view order : Orders::values) EXPECT_NE(query_of({.order_by = order}), "") << order;
  EXPECT_EQ(query_of({.order_by = Orders::oldest_first}), "?order_by=%2Bcreated_at");
  EXPECT_EQ(query_of({.email_address = {"a+b@example.com", "x&y=z"}}),
            "?email_address=a%2Bb%40example.com&email_address=x%26y%3Dz");
}

TEST(Query, is_refused_beyond_its_limits_before_anything_is_sent) {
  EXPECT_EQ(query_of({.limit = 501}), "limit is 501; 500 is the most");
  EXPECT_EQ(query_of({.limit = 0}), "limit is 0; 1 is the least");
  EXPECT_EQ(query_of({.email_address = {"a", "b", "c"}}), "email_address has 3 items; 2 is the most");
}

TEST(Query, has_parameters_that_the_library_does_not_know) {
  EXPECT_EQ(query_of({.extra = {{"new one", RawJson{"\"a b\""}}, {"n", RawJson{"7"}}, {"b", RawJson{"true"}}}}),
            "?new%20one=a%20b&n=7&b=true");
  for (const char* json : {"{}", "[1]", "null", "nonsense"}) {
    EXPECT_EQ(query_of({.extra = {{"new", RawJson{json}}}}), "new is RawJson, but no string, number or boolean");
  }
}

}  // namespace clerk::codec
