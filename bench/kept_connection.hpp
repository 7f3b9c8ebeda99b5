#pragma once

#include "bench/http_address.hpp"
#include "bench/load_connection.hpp"

#include <clerk/version.hpp>

#include <cerrno>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace clerk::bench {

/// Sends one request after the other and waits for each answer, which has to have the status that is expected.
class KeptConnection {
 public:
  KeptConnection(const HttpAddress& server, const std::string& key)
      : connection_{server.resolve()},
        head_{" HTTP/1.1\r\nHost: " + server.host + ':' + server.port + "\r\nAuthorization: Bearer " + key +
              "\r\nAccept: application/json\r\nClerk-API-Version: " + std::string{default_api_version} + "\r\n"} {}

  Clock::duration get(std::string_view target) { return ask("GET " + std::string{target} + head_ + "\r\n", "200"); }

  Clock::duration send(std::string_view method, std::string_view target, std::string_view body,
                       std::string_view status = "200") {
    return ask(std::string{method} + " " + std::string{target} + head_ +
                   "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
                   std::string{body},
               status);
  }

 private:
  Clock::duration ask(const std::string& request, std::string_view status) {
    connection_.send(request);
    pollfd waiting{.fd = connection_.descriptor(), .events = POLLIN, .revents = 0};
    do {
      const int ready = ::poll(&waiting, 1, 60'000);
      if (ready < 0 && errno != EINTR) throw std::system_error{errno, std::generic_category(), "poll"};
      if (ready == 0) throw std::runtime_error{"the server has not answered for a minute"};
    } while (!connection_.receive(status));
    return Clock::now() - connection_.sent_at();
  }

  LoadConnection connection_;
  std::string head_;
};

}  // namespace clerk::bench
