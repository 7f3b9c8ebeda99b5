#pragma once

#include <clerk/raw_json.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace clerk::server::rules {

/// The base64 of URLs and tokens, without padding.
[[nodiscard]] std::string to_base64url(std::string_view bytes);

/// An RSA key that signs tokens by RS256. Immutable; may be used by many threads at once.
class TokenSigner {
 public:
  /// \param private_key_pem an RSA key of at least 2048 bits
  /// \param key_id the `kid` of what it signs: the instance's id. facts 6
  /// \throws std::invalid_argument
  TokenSigner(std::string_view private_key_pem, std::string key_id);

  /// A signed token of the claims. `original_issued_at` is the header's `oiat`, in seconds. facts 8.1
  [[nodiscard]] std::string sign(const RawJson& claims, std::int64_t original_issued_at) const;

  /// The public half as `GET /jwks` answers it: an object with the one key. facts 8.2
  [[nodiscard]] RawJson key_set() const;
  /// The public half as a PEM of SubjectPublicKeyInfo.
  [[nodiscard]] std::string public_key_pem() const;

 private:
  std::shared_ptr<evp_pkey_st> key_;
  std::string key_id_;
};

}  // namespace clerk::server::rules
