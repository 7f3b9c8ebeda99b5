#include "sdk/client_core.hpp"

#include "sdk/async_engine.hpp"
#include "sdk/curl_transport.hpp"

#include <utility>

namespace clerk::detail {

ClientCore::ClientCore(Configuration configuration, sdk::Timing timing)
    : settings_{std::make_shared<const sdk::ClientSettings>(std::move(configuration))},
      transport_{settings_->configuration.transport},
      timing_{std::move(timing)} {
  if (!transport_) transport_ = std::make_shared<sdk::CurlTransport>(settings_);
}

ClientCore::~ClientCore() {
  if (engine_) engine_->shut_down();
}

void ClientCore::set_engine(std::shared_ptr<sdk::AsyncEngine> engine) { engine_ = std::move(engine); }

}  // namespace clerk::detail
