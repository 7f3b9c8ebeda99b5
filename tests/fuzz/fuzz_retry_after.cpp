#include "sdk/retry_after.hpp"
#include "tests/fuzz/property.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <ctime>

// A Retry-After header: the first eight bytes are the time of day, the rest is the value.
namespace clerk::fuzz {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::system_clock;

constexpr milliseconds longest = std::chrono::weeks{1};

// Between 1970 and 2200, in nanoseconds.
system_clock::time_point time_of(Input& input) {
  std::uint64_t number = 0;
  for (int i = 0; i < 8; ++i) number = number << 8U | input.choice();
  return system_clock::time_point{std::chrono::nanoseconds{number % 7'258'118'400'000'000'000U}};
}

std::string date_at(system_clock::time_point time) {
  const std::time_t whole = system_clock::to_time_t(std::chrono::floor<seconds>(time));
  std::tm parts{};
  ::gmtime_r(&whole, &parts);
  std::array<char, 64> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

void check_value(std::string_view value, system_clock::time_point now) {
  const auto wait = sdk::parse_retry_after(value, now);
  if (!wait) return;
  require(wait->count() >= 0 && *wait <= longest, "a wait lies between none and a week");
  const auto padded = sdk::parse_retry_after(" \t" + std::string{value} + " ", now);
  require(padded == wait, "blanks around the value mean nothing");
  const auto later = sdk::parse_retry_after(value, now + seconds{1});
  require(later && *later <= *wait, "time that passes makes no wait longer");
}

// What any server may send for a moment from `now` on must be understood.
void check_date(std::string_view digits, system_clock::time_point now) {
  seconds distance{0};
  for (const char c : digits.substr(0, 6)) distance = distance * 10 + seconds{static_cast<unsigned char>(c) % 10};
  const auto then = std::chrono::floor<seconds>(now) + distance;
  const auto wait = sdk::parse_retry_after(date_at(then), now);
  const auto expected =
      std::clamp<milliseconds>(then - std::chrono::floor<milliseconds>(now), milliseconds{0}, longest);
  require(wait && *wait == expected, "a date means the time until then", date_at(then));
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  clerk::fuzz::Input input{data, size};
  const auto now = clerk::fuzz::time_of(input);
  clerk::fuzz::check_value(input.rest(), now);
  clerk::fuzz::check_date(input.rest(), now);
  return 0;
}
