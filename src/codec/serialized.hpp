#pragma once

#include <boost/json/fwd.hpp>

#include <string>

namespace clerk::codec {

/// The text of a JSON value. Boost's own function doubles a text that it clears and copies each time, which is a
/// quarter of the work for a page of users.
[[nodiscard]] std::string serialized(const boost::json::value& value);

}  // namespace clerk::codec
