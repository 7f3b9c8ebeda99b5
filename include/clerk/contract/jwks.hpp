#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/operation.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct KeyTypes {
  static constexpr std::string_view name = "KeyType";
  static constexpr std::string_view rsa = "RSA";
  static constexpr std::string_view ec = "EC";
  static constexpr std::string_view okp = "OKP";
  static constexpr std::string_view oct = "oct";
  static constexpr std::array values{rsa, ec, okp, oct};
};
/// `KeyType::rsa`, `::ec`, `::okp`, `::oct`, or a later value.
using KeyType = OpenEnum<KeyTypes>;

/// A key as RFC 7517 writes it: the members that its type has, and not the others. facts 8.2
struct JSONWebKey {
  static constexpr ModelInfo info{"JSONWebKey",
                                  "A key as RFC 7517 writes it: the members that its type has, and not the others."};

  KeyType kty{};
  std::string kid{};
  std::string alg{};
  std::optional<std::string> use{};
  std::optional<std::string> n{};
  std::optional<std::string> e{};
  std::optional<std::string> crv{};
  std::optional<std::string> x{};
  std::optional<std::string> y{};
  std::optional<std::vector<std::string>> x5c{};
  std::optional<std::string> x5t{};
  std::optional<std::string> x5t_s256{};
  std::optional<std::string> x5u{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = JSONWebKey;
    field("kty", &M::kty, {}, "The type of the key.");
    field("kid", &M::kid, {}, "The id that a token names in its head; for session tokens the instance's own.");
    field("alg", &M::alg, {}, "The algorithm, such as `RS256`.");
    field("use", &M::use, {.required = false}, "What it is for; `sig`.");
    field("n", &M::n, {.required = false}, "The modulus, of RSA.");
    field("e", &M::e, {.required = false}, "The exponent, of RSA.");
    field("crv", &M::crv, {.required = false}, "The curve, of EC and OKP.");
    field("x", &M::x, {.required = false}, "The first coordinate of EC, or the key of OKP.");
    field("y", &M::y, {.required = false}, "The second coordinate, of EC.");
    field("x5c", &M::x5c, {.required = false}, "The chain of certificates.");
    field("x5t", &M::x5t, {.required = false}, "The SHA-1 digest of the certificate.");
    field("x5t#S256", &M::x5t_s256, {.required = false}, "The SHA-256 digest of the certificate.");
    field("x5u", &M::x5u, {.required = false}, "Where the certificates are.");
  }

  friend bool operator==(const JSONWebKey&, const JSONWebKey&) = default;
};

/// The keys by which tokens of the instance are verified. facts 8.2
struct JWKS {
  static constexpr ModelInfo info{"JWKS", "The keys by which tokens of the instance are verified."};

  std::vector<JSONWebKey> keys{};
  RawFields extra{};

  static constexpr void fields(auto&& field) { field("keys", &JWKS::keys, {}, "The keys."); }

  friend bool operator==(const JWKS&, const JWKS&) = default;
};

namespace operations {

struct GetJWKS {
  using Answer = JWKS;
  static constexpr OperationInfo info{
      .api = "JWKSApi",
      .name = "get_jwks",
      .method = Method::get,
      .path = "/jwks",
      .success = 200,
      .errors = {},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve the JSON Web Key Set of the instance",
      .description = "The public keys by which tokens of the instance are verified. It has no rate limit.",
  };
};

}  // namespace operations
}  // namespace clerk
