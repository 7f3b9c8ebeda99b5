// Measures the library as a client. One line of JSON; the key comes from CLERK_SECRET_KEY.
//
//   bench_client --base http://127.0.0.1:4500 --op update|restrictions --n 20000 --c 1 --warmup 1000

#include "bench/client_arguments.hpp"
#include "bench/client_calls.hpp"
#include "bench/client_measurement.hpp"

#include <clerk/async.hpp>

#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

namespace clerk::bench {

namespace {

/// One call after the other.
template <class Call>
class BlockingCalls {
 public:
  explicit BlockingCalls(Configuration configuration) : api_{ApiClient{std::move(configuration)}} {}

  void operator()(std::size_t count, Latencies& latencies) {
    for (std::size_t made = 0; made < count; ++made) {
      const auto begun = Clock::now();
      const auto result = Call::make(api_);
      latencies.add(Clock::now() - begun);
      if (!result) throw std::runtime_error{result.error().message()};
    }
  }

 private:
  InstanceSettingsApi api_;
};

/// So many calls in flight: the end of each starts the next. All of it runs on the thread that calls this.
template <class Call>
class CallsInFlight {
 public:
  CallsInFlight(Configuration configuration, std::size_t in_flight)
      : in_flight_{in_flight}, api_{AsyncClient{std::move(configuration), context_}} {}

  void operator()(std::size_t count, Latencies& latencies) {
    left_ = count;
    latencies_ = &latencies;
    for (std::size_t begun = std::min(in_flight_, count); begun > 0; --begun) start_next();
    context_.run();
    context_.restart();
    if (failure_) throw std::runtime_error{failure_->message()};
  }

 private:
  void start_next() {
    if (left_ == 0 || failure_) return;
    --left_;
    Call::start(api_, [this, begun = Clock::now()](const auto& result) {
      latencies_->add(Clock::now() - begun);
      if (!result) failure_ = result.error();
      start_next();
    });
  }

  std::size_t in_flight_;
  boost::asio::io_context context_{1};
  InstanceSettingsApi api_;
  std::size_t left_{0};
  Latencies* latencies_{nullptr};
  std::optional<Error> failure_{};
};

void measure(const ClientArguments& arguments) {
  Configuration configuration{.host = arguments.base, .access_token = key_from_environment()};
  configuration.retries = RetryPolicy::none();  // a call that had to be repeated is a failed measurement
  with_call(arguments.operation, [&]<class Call>() {
    if (arguments.in_flight == 1) {
      BlockingCalls<Call> calls{configuration};
      measure_client(arguments, calls);
    } else {
      CallsInFlight<Call> calls{configuration, arguments.in_flight};
      measure_client(arguments, calls);
    }
  });
}

}  // namespace

}  // namespace clerk::bench

int main(int argc, char** argv) {
  using namespace clerk::bench;
  return run_program<ClientArguments>(argc, argv, "Measures calls of the library.", declare_client_arguments, measure);
}
