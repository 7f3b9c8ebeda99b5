#include "server/rules/organization_name.hpp"

#include "server/rules/email_address.hpp"

#include <algorithm>
#include <cctype>

namespace clerk::server::rules {

namespace {

bool is_alphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// A tag: `<` and what can begin one, with `>` anywhere after it.
bool has_tag(std::string_view name) {
  for (std::size_t at = name.find('<'); at != std::string_view::npos; at = name.find('<', at + 1)) {
    const std::string_view rest = name.substr(at + 1);
    const bool begins = !rest.empty() && (is_alphanumeric(rest.front()) || rest.front() == '/' || rest.front() == '!');
    if (begins && rest.find('>') != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

bool is_organization_name(std::string_view name) {
  const auto is_blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
  if (std::ranges::all_of(name, is_blank)) return false;
  const std::string folded = fold(name);
  const bool has_address = folded.find("://") != std::string::npos || folded.find("www.") != std::string::npos;
  return !has_address && !has_tag(folded);
}

std::string slug_of_name(std::string_view name, std::int64_t now) {
  std::string slug;
  for (const char c : fold(name)) {
    if (is_alphanumeric(c)) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  if (!slug.empty() && slug.back() != '-') slug += '-';
  return slug + std::to_string(now);
}

}  // namespace clerk::server::rules
