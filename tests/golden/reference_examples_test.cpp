#include "tests/golden/reference_examples.hpp"

#include "tests/conformance/server_support.hpp"

#include <clerk/contract/parameters.hpp>
#include <clerk/contract/registry.hpp>

#include <gtest/gtest.h>

#include <cstdlib>

namespace clerk::golden {
namespace {

// Whether the example needs something that it names by an id, which is not there in a new instance.
bool names_an_id(std::string_view name) {
  // The initial role set is there.
  if (name == operations::GetRoleSet::info.name || name == operations::UpdateRoleSet::info.name) return false;
  bool names = false;
  AllOperations::for_each([&]<class Op>() {
    if (Op::info.name != name) return;
    const bool filters = Op::info.kind != OperationKind::write;
    names = HasPathParameters<Op> || (!filters && Op::info.example.find("_2abc") != std::string_view::npos);
  });
  return names;
}

TEST(ReferenceExamplesTest, EveryOperationHasAnExampleThatCompiles) {
  const auto& examples = reference_examples();
  EXPECT_EQ(examples.size(), AllOperations::size);
  AllOperations::for_each(
      [&]<class Op>() { EXPECT_TRUE(examples.contains(std::string{Op::info.name})) << Op::info.name; });
}

TEST(ReferenceExamplesTest, EveryExampleEndsWellAgainstTheLocalServerUnlessWhatItNamesIsNotThere) {
  for (const auto& [operation, run] : reference_examples()) {
    const testing::RunningServer server;
    ::setenv("CLERK_API_URL", server.url().c_str(), 1);
    const bool for_production = operation == operations::ChangeProductionInstanceDomain::info.name;
    const std::string key{for_production ? testing::production_key : testing::development_key};
    server.send(
        {.method = "PATCH", .target = "/v1/instance/organization_settings", .body = R"({"enabled":true})", .key = key});
    ::setenv("CLERK_SECRET_KEY", key.c_str(), 1);
    EXPECT_EQ(run(), names_an_id(operation) ? 1 : 0) << operation;
  }
}

TEST(ReferenceExamplesTest, AnExampleThatIsRefusedSaysSoByItsStatus) {
  const testing::RunningServer server;
  ::setenv("CLERK_API_URL", server.url().c_str(), 1);
  ::setenv("CLERK_SECRET_KEY", "sk_test_wrong", 1);
  for (const auto& [operation, run] : reference_examples()) EXPECT_EQ(run(), 1) << operation;
}

}  // namespace
}  // namespace clerk::golden
