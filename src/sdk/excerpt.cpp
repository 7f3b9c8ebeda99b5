#include "sdk/excerpt.hpp"

#include "sdk/ascii.hpp"

namespace clerk::sdk {

std::string_view cut(std::string_view text, std::size_t limit) noexcept {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  return text.substr(0, limit);
}

std::string one_line(std::string_view text, std::size_t limit) {
  std::string line;
  bool blank = false;
  for (const char character : trim(text)) {
    if (is_control(character) || character == ' ') {
      blank = true;
      continue;
    }
    if (line.size() >= limit) break;
    if (blank && !line.empty()) line += ' ';
    blank = false;
    line += character;
  }
  if (line.size() < limit) return line;
  return std::string{cut(line, limit - 1)} + "…";
}

void redact(std::string& text, const Secret& key) {
  constexpr std::string_view replacement = "[key]";
  const std::string& secret = key.reveal();
  if (secret.empty()) return;
  for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + replacement.size())) {
    text.replace(at, secret.size(), replacement);
  }
}

}  // namespace clerk::sdk
