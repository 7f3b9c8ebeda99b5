#include "server/rules/password_digest.hpp"

#include "server/rules/password_hashers.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <argon2.h>
#include <array>
#include <stdexcept>

namespace clerk::server::rules {

namespace {

struct NamedHasher {
  std::string_view name;
  DigestReader read;  ///< null where the form of the digests is documented nowhere
};

constexpr auto hashers = std::to_array<NamedHasher>({
    {"argon2i", read_argon2i},
    {"argon2id", read_argon2id},
    {"bcrypt", read_bcrypt},
    {"bcrypt_sha256_django", read_bcrypt_sha256_django},
    {"ldap_ssha", read_ldap_ssha},
    {"md5", read_md5},
    {"md5_phpass", nullptr},
    {"pbkdf2_sha1", read_pbkdf2_sha1},
    {"pbkdf2_sha256", read_pbkdf2_sha256},
    {"pbkdf2_sha256_django", read_pbkdf2_sha256_django},
    {"pbkdf2_sha512", read_pbkdf2_sha512},
    {"pbkdf2_sha512_hex", read_pbkdf2_sha512_hex},
    {"phpass", read_phpass},
    {"scrypt_firebase", read_scrypt_firebase},
    {"scrypt_werkzeug", read_scrypt_werkzeug},
    {"sha256", read_sha256},
    {"sha512_symfony", read_sha512_symfony},
});

const NamedHasher* find_hasher(std::string_view name) {
  const auto* found = std::ranges::find(hashers, name, &NamedHasher::name);
  return found == hashers.end() ? nullptr : found;
}

std::string hasher_names() {
  std::string names;
  for (const NamedHasher& hasher : hashers) names.append(names.empty() ? "" : ", ").append(hasher.name);
  return names;
}

}  // namespace

PasswordDigest hash_password(std::string_view password, std::string_view salt) {
  // The least memory and time that OWASP advises for argon2id.
  constexpr std::uint32_t passes = 2;
  constexpr std::uint32_t memory = 19 * 1024;
  constexpr std::uint32_t lanes = 1;
  constexpr std::uint32_t size = 32;
  std::string digest(argon2_encodedlen(passes, memory, lanes, static_cast<std::uint32_t>(salt.size()), size, Argon2_id),
                     '\0');
  const int error = argon2id_hash_encoded(passes, memory, lanes, password.data(), password.size(), salt.data(),
                                          salt.size(), size, digest.data(), digest.size());
  if (error != ARGON2_OK) throw std::runtime_error{argon2_error_message(error)};
  digest.resize(digest.find('\0'));
  return {.hasher = "argon2id", .digest = std::move(digest)};
}

std::optional<Refusal> refuse_digest(const PasswordDigest& digest) {
  const NamedHasher* hasher = find_hasher(digest.hasher);
  if (hasher == nullptr) {
    return Refusal{.definition = &error_definition("form_param_not_allowed_value"),
                   .param = "password_hasher",
                   .value = digest.hasher,
                   .expected = hasher_names()};
  }
  if (hasher->read == nullptr) {
    return Refusal{.definition = &error_definition("password_hasher_not_supported"),
                   .param = "password_hasher",
                   .value = digest.hasher};
  }
  if (!hasher->read(digest.digest)) {
    return Refusal{.definition = &error_definition("form_password_digest_invalid"),
                   .param = "password_digest",
                   .expected = digest.hasher};
  }
  return std::nullopt;
}

bool verify_password(std::string_view password, const PasswordDigest& digest) {
  const NamedHasher* hasher = find_hasher(digest.hasher);
  if (hasher == nullptr || hasher->read == nullptr) return false;
  const std::optional<Derivation> derivation = hasher->read(digest.digest);
  if (!derivation) return false;
  const std::string derived = derivation->derive(password);
  return derived.size() == derivation->expected.size() &&
         CRYPTO_memcmp(derived.data(), derivation->expected.data(), derived.size()) == 0;
}

}  // namespace clerk::server::rules
