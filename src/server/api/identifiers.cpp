#include "server/api/identifiers.hpp"

#include "server/rules/initial_settings.hpp"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>

#include <array>
#include <memory>
#include <random>
#include <stdexcept>

namespace clerk::server::api {

namespace {

constexpr std::string_view base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

constexpr const char* random_failed = "the system's source of randomness failed";

template <std::size_t N>
std::array<unsigned char, N> random_bytes() {
  std::array<unsigned char, N> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw std::runtime_error{random_failed};
  }
  return bytes;
}

template <class Bytes>
std::string to_hex(const Bytes& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(bytes.size() * 2, '0');
  char* out = text.data();
  for (const unsigned char byte : bytes) {
    *out++ = digits[byte >> 4U];
    *out++ = digits[byte & 0x0FU];
  }
  return text;
}

// Long division of the big-endian number by 62, a digit at a time from the right.
std::string to_base62(std::array<unsigned char, 20> number) {
  std::string text(27, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit) {
    unsigned remainder = 0;
    for (unsigned char& byte : number) {
      const unsigned value = (remainder << 8U) | byte;
      byte = static_cast<unsigned char>(value / 62U);
      remainder = value % 62U;
    }
    *digit = base62[remainder];
  }
  return text;
}

class Sha256 {
 public:
  using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

  [[nodiscard]] Digest operator()(std::string_view text) const {
    Digest digest{};
    unsigned size = 0;
    if (!algorithm_ || !context_ || EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr) != 1 ||
        EVP_DigestUpdate(context_.get(), text.data(), text.size()) != 1 ||
        EVP_DigestFinal_ex(context_.get(), digest.data(), &size) != 1) {
      throw std::runtime_error{"the SHA-256 of the system's OpenSSL failed"};
    }
    return digest;
  }

 private:
  struct Free {
    void operator()(EVP_MD* algorithm) const noexcept { EVP_MD_free(algorithm); }
    void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD, Free> algorithm_{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  std::unique_ptr<EVP_MD_CTX, Free> context_{EVP_MD_CTX_new()};
};

}  // namespace

std::string make_id(std::string_view prefix, std::int64_t now_ms) {
  // A KSUID: seconds since its own epoch, then 16 random bytes.
  constexpr std::int64_t epoch = 1'400'000'000;
  const auto seconds = static_cast<std::uint32_t>(now_ms / 1000 - epoch);
  std::array<unsigned char, 20> number{};
  for (unsigned i = 0; i < 4; ++i) number.at(i) = static_cast<unsigned char>(seconds >> (24U - 8U * i));
  const auto random = random_bytes<16>();
  std::copy(random.begin(), random.end(), number.begin() + 4);
  return std::string{prefix} + "_" + to_base62(number);
}

std::string make_trace_id() {
  thread_local std::mt19937_64 generator{[] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device()};
    return std::mt19937_64{seed};
  }()};
  std::array<unsigned char, 16> bytes{};
  for (std::size_t half = 0; half < 2; ++half) {
    const std::uint64_t word = generator();
    for (unsigned i = 0; i < 8; ++i) bytes.at(half * 8 + i) = static_cast<unsigned char>(word >> (8U * i));
  }
  return to_hex(bytes);
}

std::string random_text(std::size_t count) {
  std::string bytes(count, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1) {
    throw std::runtime_error{random_failed};
  }
  return bytes;
}

std::string make_rsa_key() {
  struct FreeKey {
    void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
  };
  struct FreeBuffer {
    void operator()(BIO* buffer) const noexcept { BIO_free(buffer); }
  };
  const std::unique_ptr<EVP_PKEY, FreeKey> key{EVP_RSA_gen(2048)};
  const std::unique_ptr<BIO, FreeBuffer> buffer{BIO_new(BIO_s_mem())};
  if (!key || !buffer ||
      PEM_write_bio_PKCS8PrivateKey(buffer.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    throw std::runtime_error{"the system's OpenSSL made no RSA key"};
  }
  char* text = nullptr;
  const long size = BIO_get_mem_data(buffer.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

std::string make_secret_key(std::string_view environment_type) {
  std::string key{environment_type == rules::production ? "sk_live_" : "sk_test_"};
  // 62 does not divide 256: bytes beyond its last multiple would favour the first characters.
  constexpr unsigned fair = 248;
  while (key.size() < 48) {
    for (const unsigned char byte : random_bytes<48>()) {
      if (byte < fair && key.size() < 48) key += base62[byte % 62U];
    }
  }
  return key;
}

std::string key_digest(std::string_view secret_key) {
  // Kept: looking the algorithm up anew costs as much as the digest itself.
  thread_local const Sha256 sha256{};
  return to_hex(sha256(secret_key));
}

}  // namespace clerk::server::api
