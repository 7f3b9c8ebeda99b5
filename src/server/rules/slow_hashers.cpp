#include "server/rules/digest_text.hpp"
#include "server/rules/password_hashers.hpp"

#include <openssl/evp.h>

#include <argon2.h>
#include <crypt.h>
#include <memory>

namespace clerk::server::rules {

namespace {

constexpr std::uint32_t most_rounds = 10'000'000;
constexpr std::uint32_t most_argon2_memory = 1U << 20U;      // KiB
constexpr std::uint64_t most_argon2_work = 1ULL << 24U;      // KiB, over all passes
constexpr std::uint64_t most_scrypt_memory = 256ULL << 20U;  // bytes
constexpr std::uint32_t highest_bcrypt_cost = 17;

unsigned char* as_bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* as_bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

// The number after `name=`.
std::optional<std::uint32_t> read_option(std::string_view text, std::string_view name, std::uint32_t largest) {
  if (!text.starts_with(name) || !text.substr(name.size()).starts_with('=')) return std::nullopt;
  return read_number(text.substr(name.size() + 1), largest);
}

// $argon2id$v=19$m=65536,t=3,p=4$salt$hash
std::optional<Derivation> read_argon2(argon2_type type, std::string_view name, std::string_view digest) {
  const auto parts = split(digest, '$');
  if (parts.size() != 6 || !parts[0].empty() || parts[1] != name) return std::nullopt;
  const auto options = split(parts[3], ',');
  if (options.size() != 3) return std::nullopt;
  const auto version = read_option(parts[2], "v", ARGON2_VERSION_NUMBER);
  const auto memory = read_option(options[0], "m", most_argon2_memory);
  const auto passes = read_option(options[1], "t", most_rounds);
  const auto lanes = read_option(options[2], "p", 255);
  auto salt = from_base64(parts[4]);
  auto expected = from_base64(parts[5]);
  if (!version || !memory || !passes || !lanes || !salt || !expected) return std::nullopt;
  if (std::uint64_t{*memory} * *passes > most_argon2_work || salt->size() < ARGON2_MIN_SALT_LENGTH ||
      expected->size() < ARGON2_MIN_OUTLEN || *lanes == 0 || *passes == 0 || *memory < 8 * *lanes ||
      (*version != ARGON2_VERSION_10 && *version != ARGON2_VERSION_13)) {
    return std::nullopt;
  }
  const std::size_t size = expected->size();
  return Derivation{
      .expected = std::move(*expected), .derive = [=, salt = std::move(*salt)](std::string_view password) {
        std::string bytes(size, '\0');
        const int error = argon2_hash(*passes, *memory, *lanes, password.data(), password.size(), salt.data(),
                                      salt.size(), bytes.data(), bytes.size(), nullptr, 0, type, *version);
        return error == ARGON2_OK ? bytes : std::string{};
      }};
}

std::string bcrypt(std::string_view password, const std::string& setting) {
  if (password.find('\0') != std::string_view::npos) return "";
  const auto data = std::make_unique<crypt_data>();
  const char* result = crypt_r(std::string{password}.c_str(), setting.c_str(), data.get());
  return result == nullptr || *result == '*' ? "" : result;
}

// $2b$, two digits of cost, $, 22 characters of salt and 31 of hash.
bool is_bcrypt(std::string_view digest) {
  constexpr std::string_view alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  if (digest.size() != 60 || !digest.starts_with("$2") ||
      std::string_view{"abxy"}.find(digest[2]) == std::string_view::npos || digest[3] != '$' || digest[6] != '$') {
    return false;
  }
  const auto cost = read_number(digest.substr(4, 2), highest_bcrypt_cost);
  return cost && *cost >= 4 && digest.substr(7).find_first_not_of(alphabet) == std::string_view::npos;
}

enum class SaltText { raw, base64, hex, hex_or_raw };

std::optional<std::string> read_salt(SaltText form, std::string_view text) {
  switch (form) {
    case SaltText::base64:
      return from_base64(text);
    case SaltText::hex:
      return from_hex(text);
    case SaltText::hex_or_raw:
      return from_hex(text).value_or(std::string{text});
    case SaltText::raw:
      break;
  }
  return std::string{text};
}

struct Pbkdf2Form {
  std::string_view name;
  const EVP_MD* (*function)();
  SaltText salt;
  bool hash_is_hex;
  bool may_tell_size{false};
};

// name$iterations$salt$hash, and for some the size of the key.
std::optional<Derivation> read_pbkdf2(const Pbkdf2Form& form, std::string_view digest) {
  const auto parts = split(digest, '$');
  if (parts.size() != 4 && !(form.may_tell_size && parts.size() == 5)) return std::nullopt;
  const auto rounds = read_number(parts[1], most_rounds);
  auto salt = read_salt(form.salt, parts[2]);
  auto expected = form.hash_is_hex ? from_hex(parts[3]) : from_base64(parts[3]);
  if (parts[0] != form.name || !rounds || *rounds == 0 || !salt || salt->empty() || !expected || expected->empty() ||
      (parts.size() == 5 && read_number(parts[4], 1024) != expected->size())) {
    return std::nullopt;
  }
  const std::size_t size = expected->size();
  return Derivation{
      .expected = std::move(*expected),
      .derive = [function = form.function, rounds = *rounds, salt = std::move(*salt), size](std::string_view password) {
        std::string bytes(size, '\0');
        const int done =
            PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), as_bytes(std::string_view{salt}),
                              static_cast<int>(salt.size()), static_cast<int>(rounds), function(),
                              static_cast<int>(size), as_bytes(bytes));
        return done == 1 ? bytes : std::string{};
      }};
}

