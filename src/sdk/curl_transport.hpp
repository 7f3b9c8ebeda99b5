#pragma once

#include "sdk/client_settings.hpp"

#include <clerk/transport.hpp>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace clerk::sdk {

class CurlHandle;

/// Blocking transport over libcurl. Keeps transfers and their connections for the next call; at most so many at once as
/// the configuration says, and further calls wait for one within their timeout.
class CurlTransport : public Transport {
 public:
  explicit CurlTransport(std::shared_ptr<const ClientSettings> settings);
  CurlTransport(const CurlTransport&) = delete;
  CurlTransport& operator=(const CurlTransport&) = delete;
  ~CurlTransport() override;

  [[nodiscard]] TransportResult perform(const TransportRequest& request) override;

 private:
  class Lease;

  /// Nothing when none became free in time; takes the time it waited off `patience`, of which zero means without end.
  [[nodiscard]] std::unique_ptr<CurlHandle> take(std::chrono::milliseconds& patience);
  [[nodiscard]] bool wait_for_free(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds& patience);
  void give_back(std::unique_ptr<CurlHandle> handle) noexcept;

  std::shared_ptr<const ClientSettings> settings_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<CurlHandle>> idle_;
  std::size_t lent_{0};
};

}  // namespace clerk::sdk
