#pragma once

#include "bench/latencies.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <cerrno>
#include <charconv>
#include <netinet/tcp.h>
#include <optional>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <strings.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace clerk::bench {

/// A kept connection with one request in flight. Knows just enough of HTTP to see where an answer ends.
class LoadConnection {
 public:
  explicit LoadConnection(const boost::asio::ip::tcp::endpoint& server)
      : socket_{::socket(server.protocol().family(), SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    const int on = 1;
    if (socket_ < 0 || ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0) fail("socket");
    if (::connect(socket_, server.data(), static_cast<socklen_t>(server.size())) != 0) fail("connect");
  }
  LoadConnection(const LoadConnection&) = delete;
  LoadConnection& operator=(const LoadConnection&) = delete;
  ~LoadConnection() { ::close(socket_); }

  [[nodiscard]] int descriptor() const noexcept { return socket_; }
  [[nodiscard]] Clock::time_point sent_at() const noexcept { return sent_at_; }

  /// A request is far smaller than a socket's buffer, so this does not wait.
  void send(std::string_view request) {
    received_.clear();
    sent_at_ = Clock::now();
    while (!request.empty()) {
      const auto sent = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
      if (sent < 0) fail("send");
      request.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  /// Reads what has come; whether that completes the answer. \throws std::runtime_error if it is another status
  bool receive(std::string_view success) {
    std::array<char, 16 * 1024> chunk;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by recv
    const auto got = ::recv(socket_, chunk.data(), chunk.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return false;
    if (got < 0) fail("recv");
    if (got == 0) throw std::runtime_error{"the server closed a connection before it had answered"};
    received_.append(chunk.data(), static_cast<std::size_t>(got));

    const auto head = received_.find("\r\n\r\n");
    if (head == std::string::npos) return false;
    if (std::string_view{received_}.substr(9, success.size()) != success) {
      throw std::runtime_error{"the server answered: " + received_};
    }
    const std::size_t size = head + 4 + body_size(std::string_view{received_}.substr(0, head + 2));
    if (received_.size() > size) throw std::runtime_error{"the server sent more than one answer: " + received_};
    return received_.size() == size;
  }

 private:
  static std::size_t body_size(std::string_view head) {
    constexpr std::string_view name = "content-length:";
    for (auto line = head.find("\r\n"); line != std::string_view::npos; line = head.find("\r\n", line)) {
      line += 2;
      if (head.size() - line < name.size() || ::strncasecmp(head.data() + line, name.data(), name.size()) != 0) {
        continue;
      }
      const char* digits = head.data() + line + name.size();
      while (*digits == ' ') ++digits;
      std::size_t size = 0;
      std::from_chars(digits, head.data() + head.size(), size);
      return size;
    }
    return 0;
  }

  [[noreturn]] static void fail(const char* what) { throw std::system_error{errno, std::generic_category(), what}; }

  int socket_;
  std::string received_{};
  Clock::time_point sent_at_{};
};

}  // namespace clerk::bench
