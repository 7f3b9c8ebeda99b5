#pragma once

#include <clerk/headers.hpp>

#include <functional>
#include <memory>
#include <string>

namespace clerk::test {

struct PeerRequest {
  std::string method{};
  std::string target{};
  std::string body{};
  Headers headers{};
  int number{0};      ///< 1 for the first that the peer has read
  int connection{0};  ///< 1 for the first that it has accepted
};

struct Reply {
  enum class Then {
    answer,  ///< and keep the connection
    close,   ///< the connection, without an answer
    hold,    ///< the connection open, without an answer
    cut,     ///< answer half of the body and close
  };
  Then then{Then::answer};
  int status{204};
  std::string body{};
  Headers headers{};
};

/// A small HTTP server on a free port of this machine, on a thread of its own, that does what a script says.
class Peer {
 public:
  using Script = std::function<Reply(const PeerRequest&)>;

  explicit Peer(Script script);
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer();

  [[nodiscard]] std::string url() const;
  [[nodiscard]] int requests() const;
  [[nodiscard]] int connections() const;

  /// Waits until so many requests have been read; false after half a minute.
  [[nodiscard]] bool wait_for_requests(int count) const;
  /// Waits until so many connections have been closed by the other side or by the script.
  [[nodiscard]] bool wait_for_closed(int count) const;

  struct State;

 private:
  std::shared_ptr<State> state_;
};

}  // namespace clerk::test
