#pragma once

#include "retry_simulation/world.hpp"

#include <chrono>
#include <cstddef>

namespace clerk::simulation {

/// What became of a request that reached the server.
struct Reception {
  enum class Kind {
    unreachable,  ///< the connection was refused
    cut_off,      ///< taken, but the outage began before its answer was out
    limited,      ///< 429
    taken,
  };

  Kind kind{Kind::unreachable};
  std::chrono::seconds retry_after{0};  ///< of a 429: whole seconds until the window ends
};

/// A server that is away for a while and takes so many requests in each window of time.
class Server {
 public:
  explicit Server(const World& world) : world_{world} {}

  /// Requests arrive in the order of time. `answer_at`: when the client would have the answer.
  [[nodiscard]] Reception receive(Milliseconds at, Milliseconds answer_at);

 private:
  World world_;
  Milliseconds::rep window_{-1};
  std::size_t taken_{0};
};

}  // namespace clerk::simulation
