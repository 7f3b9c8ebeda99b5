#pragma once

#include "ctl/context.hpp"
#include "ctl/failure.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace clerk::ctl {

/// JSON and YAML are the value as it is, stable between versions; a table is for people and promises nothing.
[[nodiscard]] std::string render(const boost::json::value& value, OutputFormat format);

/// The part of the value that a JSON pointer (RFC 6901) names, such as `/data/0/id`. What is no pointer fails as
/// misuse, whatever the value is.
[[nodiscard]] Outcome<boost::json::value> at_pointer(const boost::json::value& value, std::string_view pointer);

/// What a document may hold at most, in bytes.
inline constexpr std::size_t largest_document = 1U << 20U;

/// The failure of a text that is larger than that or another bound. \pre `name` is harmless
[[nodiscard]] Failure too_large(std::string_view name, std::size_t largest);

/// Whether a file of that name is one of YAML.
[[nodiscard]] bool is_yaml_name(std::string_view name);

/// Reads a YAML or JSON document as JSON, without losing the kind of a value: `yes` is a string, `"1"` a string, 1 a
/// number. `name` is for messages, which give line and column; one that ends in `.json` is JSON alone.
[[nodiscard]] Outcome<boost::json::value> read_document(std::string_view text, std::string_view name);

/// Reads a JSON document, and takes nothing else.
[[nodiscard]] Outcome<boost::json::value> read_json(std::string_view text, std::string_view name);

}  // namespace clerk::ctl
