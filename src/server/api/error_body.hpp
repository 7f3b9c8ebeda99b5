#pragma once

#include "codec/fault.hpp"
#include "server/rules/change.hpp"
#include "server/rules/refusal.hpp"

#include <string>
#include <string_view>

namespace clerk::server::api {

/// The body of an answer that refuses: Clerk's error shape, texts from the table of error codes. facts 4.1
/// \param decided_by the rule that refused, for `meta`; empty where that is not told
[[nodiscard]] std::string error_body(const Refusals& refusals, std::string_view trace_id,
                                     std::string_view decided_by = "");

/// The refusals' long texts, for people who are not at the other end of a connection.
[[nodiscard]] std::string sentences(const Refusals& refusals);

/// What the server makes of the faults the codec found.
struct JudgedFaults {
  Refusals refusals{};
  std::vector<rules::Warning> warnings{};
};

/// Faults that the real API takes without a word are warnings, and refusals when `strict`; all others refuse. store 7.2
[[nodiscard]] JudgedFaults judge_faults(const codec::Faults& faults, bool strict);

/// The value of the `clerkd-warning` header: visible ASCII, bounded.
[[nodiscard]] std::string warning_header(const std::vector<rules::Warning>& warnings);

}  // namespace clerk::server::api
