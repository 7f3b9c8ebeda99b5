#include "tests/conformance/library_support.hpp"

#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

namespace clerk::testing {

TEST(LibraryConformance, every_operation_works_by_future) {
  expect_every_operation_works([](const AsyncClient& client, const auto& operation) {
    return client.async_send(operation, boost::asio::use_future).get();
  });
}

}  // namespace clerk::testing
