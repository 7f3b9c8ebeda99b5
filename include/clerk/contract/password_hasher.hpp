#pragma once

#include <clerk/contract/open_enum.hpp>

#include <array>
#include <string_view>

namespace clerk {

struct PasswordHashers {
  static constexpr std::string_view name = "PasswordHasher";
  static constexpr std::string_view argon2i = "argon2i";
  static constexpr std::string_view argon2id = "argon2id";
  static constexpr std::string_view bcrypt = "bcrypt";
  static constexpr std::string_view bcrypt_sha256_django = "bcrypt_sha256_django";
  static constexpr std::string_view ldap_ssha = "ldap_ssha";
  static constexpr std::string_view md5 = "md5";
  static constexpr std::string_view md5_phpass = "md5_phpass";
  static constexpr std::string_view pbkdf2_sha1 = "pbkdf2_sha1";
  static constexpr std::string_view pbkdf2_sha256 = "pbkdf2_sha256";
  static constexpr std::string_view pbkdf2_sha256_django = "pbkdf2_sha256_django";
  static constexpr std::string_view pbkdf2_sha512 = "pbkdf2_sha512";
  static constexpr std::string_view pbkdf2_sha512_hex = "pbkdf2_sha512_hex";
  static constexpr std::string_view phpass = "phpass";
  static constexpr std::string_view scrypt_firebase = "scrypt_firebase";
  static constexpr std::string_view scrypt_werkzeug = "scrypt_werkzeug";
  static constexpr std::string_view sha256 = "sha256";
  static constexpr std::string_view sha512_symfony = "sha512_symfony";
  static constexpr std::array values{
      argon2i,       argon2id,          bcrypt,      bcrypt_sha256_django, ldap_ssha,
      md5,           md5_phpass,        pbkdf2_sha1, pbkdf2_sha256,        pbkdf2_sha256_django,
      pbkdf2_sha512, pbkdf2_sha512_hex, phpass,      scrypt_firebase,      scrypt_werkzeug,
      sha256,        sha512_symfony};
};
/// How a password's digest was made: `PasswordHasher::bcrypt` and so on, or a later value.
using PasswordHasher = OpenEnum<PasswordHashers>;

}  // namespace clerk
