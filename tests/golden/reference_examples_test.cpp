#include "tests/golden/reference_examples.hpp"

#include "server/rules/live_operations.hpp"
#include "tests/conformance/server_support.hpp"

#include <clerk/contract/registry.hpp>

#include <gtest/gtest.h>

#include <cstdlib>

namespace clerk::golden {
namespace {

// Whether the local server holds the operation.
bool is_live(std::string_view name) {
  bool live = false;
  AllOperations::for_each([&]<class Op>() {
    if (Op::info.name == name) live = server::rules::LiveRead<Op> || server::rules::LiveWrite<Op>;
  });
  return live;
}

TEST(ReferenceExamplesTest, EveryOperationHasAnExampleThatCompiles) {
  const auto& examples = reference_examples();
  EXPECT_EQ(examples.size(), AllOperations::size);
  AllOperations::for_each(
      [&]<class Op>() { EXPECT_TRUE(examples.contains(std::string{Op::info.name})) << Op::info.name; });
}

TEST(ReferenceExamplesTest, EveryExampleEndsWellAgainstTheLocalServer) {
  const testing::RunningServer server;
  ::setenv("CLERK_API_URL", server.url().c_str(), 1);
  for (const auto& [operation, run] : reference_examples()) {
    const bool for_production = operation == operations::ChangeProductionInstanceDomain::info.name;
    const std::string key{for_production ? testing::production_key : testing::development_key};
    ::setenv("CLERK_SECRET_KEY", key.c_str(), 1);
    EXPECT_EQ(run(), is_live(operation) ? 0 : 1) << operation;
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
