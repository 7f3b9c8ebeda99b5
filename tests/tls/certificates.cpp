#include "tests/tls/certificates.hpp"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <stdexcept>

namespace clerk::test {

namespace {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* object) const noexcept {
    release(object);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Release<&EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<&X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Release<&X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Release<&BIO_free_all>>;

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error{std::string{"OpenSSL can't "} + what};
}

Key make_key() {
  Key key{EVP_EC_gen("P-256")};
  require(key != nullptr, "make a key");
  return key;
}

std::string text_of(BIO* memory) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory, &data);
  return {data, static_cast<std::size_t>(size)};
}

std::string pem_of(X509* certificate) {
  const Memory memory{BIO_new(BIO_s_mem())};
  require(PEM_write_bio_X509(memory.get(), certificate) == 1, "write a certificate");
  return text_of(memory.get());
}

std::string pem_of(EVP_PKEY* key) {
  const Memory memory{BIO_new(BIO_s_mem())};
  require(PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1, "write a key");
  return text_of(memory.get());
}

void extend(X509* certificate, int what, const std::string& value) {
  const Extension extension{X509V3_EXT_conf_nid(nullptr, nullptr, what, value.c_str())};
  require(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "add an extension");
}

void name(X509* certificate, std::string_view common_name) {
  const auto* text = reinterpret_cast<const unsigned char*>(common_name.data());
  require(X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, text,
                                     static_cast<int>(common_name.size()), -1, 0) == 1,
          "name a certificate");
}

// Two with the same issuer and number would be taken for one.
void number(X509* certificate) {
  std::uint32_t serial = 0;
  require(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1, "draw a number");
  ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial);
}

Certificate draft(std::string_view common_name, EVP_PKEY* key, Validity validity) {
  constexpr long day = 24L * 60 * 60;
  const long begin = validity == Validity::future ? day : -2 * day;
  Certificate certificate{X509_new()};
  require(certificate != nullptr, "make a certificate");
  X509_set_version(certificate.get(), X509_VERSION_3);
  number(certificate.get());
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), begin);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), validity == Validity::now ? day : begin + day);
  X509_set_pubkey(certificate.get(), key);
  name(certificate.get(), common_name);
  return certificate;
}

void add_alternatives(X509* certificate, const Subject& subject) {
  std::string list;
  for (const std::string& alternative : subject.alternatives) list += (list.empty() ? "" : ",") + alternative;
  if (!list.empty()) extend(certificate, NID_subject_alt_name, list);
}

void sign(X509* certificate, X509* issuer, EVP_PKEY* key) {
  X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
  require(X509_sign(certificate, key, EVP_sha256()) > 0, "sign a certificate");
}

}  // namespace

struct Authority::Parts {
  Key key{};
  Certificate certificate{};
};

Authority::Authority(std::string_view name) : parts_{std::make_unique<Parts>()} {
  parts_->key = make_key();
  parts_->certificate = draft(name, parts_->key.get(), Validity::now);
  X509* certificate = parts_->certificate.get();
  extend(certificate, NID_basic_constraints, "critical,CA:TRUE");
  extend(certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
  sign(certificate, certificate, parts_->key.get());
  pem_ = pem_of(certificate);
}

Authority::~Authority() = default;

Credentials Authority::issue(const Subject& subject) const {
  const Key key = make_key();
  const Certificate certificate = draft(subject.name, key.get(), subject.validity);
  add_alternatives(certificate.get(), subject);
  sign(certificate.get(), parts_->certificate.get(), parts_->key.get());
  return {pem_of(certificate.get()), pem_of(key.get())};
}

Credentials self_signed(const Subject& subject) {
  const Key key = make_key();
  const Certificate certificate = draft(subject.name, key.get(), subject.validity);
  add_alternatives(certificate.get(), subject);
  sign(certificate.get(), certificate.get(), key.get());
  return {pem_of(certificate.get()), pem_of(key.get())};
}

std::string hashed_name(const std::string& pem) {
  const Memory memory{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
  const Certificate certificate{PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr)};
  require(certificate != nullptr, "read a certificate");
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%08lx.0", X509_subject_name_hash(certificate.get()));
  return text.data();
}

}  // namespace clerk::test
