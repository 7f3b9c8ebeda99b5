#pragma once

#include "server/api/instance_directory.hpp"
#include "server/http/message.hpp"

#include <optional>

namespace clerk::server::api {

/// Answers `GET /__clerkd/environment?instance_id=…`, which needs no key: what a front end may know of the settings.
/// Without an id it is the oldest development instance's. Browsers give the answer to the origins that the settings
/// allow. Nothing for other targets.
[[nodiscard]] std::optional<http::Response> environment_page(const http::RequestHead& head,
                                                             const InstanceDirectory& directory);

}  // namespace clerk::server::api