struct ScryptCost {
  std::uint64_t n;
  std::uint32_t r;
  std::uint32_t p;
};

bool is_bearable(const ScryptCost& cost) {
  return cost.n > 1 && (cost.n & (cost.n - 1)) == 0 && cost.r > 0 && cost.p > 0 && cost.p <= 16 && cost.r <= 1024 &&
         cost.n <= most_scrypt_memory / 128 / cost.r;
}

std::string scrypt(std::string_view password, std::string_view salt, const ScryptCost& cost, std::size_t size) {
  std::string bytes(size, '\0');
  const int done = EVP_PBE_scrypt(password.data(), password.size(), as_bytes(salt), salt.size(), cost.n, cost.r, cost.p,
                                  2 * most_scrypt_memory, as_bytes(bytes), size);
  return done == 1 ? bytes : std::string{};
}

std::string encrypt_by_aes256_ctr(const std::string& key, std::string_view text) {
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context{EVP_CIPHER_CTX_new(),
                                                                                EVP_CIPHER_CTX_free};
  const std::string start(16, '\0');
  std::string bytes(text.size(), '\0');
  int size = 0;
  const bool done =
      context &&
      EVP_EncryptInit_ex2(context.get(), EVP_aes_256_ctr(), as_bytes(std::string_view{key}),
                          as_bytes(std::string_view{start}), nullptr) == 1 &&
      EVP_EncryptUpdate(context.get(), as_bytes(bytes), &size, as_bytes(text), static_cast<int>(text.size())) == 1;
  return done ? bytes : std::string{};
}

}  // namespace

std::optional<Derivation> read_argon2i(std::string_view digest) { return read_argon2(Argon2_i, "argon2i", digest); }

std::optional<Derivation> read_argon2id(std::string_view digest) { return read_argon2(Argon2_id, "argon2id", digest); }

std::optional<Derivation> read_bcrypt(std::string_view digest) {
  if (!is_bcrypt(digest)) return std::nullopt;
  std::string setting{digest};
  return Derivation{.expected = setting,
                    .derive = [setting](std::string_view password) { return bcrypt(password, setting); }};
}

