#include "sdk/retry_after.hpp"

#include "sdk/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace clerk::sdk {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds longest{7 * 24 * 3600};

std::optional<unsigned> number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9 || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
  unsigned value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<unsigned>(digit - '0');
  return value;
}

// IMF-fixdate, the one form that servers may send: `Sun, 06 Nov 1994 08:49:37 GMT`. The locale must not matter.
std::optional<std::chrono::sys_seconds> parse_date(std::string_view text) {
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT") return std::nullopt;
  if (text[7] != ' ' || text[11] != ' ' || text[16] != ' ' || text[19] != ':' || text[22] != ':') return std::nullopt;
  const auto month = std::ranges::find(months, text.substr(8, 3));
  const auto day = number(text.substr(5, 2));
  const auto year = number(text.substr(12, 4));
  const auto hour = number(text.substr(17, 2));
  const auto minute = number(text.substr(20, 2));
  const auto second = number(text.substr(23, 2));
  if (month == months.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)},
                                         std::chrono::month{static_cast<unsigned>(month - months.begin()) + 1},
                                         std::chrono::day{*day}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} + seconds{*second};
}

}  // namespace

std::optional<milliseconds> parse_retry_after(std::string_view value, std::chrono::system_clock::time_point now) {
  const std::string_view text = trim(value);
  if (!text.empty() && std::ranges::all_of(text, is_digit)) {
    const auto parsed = number(text);
    return parsed ? std::min(seconds{*parsed}, longest) : longest;
  }
  const auto date = parse_date(text);
  if (!date) return std::nullopt;
  // In milliseconds, as the far future does not fit into the clock's own unit.
  const milliseconds wait = *date - std::chrono::floor<milliseconds>(now);
  return std::clamp<milliseconds>(wait, milliseconds{0}, longest);
}

}  // namespace clerk::sdk
