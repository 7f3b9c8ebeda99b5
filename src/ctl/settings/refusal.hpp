#pragma once

#include "ctl/failure.hpp"
#include "ctl/settings/plan.hpp"

#include <clerk/error.hpp>

#include <span>
#include <string>
#include <vector>

namespace clerk::ctl::settings {

/// A group's write that came to nothing, or of which nobody knows what came.
struct Refusal {
  Failure failure{};
  std::vector<std::string> fields{};  ///< names of those it is about; all that were sent when the answer names none
};

/// \pre `sent` are fields of one group and not empty
[[nodiscard]] Refusal refusal_of(const Error& error, std::span<const PlannedField> sent);

}  // namespace clerk::ctl::settings
