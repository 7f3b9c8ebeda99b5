#pragma once

#include <string>
#include <string_view>

namespace clerk::server::rules {

/// Where the invited go: back to the app, with the ticket that lets them in.
[[nodiscard]] inline std::string invitation_link(std::string_view redirect_url, std::string_view ticket) {
  const std::string_view before = redirect_url.find('?') == std::string_view::npos ? "?" : "&";
  return std::string{redirect_url} + std::string{before} + "__clerk_ticket=" + std::string{ticket};
}

}  // namespace clerk::server::rules
