#pragma once

#include "server/http/loop.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::fuzz {

/// What a connection made of the bytes it got.
struct Event {
  enum class Kind { handled, refused_early, malformed };

  Kind kind{};
  unsigned status{};      ///< of the answer given
  std::string request{};  ///< all of it that reached the handler; empty when malformed
  bool to_head{};

  friend bool operator==(const Event&, const Event&) = default;
};

struct Exchange {
  std::vector<Event> events{};
  std::string answers{};  ///< all bytes that came back
};

/// A server's handler that notes what it is asked. Targets choose the answer: `/refuse…`, `/close…`, `/empty…`.
class Recorder : public server::http::Handler {
 public:
  std::optional<server::http::Response> refuse_early(const server::http::RequestHead& head) override;
  void handle(server::http::Request request, server::http::Reply reply) override;
  server::http::Response malformed(unsigned status) override;

  /// From now on answers are given at once, or when asked for by `answer_waiting`.
  void start(bool answers_at_once);
  /// False when no answer waits.
  bool answer_waiting();
  [[nodiscard]] std::vector<Event> take_events() { return std::move(events_); }

 private:
  bool answers_at_once_{true};
  std::optional<server::http::Reply> reply_{};
  server::http::Response response_{};
  std::vector<Event> events_{};
};

/// Connections of the real server over a pair of sockets, its event loop run by hand: no thread, no port.
class Wire {
 public:
  // Low, so that short inputs reach them.
  static constexpr server::http::Limits limits{.max_head_bytes = 300, .max_body_bytes = 100, .max_drain_bytes = 64};

  /// Sends the pieces, each when the one before has had its effect, then says that no more will come.
  Exchange exchange(const std::vector<std::string_view>& pieces, bool answers_at_once);

 private:
  void settle();

  Recorder recorder_{};
  server::http::Population population_{};
  std::shared_ptr<server::http::Loop> loop_{std::make_shared<server::http::Loop>(0, limits, recorder_, population_)};
};

}  // namespace clerk::fuzz
