#pragma once

#include <boost/json/value.hpp>

#include <cstddef>
#include <string>

// The three forms that `render` chooses from; see render.hpp.
namespace clerk::ctl {

/// Indented by two spaces, one member or item a line. What could drive a terminal is escaped, the rest is UTF-8.
[[nodiscard]] std::string as_json(const boost::json::value& value);

/// Reads back as the same value, with `read_document` and with readers of older schemas.
[[nodiscard]] std::string as_yaml(const boost::json::value& value);

/// For people: columns for a list, a line for each value of an object.
[[nodiscard]] std::string as_table(const boost::json::value& value, std::size_t columns);

/// The shortest text that reads back as the number, and as no integer.
[[nodiscard]] std::string number_text(double number);

/// A null, boolean, number, or text as it is.
[[nodiscard]] std::string scalar_text(const boost::json::value& scalar);

}  // namespace clerk::ctl
