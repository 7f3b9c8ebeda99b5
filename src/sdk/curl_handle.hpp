#pragma once

#include "sdk/client_settings.hpp"

#include <clerk/transport.hpp>

#include <curl/curl.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace clerk::sdk {

/// A list of header lines as libcurl wants it.
struct FreeHeaderLines {
  void operator()(curl_slist* lines) const noexcept { curl_slist_free_all(lines); }
};
using HeaderLines = std::unique_ptr<curl_slist, FreeHeaderLines>;

/// One libcurl transfer, used again and again: the options of the client are set once, those of a request by `begin`.
class CurlHandle {
 public:
  /// Largest answer that is taken, head and body, decompressed.
  static constexpr std::size_t max_head = std::size_t{256} * 1024;
  static constexpr std::size_t max_body = std::size_t{16} * 1024 * 1024;

  /// Makes what all handles share and what is destroyed at exit. Objects whose construction ends later go before it.
  static void prepare_process();

  /// A socket that programs which are executed do not inherit; libcurl's own do.
  [[nodiscard]] static curl_socket_t on_open(void* self, curlsocktype purpose, curl_sockaddr* address) noexcept;

  /// Throws std::bad_alloc when libcurl has no memory.
  explicit CurlHandle(const ClientSettings& settings);
  CurlHandle(const CurlHandle&) = delete;
  CurlHandle& operator=(const CurlHandle&) = delete;
  ~CurlHandle() = default;

  /// \pre the request lives until `end`
  void begin(const TransportRequest& request);

  /// What came of the transfer that `begin` set up and libcurl ended with that code.
  [[nodiscard]] TransportResult end(CURLcode code);

  /// Whether a byte of the request has gone out.
  [[nodiscard]] bool sent() const noexcept;

  [[nodiscard]] CURL* get() const noexcept { return easy_.get(); }

 private:
  struct Cleanup {
    void operator()(CURL* easy) const noexcept { curl_easy_cleanup(easy); }
  };

  struct FreeUrl {
    void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
  };
  using ParsedUrl = std::unique_ptr<CURLU, FreeUrl>;

  enum class BodySize { none, small, large };
  [[nodiscard]] static BodySize size_of(std::string_view body) noexcept;

  static std::size_t on_head(char* data, std::size_t size, std::size_t count, void* self) noexcept;
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self) noexcept;
  static int on_ready_to_send(void* self, char* to, char* from, int to_port, int from_port) noexcept;

  void set_connection_options();
  void set_proxy_options(const ClientSettings& settings);
  void set_tls_options(const Configuration& configuration);
  void set_trust(const Configuration& configuration);
  void set_url(const std::string& url);
  void set_target(const TransportRequest& request);
  void set_lines(const TransportRequest& request);
  void read_head_line(std::string_view line);
  [[nodiscard]] int status() const noexcept;
  [[nodiscard]] long bytes_sent() const noexcept;
  [[nodiscard]] TransportFailure failure(CURLcode code) const;

  std::unique_ptr<CURL, Cleanup> easy_;
  HeaderLines proxy_lines_{};
  HeaderLines lines_{};
  BodySize lines_for_{BodySize::none};
  Headers headers_{};               ///< that lines_ was made of
  std::string url_{};               ///< as libcurl has it, and
  ParsedUrl parsed_url_{};          ///< in its parts
  std::optional<Method> method_{};  ///< likewise
  const ClientSettings* settings_;
  const TransportRequest* request_{nullptr};
  TransportAnswer answer_{};
  std::size_t head_size_{0};
  bool head_is_whole_{false};
  bool too_large_{false};
  bool would_send_twice_{false};
  bool ready_to_send_{false};
  long sent_before_{0};  ///< by the tunnel through a proxy, which is no part of the request
  std::array<char, CURL_ERROR_SIZE> error_{};
};

}  // namespace clerk::sdk
