#include "server/rules/phone_number.hpp"

#include "server/rules/communication_rules.hpp"
#include "server/rules/numbering_plan.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace clerk::server::rules {

TEST(PhoneNumber, is_read_into_e164_with_or_without_punctuation) {
  for (const std::string_view text : {"+12125550123", "+1 212 555 0123", "+1 (212) 555-0123", "+1.212.555.0123"}) {
    EXPECT_EQ(read_phone_number(text, false), (PhoneNumber{.e164 = "+12125550123", .country = "US"})) << text;
  }
}

TEST(PhoneNumber, is_none_without_country_code_or_of_a_wrong_length) {
  for (const std::string_view text :
       {"", "+", "12125550123", "2125550123", "+1212555012", "+121255501234", "+1212555O123", "+1 212 555 0123 ext 4",
        "++12125550123", "+0123456789", "+2101234567", "+4420", "+49", "+999123456789", "+3312345678"}) {
    EXPECT_FALSE(read_phone_number(text, true)) << text;
  }
}

TEST(PhoneNumber, of_north_america_has_an_area_and_an_exchange_that_can_be) {
  for (const std::string_view text : {"+10125550123", "+12120550123", "+12121550123", "+14115551234", "+12925551234",
                                      "+13705551234", "+19605551234", "+15555551234"}) {
    EXPECT_FALSE(read_phone_number(text, false)) << text;
  }
}

TEST(PhoneNumber, for_tests_exists_in_test_mode_under_any_area_code) {
  for (const std::string_view text : {"+15555550100", "+1 (555) 555-0199", "+10005550150"}) {
    EXPECT_TRUE(read_phone_number(text, true)) << text;
    EXPECT_FALSE(read_phone_number(text, false)) << text;
  }
  EXPECT_FALSE(read_phone_number("+15555550200", true)) << "outside 0100 to 0199";
  EXPECT_FALSE(read_phone_number("+15555540100", true)) << "another exchange";
  EXPECT_EQ(read_phone_number("+15555550100", true)->country, "US");
}

TEST(PhoneNumber, belongs_to_a_country_also_where_several_share_a_code) {
  struct Row {
    std::string_view number;
    std::string_view country;
  };
  const Row rows[] = {
      {"+12125551234", "US"},   {"+14165551234", "CA"},  {"+18765551234", "JM"},   {"+17875551234", "PR"},
      {"+18095551234", "DO"},   {"+442071234567", "GB"}, {"+441534123456", "JE"},  {"+441481123456", "GG"},
      {"+441624123456", "IM"},  {"+79161234567", "RU"},  {"+77011234567", "KZ"},   {"+390612345678", "IT"},
      {"+390669812345", "VA"},  {"+4741234567", "NO"},   {"+4779123456", "SJ"},    {"+61412345678", "AU"},
      {"+61891641234", "CX"},   {"+212612345678", "MA"}, {"+212528812345", "EH"},  {"+262692123456", "RE"},
      {"+262639123456", "YT"},  {"+5999123456", "CW"},   {"+5993181234", "BQ"},    {"+4915123456789", "DE"},
      {"+33612345678", "FR"},   {"+81312345678", "JP"},  {"+8613123456789", "CN"}, {"+919123456789", "IN"},
      {"+5511912345678", "BR"}, {"+237671234567", "CM"}, {"+85021234567", "KP"},   {"+963912345678", "SY"},
      {"+358181234567", "AX"},  {"+80012345678", ""},    {"+881612345678", ""},
  };
  for (const Row& row : rows) {
    const auto number = read_phone_number(row.number, false);
    ASSERT_TRUE(number) << row.number;
    EXPECT_EQ(number->country, row.country) << row.number;
  }
}

TEST(NumberingPlan, has_one_plan_for_any_digits) {
  for (int first = 1; first < 1000; ++first) {
    const std::string digits = std::to_string(first) + "0000";
    const NumberingPlan* plan = find_numbering_plan(digits);
    if (plan == nullptr) continue;
    EXPECT_LE(plan->shortest, plan->longest) << plan->code;
    EXPECT_LE(plan->code.size() + plan->longest, 15U) << plan->code;
    // Kosovo and Ascension have codes of their own that ISO 3166-1 does not assign.
    EXPECT_TRUE(plan->country.empty() || plan->country == "XK" || plan->country == "AC" || is_country(plan->country))
        << plan->code << ' ' << plan->country;
  }
}

}  // namespace clerk::server::rules
