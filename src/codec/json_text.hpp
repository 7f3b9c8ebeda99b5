#pragma once

#include "codec/codec.hpp"

#include <boost/json/value.hpp>
#include <boost/system/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace clerk::codec {

/// For what is read tolerantly, and for what is kept of it as text: as large as it is, and deeper than a request may
/// be.
[[nodiscard]] Limits tolerant_limits(std::string_view text);

/// Parses one JSON text within the limits. Invalid UTF-8 is refused by the parser.
[[nodiscard]] boost::system::result<boost::json::value, NotAnObject> parse(std::string_view text, const Limits& limits);

/// Paths of the keys that stand twice in one object, as many as faults are kept; the parser itself keeps the last value
/// and says nothing.
/// \pre `text` has been parsed within the limits
[[nodiscard]] std::vector<std::string> duplicate_keys(std::string_view text, const Limits& limits);

/// The JSON name of the value's type, as error texts give it.
[[nodiscard]] std::string_view type_name(const boost::json::value& value) noexcept;

/// The value as text, cut to what fits into an error message.
[[nodiscard]] std::string excerpt(const boost::json::value& value);

/// Paths for people. A name in them is cut like an excerpt: it may come from outside.
[[nodiscard]] std::string join_path(std::string_view parent, std::string_view name);
[[nodiscard]] std::string item_path(std::string_view list, std::size_t index);

}  // namespace clerk::codec
