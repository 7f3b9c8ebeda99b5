#include "ctl/output/render.hpp"
#include "ctl/output/writers.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

std::string table(std::string_view text) { return render(json::parse(text), OutputFormat::table); }

TEST(Table, has_the_rows_of_a_list_in_columns_with_the_id_first) {
  EXPECT_EQ(table(R"({"data":[
      {"object":"role","name":"漢字","id":"role_1","members":7,"created_at":1778570120000,"permissions":[{"id":"p"}]},
      {"object":"role","name":"Zoë","id":"role_22","members":10,"created_at":0,"permissions":[]}],"total_count":12})"),
            "id       name  members  created_at            permissions\n"
            "role_1   漢字        7  2026-05-12T07:15:20Z  [1]\n"
            "role_22  Zoë        10  1970-01-01T00:00:00Z  []\n"
            "2 of 12 rows\n");
}

TEST(Table, shows_a_plain_array_of_objects_alike) {
  EXPECT_EQ(table(R"([{"id":"a","on":true},{"id":"b","on":null}])"), "id  on\na   true\nb   -\n2 rows\n");
  EXPECT_EQ(table("[]"), "0 rows\n");
  EXPECT_EQ(table(R"({"data":[],"total_count":0})"), "0 of 0 rows\n");
}

TEST(Table, leaves_out_what_does_not_fit_and_says_so) {
  json::object row;
  for (int i = 0; i < 30; ++i) row["field_" + std::to_string(i)] = "some text";
  const std::string text = render(json::array{row}, OutputFormat::table);
  EXPECT_THAT(text, HasSubstr("not shown: field_1"));
  EXPECT_LE(text.find('\n'), 120U);
}

TEST(Table, has_a_line_for_each_value_of_an_object) {
  EXPECT_EQ(table(R"({"id":"u","verified_at":1778570120000,"tags":["a","b"],"verification":{"status":"verified",
      "nonce":null},"emails":[{"id":"e"}],"meta":{},"none":[]})"),
            "id                   u\n"
            "verified_at          2026-05-12T07:15:20Z\n"
            "tags                 a, b\n"
            "verification.status  verified\n"
            "verification.nonce   null\n"
            "emails[0].id         e\n"
            "meta                 {}\n"
            "none                 []\n");
}

TEST(Table, shows_a_scalar_bare) {
  EXPECT_EQ(table("\"a b\""), "a b\n");
  EXPECT_EQ(table("12"), "12\n");
  EXPECT_EQ(table("null"), "null\n");
  EXPECT_EQ(table(R"(["a","b"])"), "a\nb\n");
}

TEST(Table, lets_nothing_from_outside_drive_the_terminal) {
  for (const std::string_view text :
       {R"({"a\u001b[2J":"\u001b[31m"})", R"([{"id":"\u001b[31m","\u009b2J":"x"}])", R"("\u001b[31m")",
        R"({"list":["\u001b[31m"]})", R"([["\u009b"],{"id":"\u009b"}])"}) {
    EXPECT_THAT(table(text), Not(HasSubstr("\x1b"))) << text;
    EXPECT_THAT(table(text), Not(HasSubstr("\xC2\x9B"))) << text;
  }
}

TEST(Table, shows_a_number_that_is_no_date_as_it_is) {
  EXPECT_EQ(table(R"({"expires_at":9223372036854775807})"), "expires_at  9223372036854775807\n");
  EXPECT_EQ(table(R"({"expires_at":-1})"), "expires_at  -1\n");
}

}  // namespace
}  // namespace clerk::ctl
