#include "sdk/async_engine.hpp"

#include "sdk/exchange.hpp"
#include "sdk/log.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/execution/context.hpp>
#include <boost/asio/execution_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/query.hpp>
#include <boost/asio/require.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/system_executor.hpp>

#include <exception>
#include <optional>
#include <string>
#include <utility>

namespace clerk::sdk {

namespace asio = boost::asio;

namespace {

/// Tells engines that their context is being destroyed. A handler may hold the client whose engine holds the handler's
/// call, as coroutines do, and nothing else would ever part them.
class EnginesOfContext : public asio::execution_context::service {
 public:
  static inline asio::execution_context::id id{};  // NOLINT: the name that Asio looks for

  explicit EnginesOfContext(asio::execution_context& context) : asio::execution_context::service{context} {}

  void add(const std::shared_ptr<AsyncEngine>& engine) {
    const std::lock_guard lock{mutex_};
    if (engines_.size() >= tidy_at_) {
      std::erase_if(engines_, [](const auto& one) { return one.expired(); });
      tidy_at_ = 2 * engines_.size() + 8;
    }
    engines_.push_back(engine);
  }

 private:
  void shutdown() override {
    for (const auto& one : std::exchange(engines_, {})) {
      if (const auto engine = one.lock()) engine->abandon();
    }
  }

  std::mutex mutex_{};
  std::vector<std::weak_ptr<AsyncEngine>> engines_{};
  std::size_t tidy_at_{8};
};

}  // namespace

/// One call under way. Touched on the strand, and at its end on the handler's executor.
struct AsyncEngine::Call {
  PreparedCall prepared{};
  std::optional<Error> unprepared{};
  std::unique_ptr<AsyncCompletion> completion;
  std::weak_ptr<AsyncEngine> engine{};
  std::shared_ptr<AsyncEngine> kept_engine{};  ///< once the call is over: it outlives the last handler
  asio::any_completion_executor handler_work;  ///< keeps the handler's context running until the handler was called
  asio::any_io_executor own_work;              ///< likewise ours, if it is another
  std::optional<CallMachine> machine{};
  std::optional<asio::steady_timer> timer{};
  CurlMulti::Transfer* transfer{nullptr};
  std::chrono::steady_clock::time_point attempt_begun{};
  std::size_t place{0};  ///< in the engine's list
  bool started{false};
  bool in_flight{false};  ///< an attempt of it
  bool over{false};

