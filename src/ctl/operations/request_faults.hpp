#pragma once

#include "codec/fault.hpp"
#include "ctl/operations/request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clerk::ctl::operations {

/// What to do about what the codec found.
struct Judgement {
  std::optional<Failure> failure{};
  std::vector<std::string> warnings{};
  std::vector<std::string> idle_nulls{};  ///< the fields that these are about
};

/// Tells faults by the flags that they came from.
[[nodiscard]] Judgement judge(const codec::Faults& faults, const Fields& fields, const Given& given);

/// Whether the API may know more than the contract: a field, or a value of one.
[[nodiscard]] bool may_be_newer(const codec::Fault& fault);

}  // namespace clerk::ctl::operations
