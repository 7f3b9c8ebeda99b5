#include "server/http/connection.hpp"

#include "server/http/answer.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace clerk::server::http {

namespace {

namespace asio = boost::asio;
namespace grammar = boost::beast::http;

constexpr std::size_t head_chunk = 4U * 1024U;
constexpr std::size_t body_chunk = 32U * 1024U;
constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

bool would_block(const boost::system::error_code& error) {
  return error == asio::error::would_block || error == asio::error::try_again;
}

}  // namespace

// Apart from the connection, so that a reply kept for long holds neither socket nor event loop. One for all requests of
// a connection: there is one in flight at a time, and a Reply delivers once.
class Connection::ReplySink : public Reply::Sink {
 public:
  ReplySink(std::weak_ptr<Loop> loop, std::weak_ptr<Connection> connection)
      : loop_{std::move(loop)}, connection_{std::move(connection)} {}

  void deliver(Response response) override {
    const auto loop = loop_.lock();
    if (!loop) return;
    if (loop->is_this_thread()) {
      if (const auto connection = connection_.lock()) connection->answer(std::move(response));
      return;
    }
    // The connection is looked for on its own thread only: it must not die on another one.
    asio::post(loop->context(), [to = connection_, response = std::move(response)]() mutable {
      if (const auto connection = to.lock()) connection->answer(std::move(response));
    });
  }

  [[nodiscard]] bool abandoned() const noexcept override { return abandoned_.load(std::memory_order_relaxed); }
  void abandon() noexcept { abandoned_.store(true, std::memory_order_relaxed); }

 private:
  std::weak_ptr<Loop> loop_;
  std::weak_ptr<Connection> connection_;
  std::atomic<bool> abandoned_{false};
};

Connection::Connection(Loop& loop, std::weak_ptr<Loop> loop_for_replies, Socket socket, std::uint64_t number)
    : loop_{loop},
      loop_for_replies_{std::move(loop_for_replies)},
      number_{number},
      socket_{std::move(socket)},
      timer_{loop.context()} {}

void Connection::start() {
  sink_ = std::make_shared<ReplySink>(std::move(loop_for_replies_), weak_from_this());
  Error error;
  socket_.non_blocking(true, error);
  if (error) return close();
  socket_.set_option(asio::ip::tcp::no_delay{true}, error);  // a socket that can't is slower, not wrong
  next_request();
  advance();
}

void Connection::answer(Response response) {
  if (state_ != State::in_flight) return;
  send(std::move(response));
  advance();
}

void Connection::retire() {
  last_request_ = true;
  // What the client has sent already is answered still.
  if (state_ == State::head) fill(head_chunk);
  if (state_ == State::head || state_ == State::draining) advance();
}

void Connection::close() {
  if (state_ == State::closed) return;
  if (state_ == State::in_flight) sink_->abandon();
  state_ = State::closed;
  timer_.cancel();
  Error ignored;
  socket_.close(ignored);
  loop_.forget(shared_from_this());
}

// A loop, not calls: an answer given within the handler, and then a pipelined request, must not grow the stack.
void Connection::advance() {
  if (advancing_) return;
  const auto self = shared_from_this();
  advancing_ = true;
  while (step()) {
  }
  advancing_ = false;
}

bool Connection::step() {
  switch (state_) {
    case State::head:
      return read_head();
    case State::body:
      return read_body();
    case State::in_flight:
      watch_client();
      return false;
    case State::writing:
      return write();
    case State::draining:
      return drain();
    case State::closed:
      return false;
  }
  return false;
}

bool Connection::read_head() {
  if (head_bytes_ == 0) skip_empty_lines();
  if (buffer_.size() == 0 || (head_bytes_ == 0 && half_an_empty_line())) return wait_for_more();
  Error error;
  const std::size_t used = parser_->put(buffer_.data(), error);
  buffer_.consume(used);
  head_bytes_ += used;
  const bool done = parser_->is_header_done();
  if (error == grammar::error::header_limit ||
      head_bytes_ + (done ? 0 : buffer_.size()) > loop_.limits().max_head_bytes) {
    return reject(431);
  }
  if (error && error != grammar::error::need_more) return reject(400);
  if (done) return take_head();
  if (!in_head_) {
    in_head_ = true;
    set_deadline(Clock::now() + loop_.limits().head_deadline);
  }
  return wait_for_more();
}

