#include "server/rules/date_time.hpp"

#include <charconv>
#include <chrono>

namespace clerk::server::rules {

namespace {

/// Takes the pieces of a text one after the other; once something is missing, nothing more is there.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : rest_{text} {}

  int number(std::size_t digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + std::min(digits, rest_.size()), value);
    if (error != std::errc{} || end != rest_.data() + digits || rest_.front() == '-') return fail();
    rest_.remove_prefix(digits);
    return value;
  }

  bool skip(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void require(std::string_view any_of) {
    if (!skip(any_of)) fail();
  }

  /// Of a fraction, the milliseconds; what is finer is dropped.
  int milliseconds() {
    int value = 0;
    int digits = 0;
    for (; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; rest_.remove_prefix(1)) {
      if (digits++ < 3) value = value * 10 + (rest_.front() - '0');
    }
    if (digits == 0) return fail();
    for (; digits < 3; ++digits) value *= 10;
    return value;
  }

  [[nodiscard]] char next() const { return rest_.empty() ? '\0' : rest_.front(); }
  [[nodiscard]] bool is_whole() const { return sound_ && rest_.empty(); }

 private:
  int fail() {
    sound_ = false;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool sound_{true};
};

}  // namespace

std::optional<std::int64_t> read_date_time(std::string_view text) {
  namespace time = std::chrono;
  Pieces pieces{text};
  const int year = pieces.number(4);
  pieces.require("-");
  const int month = pieces.number(2);
  pieces.require("-");
  const int day = pieces.number(2);
  pieces.require("Tt ");
  const int hour = pieces.number(2);
  pieces.require(":");
  const int minute = pieces.number(2);
  pieces.require(":");
  const int second = pieces.number(2);
  const int fraction = pieces.skip(".") ? pieces.milliseconds() : 0;

  int offset = 0;
  if (!pieces.skip("Zz")) {
    const int sign = pieces.next() == '-' ? -1 : 1;
    pieces.require("+-");
    const int hours = pieces.number(2);
    pieces.require(":");
    offset = sign * (hours * 60 + pieces.number(2));
  }
  const time::year_month_day date{time::year{year}, time::month{static_cast<unsigned>(month)},
                                  time::day{static_cast<unsigned>(day)}};
  // A leap second is counted as the one after it.
  if (!pieces.is_whole() || !date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  const auto at = time::sys_days{date} + time::hours{hour} + time::minutes{minute - offset} + time::seconds{second} +
                  time::milliseconds{fraction};
  return time::duration_cast<time::milliseconds>(at.time_since_epoch()).count();
}

}  // namespace clerk::server::rules
