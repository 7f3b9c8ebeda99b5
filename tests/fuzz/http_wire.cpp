#include "tests/fuzz/http_wire.hpp"

#include "tests/fuzz/property.hpp"

#include <array>
#include <chrono>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace clerk::fuzz {

namespace {

namespace http = server::http;

std::string text_of(const http::RequestHead& head) {
  std::string text = head.method + ' ' + head.target + '\n';
  for (const http::Header& header : head.headers) text += header.name + ": " + header.value + '\n';
  return text + '\n';
}

http::Response response_to(const std::string& target) {
  if (target.starts_with("/empty")) return {.status = 204};
  return {.status = 200, .body = "done", .close = target.starts_with("/close")};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_{number} {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(number_); }
  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

// Appends what has arrived, without waiting.
void collect(int socket, std::string& bytes) {
  std::array<char, 4096> chunk{};
  ssize_t got = 0;
  while ((got = ::recv(socket, chunk.data(), chunk.size(), MSG_DONTWAIT)) > 0) {
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

std::optional<http::Response> Recorder::refuse_early(const http::RequestHead& head) {
  if (!head.target.starts_with("/refuse")) return std::nullopt;
  events_.push_back(
      {.kind = Event::Kind::refused_early, .status = 401, .request = text_of(head), .to_head = head.method == "HEAD"});
  return http::Response{.status = 401, .body = "no"};
}

void Recorder::handle(http::Request request, http::Reply reply) {
  http::Response response = response_to(request.head.target);
  events_.push_back({.kind = Event::Kind::handled,
                     .status = response.status,
                     .request = text_of(request.head) + request.body,
                     .to_head = request.head.method == "HEAD"});
  if (answers_at_once_) return reply(std::move(response));
  reply_ = std::move(reply);
  response_ = std::move(response);
}

http::Response Recorder::malformed(unsigned status) {
  events_.push_back({.kind = Event::Kind::malformed, .status = status});
  return {.status = status, .body = "bad"};
}

void Recorder::start(bool answers_at_once) {
  answers_at_once_ = answers_at_once;
  reply_.reset();
  events_.clear();
}

bool Recorder::answer_waiting() {
  if (!reply_) return false;
  const http::Reply reply = *std::exchange(reply_, std::nullopt);
  reply(std::move(response_));
  return true;
}

Exchange Wire::exchange(const std::vector<std::string_view>& pieces, bool answers_at_once) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw std::system_error{errno, std::system_category(), "no pair of sockets"};
  }
  const Descriptor client{ends[0]};
  recorder_.start(answers_at_once);
  http::Socket socket{loop_->context()};
  socket.assign(boost::asio::ip::tcp::v4(), ends[1]);
  loop_->adopt(std::move(socket), 1, loop_);
  settle();

  Exchange exchange;
  for (const std::string_view piece : pieces) {
    if (::send(client.number(), piece.data(), piece.size(), MSG_NOSIGNAL) < 0) break;  // it was closed
    settle();
    collect(client.number(), exchange.answers);
  }
  ::shutdown(client.number(), SHUT_WR);
  settle();
  collect(client.number(), exchange.answers);
  exchange.events = recorder_.take_events();
  require(population_.wait_until_empty(std::chrono::steady_clock::now()), "a connection ends when its client is done");
  return exchange;
}

void Wire::settle() {
  do {
    while (loop_->context().poll() > 0) {
    }
  } while (recorder_.answer_waiting());
}

}  // namespace clerk::fuzz
