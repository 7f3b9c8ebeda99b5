#pragma once

#include "ctl/operations/fields.hpp"

#include <string>

namespace clerk::ctl::operations {

/// What a command does and which request it makes; its first paragraph is the summary.
[[nodiscard]] std::string description_of(const Fields& fields);

/// What a field is, with its default and what it takes.
[[nodiscard]] std::string doc_of(const Field& field);

/// How the value of a field is written: `true|false`, `NUMBER`, the known values, and so on.
[[nodiscard]] std::string value_form(const Field& field);

}  // namespace clerk::ctl::operations
