#include "server/store/json_merge.hpp"

#include <gtest/gtest.h>

namespace clerk::server::store {
namespace {

TEST(JsonMerge, MergesObjectsAtAnyDepthAndTakesAwayWhatIsNull) {
  struct Row {
    const char* kept;
    const char* change;
    const char* merged;
  };
  for (const Row& row : {
           Row{"{}", R"({"a":1})", R"({"a":1})"},
           Row{R"({"a":1,"b":2})", R"({"a":3})", R"({"a":3,"b":2})"},
           Row{R"({"a":1,"b":2})", R"({"a":null})", R"({"b":2})"},
           Row{R"({"a":1})", R"({"c":null})", R"({"a":1})"},
           Row{R"({"a":{"x":1,"y":2}})", R"({"a":{"y":null,"z":{"q":[1,null]}}})",
               R"({"a":{"x":1,"z":{"q":[1,null]}}})"},
           Row{R"({"a":[1,2]})", R"({"a":[3]})", R"({"a":[3]})"},
           Row{R"({"a":1})", R"({"a":{"b":{"c":null}}})", R"({"a":{"b":{}}})"},
           Row{R"({"a":{"b":1}})", R"({"a":5})", R"({"a":5})"},
           Row{R"({"a":1})", "{}", R"({"a":1})"},
       }) {
    EXPECT_EQ(merged(RawJson{row.kept}, RawJson{row.change}).text(), row.merged) << row.kept << " and " << row.change;
  }
}

}  // namespace
}  // namespace clerk::server::store
