#include "tests/conformance/library_support.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

template <class Op>
boost::asio::awaitable<void> call_in_coroutine(const AsyncClient& client, const Op& operation,
                                               std::optional<Result<Response<typename Op::Answer>>>& outcome) {
  outcome = co_await client.async_send(operation, boost::asio::use_awaitable);
}

}  // namespace

TEST(LibraryConformance, every_operation_works_in_a_coroutine) {
  expect_every_operation_works([]<class Op>(const AsyncClient& client, const Op& operation) {
    // Run by a context of its own: the client's pool only drives the transfer.
    boost::asio::io_context context;
    std::optional<Result<Response<typename Op::Answer>>> outcome;
    auto done = boost::asio::co_spawn(context, call_in_coroutine(client, operation, outcome), boost::asio::use_future);
    context.run();
    done.get();
    return *std::move(outcome);
  });
}

}  // namespace clerk::testing
