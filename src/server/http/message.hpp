#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::http {

struct Header {
  std::string name{};
  std::string value{};
};

/// A request up to its empty line.
struct RequestHead {
  std::string method{};
  std::string target{};
  std::vector<Header> headers{};
  std::optional<std::uint64_t> content_length{};

  /// The value of the first header of that name, whatever its case.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const noexcept;
};

struct Request {
  RequestHead head{};
  std::string body{};
  std::uint64_t connection{};  ///< numbers the connections of a server
  std::size_t loop{};          ///< the event loop that owns the connection
};

struct Response {
  unsigned status{200};
  std::vector<Header> headers{};  ///< beside Content-Length, Connection, Date and Server, which the connection adds
  std::string body{};
  bool close{false};  ///< the connection ends after this answer
  bool drop{false};   ///< the connection ends without an answer
};

}  // namespace clerk::server::http
