#pragma once

#include "sdk/client_core.hpp"
#include "sdk/prepared_call.hpp"

#include <clerk/async.hpp>
#include <clerk/contract/operation.hpp>

#include <boost/asio/any_completion_executor.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>

#include <memory>
#include <utility>

namespace clerk::sdk {

/// A completion handler without the type of what it takes, so that the engine is compiled once.
class AsyncCompletion {
 public:
  AsyncCompletion() = default;
  AsyncCompletion(const AsyncCompletion&) = delete;
  AsyncCompletion& operator=(const AsyncCompletion&) = delete;
  virtual ~AsyncCompletion() = default;

  /// The executor associated with the handler, or else the other.
  [[nodiscard]] virtual boost::asio::any_completion_executor executor(
      const boost::asio::any_io_executor& otherwise) const = 0;
  [[nodiscard]] virtual boost::asio::cancellation_slot slot() const = 0;

  /// Calls the handler with what the outcome amounts to. Called once at most, on its executor.
  virtual void complete(const ClientSettings& settings, const PreparedCall& call, CallOutcome outcome) = 0;
  /// The call could not be prepared.
  virtual void complete(Error error) = 0;
};

/// Runs a call on the client's engine. Without an engine, or when there was nothing to send, completes with that error.
void launch(const detail::ClientCore& core, const OperationInfo& operation, Result<PreparedCall> call,
            std::unique_ptr<AsyncCompletion> completion);

}  // namespace clerk::sdk
