#pragma once

#include "sdk/base_url.hpp"

#include <clerk/headers.hpp>
#include <clerk/secret.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace clerk::sdk {

/// Why the key can't be sent. Never holds any of it.
[[nodiscard]] std::optional<Problem> key_problem(const Secret& key);

/// Why one of these headers can't be sent; `setting` names where they were set.
[[nodiscard]] std::optional<Problem> header_problem(const Headers& headers, std::string_view setting);

/// Why the text can't be the value of a header.
[[nodiscard]] std::optional<Problem> value_problem(std::string_view value, std::string_view setting);

}  // namespace clerk::sdk
