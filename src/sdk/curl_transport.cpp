#include "sdk/curl_transport.hpp"

#include "sdk/curl_handle.hpp"

#include <algorithm>
#include <utility>

namespace clerk::sdk {

/// Gives the handle back whatever happens.
class CurlTransport::Lease {
 public:
  Lease(CurlTransport& pool, std::unique_ptr<CurlHandle> handle) noexcept : pool_{&pool}, handle_{std::move(handle)} {}
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease() { pool_->give_back(std::move(handle_)); }

  CurlHandle& operator*() const noexcept { return *handle_; }

 private:
  CurlTransport* pool_;
  std::unique_ptr<CurlHandle> handle_;
};

CurlTransport::CurlTransport(std::shared_ptr<const ClientSettings> settings) : settings_{std::move(settings)} {
  idle_.reserve(std::max<std::size_t>(settings_->configuration.connection_pool_maxsize, 1));
}

CurlTransport::~CurlTransport() = default;

TransportResult CurlTransport::perform(const TransportRequest& request) {
  const auto begun = std::chrono::steady_clock::now();
  auto handle = take(request.timeout);
  if (!handle) {
    return TransportFailure{
        .cause = TransportFailure::Cause::timeout,
        .message = "no connection became free in time; connection_pool_maxsize sets how many there are"};
  }
  const Lease lease{*this, std::move(handle)};
  (*lease).begin(request);
  if (request.timeout.count() > 0) {
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    const auto left = std::max<long>(static_cast<long>((request.timeout - waited).count()), 1);
    curl_easy_setopt((*lease).get(), CURLOPT_TIMEOUT_MS, left);
  }
  const CURLcode code = curl_easy_perform((*lease).get());
  return (*lease).end(code);
}

std::unique_ptr<CurlHandle> CurlTransport::take(std::chrono::milliseconds patience) {
  std::unique_lock lock{mutex_};
  const std::size_t limit = std::max<std::size_t>(settings_->configuration.connection_pool_maxsize, 1);
  const auto free = [this, limit] { return lent_ < limit; };
  if (patience.count() <= 0) {
    freed_.wait(lock, free);
  } else if (!freed_.wait_for(lock, patience, free)) {
    return nullptr;
  }
  if (idle_.empty()) {
    auto handle = std::make_unique<CurlHandle>(*settings_);
    ++lent_;
    return handle;
  }
  ++lent_;
  // The one used last: its connection is the most likely to be alive.
  auto handle = std::move(idle_.back());
  idle_.pop_back();
  return handle;
}

void CurlTransport::give_back(std::unique_ptr<CurlHandle> handle) noexcept {
  {
    const std::lock_guard lock{mutex_};
    --lent_;
    idle_.push_back(std::move(handle));  // within the reserved size
  }
  freed_.notify_one();
}

}  // namespace clerk::sdk
