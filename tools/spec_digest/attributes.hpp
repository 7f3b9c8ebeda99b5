#pragma once

#include "spec_digest/digest.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace clerk::spec {

/// `place.name`, with a name in quotes that would read as several.
[[nodiscard]] std::string member_place(const std::string& place, std::string_view name);

/// A JSON value as an attribute's value.
[[nodiscard]] std::string attribute_text(const boost::json::value& value);

/// Values whose order says nothing, as an attribute's value.
[[nodiscard]] std::string set_text(const boost::json::array& values);

/// \throws DigestError if another value stands there already: no value could meet both
void set_attribute(Facts& facts, const std::string& place, std::string_view key, const std::string& value);

}  // namespace clerk::spec
