#pragma once

#include <clerk/call_options.hpp>
#include <clerk/configuration.hpp>
#include <clerk/export.hpp>
#include <clerk/result.hpp>

#include <memory>
#include <utility>

namespace clerk {

namespace detail {

class ClientCore;

// Defined in <clerk/async.hpp>: an error here about an incomplete type means that this include is missing. It depends
// on the token so that headers for blocking callers need no Asio.
template <class Operation, class Token>
struct async_entry;

}  // namespace detail

/// Calls the API. A handle: copies share connections and options. Safe to use from many threads at once, as a static
/// object too; it starts no thread. For asynchronous calls make an AsyncClient (`<clerk/async.hpp>`).
class CLERK_EXPORT ApiClient {
 public:
  /// Never fails: what is wrong with the configuration is the Error of the first call.
  explicit ApiClient(Configuration configuration = {});

  /// For the library's own use and tests.
  explicit ApiClient(std::shared_ptr<detail::ClientCore> core) noexcept : core_{std::move(core)} {}

  /// Makes one call and waits for it. Operations are those of `<clerk/contract/registry.hpp>`.
  template <class Operation>
  [[nodiscard]] Result<Response<typename Operation::Answer>> send(const Operation& operation,
                                                                  const CallOptions& options = {}) const;

  /// Makes one call; completes with `void(Result<Response<Answer>>)`. Needs `<clerk/async.hpp>`.
  template <class Operation, class Token>
  auto async_send(Operation operation, CallOptions options, Token&& token) const {
    return detail::async_entry<Operation, Token>::start_response(*this, std::move(operation), std::move(options),
                                                                 std::forward<Token>(token));
  }

  template <class Operation, class Token>
  auto async_send(Operation operation, Token&& token) const {
    return async_send(std::move(operation), CallOptions{}, std::forward<Token>(token));
  }

  [[nodiscard]] const Configuration& configuration() const noexcept;

  /// For the library's own use.
  [[nodiscard]] const std::shared_ptr<detail::ClientCore>& core() const noexcept { return core_; }

 private:
  std::shared_ptr<detail::ClientCore> core_;
};

}  // namespace clerk
