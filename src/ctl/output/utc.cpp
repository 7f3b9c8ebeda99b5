#include "ctl/output/utc.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace clerk::ctl {

namespace {

using namespace std::chrono;

// Digits only, as the caller has seen.
unsigned number_at(std::string_view text, std::size_t place, std::size_t size) {
  unsigned number = 0;
  std::from_chars(text.data() + place, text.data() + place + size, number);
  return number;
}

bool holds(sys_seconds time) {
  return time > ceil<seconds>(system_clock::time_point::min()) &&
         time < floor<seconds>(system_clock::time_point::max());
}

}  // namespace

std::string utc_text(system_clock::time_point time) {
  const auto moment = floor<seconds>(time);
  const auto day = floor<days>(moment);
  const year_month_day date{day};
  const hh_mm_ss<seconds> clock{moment - day};
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02ld:%02ld:%02ldZ", int{date.year()},
                                 unsigned{date.month()}, unsigned{date.day()}, long{clock.hours().count()},
                                 long{clock.minutes().count()}, long{clock.seconds().count()});
  return {text.data(), static_cast<std::size_t>(size)};
}

std::optional<system_clock::time_point> parse_utc(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00T00:00:00Z";
  const bool shaped = std::ranges::equal(text, shape, [](char given, char wanted) {
    return wanted == '0' ? given >= '0' && given <= '9' : given == wanted;
  });
  if (!shaped) return std::nullopt;
  const year_month_day date{year{static_cast<int>(number_at(text, 0, 4))}, month{number_at(text, 5, 2)},
                            day{number_at(text, 8, 2)}};
  const unsigned hour = number_at(text, 11, 2);
  const unsigned minute = number_at(text, 14, 2);
  const unsigned second = number_at(text, 17, 2);
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const sys_seconds time = sys_days{date} + hours{hour} + minutes{minute} + seconds{second};
  return holds(time) ? std::optional<system_clock::time_point>{time} : std::nullopt;
}

}  // namespace clerk::ctl
