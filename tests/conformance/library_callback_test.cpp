#include "tests/conformance/library_support.hpp"

#include <gtest/gtest.h>

#include <future>
#include <memory>

namespace clerk::testing {

TEST(LibraryConformance, every_operation_works_by_callback) {
  expect_every_operation_works([]<class Op>(const AsyncClient& client, const Op& operation) {
    using Outcome = Result<Response<typename Op::Answer>>;
    // A callback that can only be moved.
    auto promise = std::make_unique<std::promise<Outcome>>();
    auto outcome = promise->get_future();
    client.async_send(operation,
                      [promise = std::move(promise)](Outcome result) { promise->set_value(std::move(result)); });
    return outcome.get();
  });
}

}  // namespace clerk::testing
