#pragma once

#include "sdk/client_settings.hpp"
#include "sdk/timing.hpp"

#include <clerk/configuration.hpp>
#include <clerk/transport.hpp>

#include <memory>

namespace clerk::sdk {
class AsyncEngine;
}

namespace clerk::detail {

/// What all handles to one client share.
class ClientCore {
 public:
  explicit ClientCore(Configuration configuration, sdk::Timing timing = sdk::Timing::real());
  ClientCore(const ClientCore&) = delete;
  ClientCore& operator=(const ClientCore&) = delete;
  ~ClientCore();

  /// Shared, as calls under way outlive the client.
  [[nodiscard]] const std::shared_ptr<const sdk::ClientSettings>& settings() const noexcept { return settings_; }
  [[nodiscard]] Transport& transport() const noexcept { return *transport_; }
  [[nodiscard]] const sdk::Timing& timing() const noexcept { return timing_; }

  /// Null unless the client was given an executor.
  [[nodiscard]] const std::shared_ptr<sdk::AsyncEngine>& engine() const noexcept { return engine_; }
  void set_engine(std::shared_ptr<sdk::AsyncEngine> engine);

 private:
  std::shared_ptr<const sdk::ClientSettings> settings_;
  std::shared_ptr<Transport> transport_;
  sdk::Timing timing_;
  std::shared_ptr<sdk::AsyncEngine> engine_;
};

}  // namespace clerk::detail
