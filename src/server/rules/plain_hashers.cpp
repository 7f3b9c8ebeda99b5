#include "server/rules/digest_text.hpp"
#include "server/rules/password_hashers.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace clerk::server::rules {

namespace {

constexpr std::uint32_t most_rounds = 1'000'000;

std::optional<Derivation> read_plain(const char* algorithm, std::size_t size, std::string_view digest) {
  auto expected = from_hex(digest);
  if (!expected || expected->size() != size) return std::nullopt;
  return Derivation{.expected = std::move(*expected),
                    .derive = [algorithm](std::string_view password) { return hash(algorithm, password); }};
}

// phpass writes three bytes, the least significant bits first, as four characters of this alphabet.
constexpr std::string_view phpass_alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

std::string phpass_text(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    const std::size_t taken = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t j = 0; j < taken; ++j) {
      group |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + j])) << (8 * j);
    }
    for (std::size_t j = 0; j <= taken; ++j) text += phpass_alphabet[group >> (6 * j) & 63U];
  }
  return text;
}

}  // namespace

std::string hash(const char* algorithm, std::string_view bytes) {
  std::string result(EVP_MAX_MD_SIZE, '\0');
  std::size_t size = 0;
  if (EVP_Q_digest(nullptr, algorithm, nullptr, bytes.data(), bytes.size(),
                   reinterpret_cast<unsigned char*>(result.data()), &size) != 1) {
    throw std::runtime_error{"OpenSSL lacks a hash function"};
  }
  result.resize(size);
  return result;
}

std::optional<Derivation> read_md5(std::string_view digest) { return read_plain("MD5", 16, digest); }

std::optional<Derivation> read_sha256(std::string_view digest) { return read_plain("SHA256", 32, digest); }

// {SSHA} and the base64 of the SHA-1 followed by the salt.
std::optional<Derivation> read_ldap_ssha(std::string_view digest) {
  constexpr std::string_view scheme = "{SSHA}";
  constexpr std::size_t sha1_size = 20;
  if (!digest.starts_with(scheme)) return std::nullopt;
  auto bytes = from_base64(digest.substr(scheme.size()));
  if (!bytes || bytes->size() <= sha1_size) return std::nullopt;
  std::string salt = bytes->substr(sha1_size);
  bytes->resize(sha1_size);
  return Derivation{.expected = std::move(*bytes), .derive = [salt = std::move(salt)](std::string_view password) {
                      return hash("SHA1", std::string{password} + salt);
                    }};
}

// sha512_symfony$iterations$salt$base64: the password with the salt in braces is hashed again and again.
std::optional<Derivation> read_sha512_symfony(std::string_view digest) {
  const auto parts = split(digest, '$');
  if (parts.size() != 4 || parts[0] != "sha512_symfony") return std::nullopt;
  const auto rounds = read_number(parts[1], most_rounds);
  auto expected = from_base64(parts[3]);
  if (!rounds || *rounds == 0 || !expected || expected->size() != 64) return std::nullopt;
  std::string salt{parts[2]};
  return Derivation{.expected = std::move(*expected),
                    .derive = [rounds = *rounds, salt = std::move(salt)](std::string_view password) {
                      std::string salted{password};
                      if (!salt.empty()) salted.append("{").append(salt).append("}");
                      std::string bytes = hash("SHA512", salted);
                      for (std::uint32_t i = 1; i < rounds; ++i) bytes = hash("SHA512", bytes + salted);
                      return bytes;
                    }};
}

// $P$ or $H$, one character for the logarithm of the rounds, eight of salt, 22 of MD5.
std::optional<Derivation> read_phpass(std::string_view digest) {
  if (digest.size() != 34 || !(digest.starts_with("$P$") || digest.starts_with("$H$")) ||
      digest.substr(3).find_first_not_of(phpass_alphabet) != std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t logarithm = phpass_alphabet.find(digest[3]);
  if (logarithm < 7 || logarithm > 20) return std::nullopt;
  std::string salt{digest.substr(4, 8)};
  return Derivation{.expected = std::string{digest.substr(12)},
                    .derive = [logarithm, salt = std::move(salt)](std::string_view password) {
                      std::string bytes = hash("MD5", salt + std::string{password});
                      for (std::size_t i = 0; i < std::size_t{1} << logarithm; ++i) {
                        bytes = hash("MD5", bytes + std::string{password});
                      }
                      return phpass_text(bytes);
                    }};
}

}  // namespace clerk::server::rules
