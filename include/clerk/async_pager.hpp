#pragma once

#include <clerk/async.hpp>
#include <clerk/pager.hpp>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <optional>
#include <utility>

namespace clerk {

/// A Pager for coroutines.
///
/// \code
/// clerk::AsyncPager entries{api_client, clerk::operations::ListAllowlistIdentifiers{}};
/// while (const auto entry = co_await entries.next()) {
///   if (!*entry) co_return report(entry->error());
///   std::cout << (*entry)->identifier.value_or("") << '\n';
/// }
/// \endcode
template <PagedOperation Operation>
class AsyncPager {
 public:
  using Row = typename detail::PageWalk<Operation>::Row;

  explicit AsyncPager(AsyncClient api_client, Operation operation = {}, CallOptions options = {})
      : api_client_{std::move(api_client)}, options_{std::move(options)}, walk_{std::move(operation)} {}

  /// The next row, a failure, or nothing at the end. After a failure the next call asks for that page again. One call
  /// at a time; the pager must outlive it.
  [[nodiscard]] boost::asio::awaitable<std::optional<Result<Row>>> next() {
    while (true) {
      if (auto row = walk_.take_row()) co_return Result<Row>{*std::move(row)};
      if (walk_.ended()) co_return std::nullopt;
      auto page = co_await api_client_.async_send(walk_.next_page(), options_, boost::asio::use_awaitable);
      if (!page) co_return Result<Row>{std::move(page).error()};
      if (auto problem = walk_.take(std::move(page->value))) co_return Result<Row>{*std::move(problem)};
    }
  }

 private:
  AsyncClient api_client_;
  CallOptions options_;
  detail::PageWalk<Operation> walk_;
};

}  // namespace clerk
