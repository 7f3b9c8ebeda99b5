#pragma once

#include <clerk/contract/error_codes.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace clerk::server {

/// Why a request is not done. Status and texts come from the table of error codes; this holds what they leave open.
struct Refusal {
  const ErrorDefinition* definition{nullptr};
  std::string param{};     ///< the field at fault, as `meta.param_name` gives it
  std::string path{};      ///< where in the field, when that says more than `param`
  std::string value{};     ///< what was sent
  std::string expected{};  ///< what would do
  std::string limit{};
  std::vector<std::string> unsupported_features{};
  std::vector<std::string> identifiers{};      ///< who is meant, as `meta.identifiers` gives them
  std::vector<std::string> email_addresses{};  ///< likewise, of invitations
};

using Refusals = std::vector<Refusal>;

}  // namespace clerk::server
