#pragma once

#include "tests/field/answers.hpp"

#include <functional>
#include <string>

namespace clerk::test {

using PeerRequest = field::SeenRequest;

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

/// The hostile peer with one reply to each request.
class Peer : public field::HostilePeer {
 public:
  using Script = std::function<Reply(const PeerRequest&)>;

  explicit Peer(const Script& script)
      : HostilePeer{[script](const PeerRequest& request) { return steps_of(script(request)); }} {}

 private:
  static field::Steps steps_of(const Reply& reply) {
    switch (reply.then) {
      case Reply::Then::close:
        return {field::close()};
      case Reply::Then::hold:
        return {field::stall()};
      case Reply::Then::cut:
        return {field::send(field::head(200, {{"Content-Type", "application/json"}, {"Content-Length", "100"}}) +
                            "{\"a\":"),
                field::close()};
      case Reply::Then::answer:
        break;
    }
    return {field::send(field::answer(reply.status, reply.body, reply.headers))};
  }
};

}  // namespace clerk::test
