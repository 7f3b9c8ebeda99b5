#pragma once

#include "server/http/message.hpp"

#include <string>
#include <string_view>

namespace clerk::server::http {

/// What the connection knows about an answer.
struct Framing {
  bool keep_alive{true};
  bool to_head{false};      ///< answers a HEAD request
  unsigned version{11};     ///< of the request
  std::string_view date{};  ///< as the Date header has it
};

/// Appends status line and headers with the empty line. What a handler puts into a header can't end it.
void append_head(std::string& out, const Response& response, const Framing& framing);

[[nodiscard]] bool sends_body(const Response& response, const Framing& framing) noexcept;

/// The seconds since 1970 as the Date header has them.
[[nodiscard]] std::string http_date(long long seconds);

}  // namespace clerk::server::http
