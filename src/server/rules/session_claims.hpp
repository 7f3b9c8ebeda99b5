#pragma once

#include <clerk/raw_json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clerk::server::rules {

/// The layout of a session token's claims: 2 since API version 2025-04-10. facts 8.1
enum class TokenVersion { v1 = 1, v2 = 2 };

/// What every token says. Times are Unix seconds.
struct TokenBasics {
  std::string issuer{};  ///< the Frontend API's URL, with `https://`
  std::string user_id{};
  std::string token_id{};          ///< random, of the caller's
  std::string authorized_party{};  ///< the origin that asked; left out if empty
  std::int64_t issued_at{};
};

/// The organization that a session is in.
struct ActiveOrganization {
  std::string id{};
  std::string slug{};                      ///< left out if empty
  std::string role{};                      ///< such as `org:admin`
  std::vector<std::string> permissions{};  ///< such as `org:dashboard:read`; system permissions go into no token
};

inline constexpr std::int64_t session_token_lifetime = 60;    ///< seconds. facts 8.1
inline constexpr std::int64_t session_token_clock_skew = 10;  ///< seconds. facts 8.1

struct SessionTokenInput {
  TokenBasics basics{};
  std::string session_id{};
  std::int64_t lifetime{session_token_lifetime};
  bool is_pending{};
  /// Minutes since the first and the second factor were verified, -1 for never.
  std::pair<std::int64_t, std::int64_t> factor_ages{0, -1};
  std::string impersonator_id{};        ///< who acts as the user; left out if empty
  std::string plan{};                   ///< such as `u:free`; left out if empty
  std::vector<std::string> features{};  ///< such as `o:dashboard`
  std::optional<ActiveOrganization> organization{};
  RawJson custom{};  ///< an object; claims that are Clerk's own are not taken from it
};

/// The claims of a session token.
[[nodiscard]] RawJson session_claims(const SessionTokenInput& input, TokenVersion version);

/// The claims of a token of a JWT template: the rendered ones and the default ones, which win.
[[nodiscard]] RawJson template_token_claims(const TokenBasics& basics, const RawJson& rendered, std::int64_t lifetime,
                                            std::int64_t allowed_clock_skew);

}  // namespace clerk::server::rules
