#include "ctl/documents/wrap.hpp"

#include <algorithm>

namespace clerk::ctl {

namespace {

void append_line(std::string& out, std::string_view line, std::size_t width, std::size_t indent) {
  const std::size_t own = std::min(line.find_first_not_of(' '), line.size());
  out += std::string(own, ' ');
  std::size_t column = indent + own;
  if (own > 0) indent += own + 2;
  bool first = true;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const std::string_view word = line.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    const std::size_t size = width_of(word);
    if (!first && column + 1 + size > width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    first = false;
  }
}

}  // namespace

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (begin > 0) out += line.empty() ? "\n" : '\n' + std::string(indent, ' ');
    append_line(out, line, width, indent);
    begin = end + 1;
  }
  return out;
}

}  // namespace clerk::ctl
