#pragma once

#include <clerk/headers.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace clerk::field {

/// A request as it came.
struct SeenRequest {
  std::string method{};
  std::string target{};
  std::string body{};
  Headers headers{};
  int number{0};      ///< 1 for the first that the peer has read
  int connection{0};  ///< 1 for the first that it has accepted
};

/// One thing that the peer does after a request. `stall` in the middle of two `send` stands at any byte of an answer.
struct Step {
  enum class Kind {
    send,   ///< these bytes, whatever they are
    drip,   ///< these bytes one by one, with the pause between two
    stall,  ///< nothing, until the other side closes or the peer is told to go on
    close,  ///< the connection, in order
    reset,  ///< the connection, with RST
  };
  Kind kind{Kind::send};
  std::string bytes{};
  std::chrono::milliseconds pause{0};
};

[[nodiscard]] Step send(std::string bytes);
[[nodiscard]] Step drip(std::string bytes, std::chrono::milliseconds pause);
[[nodiscard]] Step stall();
[[nodiscard]] Step close();
[[nodiscard]] Step reset();

/// Done one after the other; then the connection is kept for the next request unless it was closed.
using Steps = std::vector<Step>;

/// How a connection is received.
enum class Reception {
  reads,
  never_reads,  ///< and never answers: the client's bytes pile up
  resets,       ///< at once
};

/// A TCP peer on a free port of this machine, on a thread of its own. It reads requests as HTTP and answers them with
/// bytes, so that it can say what no HTTP library would.
class HostilePeer {
 public:
  using Script = std::function<Steps(const SeenRequest&)>;
  /// Of the connection with this number, 1 for the first.
  using Receive = std::function<Reception(int connection)>;

  explicit HostilePeer(Script script, Receive receive = {});
  HostilePeer(const HostilePeer&) = delete;
  HostilePeer& operator=(const HostilePeer&) = delete;
  ~HostilePeer();

  [[nodiscard]] std::string url() const;
  [[nodiscard]] int requests() const;
  [[nodiscard]] int connections() const;
  [[nodiscard]] std::vector<SeenRequest> seen() const;

  /// Lets all that stall now go on.
  void go_on();

  /// Each waits until so many are there; false after half a minute.
  [[nodiscard]] bool wait_for_requests(int count) const;
  [[nodiscard]] bool wait_for_connections(int count) const;
  [[nodiscard]] bool wait_for_stalled(int count) const;
  [[nodiscard]] bool wait_for_closed(int count) const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

/// A port of this machine where nobody listens, and nobody else can begin to while this lives.
class ClosedPort {
 public:
  ClosedPort();
  ClosedPort(const ClosedPort&) = delete;
  ClosedPort& operator=(const ClosedPort&) = delete;
  ~ClosedPort();

  [[nodiscard]] std::string url() const;

 private:
  struct Socket;
  std::unique_ptr<Socket> socket_;
};

}  // namespace clerk::field
