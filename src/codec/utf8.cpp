#include "codec/utf8.hpp"

#include <cstdint>

namespace clerk::codec {

namespace {

struct Lead {
  std::uint8_t first;
  std::uint8_t last;
  std::size_t continuations;
  std::uint8_t second_from;  // the second byte's range is what rules out overlong forms and surrogates
  std::uint8_t second_to;
};

// The rows of Unicode's table of well-formed byte sequences.
constexpr Lead leads[] = {
    {0x00, 0x7F, 0, 0x00, 0x00}, {0xC2, 0xDF, 1, 0x80, 0xBF}, {0xE0, 0xE0, 2, 0xA0, 0xBF},
    {0xE1, 0xEC, 2, 0x80, 0xBF}, {0xED, 0xED, 2, 0x80, 0x9F}, {0xEE, 0xEF, 2, 0x80, 0xBF},
    {0xF0, 0xF0, 3, 0x90, 0xBF}, {0xF1, 0xF3, 3, 0x80, 0xBF}, {0xF4, 0xF4, 3, 0x80, 0x8F},
};

const Lead* lead_of(std::uint8_t byte) noexcept {
  for (const Lead& lead : leads) {
    if (byte >= lead.first && byte <= lead.last) return &lead;
  }
  return nullptr;
}

}  // namespace

bool is_utf8(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte_at = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
    const Lead* lead = lead_of(byte_at(i));
    if (lead == nullptr || text.size() - i <= lead->continuations) return false;
    for (std::size_t k = 1; k <= lead->continuations; ++k) {
      const std::uint8_t from = k == 1 ? lead->second_from : 0x80;
      const std::uint8_t to = k == 1 ? lead->second_to : 0xBF;
      if (byte_at(i + k) < from || byte_at(i + k) > to) return false;
    }
    i += lead->continuations + 1;
  }
  return true;
}

}  // namespace clerk::codec
