#pragma once

#include "server/http/message.hpp"
#include "server/store/readers.hpp"

namespace clerk::server::api {

/// Pictures need no key, as they stand in pages: `GET /__clerkd/images/{instance_id}/{image_id}`.
[[nodiscard]] bool is_image_target(const http::RequestHead& head);
/// \pre it is the target of one
[[nodiscard]] http::Response image_page(const http::RequestHead& head, store::Readers& readers);

}  // namespace clerk::server::api
