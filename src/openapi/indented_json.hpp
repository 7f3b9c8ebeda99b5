#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace clerk::openapi {

/// JSON text for people and their diff tools: one member or item a line, a list of plain values on one.
[[nodiscard]] std::string indented(const boost::json::value& value);

}  // namespace clerk::openapi
