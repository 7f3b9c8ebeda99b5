#include "ctl/operations/field_value.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl::operations {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ItemsOfAList, stand_between_commas) {
  EXPECT_THAT(split_items("a,b"), ElementsAre("a", "b"));
  EXPECT_THAT(split_items("a"), ElementsAre("a"));
  EXPECT_THAT(split_items(""), IsEmpty());
  EXPECT_THAT(split_items(","), ElementsAre("", ""));
  EXPECT_THAT(split_items("a,"), ElementsAre("a", ""));
}

TEST(ItemsOfAList, may_hold_commas_and_backslashes) {
  EXPECT_THAT(split_items("a\\,b,c"), ElementsAre("a,b", "c"));
  EXPECT_THAT(split_items("a\\\\,b"), ElementsAre("a\\", "b"));
  EXPECT_THAT(split_items("C:\\temp"), ElementsAre("C:\\temp"));
  EXPECT_THAT(split_items("a\\"), ElementsAre("a\\"));
}

TEST(ItemsOfAList, come_back_from_their_text) {
  const std::vector<std::vector<std::string>> lists = {{},          {"a"},           {"", ""},    {"a,b", "c"},
                                                       {"\\", ","}, {"\\,", "\\\\"}, {"a\\", ""}, {"漢", "\n"}};
  for (const auto& items : lists) EXPECT_EQ(split_items(joined_items(items)), items);
}

}  // namespace
}  // namespace clerk::ctl::operations
