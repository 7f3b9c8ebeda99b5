#pragma once

#include "ctl/failure.hpp"
#include "ctl/host.hpp"
#include "ctl/operations/fields.hpp"

#include <boost/json/value.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::operations {

/// What the texts of a flag say, by the type of its field: one text, or of a list as many as there are. A list may have
/// commas between its items, `\,` for a comma in one and `\\` for a backslash; one empty text is the empty list.
/// Objects are JSON, or `@FILE`, which may be YAML by its name.
[[nodiscard]] Outcome<boost::json::value> field_value(const Host& host, const Field& field,
                                                      std::span<const std::string> texts);

/// The items of a list's text.
[[nodiscard]] std::vector<std::string> split_items(std::string_view text);

/// The text again.
[[nodiscard]] std::string joined_items(std::span<const std::string> items);

}  // namespace clerk::ctl::operations
