#pragma once

#include <boost/json/object.hpp>

#include <string_view>

namespace clerk::ctl::operations {

/// Reads the example of an operation, which the contract has as C++ initializers (`.name = "a", .limit = 10`), as JSON.
/// A value of an enumeration is its name, and a file is an object with its `name`.
/// \throws std::logic_error for what is none
[[nodiscard]] boost::json::object example_value(std::string_view initializers);

}  // namespace clerk::ctl::operations
