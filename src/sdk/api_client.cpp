#include "sdk/client_core.hpp"

#include <clerk/api_client.hpp>

#include <utility>

namespace clerk {

ApiClient::ApiClient(Configuration configuration)
    : core_{std::make_shared<detail::ClientCore>(std::move(configuration))} {}

const Configuration& ApiClient::configuration() const noexcept { return core_->settings()->configuration; }

}  // namespace clerk
