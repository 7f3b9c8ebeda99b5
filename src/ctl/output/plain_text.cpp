#include "ctl/output/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace clerk::ctl {

namespace {

struct Character {
  char32_t code{0};
  std::size_t size{1};
  bool valid{false};
};

/// The character at the beginning of a text that is not empty; a byte that begins none is one by itself.
Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80U) return {.code = lead, .size = 1, .valid = true};
  const std::size_t size = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || text.size() < size) return {.code = lead};
  char32_t code = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {.code = lead};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < least.at(size) || surrogate || code > 0x10FFFF) return {.code = lead};
  return {.code = code, .size = size, .valid = true};
}

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool within(const std::array<Range, N>& ranges, char32_t code) {
  return std::ranges::any_of(ranges, [&](Range range) { return code >= range.first && code <= range.last; });
}

// C0, DEL and C1, line separators, the marks and overrides of the direction of writing, and what is no character.
constexpr std::array<Range, 7> harmful{{
    {0, 0x1F},
    {0x7F, 0x9F},
    {0x200E, 0x200F},
    {0x2028, 0x202E},
    {0x2066, 0x2069},
    {0xFEFF, 0xFEFF},
    {0xFFFE, 0xFFFF},
}};

// The blocks that Unicode's East Asian Width counts as wide, in short.
constexpr std::array<Range, 14> wide{{
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD},
}};

constexpr std::array<Range, 8> without_width{{
    {0x0300, 0x036F},
    {0x0483, 0x0489},
    {0x0591, 0x05BD},
    {0x064B, 0x065F},
    {0x1AB0, 0x1AFF},
    {0x200B, 0x200D},
    {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F},
}};

std::size_t width_of(char32_t code) { return within(without_width, code) ? 0 : within(wide, code) ? 2 : 1; }

std::string escaped(const Character& character) {
  if (character.valid && character.code == '\n') return "\\n";
  if (character.valid && character.code == '\r') return "\\r";
  if (character.valid && character.code == '\t') return "\\t";
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), character.valid ? "\\u%04x" : "\\x%02x",
                static_cast<unsigned>(character.code));
  return text.data();
}

std::string with_escapes(std::string_view text, bool keep_lines) {
  std::string result;
  while (!text.empty()) {
    const Character character = first_character(text);
    const bool layout = keep_lines && (text.front() == '\n' || text.front() == '\t');
    if (layout || (character.valid && !within(harmful, character.code))) {
      result.append(text.substr(0, character.size));
    } else {
      result.append(escaped(character));
    }
    text.remove_prefix(character.size);
  }
  return result;
}

}  // namespace

std::string harmless(std::string_view text) { return with_escapes(text, false); }

std::string harmless_lines(std::string_view text) { return with_escapes(text, true); }

std::string quoted(std::string_view text) {
  std::string result{"\""};
  while (!text.empty()) {
    const Character character = first_character(text);
    const std::string_view bytes = text.substr(0, character.size);
    if (!character.valid) {
      result.append("\\ufffd");
    } else if (character.code == '"' || character.code == '\\') {
      result.append("\\").append(bytes);
    } else {
      result.append(within(harmful, character.code) ? escaped(character) : bytes);
    }
    text.remove_prefix(character.size);
  }
  return result.append("\"");
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    width += width_of(character.code);
    text.remove_prefix(character.size);
  }
  return width;
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string{text};
  std::size_t width = 1;  // of the mark at the end
  std::size_t end = 0;
  while (end < text.size()) {
    const Character character = first_character(text.substr(end));
    width += width_of(character.code);
    if (width > columns) break;
    end += character.size;
  }
  return std::string{text.substr(0, end)} + "…";
}

}  // namespace clerk::ctl
