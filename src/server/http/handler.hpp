#pragma once

#include "server/http/message.hpp"

#include <cstddef>
#include <memory>
#include <optional>

namespace clerk::server::http {

/// The way back to the connection a request came from. Copies share it; the first answer counts, later ones are
/// ignored. May be used from any thread, after the connection has gone and after the server has stopped.
class Reply {
 public:
  /// What a connection gives; kept apart so that a test can take answers without a socket.
  class Sink {
   public:
    virtual ~Sink() = default;
    /// Takes the answer over to the connection's event loop. Called once, from any thread.
    virtual void deliver(Response response) = 0;
    /// Whether the client has gone. From any thread.
    [[nodiscard]] virtual bool abandoned() const noexcept = 0;
  };

  Reply() = default;
  explicit Reply(std::shared_ptr<Sink> sink);

  void operator()(Response response) const;
  [[nodiscard]] bool abandoned() const noexcept;

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

/// What answers the requests. Its functions are called on the event loops, several at once, and must not block.
class Handler {
 public:
  virtual ~Handler() = default;

  /// Called after the head of a request that has a body or expects 100-continue, before any of the body is read. An
  /// answer here ends the exchange: the body is drained within limits and the connection closed.
  [[nodiscard]] virtual std::optional<Response> refuse_early(const RequestHead& head) = 0;

  virtual void handle(Request request, Reply reply) = 0;

  /// The answer to what is no request: 400, 408, 413 or 431.
  [[nodiscard]] virtual Response malformed(unsigned status) = 0;
};

}  // namespace clerk::server::http
