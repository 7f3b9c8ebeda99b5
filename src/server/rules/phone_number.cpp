#include "server/rules/phone_number.hpp"

#include "server/rules/numbering_plan.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits after `+`, or nothing if there is anything else than digits and what people put between them.
std::optional<std::string> digits_of(std::string_view text) {
  if (!text.starts_with('+')) return std::nullopt;
  std::string digits;
  for (const char c : text.substr(1)) {
    if (is_digit(c)) {
      digits += c;
    } else if (std::string_view{" -.()"}.find(c) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  return digits;
}

// Neither area nor exchange begins with 0 or 1. Area codes that end in 11, have a 9 in the middle or begin with 37 or
// 96 are set aside, and 555 is none.
bool is_north_american(std::string_view number) {
  const std::string_view area = number.substr(0, 3);
  return area[0] >= '2' && number[3] >= '2' && area[1] != '9' && !area.ends_with("11") && !area.starts_with("37") &&
         !area.starts_with("96") && area != "555";
}

}  // namespace

std::optional<PhoneNumber> read_phone_number(std::string_view text, bool test_mode) {
  const std::optional<std::string> digits = digits_of(text);
  if (!digits) return std::nullopt;
  const NumberingPlan* plan = find_numbering_plan(*digits);
  if (plan == nullptr) return std::nullopt;

  const std::string_view national = std::string_view{*digits}.substr(plan->code.size());
  if (national.size() < plan->shortest || national.size() > plan->longest) return std::nullopt;
  if (plan->code == "1") {
    const bool is_test_number = test_mode && national.substr(3, 5) == "55501";
    if (!is_test_number && !is_north_american(national)) return std::nullopt;
  }
  return PhoneNumber{.e164 = '+' + *digits, .country = std::string{country_of(*plan, national)}};
}

}  // namespace clerk::server::rules
