#include "server/api/received_operation.hpp"

#include <clerk/contract/allowlist_identifiers.hpp>

#include <gtest/gtest.h>

namespace clerk::server::api {

TEST(ReceivedOperation, has_the_parameters_of_the_path) {
  const PathParameters path{{"identifier_id", "alid_1"}};
  EXPECT_EQ(received_operation<operations::DeleteAllowlistIdentifier>({.path = path, .query = ""}).identifier_id,
            "alid_1");
}

TEST(ReceivedOperation, has_the_parameters_of_the_query_and_the_defaults_of_what_it_leaves_out) {
  const PathParameters path;
  const auto operation =
      received_operation<operations::ListAllowlistIdentifiers>({.path = path, .query = "limit=7&paginated=false"});
  EXPECT_EQ(operation.query, (ListAllowlistIdentifiersRequest{.limit = 7, .offset = 0, .paginated = false}));
}

}  // namespace clerk::server::api