// bcrypt of the hexadecimal SHA-256, which no password is too long for.
std::optional<Derivation> read_bcrypt_sha256_django(std::string_view digest) {
  constexpr std::string_view name = "bcrypt_sha256$";
  if (!digest.starts_with(name) || !is_bcrypt(digest.substr(name.size()))) return std::nullopt;
  std::string setting{digest.substr(name.size())};
  return Derivation{.expected = setting, .derive = [setting](std::string_view password) {
                      return bcrypt(to_hex(hash("SHA256", password)), setting);
                    }};
}

std::optional<Derivation> read_pbkdf2_sha1(std::string_view digest) {
  return read_pbkdf2({"pbkdf2_sha1", EVP_sha1, SaltText::hex_or_raw, true, true}, digest);
}

std::optional<Derivation> read_pbkdf2_sha256(std::string_view digest) {
  return read_pbkdf2({"pbkdf2_sha256", EVP_sha256, SaltText::base64, false}, digest);
}

std::optional<Derivation> read_pbkdf2_sha256_django(std::string_view digest) {
  return read_pbkdf2({"pbkdf2_sha256", EVP_sha256, SaltText::raw, false}, digest);
}

std::optional<Derivation> read_pbkdf2_sha512(std::string_view digest) {
  return read_pbkdf2({"pbkdf2_sha512", EVP_sha512, SaltText::raw, true}, digest);
}

std::optional<Derivation> read_pbkdf2_sha512_hex(std::string_view digest) {
  return read_pbkdf2({"pbkdf2_sha512_hex", EVP_sha512, SaltText::hex, true}, digest);
}

// hash$salt$signer key$salt separator$rounds$memory cost: the key that scrypt gives encrypts the signer key.
std::optional<Derivation> read_scrypt_firebase(std::string_view digest) {
  const auto parts = split(digest, '$');
  if (parts.size() != 6) return std::nullopt;
  auto expected = from_base64(parts[0]);
  auto salt = from_base64(parts[1]);
  auto signer_key = from_base64(parts[2]);
  const auto separator = from_base64(parts[3]);
  const auto rounds = read_number(parts[4], 1024);
  const auto logarithm = read_number(parts[5], 31);
  if (!expected || !salt || !signer_key || !separator || !rounds || !logarithm || signer_key->empty()) {
    return std::nullopt;
  }
  const ScryptCost cost{std::uint64_t{1} << *logarithm, *rounds, 1};
  if (!is_bearable(cost) || expected->size() != signer_key->size()) return std::nullopt;
  return Derivation{
      .expected = std::move(*expected),
      .derive = [salt = *salt + *separator, key = std::move(*signer_key), cost](std::string_view password) {
        const std::string derived = scrypt(password, salt, cost, 32);
        return derived.empty() ? "" : encrypt_by_aes256_ctr(derived, key);
      }};
}

// scrypt:32768:8:1$salt$hash, as Werkzeug writes it, or with a $ before it, as it is documented.
std::optional<Derivation> read_scrypt_werkzeug(std::string_view digest) {
  if (digest.starts_with('$')) digest.remove_prefix(1);
  const auto parts = split(digest, '$');
  if (parts.size() != 3) return std::nullopt;
  const auto method = split(parts[0], ':');
  if (method.size() != 4 || method[0] != "scrypt") return std::nullopt;
  const auto n = read_number(method[1], 1U << 30U);
  const auto r = read_number(method[2], 1024);
  const auto p = read_number(method[3], 16);
  auto expected = from_hex(parts[2]);
  if (!expected) expected = from_base64(parts[2]);
  if (!n || !r || !p || !expected || expected->empty() || !is_bearable({*n, *r, *p})) return std::nullopt;
  const std::size_t size = expected->size();
  return Derivation{.expected = std::move(*expected),
                    .derive = [salt = std::string{parts[1]}, cost = ScryptCost{*n, *r, *p},
                               size](std::string_view password) { return scrypt(password, salt, cost, size); }};
}

}  // namespace clerk::server::rules
