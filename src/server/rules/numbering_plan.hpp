#pragma once

#include <cstddef>
#include <string_view>

namespace clerk::server::rules {

/// The numbers behind one country calling code of E.164.
struct NumberingPlan {
  std::string_view code;     ///< without `+`
  std::string_view country;  ///< ISO 3166-1 alpha-2; empty for services of no country
  std::size_t shortest;      ///< digits of a national number
  std::size_t longest;
};

/// The plan whose code the digits begin with, or null.
[[nodiscard]] const NumberingPlan* find_numbering_plan(std::string_view digits);

/// The country of a national number: several share some codes.
[[nodiscard]] std::string_view country_of(const NumberingPlan& plan, std::string_view national_number);

}  // namespace clerk::server::rules