// RFC 9112 2.2: some clients end a body with a line of their own.
void Connection::skip_empty_lines() {
  while (buffer_.size() >= 2) {
    const auto* bytes = static_cast<const char*>(buffer_.data().data());
    if (bytes[0] != '\r' || bytes[1] != '\n') return;
    buffer_.consume(2);
  }
}

// The rest of it is on its way: what it is shows with the next byte.
bool Connection::half_an_empty_line() const {
  return buffer_.size() == 1 && *static_cast<const char*>(buffer_.data().data()) == '\r';
}

bool Connection::wait_for_more() {
  // A stopping server doesn't wait for the rest of a head: nothing has been done for it yet.
  if (client_done_ || (last_request_ && state_ == State::head)) {
    close();
  } else {
    wait_readable();
  }
  return false;
}

bool Connection::take_head() {
  const RequestHead& head = parser_->head();
  in_head_ = false;
  to_head_ = head.method == "HEAD";
  if (parser_->ambiguous()) return reject(400);
  const bool has_body = parser_->has_body();
  const bool expects = parser_->expects_continue();
  if ((has_body || expects) && refused_early(has_body)) return true;
  if (head.content_length.value_or(0) > loop_.limits().max_body_bytes) return reject(413);
  if (!has_body) return dispatch();

  parser_->body_limit(loop_.limits().max_body_bytes);
  parser_->eager(true);
  state_ = State::body;
  body_since_ = Clock::now();
  set_deadline(body_since_ + loop_.limits().head_deadline);
  if (expects && buffer_.size() == 0) {
    out_ = {asio::const_buffer{continue_line.data(), continue_line.size()}, asio::const_buffer{}};
    after_write_ = After::body;
    state_ = State::writing;
  }
  return true;
}

bool Connection::refused_early(bool has_body) {
  std::optional<Response> refusal;
  try {
    refusal = loop_.handler().refuse_early(parser_->head());
  } catch (...) {
    refusal = Response{.status = 500};
  }
  if (!refusal) return false;
  refusal->close = true;
  body_unread_ = has_body;
  send(*std::move(refusal));
  return true;
}

bool Connection::read_body() {
  Error error;
  while (buffer_.size() > 0 && !parser_->is_done()) {
    buffer_.consume(parser_->put_body(buffer_.data(), error));
    if (error == grammar::error::need_more) break;
    if (error) return reject(error == grammar::error::body_limit ? 413 : 400);
  }
  if (parser_->is_done()) return dispatch();
  // Only the line before a chunk or the trailers can stay unread; they have no right to be long.
  if (buffer_.size() > loop_.limits().max_head_bytes) return reject(400);
  const auto rate = std::max<std::size_t>(1, loop_.limits().min_body_rate);
  const std::chrono::milliseconds earned{parser_->body().size() * 1000 / rate};
  set_deadline(body_since_ + loop_.limits().head_deadline + earned);
  return wait_for_more();
}

bool Connection::dispatch() {
  Request request{.head = std::move(parser_->head()),
                  .body = std::move(parser_->body()),
                  .connection = number_,
                  .loop = loop_.index()};
  state_ = State::in_flight;
  set_deadline(Clock::time_point::max());
  const Reply reply{sink_};
  try {
    loop_.handler().handle(std::move(request), reply);
  } catch (...) {
    reply(Response{.status = 500, .close = true});
  }
  return true;
}

bool Connection::reject(unsigned status) {
  Response response{.status = status};
  try {
    response = loop_.handler().malformed(status);
  } catch (...) {
    response = Response{.status = status};
  }
  response.close = true;
  body_unread_ = true;
  send(std::move(response));
  return true;
}

void Connection::send(Response response) {
  if (response.drop) return close();
  const Framing framing{.keep_alive = !response.close && !last_request_ && parser_->keep_alive(),
                        .to_head = to_head_,
                        .version = parser_->version(),
                        .date = loop_.date()};
  out_head_.clear();
  append_head(out_head_, response, framing);
  out_body_ = sends_body(response, framing) ? std::move(response.body) : std::string{};
  out_ = {asio::buffer(out_head_), asio::buffer(out_body_)};
  after_write_ = framing.keep_alive ? After::next_request : After::drain;
  state_ = State::writing;
  set_deadline(Clock::time_point::max());
}

