#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/operation.hpp>

#include <optional>
#include <string_view>

namespace clerk::server::rules {

/// Whether the operation is refused where organizations are not enabled: all that works on them, their members,
/// invitations and domains. Roles can be made ready before. facts 3.3 (roles: inferred)
[[nodiscard]] constexpr bool needs_organizations(const OperationInfo& info) {
  for (const std::string_view family : {"/organizations", "/organization_memberships", "/organization_invitations",
                                        "/organization_domains", "/organization_suggestions"}) {
    const std::size_t at = info.path.find(family);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = info.path.substr(at + family.size());
    if (rest.empty() || rest.front() == '/') return true;
  }
  return false;
}

template <class Op>
[[nodiscard]] std::optional<Refused> judge_organizations(const Call& call) {
  if (!needs_organizations(Op::info) || call.instance.settings.organization_settings.enabled) return std::nullopt;
  return refused({.definition = &error_definition("organization_not_enabled_in_instance")});
}

}  // namespace clerk::server::rules
