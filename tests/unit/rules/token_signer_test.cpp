#include "server/rules/token_signer.hpp"

#include "server/rules/digest_text.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace clerk::server::rules {

namespace {

namespace json = boost::json;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

std::string private_pem(EVP_PKEY* made) {
  const Key key{made, EVP_PKEY_free};
  const Bio bio{BIO_new(BIO_s_mem()), BIO_free};
  PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

const TokenSigner& signer() {
  static const TokenSigner made{private_pem(EVP_RSA_gen(2048)), "ins_1"};
  return made;
}

std::string decoded(std::string_view base64url) {
  std::string text{base64url};
  std::ranges::replace(text, '-', '+');
  std::ranges::replace(text, '_', '/');
  return from_base64(text).value();
}

bool is_signed(const std::string& token, const std::string& public_key_pem) {
  const Bio bio{BIO_new_mem_buf(public_key_pem.data(), static_cast<int>(public_key_pem.size())), BIO_free};
  const Key key{PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free};
  const std::size_t dot = token.rfind('.');
  const std::string signature = decoded(std::string_view{token}.substr(dot + 1));
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
  EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get());
  return EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                          reinterpret_cast<const unsigned char*>(token.data()), dot) == 1;
}

}  // namespace

// facts 8.1
TEST(TokenSigner, makes_tokens_of_three_parts_that_its_public_key_verifies) {
  const std::string token = signer().sign(RawJson{R"({"sub":"user_1"})"}, 1'700'000'000);
  const auto parts = split(token, '.');
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(json::parse(decoded(parts[0])),
            json::parse(R"({"alg":"RS256","typ":"JWT","kid":"ins_1","oiat":1700000000})"));
  EXPECT_EQ(decoded(parts[1]), R"({"sub":"user_1"})");
  EXPECT_TRUE(is_signed(token, signer().public_key_pem()));

  std::string forged = token;
  forged[parts[0].size() + 3] = forged[parts[0].size() + 3] == 'a' ? 'b' : 'a';
  EXPECT_FALSE(is_signed(forged, signer().public_key_pem()));
}

// facts 8.2
TEST(TokenSigner, answers_its_public_half_as_a_key_set) {
  const json::value set = json::parse(signer().key_set().text());
  ASSERT_EQ(set.at("keys").as_array().size(), 1U);
  const json::value& key = set.at("keys").at(0);
  EXPECT_EQ(key.at("use"), "sig");
  EXPECT_EQ(key.at("kty"), "RSA");
  EXPECT_EQ(key.at("kid"), "ins_1");
  EXPECT_EQ(key.at("alg"), "RS256");
  EXPECT_EQ(key.at("e"), "AQAB");
  EXPECT_EQ(decoded(key.at("n").as_string()).size(), 256U);
  EXPECT_EQ(key.as_object().size(), 6U) << "and nothing of the private half";
}

TEST(TokenSigner, takes_no_other_key) {
  EXPECT_THROW((TokenSigner{"", "ins_1"}), std::invalid_argument);
  EXPECT_THROW((TokenSigner{"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "ins_1"}),
               std::invalid_argument);
  EXPECT_THROW((TokenSigner{signer().public_key_pem(), "ins_1"}), std::invalid_argument);
  EXPECT_THROW((TokenSigner{private_pem(EVP_RSA_gen(1024)), "ins_1"}), std::invalid_argument);
  EXPECT_THROW((TokenSigner{private_pem(EVP_EC_gen("P-256")), "ins_1"}), std::invalid_argument);
}

TEST(Base64Url, has_neither_padding_nor_characters_that_urls_use) {
  EXPECT_EQ(to_base64url("\xfb\xff\xfe!"), "-__-IQ");
  EXPECT_EQ(to_base64url(""), "");
}

}  // namespace clerk::server::rules
