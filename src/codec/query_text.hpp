#pragma once

#include <clerk/raw_json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::codec {

/// A parameter of a query, decoded.
struct QueryParameter {
  std::string name;
  std::string value;
};

/// The parameters in the order of the text. A pair that is not well encoded is left out, as the real API's own library
/// does.
[[nodiscard]] std::vector<QueryParameter> parse_query(std::string_view text);

/// A value kept as JSON as a query has it; nothing when it is no string, number or boolean.
[[nodiscard]] std::optional<std::string> plain_text(const RawJson& json);

/// A value from a query as fault texts show it: bounded, and UTF-8 whatever came.
[[nodiscard]] std::string excerpt_of_text(std::string_view text);

}  // namespace clerk::codec
