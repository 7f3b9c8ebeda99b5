#include "retry_simulation/guide.hpp"
#include "tests/support/private_folder.hpp"
#include "tests/support/run_program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace clerk::simulation {
namespace {

using ::testing::HasSubstr;

using Outcome = test::ProgramOutcome;

Outcome run_program(const std::string& arguments) { return test::run_program(CLERK_RETRY_SIMULATION, arguments); }

TEST(RetrySimulationProgram, prints_the_table_and_writes_it_into_the_page_and_the_chart_beside) {
  const test::PrivateFolder folder;
  write_text(folder.path("retries.md"), "<!-- table: retry_simulation -->\n<!-- end of table -->\n");
  const Outcome outcome = run_program(folder.path());
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, HasSubstr("| library, patient"));
  EXPECT_THAT(text_of(folder.path("retries.md")), HasSubstr(outcome.output));
  EXPECT_THAT(text_of(folder.path("retries.svg")), HasSubstr("</svg>"));
}

TEST(RetrySimulationProgram, names_the_page_that_it_can_not_read) {
  const test::PrivateFolder folder;
  const Outcome outcome = run_program(folder.path());
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("retries.md can't be read"));
}

TEST(RetrySimulationProgram, says_how_it_is_used) {
  EXPECT_EQ(run_program("a b").status, 64);
  const Outcome help = run_program("--help");
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.output, HasSubstr("usage: retry_simulation"));
}

}  // namespace
}  // namespace clerk::simulation
