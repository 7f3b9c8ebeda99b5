#include "sources.hpp"
#include "tests/support/private_folder.hpp"
#include "tests/support/run_program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::spec {

namespace {

using ::testing::HasSubstr;

using Outcome = test::ProgramOutcome;

Outcome run_program(const std::string& arguments) { return test::run_program(CLERK_SPEC_DIGEST, arguments); }

}  // namespace

TEST(SpecDigestProgram, writes_the_digest_of_a_file) {
  const test::PrivateFolder folder;
  const std::string file =
      folder.write("a.yml", "openapi: 3.0.3\npaths: {/a: {get: {responses: {204: {description: Done}}}}}\n");
  const Outcome outcome = run_program(file);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.output, "document\n  document openapi=\"3.0.3\"\noperation /a GET\n  204 empty\n  operation\n");
}

TEST(SpecDigestProgram, names_a_file_that_it_can_not_read_or_that_is_no_description) {
  const Outcome missing = run_program("/no/such/file.yml");
  EXPECT_EQ(missing.status, 1);
  EXPECT_EQ(missing.output, "spec_digest: /no/such/file.yml: can't be read\n");

  const test::PrivateFolder folder;
  const std::string file = folder.write("other.yml", "name: something else\n");
  const Outcome other = run_program(file);
  EXPECT_EQ(other.status, 1);
  EXPECT_THAT(other.output, HasSubstr(file + ": not an OpenAPI 3 description"));
}

TEST(SpecDigestProgram, says_how_it_is_used) {
  EXPECT_EQ(run_program("").status, 64);
  EXPECT_EQ(run_program("a b").status, 64);
  const Outcome help = run_program("--help");
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.output, HasSubstr("usage: spec_digest FILE"));
}

}  // namespace clerk::spec
