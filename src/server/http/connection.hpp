#pragma once

#include "server/http/handler.hpp"
#include "server/http/loop.hpp"
#include "server/http/request_parser.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/wait_traits.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace clerk::server::http {

/// One connection's life: head, perhaps a body, the handler, the answer, and again.
///
/// It reads and writes without blocking and waits only for "readable" or "writable", at most one of each. So nothing
/// is pending on its buffer, and a client that leaves is noticed while its request is in flight.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Loop& loop, std::weak_ptr<Loop> loop_for_replies, Socket socket, std::uint64_t number);

  void start();
  void answer(Response response);  ///< to the request in flight; without one it does nothing
  void retire();                   ///< the present request is the last
  void close();

 private:
  class ReplySink;
  using Clock = std::chrono::steady_clock;
  using Timer =
      boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, boost::asio::io_context::executor_type>;
  using Error = boost::system::error_code;

  enum class State : std::uint8_t { head, body, in_flight, writing, draining, closed };
  enum class After : std::uint8_t { body, next_request, drain };  // what comes when all is written

  // Each says whether there is more to do at once; else something is being waited for.
  bool step();
  bool read_head();
  bool read_body();
  bool write();
  bool drain();

  void advance();
  void skip_empty_lines();
  [[nodiscard]] bool half_an_empty_line() const;
  bool wait_for_more();
  bool take_head();
  bool refused_early(bool has_body);
  bool dispatch();
  bool reject(unsigned status);
  void send(Response response);
  void written();
  void next_request();
  void start_drain();

  std::size_t fill(std::size_t most);
  void watch_client();
  void wait_readable();
  void wait_writable();
  void on_readable();
  void set_deadline(Clock::time_point deadline);
  void arm_timer();
  void on_timer();
  void on_deadline();

  Loop& loop_;
  std::weak_ptr<Loop> loop_for_replies_;  // until start()
  std::uint64_t number_;
  Socket socket_;
  Timer timer_;
  std::shared_ptr<ReplySink> sink_;
  boost::beast::flat_buffer buffer_{};
  std::optional<RequestParser> parser_{};

  State state_{State::head};
  After after_write_{After::next_request};
  bool advancing_{false};
  bool waits_readable_{false};
  bool waits_writable_{false};
  bool client_done_{false};  // it will send nothing more
  bool last_request_{false};
  bool in_head_{false};  // the deadline of the head runs
  bool to_head_{false};
  bool body_unread_{false};
  std::size_t head_bytes_{0};
  std::size_t drained_{0};
  Clock::time_point body_since_{};
  Clock::time_point deadline_{Clock::time_point::max()};
  Clock::time_point timer_at_{Clock::time_point::max()};

  std::string out_head_{};
  std::string out_body_{};
  std::array<boost::asio::const_buffer, 2> out_{};
};

}  // namespace clerk::server::http
