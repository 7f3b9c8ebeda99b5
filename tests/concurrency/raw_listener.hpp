#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <string>
#include <string_view>

namespace clerk::concurrency {

/// Listens on a free port of this machine and does nothing by itself: connections wait until the test takes them.
class RawListener {
  using Tcp = boost::asio::ip::tcp;

 public:
  RawListener() : acceptor_{context_, Tcp::v4()} {
    acceptor_.bind({boost::asio::ip::address_v4::loopback(), 0});
    acceptor_.listen(0);  // one connection waits; the system leaves further ones without an answer
  }

  [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()); }

  /// Takes the one place, so that whoever connects now waits for the system's answer.
  void fill() { filler_.connect(acceptor_.local_endpoint()); }
  void empty() { acceptor_.accept().close(); }

  /// Takes the next connection and the first byte that comes; the rest piles up.
  void take_one_byte() {
    connection_ = acceptor_.accept();
    char byte = 0;
    boost::asio::read(connection_, boost::asio::buffer(&byte, 1));
  }
  /// Reads what piled up, to the end of the connection.
  void drop() {
    std::string rest(65536, '\0');
    boost::system::error_code error;
    while (!error) connection_.read_some(boost::asio::buffer(rest), error);
    connection_.close();
  }

  /// Takes the next connection, and answers the request on it.
  void answer_next(std::string_view answer) {
    connection_ = acceptor_.accept();
    std::string head;
    boost::system::error_code error;
    boost::asio::read_until(connection_, boost::asio::dynamic_buffer(head), "\r\n\r\n", error);
    boost::asio::write(connection_, boost::asio::buffer(answer), error);
    connection_.close();
  }
  void refuse_next() { acceptor_.accept().close(); }

 private:
  boost::asio::io_context context_{1};
  Tcp::acceptor acceptor_;
  Tcp::socket filler_{context_};
  Tcp::socket connection_{context_};
};

}  // namespace clerk::concurrency
