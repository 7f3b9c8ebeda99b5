#include "retry_simulation/server.hpp"

namespace clerk::simulation {

Reception Server::receive(Milliseconds at, Milliseconds answer_at) {
  if (at >= world_.outage_begin && at < world_.outage_end) return {.kind = Reception::Kind::unreachable};

  const Milliseconds::rep window = at / world_.window;
  if (window != window_) {
    window_ = window;
    taken_ = 0;
  }
  if (taken_ == world_.limit) {
    const Milliseconds rest = (window + 1) * world_.window - at;
    return {.kind = Reception::Kind::limited, .retry_after = std::chrono::ceil<std::chrono::seconds>(rest)};
  }
  ++taken_;
  const bool cut_off = at < world_.outage_begin && answer_at >= world_.outage_begin;
  return {.kind = cut_off ? Reception::Kind::cut_off : Reception::Kind::taken};
}

}  // namespace clerk::simulation
