#pragma once

#include <clerk/raw_json.hpp>

namespace clerk::server::store {

/// What is kept with a change merged into it: objects key by key, at any depth; null takes a key away; anything else
/// takes the place of what was there. RFC 7396. \pre both are JSON
[[nodiscard]] RawJson merged(const RawJson& kept, const RawJson& change);

}  // namespace clerk::server::store
