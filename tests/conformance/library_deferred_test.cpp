#include "tests/conformance/library_support.hpp"

#include <boost/asio/deferred.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

namespace clerk::testing {

TEST(LibraryConformance, every_operation_works_deferred) {
  expect_every_operation_works([](const AsyncClient& client, const auto& operation) {
    auto later = client.async_send(operation, boost::asio::deferred);
    return std::move(later)(boost::asio::use_future).get();
  });
}

}  // namespace clerk::testing
