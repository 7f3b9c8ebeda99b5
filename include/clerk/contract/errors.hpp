#pragma once

#include <clerk/contract/field.hpp>

#include <string>
#include <vector>

namespace clerk {

/// One reason why a call was refused. facts 4.1
struct ClerkError {
  static constexpr ModelInfo info{"ClerkError", "One reason why a call was refused."};

  std::string message{};
  std::string long_message{};
  std::string code{};
  RawJson meta{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ClerkError;
    field("message", &M::message, {}, "The short text.");
    field("long_message", &M::long_message, {}, "The text for people.");
    field("code", &M::code, {}, "The code to test for.");
    field("meta", &M::meta, {.required = false}, "Details, such as the name of the field in `param_name`.");
  }

  friend bool operator==(const ClerkError&, const ClerkError&) = default;
};

/// The body of every refusal. facts 4.1
struct ClerkErrors {
  static constexpr ModelInfo info{"ClerkErrors", "The body of every refusal."};

  std::vector<ClerkError> errors{};
  RawJson meta{};
  std::string clerk_trace_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ClerkErrors;
    field("errors", &M::errors, {}, "Every reason found.");
    field("meta", &M::meta, {.required = false}, "Details that concern the whole call.");
    field("clerk_trace_id", &M::clerk_trace_id, {.required = false},
          "Id to give to support, the same as the header x-clerk-trace-id.");
  }

  friend bool operator==(const ClerkErrors&, const ClerkErrors&) = default;
};

}  // namespace clerk
