#pragma once

#include <string>
#include <vector>

namespace clerk {
struct Format;
}

namespace clerk::codec {

/// What can be wrong with a field of a request. The codec reports; which of these refuse a request and which are only
/// said is for the caller to decide.
enum class FaultKind {
  unknown_field,         ///< no field of that name
  retired_field,         ///< the field is no longer part of the API and has no effect
  null_without_effect,   ///< null, which changes nothing here
  empty_without_effect,  ///< [], which changes nothing here
  null_not_allowed,      ///< null where only a value makes sense
  missing_field,         ///< a field without which the request makes no sense
  wrong_type,            ///< `received` and `expected` name the types
  number_out_of_range,   ///< an integer that 64 bits do not hold
  below_minimum,         ///< `expected` is the minimum
  above_maximum,         ///< `expected` is the maximum
  unreadable_parameter,  ///< of a query: the text is none of the type that `expected` names
  not_one_of,            ///< `received` is the value, `expected` lists the allowed ones
  bad_format,            ///< `format` says which
  forbidden_character,   ///< a NUL in a string
  too_few_items,         ///< `expected` is the least number
  too_many_items,        ///< `expected` is the limit
  duplicate_item,        ///< `received` is the repeated item
  duplicate_field,       ///< the name stands twice in the object
  repeated_order,        ///< of a query: it says more than once what to order by, and the first counts
};

struct Fault {
  FaultKind kind{};
  std::string path{};      ///< such as `allowed_origins[2]`; empty for a whole body that is an array
  std::string received{};  ///< bounded excerpt of the value, or its type
  std::string expected{};
  const Format* format{nullptr};
};

using Faults = std::vector<Fault>;

}  // namespace clerk::codec