  void complete() {
    if (auto slot = completion->slot(); slot.is_connected()) slot.clear();
    if (unprepared) {
      completion->complete(*std::move(unprepared));
    } else {
      completion->complete(*kept_engine->settings_, prepared, machine->take_outcome());
    }
  }
};

AsyncEngine::AsyncEngine(std::shared_ptr<const ClientSettings> settings, Timing timing, asio::any_io_executor executor,
                         std::shared_ptr<Transport> transport)
    : settings_{std::move(settings)},
      timing_{std::move(timing)},
      executor_{std::move(executor)},
      default_handler_executor_{executor_},
      posting_{asio::require(executor_, asio::execution::blocking.never)},
      strand_{asio::make_strand(executor_)},
      transport_{std::move(transport)},
      multi_{transport_ ? nullptr : std::make_shared<CurlMulti>(settings_, strand_)} {}

AsyncEngine::~AsyncEngine() = default;

void AsyncEngine::start(Result<PreparedCall> prepared, std::unique_ptr<AsyncCompletion> completion) {
  auto call = std::make_shared<Call>();
  call->completion = std::move(completion);
  call->engine = weak_from_this();
  const auto handler_executor = call->completion->executor(executor_);
  call->handler_work = asio::prefer(handler_executor, asio::execution::outstanding_work.tracked);
  if (handler_executor != default_handler_executor_) {
    call->own_work = asio::prefer(executor_, asio::execution::outstanding_work.tracked);
  }
  if (!prepared) {
    call->unprepared = std::move(prepared).error();
    deliver(call);
    return;
  }
  call->prepared = *std::move(prepared);
  call->machine.emplace(call->prepared.rules, timing_.random);
  connect_slot(call);
  {
    const std::lock_guard lock{mutex_};
    starting_.push_back(call);
    if (std::exchange(begin_is_due_, true)) return;
  }
  try {
    asio::dispatch(strand_, [self = shared_from_this()] { self->begin_all(); });
  } catch (...) {
    const std::lock_guard lock{mutex_};
    begin_is_due_ = false;  // others that joined meanwhile begin with the next call
    std::erase(starting_, call);
    throw;
  }
}

void AsyncEngine::begin_all() {
  std::vector<CallPointer> starting;
  {
    const std::lock_guard lock{mutex_};
    starting.swap(starting_);
    begin_is_due_ = false;
  }
  // What one call meets with must not cost those that begin with it.
  std::exception_ptr thrown;
  for (const CallPointer& call : starting) {
    try {
      begin(call);
    } catch (...) {
      if (!thrown) thrown = std::current_exception();
    }
  }
  if (multi_) multi_->settle();
  if (thrown) std::rethrow_exception(thrown);
}

void AsyncEngine::connect_slot(const CallPointer& call) {
  auto slot = call->completion->slot();
  if (!slot.is_connected()) return;
  slot.assign([weak = std::weak_ptr{call}](asio::cancellation_type type) {
    auto canceled = weak.lock();
    if (auto engine = canceled ? canceled->engine.lock() : nullptr) {
      asio::post(engine->strand_, [engine, canceled = std::move(canceled), type] { engine->cancel(canceled, type); });
    }
  });
}

void AsyncEngine::begin(const CallPointer& call) {
  if (call->over) return;  // canceled before it came here
  calls_.push_back(call);
  call->place = calls_.size() - 1;
  call->started = true;
  const auto action = call->machine->start(timing_.now());
  if (closed_) {
    end_canceled(call, "the client was destroyed");
  } else {
    follow(call, action);
  }
}

void AsyncEngine::follow(const CallPointer& call, const CallMachine::Action& action) {
  if (const auto* limits = std::get_if<CallMachine::Send>(&action)) {
    send(call, *limits);
  } else if (const auto* pause = std::get_if<CallMachine::Wait>(&action)) {
    CallLog{*settings_, call->prepared}.on_retry(*call->machine, pause->duration);
    wait(call, pause->duration);
  } else {
    forget(call);
    deliver(call);
  }
}

void AsyncEngine::send(const CallPointer& call, const CallMachine::Send& limits) {
  call->prepared.request.connect_timeout = limits.connect_timeout;
  call->prepared.request.timeout = limits.timeout;
  call->attempt_begun = timing_.now();
  call->in_flight = true;
  try {
    CallLog{*settings_, call->prepared}.on_request(call->machine->attempt());
    hand_over(call);
  } catch (const std::exception& thrown) {
    arrived(call,
            TransportFailure{.permanent = true, .message = std::string{"it could not be sent: "} + thrown.what()});
  }
}

void AsyncEngine::hand_over(const CallPointer& call) {
  if (!multi_) {
    send_by_transport(call);
    return;
  }
  // The call stays in the list until this comes or the transfer is stopped, so a plain reference is enough.
  call->transfer = multi_->start(call->prepared.request, [this, &running = *call](TransportResult result) {
    const CallPointer same = calls_[running.place];
    same->transfer = nullptr;
    arrived(same, std::move(result));
  });
}

void AsyncEngine::send_by_transport(const CallPointer& call) {
  asio::post(executor_, [self = shared_from_this(), call] {
    auto result = exchange(*self->transport_, call->prepared.request);
    asio::post(self->strand_, [self, call, result = std::move(result)]() mutable {
      if (!call->over) self->arrived(call, std::move(result));
    });
  });
}

void AsyncEngine::arrived(const CallPointer& call, TransportResult result) {
  const auto now = timing_.now();
  const CallLog log{*settings_, call->prepared};
  const auto elapsed = now - call->attempt_begun;
  call->in_flight = false;
  if (!result) {
    const auto action = call->machine->failed(std::move(result).error(), now);
    log.on_no_answer(*call->machine, elapsed);
    follow(call, action);
    return;
  }
  log.on_answer(call->machine->attempt(), *result, elapsed);
  follow(call, call->machine->answered(*std::move(result), now, timing_.wall()));
}

void AsyncEngine::wait(const CallPointer& call, std::chrono::milliseconds duration) {
  call->timer.emplace(strand_, duration);
  call->timer->async_wait([self = shared_from_this(), call](boost::system::error_code error) {
    if (error || call->over) return;
    call->timer.reset();
    self->follow(call, call->machine->wait_over(self->timing_.now()));
    if (self->multi_) self->multi_->settle();
  });
}

void AsyncEngine::cancel(const CallPointer& call, asio::cancellation_type type) {
  if (call->over) return;
  using Type = asio::cancellation_type;
  const bool for_certain = (type & (Type::terminal | Type::partial)) != Type::none;
  const bool may_have_acted = call->machine->may_have_acted() || (call->transfer != nullptr && call->transfer->sent());
  // `total` promises that nothing happened, which can't be kept for a write that has gone out.
  if (!for_certain && call->prepared.rules.replay != Replay::safe && may_have_acted) return;
  end_canceled(call, "its cancellation slot was used");
}

void AsyncEngine::end_canceled(const CallPointer& call, const char* why) {
  bool sent = false;
  if (call->transfer != nullptr) {
    sent = call->transfer->sent();
    multi_->stop(std::exchange(call->transfer, nullptr));
  } else if (call->in_flight) {
    sent = true;  // nobody can tell
  }
  if (call->timer) call->timer->cancel();
  const auto now = timing_.now();
  const auto action = call->machine->canceled(why, sent, now);
  if (std::exchange(call->in_flight, false)) {
    CallLog{*settings_, call->prepared}.on_no_answer(*call->machine, now - call->attempt_begun);
  }
  follow(call, action);
}

// From a destructor. Without memory for this the calls run to their own ends.
void AsyncEngine::shut_down() noexcept try {
  asio::post(strand_, [self = shared_from_this()] {
    self->closed_ = true;
    while (!self->calls_.empty()) {
      const CallPointer call = self->calls_.back();
      self->end_canceled(call, "the client was destroyed");
    }
  });
} catch (...) {
}

void AsyncEngine::follow_context() {
  asio::use_service<EnginesOfContext>(asio::query(executor_, asio::execution::context)).add(shared_from_this());
}

// What of Asio's is gone already must not be asked for anything, so libcurl is not told of each call's end.
void AsyncEngine::abandon() noexcept {
  const auto self = shared_from_this();  // a call's handler may hold the last client
  closed_ = true;
  multi_.reset();
  const auto starting = std::exchange(starting_, {});
  const auto calls = std::exchange(calls_, {});
  for (const CallPointer& call : calls) {
    call->over = true;
    call->transfer = nullptr;
  }
}

void AsyncEngine::forget(const CallPointer& call) {
  call->over = true;
  if (!call->started) return;
  const std::size_t place = call->place;
  calls_.back()->place = place;
  std::swap(calls_[place], calls_.back());
  calls_.pop_back();
}

// Never on the strand and never within the function that started the call. Posting to our own executor first and
// dispatching from there costs one hop when the handler's executor is the same, and starts none of Asio's own threads
// for a handler that has no executor.
void AsyncEngine::deliver(const CallPointer& call) {
  call->kept_engine = shared_from_this();
  posting_.execute([call] {
    if (!call->own_work) return call->complete();
    const auto executor = call->handler_work;
    asio::dispatch(executor, [call] { call->complete(); });
  });
}

void launch(const detail::ClientCore& core, const OperationInfo& operation, Result<PreparedCall> call,
            std::unique_ptr<AsyncCompletion> completion) {
  if (const auto& engine = core.engine()) {
    engine->start(std::move(call), std::move(completion));
    return;
  }
  Error error{.kind = ErrorKind::bad_configuration,
              .operation = std::string{operation.name},
              .detail = "the client was given no executor: make an AsyncClient, of <clerk/async.hpp>"};
  const auto executor =
      asio::prefer(completion->executor(asio::system_executor{}), asio::execution::outstanding_work.tracked);
  asio::post(asio::system_executor{},
             [executor, error = std::move(error), held = std::shared_ptr<AsyncCompletion>{std::move(completion)}] {
               asio::dispatch(executor, [error, held] { held->complete(error); });
             });
}

}  // namespace clerk::sdk

namespace clerk {

AsyncClient::AsyncClient(Configuration configuration, boost::asio::any_io_executor executor)
    : ApiClient{std::move(configuration)} {
  const auto engine = std::make_shared<sdk::AsyncEngine>(core()->settings(), core()->timing(), std::move(executor),
                                                         core()->settings()->configuration.transport);
  engine->follow_context();
  core()->set_engine(engine);
}

}  // namespace clerk
