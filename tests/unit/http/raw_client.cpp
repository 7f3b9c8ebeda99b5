#include "tests/unit/http/raw_client.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace clerk::server::http {

namespace {

constexpr int patience_seconds = 20;

template <typename Address>
bool connect_to(int socket, const Address& address) {
  return ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

bool connect_loopback(int socket, std::uint16_t port, bool v6) {
  if (v6) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(port);
    address.sin6_addr = in6addr_loopback;
    return connect_to(socket, address);
  }
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return connect_to(socket, address);
}

std::size_t content_length(std::string_view head) {
  constexpr std::string_view name = "Content-Length: ";
  const std::size_t at = head.find(name);
  std::size_t length = 0;
  if (at == std::string_view::npos) return length;
  std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
  return length;
}

}  // namespace

RawClient::RawClient(std::uint16_t port, bool v6) : socket_{::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0)} {
  const timeval patience{.tv_sec = patience_seconds, .tv_usec = 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (!connect_loopback(socket_, port, v6)) throw std::runtime_error{"no connection to the server under test"};
}

RawClient::~RawClient() { close(); }

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawClient::read_more() {
  std::array<char, 16384> chunk{};
  const ssize_t got = ::recv(socket_, chunk.data(), chunk.size(), 0);
  if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) ADD_FAILURE() << "the server kept silent";
  if (got <= 0) return false;
  buffer_.append(chunk.data(), static_cast<std::size_t>(got));
  return true;
}

Answer RawClient::read_answer(bool to_head) {
  Answer answer;
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_more()) {
      ADD_FAILURE() << "the connection ended before an answer, after: " << buffer_;
      return answer;
    }
  }
  answer.head = buffer_.substr(0, end + 4);
  buffer_.erase(0, end + 4);
  std::from_chars(answer.head.data() + 9, answer.head.data() + 12, answer.status);
  const std::size_t length = to_head ? 0 : content_length(answer.head);
  while (buffer_.size() < length) {
    if (!read_more()) {
      ADD_FAILURE() << "the connection ended within a body";
      break;
    }
  }
  answer.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return answer;
}

std::string RawClient::read_to_end() {
  while (read_more()) {
  }
  return std::move(buffer_);
}

void RawClient::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

void RawClient::reset() {
  const linger rude{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &rude, sizeof rude);
  close();
}

void RawClient::end_sending() { ::shutdown(socket_, SHUT_WR); }

bool accepts_connections(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  const bool connected = connect_loopback(socket, port, false);
  ::close(socket);
  return connected;
}

}  // namespace clerk::server::http
