#pragma once

#include <clerk/contract/open_enum.hpp>

#include <array>
#include <string_view>

namespace clerk {

struct IdentificationStatuses {
  static constexpr std::string_view name = "IdentificationStatus";
  static constexpr std::string_view verified = "verified";
  static constexpr std::string_view reserved = "reserved";
  static constexpr std::array values{verified, reserved};
};
/// How the identifier of a new user starts: `IdentificationStatus::verified`, or `::reserved`, which signs in and is
/// nobody else's though nobody has verified it.
using IdentificationStatus = OpenEnum<IdentificationStatuses>;

struct ReplacementStatuses : IdentificationStatuses {
  static constexpr std::string_view name = "ReplacementStatus";
  static constexpr std::string_view unverified = "unverified";
  static constexpr std::array values{verified, reserved, unverified};
};
/// How an identifier starts that takes the place of others: as `IdentificationStatus`, or `::unverified`, which neither
/// signs in nor is kept from others.
using ReplacementStatus = OpenEnum<ReplacementStatuses>;

}  // namespace clerk
