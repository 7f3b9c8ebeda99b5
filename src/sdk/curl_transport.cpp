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
  CurlHandle::prepare_process();  // a static client must be able to make its last call after main
  idle_.reserve(std::max<std::size_t>(settings_->configuration.connection_pool_maxsize, 1));
}

CurlTransport::~CurlTransport() = default;

TransportResult CurlTransport::perform(const TransportRequest& request) {
  auto left = request.timeout;
  auto handle = take(left);
  if (!handle) {
    return TransportFailure{
        .cause = TransportFailure::Cause::timeout,
        .message = "no connection became free in time; connection_pool_maxsize sets how many there are"};
  }
  const Lease lease{*this, std::move(handle)};
  (*lease).begin(request);
  if (left != request.timeout) curl_easy_setopt((*lease).get(), CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
  const CURLcode code = curl_easy_perform((*lease).get());
  return (*lease).end(code);
}

std::unique_ptr<CurlHandle> CurlTransport::take(std::chrono::milliseconds& patience) {
  std::unique_lock lock{mutex_};
  if (!wait_for_free(lock, patience)) return nullptr;
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

bool CurlTransport::wait_for_free(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds& patience) {
  const std::size_t limit = std::max<std::size_t>(settings_->configuration.connection_pool_maxsize, 1);
  const auto free = [this, limit] { return lent_ < limit; };
  if (free()) return true;
  if (patience.count() <= 0) {
    freed_.wait(lock, free);
    return true;
  }
  const auto deadline = std::chrono::steady_clock::now() + patience;
  if (!freed_.wait_until(lock, deadline, free)) return false;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  patience = std::max(left, std::chrono::milliseconds{1});  // zero would be none
  return true;
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
