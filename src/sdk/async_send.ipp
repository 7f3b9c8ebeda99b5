// The definitions of <clerk/async.hpp>. Included only where operations are instantiated.
#pragma once

#include "sdk/async_call.hpp"
#include "sdk/send.ipp"
#include "sdk/value_of.hpp"

#include <type_traits>

namespace clerk::sdk {

/// A handler that takes a `Result<Value>`, where Value is the operation's answer or the Response with it.
template <class Operation, class Value>
class TypedCompletion : public AsyncCompletion {
 public:
  using Handler = detail::CompletionHandler<Value>;

  explicit TypedCompletion(Handler handler) : handler_{std::move(handler)} {}

  [[nodiscard]] boost::asio::any_completion_executor executor(
      const boost::asio::any_io_executor& otherwise) const override {
    return boost::asio::get_associated_executor(handler_, otherwise);
  }
  [[nodiscard]] boost::asio::cancellation_slot slot() const override {
    return boost::asio::get_associated_cancellation_slot(handler_);
  }

  void complete(const ClientSettings& settings, const PreparedCall& call, CallOutcome outcome) override {
    auto response = finish<Operation>(settings, call, std::move(outcome));
    if constexpr (std::is_same_v<Value, typename Operation::Answer>) {
      invoke(value_of(std::move(response)));
    } else {
      invoke(std::move(response));
    }
  }
  void complete(Error error) override { invoke(Result<Value>{std::move(error)}); }

 private:
  void invoke(Result<Value> result) {
    Handler handler = std::move(handler_);
    std::move(handler)(std::move(result));
  }

  Handler handler_;
};

template <class Operation, class Value>
void launch_typed(const ApiClient& client, const Operation& operation, const CallOptions& options,
                  detail::CompletionHandler<Value> handler) {
  launch(*client.core(), Operation::info, prepare_call(*client.core()->settings(), operation, options),
         std::make_unique<TypedCompletion<Operation, Value>>(std::move(handler)));
}

}  // namespace clerk::sdk

namespace clerk::detail {

template <class Operation>
void start_call(const ApiClient& client, const Operation& operation, const CallOptions& options,
                CompletionHandler<typename Operation::Answer> handler) {
  sdk::launch_typed<Operation, typename Operation::Answer>(client, operation, options, std::move(handler));
}

template <class Operation>
void start_response_call(const ApiClient& client, const Operation& operation, const CallOptions& options,
                         CompletionHandler<Response<typename Operation::Answer>> handler) {
  sdk::launch_typed<Operation, Response<typename Operation::Answer>>(client, operation, options, std::move(handler));
}

}  // namespace clerk::detail

/// Instantiates all ways to make one operation's call. Used in namespace clerk. They are exported by name: their types
/// are hidden here, and would hide them too.
#define CLERK_INSTANTIATE_OPERATION(Op)                                                                        \
  template CLERK_EXPORT Result<Response<Op::Answer>> ApiClient::send<Op>(const Op&, const CallOptions&) const; \
  template CLERK_EXPORT void detail::start_call<Op>(const ApiClient&, const Op&, const CallOptions&,           \
                                                    detail::CompletionHandler<Op::Answer>);                    \
  template CLERK_EXPORT void detail::start_response_call<Op>(const ApiClient&, const Op&, const CallOptions&,  \
                                                             detail::CompletionHandler<Response<Op::Answer>>)
