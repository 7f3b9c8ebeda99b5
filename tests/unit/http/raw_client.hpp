#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clerk::server::http {

struct Answer {
  unsigned status{};
  std::string head{};  ///< up to and with the empty line
  std::string body{};

  [[nodiscard]] bool has(std::string_view line) const { return head.find(line) != std::string::npos; }
};

/// A client that sends just the bytes it is told to. What it waits for comes within seconds or the test fails.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port, bool v6 = false);
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  ~RawClient();

  bool send(std::string_view bytes);  ///< false when the server has cut the connection
  [[nodiscard]] Answer read_answer(bool to_head = false);
  [[nodiscard]] std::string read_to_end();  ///< all that comes before the server's end of the connection
  void close();
  void reset();  ///< leaves rudely
  void end_sending();

 private:
  bool read_more();

  int socket_;
  std::string buffer_{};
};

[[nodiscard]] bool accepts_connections(std::uint16_t port);

}  // namespace clerk::server::http
