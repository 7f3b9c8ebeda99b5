#include "sdk/header_rules.hpp"

#include "sdk/ascii.hpp"

#include <algorithm>
#include <array>

namespace clerk::sdk {

namespace {

// RFC 9110 calls these token characters.
bool is_name_character(char c) {
  constexpr std::string_view others = "!#$%&'*+-.^_`|~";
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || others.find(c) != std::string_view::npos;
}

// The library says these itself; a second one would make two servers on the way read two different requests.
constexpr auto reserved = std::to_array<std::string_view>(
    {"Authorization", "Connection", "Content-Length", "Expect", "Host", "Transfer-Encoding", "Upgrade"});

}  // namespace

std::optional<Problem> key_problem(const Secret& key) {
  const std::string& text = key.reveal();
  const std::string advice = ": set it to the instance's secret key, sk_test_… or sk_live_…";
  if (text.empty()) return Problem{"access_token (CLERK_SECRET_KEY) is not set" + advice};
  const auto bad = [](char c) { return is_control(c) || c == ' '; };
  if (std::ranges::any_of(text, bad)) {
    const bool outside = bad(text.front()) || bad(text.back());
    const bool inside = std::ranges::any_of(trim(text), bad);
    return Problem{
        std::string{"access_token (CLERK_SECRET_KEY) holds a space, a line break or another control character"} +
        (outside && !inside ? " at its start or end: take it out" : advice)};
  }
  if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    return Problem{"access_token (CLERK_SECRET_KEY) holds a character that no key has" + advice};
  }
  return std::nullopt;
}

std::optional<Problem> value_problem(std::string_view value, std::string_view setting) {
  if (std::ranges::none_of(value, [](char c) { return is_control(c) && c != '\t'; })) return std::nullopt;
  return Problem{std::string{setting} + " holds a line break or another control character: take it out"};
}

std::optional<Problem> header_problem(const Headers& headers, std::string_view setting) {
  for (const Header& header : headers) {
    if (header.name.empty() || !std::ranges::all_of(header.name, is_name_character)) {
      return Problem{std::string{setting} +
                     " holds a header whose name is empty or has a character that is not allowed there"};
    }
    const auto same = [&header](std::string_view name) { return same_text(name, header.name); };
    if (std::ranges::any_of(reserved, same)) {
      return Problem{std::string{setting} + " must not hold " + header.name +
                     (same("Authorization") ? ": set access_token" : ": the library sets it")};
    }
    if (auto problem = value_problem(header.value, std::string{setting} + ", header " + header.name + ","))
      return problem;
  }
  return std::nullopt;
}

}  // namespace clerk::sdk
