#include "retry_simulation/simulation.hpp"

#include <cstdint>
#include <memory>
#include <queue>
#include <tuple>
#include <utility>

namespace clerk::simulation {

namespace {

/// A request on its way to the server. What follows from it is settled when it arrives: clients meet nowhere else.
struct Arrival {
  Milliseconds at{0};
  std::uint64_t order{0};  // among those of one moment
  std::uint32_t client{0};
  Send sent{};

  friend bool operator>(const Arrival& a, const Arrival& b) {
    return std::tie(a.at, a.order) > std::tie(b.at, b.order);
  }
};

class Run {
 public:
  Run(const World& world, const Policy& policy)
      : world_{world}, server_{world}, travels_{world.seed + 1}, chance_{world.seed + 2} {
    Random beginnings{world.seed};
    record_.calls.reserve(world.clients);
    for (std::uint32_t client = 0; client < world.clients; ++client) {
      const Milliseconds began = beginnings.between(world.first_call, world.last_call);
      record_.calls.push_back({.began = began});
      calls_.push_back(policy.new_call(chance_));
      follow(client, calls_.back()->start(began));
    }
  }

  Record to_the_end() {
    while (!arrivals_.empty()) {
      const Arrival arrival = arrivals_.top();
      arrivals_.pop();
      receive(arrival);
    }
    return std::move(record_);
  }

 private:
  void follow(std::uint32_t client, const Step& step) {
    CallRecord& call = record_.calls[client];
    if (const auto* over = std::get_if<Over>(&step)) {
      call.ended = over->at;
      return;
    }
    const Send& send = std::get<Send>(step);
    ++call.requests;
    const Milliseconds travel = travels_.between(world_.least_travel, world_.most_travel);
    arrivals_.push({.at = send.at + travel, .order = order_++, .client = client, .sent = send});
  }

  void receive(const Arrival& arrival) {
    const Send& sent = arrival.sent;
    const Milliseconds back = arrival.at + (arrival.at - sent.at);
    const Reception reception = server_.receive(arrival.at, back);
    record_.requests.push_back({.at = arrival.at, .kind = reception.kind, .client = arrival.client});
    if (sent.timeout.count() > 0 && back > sent.at + sent.timeout) {
      const bool went_out = reception.kind != Reception::Kind::unreachable;
      fail(arrival.client, TransportFailure::Cause::timeout, went_out, sent.at + sent.timeout);
      return;
    }
    switch (reception.kind) {
      case Reception::Kind::unreachable:
        return fail(arrival.client, TransportFailure::Cause::connect, false, back);
      case Reception::Kind::cut_off:
        return fail(arrival.client, TransportFailure::Cause::connection_lost, true, back);
      case Reception::Kind::limited:
        return answer(arrival.client, {.status = 429, .retry_after = reception.retry_after}, back);
      case Reception::Kind::taken:
        return answer(arrival.client, {.status = 204, .retry_after = {}}, back);
    }
  }

  // A call that goes on gets another end later.
  void answer(std::uint32_t client, const Answer& answer, Milliseconds now) {
    record_.calls[client].end = answer.status < 400 ? CallRecord::End::succeeded : CallRecord::End::gave_up;
    follow(client, calls_[client]->answered(answer, now));
  }

  void fail(std::uint32_t client, TransportFailure::Cause cause, bool sent, Milliseconds now) {
    record_.calls[client].end = sent ? CallRecord::End::outcome_unknown : CallRecord::End::gave_up;
    follow(client, calls_[client]->failed({.cause = cause, .sent = sent, .permanent = false, .message = {}}, now));
  }

  World world_;
  Server server_;
  Random travels_;
  Random chance_;
  Record record_{};
  std::vector<std::unique_ptr<Call>> calls_{};
  std::priority_queue<Arrival, std::vector<Arrival>, std::greater<>> arrivals_{};
  std::uint64_t order_{0};
};

}  // namespace

Record simulate(const World& world, const Policy& policy) { return Run{world, policy}.to_the_end(); }

}  // namespace clerk::simulation
