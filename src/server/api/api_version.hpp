#pragma once

#include <array>
#include <string>
#include <string_view>

namespace clerk::server::api {

/// Versions that may be asked for. 2025-03-12 is not on the public list but has a published description, and SDKs were
/// made from it. facts 1
inline constexpr std::array<std::string_view, 6> api_versions{"2021-02-05", "2024-10-01", "2025-03-12",
                                                              "2025-04-10", "2025-11-10", "2026-05-12"};

/// What a request without a version gets. store 7.6
inline constexpr std::string_view default_api_version = "2021-02-05";

struct ChosenVersion {
  std::string_view version{default_api_version};
  std::string problem{};  ///< why the choice is invalid, or empty
};

/// The version a request chooses by header or by query parameter; an empty text is no choice.
[[nodiscard]] ChosenVersion choose_version(std::string_view header, std::string_view query_parameter);

}  // namespace clerk::server::api
