#include "ctl/output/render.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl {
namespace {

using testing::HasSubstr;

const boost::json::value document = boost::json::parse(
    R"({"data":[{"id":"a"},{"id":"b"}],"total_count":2,"":0,"a/b":1,"m~n":2,"x":{"":{"":3}},"none":null})");

TEST(JsonPointer, finds_what_it_names) {
  EXPECT_EQ(*at_pointer(document, ""), document);
  EXPECT_EQ(*at_pointer(document, "/data/1/id"), "b");
  EXPECT_EQ(*at_pointer(document, "/total_count"), 2);
  EXPECT_EQ(*at_pointer(document, "/"), 0);
  EXPECT_EQ(*at_pointer(document, "/a~1b"), 1);
  EXPECT_EQ(*at_pointer(document, "/m~0n"), 2);
  EXPECT_EQ(*at_pointer(document, "/x//"), 3);
  EXPECT_EQ(*at_pointer(document, "/none"), nullptr);
}

TEST(JsonPointer, says_how_far_it_got_and_what_is_there) {
  struct Case {
    std::string_view pointer;
    std::string_view message;
  };
  const Case cases[] = {
      {"/dat", "nothing at /dat: the answer has no dat (did you mean data?); it has data, total_count, "},
      {"/data/0/idd", "/data/0 has no idd (did you mean id?); it has id"},
      {"/data/2", "/data is a list of 2 items"},
      {"/data/01", "/data is a list of 2 items, and 01 is no index"},
      {"/data/-", "/data is a list of 2 items, and - is no index"},
      {"/data/99999999999999999999999", "/data is a list of 2 items, and"},
      {"/data/0/id/x", "/data/0/id is of type string and has nothing inside"},
      {"/none/x", "/none is null and has nothing inside"},
  };
  for (const Case& one : cases) {
    const auto found = at_pointer(document, one.pointer);
    ASSERT_TRUE(found.has_error()) << one.pointer;
    EXPECT_THAT(found.error().message, HasSubstr(one.message));
    EXPECT_EQ(found.error().status, ExitStatus::failed);
  }
}

TEST(JsonPointer, that_is_none_is_a_mistake_of_the_command_line) {
  for (const std::string_view pointer : {"data", "/data~", "/data~2", "/~", "/nowhere/~", "/data/7/id/~2/x"}) {
    for (const boost::json::value& value : {document, boost::json::value{boost::json::object{}}}) {
      const auto found = at_pointer(value, pointer);
      ASSERT_TRUE(found.has_error()) << pointer;
      EXPECT_EQ(found.error().status, ExitStatus::usage) << pointer;
      EXPECT_THAT(found.error().hint, HasSubstr("/data/0/id"));
    }
  }
}

}  // namespace
}  // namespace clerk::ctl
