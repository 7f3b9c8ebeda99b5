#include "ctl/report.hpp"

#include "tests/unit/ctl/program/machine.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl::test {
namespace {

namespace json = boost::json;

const Failure failure{.message = "no key sk_test_value1234",
                      .hint = "try sk_live_value1234",
                      .status = ExitStatus::usage,
                      .details = {{"kind", "http"}, {"errors", {{{"code", "sk_test_value1234"}}}}}};

class AReport : public testing::TestWithParam<OutputFormat> {
 protected:
  std::string told() {
    EXPECT_EQ(report(host_, {.format = GetParam()}, failure), ExitStatus::usage);
    return machine_.said();
  }
  std::string warned(std::string_view warning) {
    warn(host_, {.format = GetParam()}, warning);
    return machine_.said();
  }

 private:
  Machine machine_{};
  Host host_{machine_.host()};
};

TEST_P(AReport, repeats_no_key) {
  EXPECT_THAT(told(), testing::Not(testing::HasSubstr("_value")));
  EXPECT_THAT(warned("of sk_test_value1234"), testing::Not(testing::HasSubstr("_value")));
}

TEST_P(AReport, is_lines_of_json_where_json_is_asked_for) {
  if (GetParam() != OutputFormat::json) {
    EXPECT_THAT(told(), testing::StartsWith("clerkctl: no key "));
    EXPECT_THAT(warned("hibp: has\nno effect"), testing::HasSubstr("clerkctl: warning: hibp: has\\nno effect\n"));
    return;
  }
  const json::value error = json::parse(told()).at("error");
  EXPECT_EQ(error.at("exit_status"), 64);
  EXPECT_TRUE(error.at("message").is_string());
  EXPECT_TRUE(error.at("hint").is_string());
  EXPECT_EQ(error.at("kind"), "http");
  EXPECT_EQ(json::parse(warned("hibp: has\nno effect")),
            (json::value{{"warning", {{"message", "hibp: has\nno effect"}}}}));
}

INSTANTIATE_TEST_SUITE_P(, AReport, testing::Values(OutputFormat::table, OutputFormat::json, OutputFormat::yaml));

}  // namespace
}  // namespace clerk::ctl::test
