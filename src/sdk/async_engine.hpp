#pragma once

#include "sdk/async_call.hpp"
#include "sdk/client_settings.hpp"
#include "sdk/curl_multi.hpp"
#include "sdk/prepared_call.hpp"
#include "sdk/timing.hpp"

#include <clerk/transport.hpp>

#include <boost/asio/any_completion_executor.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/strand.hpp>

#include <memory>
#include <mutex>
#include <vector>

namespace clerk::sdk {

/// Runs a client's asynchronous calls on the executor it was given. One strand holds all that changes; handlers are
/// called elsewhere, on their own executors. Calls under way keep it alive. Calls that are started while the strand is
/// busy begin together.
class AsyncEngine : public std::enable_shared_from_this<AsyncEngine> {
 public:
  /// `transport` is the user's own, or null for libcurl's multi interface.
  AsyncEngine(std::shared_ptr<const ClientSettings> settings, Timing timing, boost::asio::any_io_executor executor,
              std::shared_ptr<Transport> transport);
  AsyncEngine(const AsyncEngine&) = delete;
  AsyncEngine& operator=(const AsyncEngine&) = delete;
  ~AsyncEngine();

  /// Runs the call to its end and then completes it. From any thread.
  void start(Result<PreparedCall> call, std::unique_ptr<AsyncCompletion> completion);

  /// Cancels all calls; the client is gone. From any thread.
  void shut_down() noexcept;

  /// Has the executor's context call `abandon` when it is destroyed. To be called once, right after construction.
  void follow_context();

  /// Frees all calls and calls no handler. The context is being destroyed, so nothing else runs any more.
  void abandon() noexcept;

 private:
  struct Call;
  using CallPointer = std::shared_ptr<Call>;

  void connect_slot(const CallPointer& call);
  void begin_all();
  void begin(const CallPointer& call);
  void follow(const CallPointer& call, const CallMachine::Action& action);
  void send(const CallPointer& call, const CallMachine::Send& limits);
  void hand_over(const CallPointer& call);
  void send_by_transport(const CallPointer& call);
  void arrived(const CallPointer& call, TransportResult result);
  void wait(const CallPointer& call, std::chrono::milliseconds duration);
  void cancel(const CallPointer& call, boost::asio::cancellation_type type);
  void end_canceled(const CallPointer& call, const char* why);
  void deliver(const CallPointer& call);
  void forget(const CallPointer& call);

  std::shared_ptr<const ClientSettings> settings_;
  Timing timing_;
  boost::asio::any_io_executor executor_;
  boost::asio::any_completion_executor default_handler_executor_;  ///< the same, for handlers that have none
  boost::asio::any_io_executor posting_;  ///< the same, for functions that must not run at once
  CurlMulti::Strand strand_;
  std::shared_ptr<Transport> transport_;
  std::mutex mutex_{};
  std::vector<CallPointer> starting_{};  ///< under mutex_: started by callers and not yet begun on the strand
  bool begin_is_due_{false};             ///< under mutex_
  std::vector<CallPointer> calls_{};     ///< before multi_, whose transfers read their requests
  std::shared_ptr<CurlMulti> multi_;
  bool closed_{false};
};

}  // namespace clerk::sdk
