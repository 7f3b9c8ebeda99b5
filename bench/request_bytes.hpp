#pragma once

#include "bench/http_address.hpp"

#include <clerk/version.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace clerk::bench {

/// The bytes of one request after another. Each PATCH says what none before it said, so that every one of them is a
/// change that has to be kept.
class RequestBytes {
 public:
  RequestBytes(const HttpAddress& server, const std::string& key, bool patch) {
    const std::string body = patch ? R"({"support_email":"n)" + std::string(digits, '0') + R"(@example.com"})" : "";
    bytes_ = (patch ? "PATCH" : "GET") + std::string{" /v1/instance HTTP/1.1\r\nHost: "} + server.host + ':' +
             server.port + "\r\nAuthorization: Bearer " + key +
             "\r\nAccept: application/json\r\nClerk-API-Version: " + std::string{default_api_version} + "\r\n";
    if (patch) {
      bytes_ += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    }
    bytes_ += "\r\n" + body;
    if (patch) number_ = bytes_.find(std::string(digits, '0'), bytes_.size() - body.size());
  }

  /// Valid until the next call.
  [[nodiscard]] std::string_view next() {
    if (number_ != std::string::npos) {
      std::array<char, digits> text{};
      text.fill('0');
      std::array<char, digits> tail{};
      const auto end = std::to_chars(tail.data(), tail.data() + tail.size(), ++count_).ptr;
      const auto size = static_cast<std::size_t>(end - tail.data());
      std::copy_n(tail.data(), size, text.data() + (digits - size));
      bytes_.replace(number_, digits, text.data(), digits);
    }
    return bytes_;
  }

 private:
  static constexpr std::size_t digits = 12;

  std::string bytes_;
  std::size_t number_{std::string::npos};
  std::uint64_t count_{static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()) %
                       100'000'000'000};
};

}  // namespace clerk::bench
