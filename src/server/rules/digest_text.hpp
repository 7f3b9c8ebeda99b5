#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

/// The texts that digests of passwords are made of. Bytes are held in strings.

/// The parts between separators; always one more than there are separators.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// A number of digits alone that is not above the largest; nothing otherwise.
[[nodiscard]] std::optional<std::uint32_t> read_number(std::string_view text, std::uint32_t largest);

[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::optional<std::string> from_hex(std::string_view text);

[[nodiscard]] std::string to_base64(std::string_view bytes);
/// Reads the standard alphabet, with or without padding.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace clerk::server::rules
