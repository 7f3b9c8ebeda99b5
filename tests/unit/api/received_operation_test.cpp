#include "server/api/received_operation.hpp"

#include <clerk/contract/allowlist_identifiers.hpp>

#include <gtest/gtest.h>

namespace clerk::server::api {

TEST(ReceivedOperation, has_the_parameters_of_the_path) {
  const PathParameters path{{"identifier_id", "alid_1"}};
  codec::Faults faults;
  EXPECT_EQ(
      received_operation<operations::DeleteAllowlistIdentifier>({.path = path, .query = ""}, faults).identifier_id,
      "alid_1");
  EXPECT_TRUE(faults.empty());
}

TEST(ReceivedOperation, has_the_parameters_of_the_query_and_the_defaults_of_what_it_leaves_out) {
  const PathParameters path;
  codec::Faults faults;
  const auto operation = received_operation<operations::ListAllowlistIdentifiers>(
      {.path = path, .query = "limit=7&paginated=false&brand_new=1"}, faults);
  EXPECT_EQ(operation.query, (ListAllowlistIdentifiersRequest{.limit = 7, .offset = 0, .paginated = false}));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults.front().path, "brand_new");
}

}  // namespace clerk::server::api
