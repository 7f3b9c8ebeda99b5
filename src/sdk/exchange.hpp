#pragma once

#include <clerk/transport.hpp>

namespace clerk::sdk {

/// Has the transport, which may be the user's own, perform the request. What it throws is a failure, and nobody knows
/// whether the request had gone out by then.
[[nodiscard]] TransportResult exchange(Transport& transport, const TransportRequest& request);

}  // namespace clerk::sdk
