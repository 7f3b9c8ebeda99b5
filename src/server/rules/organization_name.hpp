#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clerk::server::rules {

/// Whether the text may name an organization: it says something, and holds neither addresses nor HTML. facts 3.2
[[nodiscard]] bool is_organization_name(std::string_view name);

/// A slug made of a name: its letters and digits, all else as dashes; the time makes it differ from others'.
[[nodiscard]] std::string slug_of_name(std::string_view name, std::int64_t now);

}  // namespace clerk::server::rules
