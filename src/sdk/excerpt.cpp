#include "sdk/excerpt.hpp"

#include "codec/utf8.hpp"
#include "sdk/ascii.hpp"

#include <algorithm>
#include <utility>

namespace clerk::sdk {

namespace {

// Bytes of the space or control character at the place, or 0. U+0080 to U+009F are such too: some terminals obey them.
std::size_t blank_at(std::string_view text, std::size_t at) {
  if (is_control(text[at]) || text[at] == ' ') return 1;
  const bool late = text[at] == '\xC2' && at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) >> 5U) == 4;
  return late ? 2 : 0;
}

// Bytes of the character at the place, or 0 when they are no text; some terminals obey such bytes one by one.
std::size_t character_at(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 4;
  for (std::size_t bytes = 1; bytes <= std::min(longest, text.size() - at); ++bytes) {
    if (codec::is_utf8(text.substr(at, bytes))) return bytes;
  }
  return 0;
}

constexpr std::string_view replacement = "[key]";

}  // namespace

std::string_view cut(std::string_view text, std::size_t limit) noexcept {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  return text.substr(0, limit);
}

std::string one_line(std::string_view text, std::size_t limit) {
  std::string line;
  bool blank = false;
  text = trim(text);
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t bytes = blank_at(text, at); bytes > 0) {
      blank = true;
      at += bytes;
      continue;
    }
    if (line.size() >= limit) break;
    if (blank && !line.empty()) line += ' ';
    blank = false;
    const std::size_t bytes = character_at(text, at);
    line += bytes > 0 ? text.substr(at, bytes) : "\uFFFD";
    at += std::max<std::size_t>(bytes, 1);
  }
  if (line.size() < limit) return line;
  return std::string{cut(line, limit - 1)} + "…";
}

void redact(std::string& text, const Secret& key) {
  const std::string& secret = key.reveal();
  if (secret.empty()) return;
  for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + replacement.size())) {
    text.replace(at, secret.size(), replacement);
  }
}

Headers without_key(const Headers& headers, const Secret& key) {
  Headers clean;
  for (Header header : headers) {
    for (std::string* text : {&header.name, &header.value}) redact(*text, key);
    clean.add(std::move(header.name), std::move(header.value));
  }
  return clean;
}

void redact_cut(std::string& text, const Secret& key) {
  constexpr std::size_t longest_public = 8;  // sk_test_
  redact(text, key);
  const std::string_view secret = key.reveal();
  for (std::size_t size = secret.size(); size-- > longest_public + 1;) {
    if (!text.ends_with(secret.substr(0, size))) continue;
    text.replace(text.size() - size, size, replacement);
    return;
  }
}

}  // namespace clerk::sdk