bool Connection::write() {
  while (asio::buffer_size(out_) > 0) {
    Error error;
    const std::size_t sent = socket_.write_some(out_, error);
    if (would_block(error)) {
      // One deadline for the whole answer: a client that takes a byte now and then gains nothing.
      if (deadline_ == Clock::time_point::max()) set_deadline(Clock::now() + loop_.limits().write_deadline);
      wait_writable();
      return false;
    }
    if (error) {
      close();
      return false;
    }
    const std::size_t of_head = std::min(sent, out_[0].size());
    out_[0] += of_head;
    out_[1] += sent - of_head;
  }
  written();
  return true;
}

void Connection::written() {
  switch (after_write_) {
    case After::body:
      state_ = State::body;
      return;
    case After::next_request:
      return next_request();
    case After::drain:
      return start_drain();
  }
}

void Connection::next_request() {
  parser_.emplace(loop_.limits().max_head_bytes);
  out_body_ = std::string{};
  if (buffer_.size() == 0 && buffer_.capacity() > head_chunk) buffer_.shrink_to_fit();
  head_bytes_ = 0;
  in_head_ = false;
  to_head_ = false;
  body_unread_ = false;
  state_ = State::head;
  set_deadline(Clock::now() + loop_.limits().idle_deadline);
}

// Closing with bytes unread makes the kernel send a reset, which can take the answer away from the client.
void Connection::start_drain() {
  Error ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  state_ = State::draining;
  drained_ = buffer_.size();
  set_deadline(Clock::now() + loop_.limits().drain_deadline);
}

bool Connection::drain() {
  while (!client_done_ && drained_ <= loop_.limits().max_drain_bytes) {
    buffer_.consume(buffer_.size());
    const std::size_t got = fill(head_chunk);
    drained_ += got;
    if (got > 0 || client_done_) continue;
    if (last_request_ && !body_unread_) break;
    wait_readable();
    return false;
  }
  close();
  return false;
}

std::size_t Connection::fill(std::size_t most) {
  Error error;
  const std::size_t got = socket_.read_some(buffer_.prepare(most), error);
  buffer_.commit(got);
  if (error && !would_block(error)) client_done_ = true;
  return got;
}

void Connection::watch_client() {
  // Bytes of a next request are kept, within a bound, to see the end behind them.
  if (!client_done_ && buffer_.size() < loop_.limits().max_head_bytes) wait_readable();
}

void Connection::wait_readable() {
  if (waits_readable_ || state_ == State::closed) return;
  waits_readable_ = true;
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](const Error& error) {
    self->waits_readable_ = false;
    if (!error) self->on_readable();
  });
}

void Connection::wait_writable() {
  if (waits_writable_ || state_ == State::closed) return;
  waits_writable_ = true;
  socket_.async_wait(Socket::wait_write, [self = shared_from_this()](const Error& error) {
    self->waits_writable_ = false;
    if (!error && self->state_ == State::writing) self->advance();
  });
}

void Connection::on_readable() {
  switch (state_) {
    case State::head:
      fill(head_chunk);
      break;
    case State::body:
      fill(body_chunk);
      break;
    case State::in_flight:
      if (buffer_.size() >= loop_.limits().max_head_bytes) return;
      fill(std::min(head_chunk, loop_.limits().max_head_bytes - buffer_.size()));
      if (client_done_) sink_->abandon();
      break;
    case State::draining:
      break;
    case State::writing:
    case State::closed:
      return;
  }
  advance();
}

// The timer runs only when a deadline comes nearer than it; one that was moved on is looked at when the timer fires. So
// a busy connection never touches it.
void Connection::set_deadline(Clock::time_point deadline) {
  deadline_ = deadline;
  if (deadline_ < timer_at_) arm_timer();
}

void Connection::arm_timer() {
  timer_at_ = deadline_;
  timer_.expires_at(deadline_);
  timer_.async_wait([self = shared_from_this()](const Error& error) {
    if (!error) self->on_timer();
  });
}

void Connection::on_timer() {
  timer_at_ = Clock::time_point::max();
  if (state_ == State::closed || deadline_ == Clock::time_point::max()) return;
  if (Clock::now() >= deadline_) return on_deadline();
  arm_timer();
}

void Connection::on_deadline() {
  if (state_ == State::body || (state_ == State::head && in_head_)) {
    reject(408);
    return advance();
  }
  close();
}

}  // namespace clerk::server::http
