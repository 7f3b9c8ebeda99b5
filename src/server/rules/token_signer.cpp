#include "server/rules/token_signer.hpp"

#include "server/rules/digest_text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace clerk::server::rules {

namespace {

namespace json = boost::json;

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

std::shared_ptr<EVP_PKEY> read_private_key(std::string_view pem) {
  const Bio bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free};
  // A key with a passphrase would make OpenSSL ask on the terminal.
  const auto no_passphrase = [](char*, int, int, void*) { return -1; };
  std::shared_ptr<EVP_PKEY> key{PEM_read_bio_PrivateKey(bio.get(), nullptr, no_passphrase, nullptr), EVP_PKEY_free};
  if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key.get()) < 2048) {
    throw std::invalid_argument{"not a PEM of an RSA private key of at least 2048 bits"};
  }
  return key;
}

std::string public_number(const EVP_PKEY& key, const char* name) {
  BIGNUM* found = nullptr;
  if (EVP_PKEY_get_bn_param(&key, name, &found) != 1) throw std::runtime_error{"OpenSSL gave no public key"};
  const Number number{found, BN_free};
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(number.get())), '\0');
  BN_bn2bin(number.get(), reinterpret_cast<unsigned char*>(bytes.data()));
  return bytes;
}

}  // namespace

std::string to_base64url(std::string_view bytes) {
  std::string text = to_base64(bytes);
  std::erase(text, '=');
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  return text;
}

TokenSigner::TokenSigner(std::string_view private_key_pem, std::string key_id)
    : key_{read_private_key(private_key_pem)}, key_id_{std::move(key_id)} {}

std::string TokenSigner::sign(const RawJson& claims, std::int64_t original_issued_at) const {
  const json::object header{{"alg", "RS256"}, {"kid", key_id_}, {"oiat", original_issued_at}, {"typ", "JWT"}};
  std::string token = to_base64url(json::serialize(header)) + '.' + to_base64url(claims.text());

  const Digest context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
  const auto* text = reinterpret_cast<const unsigned char*>(token.data());
  std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(key_.get()));
  std::string signature(size, '\0');
  if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) != 1 ||
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, text, token.size()) !=
          1) {
    throw std::runtime_error{"OpenSSL could not sign"};
  }
  signature.resize(size);
  return token + '.' + to_base64url(signature);
}

RawJson TokenSigner::key_set() const {
  const json::object key{{"use", "sig"},
                         {"kty", "RSA"},
                         {"kid", key_id_},
                         {"alg", "RS256"},
                         {"n", to_base64url(public_number(*key_, OSSL_PKEY_PARAM_RSA_N))},
                         {"e", to_base64url(public_number(*key_, OSSL_PKEY_PARAM_RSA_E))}};
  return RawJson{json::serialize(json::object{{"keys", json::array{key}}})};
}

std::string TokenSigner::public_key_pem() const {
  const Bio bio{BIO_new(BIO_s_mem()), BIO_free};
  if (!bio || PEM_write_bio_PUBKEY(bio.get(), key_.get()) != 1) throw std::runtime_error{"OpenSSL wrote no public key"};
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace clerk::server::rules
