#pragma once

#include <clerk/api_client.hpp>
#include <clerk/export.hpp>

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>

#include <concepts>
#include <utility>

namespace clerk {

/// An ApiClient that was given an executor, and so can also be called asynchronously: `async_` methods take any
/// Boost.Asio completion token with the signature `void(Result<T>)`. Blocking calls work too.
///
/// \par Threads
/// It starts none: the calls run on the executor, which must be run by at least one thread and may be run by many. The
/// client must not outlive the executor's context. Completion handlers run on their own associated executor.
///
/// \par Cancellation
/// By the handler's cancellation slot; the call completes with ErrorKind::canceled. `terminal` and `partial` stop the
/// call wherever it stands: a write that has gone out may still act. `total` stops reads, and writes as long as nothing
/// of them has gone out; later it has no effect. When the last handle to the client goes, its calls are canceled.
///
/// \note With g++ 12, braces inside a `co_await` call expression are miscompiled: name the request first.
class CLERK_EXPORT AsyncClient : public ApiClient {
 public:
  AsyncClient(Configuration configuration, boost::asio::any_io_executor executor);

  template <class ExecutionContext>
  requires requires(ExecutionContext& context) {
    { context.get_executor() } -> std::convertible_to<boost::asio::any_io_executor>;
  }
  AsyncClient(Configuration configuration, ExecutionContext& context)
      : AsyncClient{std::move(configuration), boost::asio::any_io_executor{context.get_executor()}} {}
};

namespace detail {

template <class T>
using CompletionHandler = boost::asio::any_completion_handler<void(Result<T>)>;

/// Defined where the library is built, once per operation.
template <class Operation>
void start_call(const ApiClient& client, const Operation& operation, const CallOptions& options,
                CompletionHandler<typename Operation::Answer> handler);

/// The same with the evidence of the answer.
template <class Operation>
void start_response_call(const ApiClient& client, const Operation& operation, const CallOptions& options,
                         CompletionHandler<Response<typename Operation::Answer>> handler);

template <class Operation, class Token>
struct async_entry {
  using Answer = typename Operation::Answer;

  static auto start(const ApiClient& client, Operation operation, CallOptions options, Token&& token) {
    return boost::asio::async_initiate<Token, void(Result<Answer>)>(
        [](auto handler, const ApiClient& on, const Operation& what, const CallOptions& how) {
          start_call<Operation>(on, what, how, CompletionHandler<Answer>{std::move(handler)});
        },
        token, client, std::move(operation), std::move(options));
  }

  static auto start_response(const ApiClient& client, Operation operation, CallOptions options, Token&& token) {
    return boost::asio::async_initiate<Token, void(Result<Response<Answer>>)>(
        [](auto handler, const ApiClient& on, const Operation& what, const CallOptions& how) {
          start_response_call<Operation>(on, what, how, CompletionHandler<Response<Answer>>{std::move(handler)});
        },
        token, client, std::move(operation), std::move(options));
  }
};

}  // namespace detail

}  // namespace clerk
