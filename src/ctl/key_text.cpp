#include "ctl/key_text.hpp"

#include <algorithm>
#include <cctype>

namespace clerk::ctl {

namespace {

constexpr std::string_view beginning = "sk_";

bool is_of_key(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-'; }

}  // namespace

std::string_view environment_of_key(std::string_view key) {
  if (key.starts_with("sk_test_") || key.starts_with("test_")) return development;
  if (key.starts_with("sk_live_") || key.starts_with("live_")) return production;
  return {};
}

std::string without_keys(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find(beginning), text.size());
    const bool begins_word = at == 0 || !is_of_key(text[at - 1]);
    out += text.substr(0, at);
    text.remove_prefix(at);
    const auto end = static_cast<std::size_t>(std::ranges::find_if_not(text, is_of_key) - text.begin());
    const std::string_view word = text.substr(0, end);
    const std::size_t kind = word.find('_', beginning.size());
    const bool is_key = begins_word && kind != std::string_view::npos && kind + 1 < word.size();
    out += is_key ? word.substr(0, kind + 1) : word;
    if (is_key) out += "…";
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace clerk::ctl
