#pragma once

#include "sdk/client_settings.hpp"
#include "sdk/curl_handle.hpp"

#include <clerk/transport.hpp>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/strand.hpp>
#include <curl/curl.h>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace clerk::sdk {

/// libcurl's multi socket interface driven by Asio. All members are called on the strand, and so is all of libcurl.
/// Keeps its own connections: libcurl's sharing of them between threads is not safe.
class CurlMulti : public std::enable_shared_from_this<CurlMulti> {
 public:
  using Strand = boost::asio::strand<boost::asio::any_io_executor>;
  using Finished = std::function<void(TransportResult)>;
  // With the strand as their type of executor, which spares each wait a layer of type erasure.
  using Descriptor = boost::asio::posix::basic_stream_descriptor<Strand>;
  using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                  boost::asio::wait_traits<std::chrono::steady_clock>, Strand>;

  /// One exchange under way. Valid until its Finished is called, or until `stop`.
  class Transfer {
   public:
    explicit Transfer(const ClientSettings& settings) : handle_{settings} {}
    [[nodiscard]] bool sent() const noexcept { return handle_.sent(); }

   private:
    friend class CurlMulti;
    CurlHandle handle_;
    Finished finished_{};
    bool active_{false};
  };

  CurlMulti(std::shared_ptr<const ClientSettings> settings, Strand strand);
  CurlMulti(const CurlMulti&) = delete;
  CurlMulti& operator=(const CurlMulti&) = delete;
  ~CurlMulti();

  /// Takes the request, which must live until the end, and sends it with the next `settle`, so that requests that start
  /// together cost one round of libcurl's. `finished` is never called before this returns.
  Transfer* start(const TransportRequest& request, Finished finished);

  /// Lets libcurl do what it wants to do at once.
  void settle();

  /// Ends the exchange without calling its Finished.
  void stop(Transfer* transfer);

 private:
  /// Watches a duplicate of libcurl's descriptor. libcurl 7.88 closes a socket that was not yet in use, such as one in
  /// a failed TLS handshake, without telling; with a descriptor of our own nothing is ever closed under Asio, and Asio
  /// never closes a number that is someone else's by now.
  struct Socket {
    Socket(const Strand& strand, curl_socket_t original);
    /// Whether that number still is the socket that was duplicated.
    [[nodiscard]] bool is(curl_socket_t number);

    Descriptor descriptor;
    bool wants_read{false};
    bool wants_write{false};
    bool reading{false};
    bool writing{false};
    bool established{false};  ///< a transfer ended well on it, so that libcurl will tell before it closes it
  };

  using TimePoint = std::chrono::steady_clock::time_point;
  static constexpr TimePoint never = TimePoint::max();

  static curl_socket_t on_open(void* self, curlsocktype purpose, curl_sockaddr* address) noexcept;
  static int on_close(void* self, curl_socket_t socket) noexcept;
  static int on_socket(CURL* easy, curl_socket_t socket, int what, void* self, void* known) noexcept;
  static int on_timer(CURLM* multi, long milliseconds, void* self) noexcept;

  void opened(curl_socket_t socket);
  void want(curl_socket_t socket, int what);
  void unwant(curl_socket_t socket);
  void watch(curl_socket_t socket, const std::shared_ptr<Socket>& watched);
  void wait(curl_socket_t socket, const std::shared_ptr<Socket>& watched, bool write);
  void set_timer(long milliseconds);
  void arm();
  void disarm();
  void act(curl_socket_t socket, int ready);
  void deliver();
  void note_connection(CURL* easy);
  void drop_unwatched() noexcept;
  Transfer* take();
  Finished release(Transfer* transfer);

  std::shared_ptr<const ClientSettings> settings_;
  Strand strand_;
  Timer timer_;
  CURLM* multi_;
  std::unordered_map<curl_socket_t, std::shared_ptr<Socket>> sockets_{};
  std::vector<curl_socket_t> unwatched_{};  ///< since the last settling; may have been closed without a word
  int ended_well_{0};                       ///< transfers since then
  int ended_badly_{0};
  std::vector<std::unique_ptr<Transfer>> transfers_{};
  std::vector<Transfer*> idle_{};
  TimePoint wake_at_{never};    ///< when libcurl wants to be called
  TimePoint armed_for_{never};  ///< when the timer comes
  bool due_{false};             ///< libcurl wants to be called at once
  bool settling_{false};        ///< and is being called
  bool closing_{false};
};

}  // namespace clerk::sdk
