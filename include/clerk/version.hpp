#pragma once

#include <string_view>

namespace clerk {

/// Version of this library.
inline constexpr std::string_view version = "0.1.0";

/// Version of the Clerk Backend API that calls ask for unless told otherwise. facts 1
inline constexpr std::string_view default_api_version = "2026-05-12";

/// Root of the API unless told otherwise. facts 1
inline constexpr std::string_view default_host = "https://api.clerk.com/v1";

}  // namespace clerk
