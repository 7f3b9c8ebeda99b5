#include "ctl/output/yaml_scalar.hpp"

#include "ctl/output/plain_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

namespace clerk::ctl {

namespace json = boost::json;

namespace {

using Scalar = boost::system::result<json::value, ScalarProblem>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, text) != words.end();
}

bool is_null(std::string_view text) {
  return is_one_of(text, std::array<std::string_view, 5>{"", "~", "null", "Null", "NULL"});
}
bool is_true(std::string_view text) { return is_one_of(text, std::array<std::string_view, 3>{"true", "True", "TRUE"}); }
bool is_false(std::string_view text) {
  return is_one_of(text, std::array<std::string_view, 3>{"false", "False", "FALSE"});
}

std::string_view without_sign(std::string_view text) {
  return text.starts_with('-') || text.starts_with('+') ? text.substr(1) : text;
}

bool is_infinite_or_nan(std::string_view text) {
  return is_one_of(without_sign(text), std::array<std::string_view, 3>{".inf", ".Inf", ".INF"}) ||
         is_one_of(text, std::array<std::string_view, 3>{".nan", ".NaN", ".NAN"});
}

std::size_t digits_at(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

enum class Form { none, integer, real };

/// `[-+]?[0-9]+` is an integer; with a point or an exponent it is a real number.
Form decimal_form(std::string_view text) {
  text = without_sign(text);
  const std::size_t whole = digits_at(text);
  text.remove_prefix(whole);
  if (text.empty()) return whole > 0 ? Form::integer : Form::none;
  std::size_t fraction = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    fraction = digits_at(text);
    text.remove_prefix(fraction);
  }
  if (whole + fraction == 0) return Form::none;
  if (text.empty()) return Form::real;
  if (text.front() != 'e' && text.front() != 'E') return Form::none;
  const std::string_view exponent = without_sign(text.substr(1));
  return !exponent.empty() && digits_at(exponent) == exponent.size() ? Form::real : Form::none;
}

/// 8 or 16 of `0o…` and `0x…`, which have no sign in the core schema; else 10.
int base_of(std::string_view text) {
  if (!text.starts_with("0o") && !text.starts_with("0x")) return 10;
  const bool octal = text[1] == 'o';
  const std::string_view digits = text.substr(2);
  const bool sound = !digits.empty() && std::ranges::all_of(digits, [&](char c) {
    return octal ? c >= '0' && c <= '7' : is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  });
  return !sound ? 10 : octal ? 8 : 16;
}

template <class Number>
std::optional<Number> number_in(std::string_view text, int base) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

Scalar integer(std::string_view text, int base) {
  std::string_view digits = base == 10 ? text : text.substr(2);
  if (digits.starts_with('+')) digits.remove_prefix(1);
  if (const auto small = number_in<std::int64_t>(digits, base)) return json::value(*small);
  if (const auto large = number_in<std::uint64_t>(digits, base)) return json::value(*large);
  return ScalarProblem{"the number " + shortened(text, 40) + " does not fit 64 bits; a text needs quotes"};
}

Scalar real(std::string_view text) {
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc{} && end == digits.data() + digits.size()) return json::value(number);
  return ScalarProblem{"the number " + shortened(text, 40) + " is out of range; a text needs quotes"};
}

// What YAML 1.1 takes for a boolean, in any case.
bool is_old_boolean(std::string_view text) {
  std::string small{text};
  std::ranges::transform(small, small.begin(), [](char c) { return is_letter(c) ? static_cast<char>(c | 0x20) : c; });
  return is_one_of(small, std::array<std::string_view, 6>{"y", "n", "yes", "no", "on", "off"});
}

}  // namespace

Scalar resolve_scalar(std::string_view text) {
  if (is_null(text)) return json::value(nullptr);
  if (is_true(text)) return json::value(true);
  if (is_false(text)) return json::value(false);
  if (is_infinite_or_nan(text)) {
    return ScalarProblem{std::string{text} + " is no number that JSON has; a text needs quotes"};
  }
  if (const int base = base_of(text); base != 10) return integer(text, base);
  switch (decimal_form(text)) {
    case Form::integer:
      return integer(text, 10);
    case Form::real:
      return real(text);
    case Form::none:
      break;
  }
  return json::value(json::string{text});
}

bool is_plain_string(std::string_view text) {
  // A leading digit, sign or point makes dates and numbers of old schemas.
  const auto may_begin = [](char c) { return is_letter(c) || c == '_' || c == '/'; };
  const auto may_follow = [&](char c) {
    return may_begin(c) || is_digit(c) || c == '.' || c == '@' || c == '+' || c == '-' || c == ':' || c == ' ';
  };
  if (text.empty() || !may_begin(text.front()) || !std::ranges::all_of(text, may_follow)) return false;
  if (text.back() == ' ' || text.back() == ':' || text.find(": ") != std::string_view::npos) return false;
  return !is_null(text) && !is_true(text) && !is_false(text) && !is_old_boolean(text);
}

}  // namespace clerk::ctl
