#include "retry_simulation/guide.hpp"

#include "retry_simulation/chart.hpp"
#include "retry_simulation/figures.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace clerk::simulation {
namespace {

TEST(RetryGuide, shows_the_chart_and_the_table_that_the_simulation_makes) {
  const std::filesystem::path folder{CLERK_GUIDE_FOLDER};
  const World world{};
  const std::vector<Trial> trials = try_policies(world, all_policies());
  const char* remedy = "make them anew: cmake --build --preset dev --target update_retries";
  const std::string page = text_of(folder / "retries.md");
  EXPECT_EQ(page, with_table(page, table_of(trials))) << remedy;
  const std::string chart = chart_of(world, trials);
  EXPECT_TRUE(text_of(folder / "retries.svg") == chart) << remedy;
  EXPECT_LT(chart.size(), 100'000U);
}

TEST(Page, gets_another_table_between_its_marks_and_keeps_the_rest) {
  const std::string page = "before\n<!-- table: retry_simulation -->\n| old |\n<!-- end of table -->\nafter\n";
  EXPECT_EQ(with_table(page, "| new |\n"),
            "before\n<!-- table: retry_simulation -->\n| new |\n<!-- end of table -->\nafter\n");
}

TEST(Page, without_marks_is_refused) {
  EXPECT_THROW(static_cast<void>(with_table("| old |\n", "| new |\n")), std::runtime_error);
  EXPECT_THROW(static_cast<void>(with_table("<!-- end of table -->\n<!-- table: retry_simulation -->\n", "")),
               std::runtime_error);
}

TEST(Chart, names_every_policy_and_the_limit) {
  const World world{.clients = 100, .limit = 10};
  const std::vector<Policy> policies = all_policies();
  const std::string chart = chart_of(world, try_policies(world, policies));
  EXPECT_NE(chart.find("100 clients of a server that was away for 30 s"), std::string::npos);
  EXPECT_NE(chart.find("limit: 10 requests in 10 s"), std::string::npos);
  for (const Policy& policy : policies) EXPECT_NE(chart.find(">" + policy.name + "<"), std::string::npos);
}

}  // namespace
}  // namespace clerk::simulation
