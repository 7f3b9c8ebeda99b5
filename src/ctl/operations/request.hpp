#pragma once

#include "ctl/failure.hpp"
#include "ctl/host.hpp"
#include "ctl/operations/bindings.hpp"
#include "ctl/operations/fields.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::operations {

/// What the flag of a field was given, once or several times.
struct GivenField {
  const Field* field{nullptr};
  std::vector<std::string> texts{};
};

/// What a command line says of a call, as it stands there.
struct Given {
  std::vector<std::string> path{};
  std::vector<GivenField> fields{};
  std::vector<std::string> nulls{};   ///< names of fields, either spelling
  std::optional<std::string> data{};  ///< the body: `@FILE`, `-`, or itself
  bool allow_unknown{false};
};

/// What clerkctl and clerkd alike say of such a field.
inline constexpr std::string_view null_is_idle = "null changes nothing";

struct ReadyRequest {
  std::unique_ptr<ReadyCall> call{};
  std::vector<std::string> warnings{};    ///< what is sent and has no effect
  std::vector<std::string> idle_nulls{};  ///< the fields that are sent as null, to no effect
  std::string command{};                  ///< such as `clerkctl users create-user`
};

/// Reads the values and checks them by the contract. Nothing has been sent when it fails.
[[nodiscard]] Outcome<ReadyRequest> ready_request(Host& host, const Binding& binding, const Fields& fields,
                                                  const Given& given);

}  // namespace clerk::ctl::operations
