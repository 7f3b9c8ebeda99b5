#include "server/rules/password_digest.hpp"

#include "server/rules/digest_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace clerk::server::rules {

namespace {

struct Row {
  std::string_view source;
  std::string_view hasher;
  std::string_view digest;
  std::string_view password;
};

constexpr std::string_view phrase = "correct horse battery";

// Each made by other software than what is tested.
const Row known_digests[] = {
    {"the reference implementation's tests", "argon2id",
     "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", "password"},
    {"its README", "argon2i", "$argon2i$v=19$m=65536,t=2,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b+dWRWJTmaaJObG", "password"},
    {"crypt_blowfish's tests", "bcrypt", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", "U*U"},
    {"Django", "bcrypt_sha256_django", "bcrypt_sha256$$2b$12$WZK9cb9qKN.Q5LCYPq/gj.6gvry1b37HUsJER6KhQBnIWmPyyaaqi",
     "admin"},
    {"Django", "pbkdf2_sha256_django",
     "pbkdf2_sha256$120000$WZrFZhpl3wOU$yPimyWN658IuAu0XErvg1Nowfd55k60hu4o+eDUlBDM=", "admin"},
    {"Python's hashlib", "pbkdf2_sha1", "pbkdf2_sha1$1000$NaCl4salt$f8a5b39e145bcb11ed34d1bde6af4f59e205998b", phrase},
    {"Python's hashlib, salt as hex and size told", "pbkdf2_sha1",
     "pbkdf2_sha1$1000$0001020304050607$b418ef50237eb00e45d4bbabc980170ef887aa9bb4bee511df629b2380b8efd1$32", phrase},
    {"Python's hashlib", "pbkdf2_sha256",
     "pbkdf2_sha256$1000$AAECAwQFBgc=$grF+Fmxp5+tZR7OxR+GoZkhj35ZlOMHXTL7OqiITfbE=", phrase},
    {"Python's hashlib", "pbkdf2_sha512",
     "pbkdf2_sha512$1000$NaCl4salt$6d7f0152a431fce2d7c645da3b8f55da625f1b4ab6af76db54cb271b2f80232430302c5a81ca7d459f5c"
     "6feffc082bcc8f1448795f08ea77fd7f9e67e9f1c716",
     phrase},
    {"Python's hashlib", "pbkdf2_sha512_hex",
     "pbkdf2_sha512_hex$1000$0001020304050607$bb6bb3d3f91723f858abb513b3ab61056ef137f2ab50f5eb2238878b90dcc5b1d4d4cec54"
     "2b7e14b93c1f987c929e4eb99a4368bcb34b29cd4a05724ceb36882",
     phrase},
    {"Firebase's scrypt utility", "scrypt_firebase",
     "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==$42xEC+ixf3L2lw==$"
     "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==$Bw==$8$14",
     "user1password"},
    {"Python's hashlib", "scrypt_werkzeug",
     "scrypt:1024:8:1$NaCl4salt$"
     "bf7668333a8adc787a9b9a3d44b27aa6d31980e1f088197b7d6659bc26b6fc05a84d0311522f99ecb1b1efc0"
     "2c2211d94f75d19306a1b8679ffc773bcd8fa3c9",
     phrase},
    {"Python's hashlib", "md5", "88e4ddd2402d92d50e1879d6ecd9ffd4", phrase},
    {"Python's hashlib", "sha256", "9028ea0d15decaa35b2da21c0290af3b1a5ba0a30a591906f89b5074e209ea72", phrase},
    {"Python's hashlib", "ldap_ssha", "{SSHA}LJwXwn56x3y+rDkpIUugftV+6KAAAQIDBAUGBw==", phrase},
    {"Python's hashlib", "sha512_symfony",
     "sha512_symfony$50$NaCl4salt$Am8mRh4P5NX7vWKkqXGowtybNilqWgcvY2dFjzO+"
     "S05HCezw9O3N3I32lpy9FXc1YMnVamcsuqLoFa9tl09B/Q==",
     phrase},
    {"phpass's tests", "phpass", "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0", "test12345"},
};

PasswordDigest digest_of(const Row& row) {
  return {.hasher = std::string{row.hasher}, .digest = std::string{row.digest}};
}

}  // namespace

TEST(PasswordDigest, of_every_documented_hasher_knows_its_password_and_no_other) {
  for (const Row& row : known_digests) {
    const PasswordDigest digest = digest_of(row);
    EXPECT_FALSE(refuse_digest(digest)) << row.hasher;
    EXPECT_TRUE(verify_password(row.password, digest)) << row.hasher << ", from " << row.source;
    EXPECT_FALSE(verify_password(std::string{row.password} + "x", digest)) << row.hasher;
    EXPECT_FALSE(verify_password("", digest)) << row.hasher;
  }
}

TEST(PasswordDigest, that_was_changed_anywhere_at_its_end_knows_no_password) {
  for (const Row& row : known_digests) {
    PasswordDigest digest = digest_of(row);
    char& last = digest.digest[digest.digest.find_last_not_of("=$0123456789")];
    last = last == 'a' ? 'b' : 'a';
    EXPECT_FALSE(verify_password(row.password, digest)) << row.hasher;
  }
}

TEST(PasswordDigest, is_made_by_argon2id_and_differs_by_salt) {
  const PasswordDigest digest = hash_password(phrase, "0123456789abcdef");
  EXPECT_EQ(digest.hasher, "argon2id");
  EXPECT_TRUE(digest.digest.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << digest.digest;
  EXPECT_FALSE(refuse_digest(digest));
  EXPECT_TRUE(verify_password(phrase, digest));
  EXPECT_FALSE(verify_password("correct horse", digest));
  EXPECT_EQ(hash_password(phrase, "0123456789abcdef"), digest);
  EXPECT_NE(hash_password(phrase, "fedcba9876543210"), digest);
}

TEST(PasswordDigest, of_another_form_is_refused_and_knows_no_password) {
  struct Malformed {
    std::string_view hasher;
    std::string_view digest;
  };
  const Malformed rows[] = {
      {"argon2id", ""},
      {"argon2id", "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"},
      {"argon2id", "$argon2id$v=18$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"},
      {"argon2id", "$argon2id$v=19$m=4294967295,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR"},
      {"argon2id", "$argon2id$v=19$m=1048576,t=1000,p=1$c29tZXNhbHQ$nf65EOgLrQMR"},
      {"argon2id", "$argon2id$v=19$m=256,t=2$c29tZXNhbHQ$nf65EOgLrQMR"},
      {"bcrypt", "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"},
      {"bcrypt", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe"},
      {"bcrypt", "$1$CCCCCCCC$CCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeWabcd"},
      {"bcrypt_sha256_django", "$2b$12$WZK9cb9qKN.Q5LCYPq/gj.6gvry1b37HUsJER6KhQBnIWmPyyaaqi"},
      {"md5", "88e4ddd2402d92d50e1879d6ecd9ff"},
      {"md5", "zze4ddd2402d92d50e1879d6ecd9ffd4"},
      {"pbkdf2_sha256", "pbkdf2_sha256$0$AAECAwQFBgc=$grF+"},
      {"pbkdf2_sha256", "pbkdf2_sha256$-1$AAECAwQFBgc=$grF+"},
      {"pbkdf2_sha256", "pbkdf2_sha256$99999999$AAECAwQFBgc=$grF+"},
      {"pbkdf2_sha256", "pbkdf2_sha256$1000$not base64!$grF+"},
      {"pbkdf2_sha512", "pbkdf2_sha512$1000$salt$0g"},
      {"pbkdf2_sha512_hex", "pbkdf2_sha512_hex$1000$salt$00"},
      {"pbkdf2_sha1", "pbkdf2_sha1$1000$salt$0011$32"},
      {"scrypt_firebase", "AAAA$AAAA$AAAA$AAAA$8"},
      {"scrypt_firebase", "AAAA$AAAA$AAAA$AAAA$8$31"},
      {"scrypt_werkzeug", "scrypt:1000:8:1$salt$0011"},
      {"scrypt_werkzeug", "scrypt:1073741824:8:1$salt$0011"},
      {"ldap_ssha", "{SHA}LJwXwn56x3y+rDkpIUugftV+6KA="},
      {"ldap_ssha", "{SSHA}AAAA"},
      {"sha512_symfony", "sha512_symfony$0$salt$AAAA"},
      {"phpass", "$P$zIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"},
  };
  for (const Malformed& row : rows) {
    const PasswordDigest digest{.hasher = std::string{row.hasher}, .digest = std::string{row.digest}};
    const auto refusal = refuse_digest(digest);
    ASSERT_TRUE(refusal) << row.hasher << ' ' << row.digest;
    EXPECT_EQ(refusal->definition->code, "form_password_digest_invalid_code") << row.digest;
    EXPECT_EQ(refusal->param, "password_digest");
    EXPECT_EQ(refusal->expected, row.hasher);
    EXPECT_FALSE(verify_password("", digest)) << row.digest;
  }
}

TEST(PasswordDigest, of_an_unknown_or_undocumented_hasher_is_refused_by_the_hasher) {
  const auto unknown = refuse_digest({.hasher = "rot13", .digest = "x"});
  ASSERT_TRUE(unknown);
  EXPECT_EQ(unknown->definition->code, "form_param_value_invalid");
  EXPECT_EQ(unknown->param, "password_hasher");
  EXPECT_TRUE(unknown->expected.starts_with("argon2i, argon2id, bcrypt, ")) << unknown->expected;

  const auto undocumented = refuse_digest({.hasher = "md5_phpass", .digest = "x"});
  ASSERT_TRUE(undocumented);
  EXPECT_EQ(undocumented->definition->name, "password_hasher_not_supported");
  EXPECT_FALSE(verify_password("x", {.hasher = "md5_phpass", .digest = "x"}));
  EXPECT_FALSE(verify_password("x", {.hasher = "", .digest = "x"}));
}

TEST(PasswordDigest, of_bcrypt_is_not_fooled_by_what_follows_a_zero_byte) {
  const PasswordDigest digest{.hasher = "bcrypt",
                              .digest = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"};
  EXPECT_FALSE(verify_password(std::string_view{"U*U\0anything", 12}, digest));
}

TEST(DigestText, goes_into_base64_and_hex_and_back) {
  for (const std::string_view bytes : {"", "f", "fo", "foo", "foob", "fooba", "foobar", "\xff\x01\x80"}) {
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
    EXPECT_EQ(from_hex(to_hex(bytes)), bytes);
  }
  EXPECT_EQ(to_base64("fooba"), "Zm9vYmE=");
  EXPECT_EQ(from_base64("Zm9vYmE"), "fooba") << "without padding";
  for (const std::string_view text : {"Zm9vY", "Zm9v Zm9v", "Zm9v\n", "Zm=v", "_-__"}) {
    EXPECT_FALSE(from_base64(text)) << text;
  }
  EXPECT_EQ(from_hex("00fF"), (std::string{"\0\xff", 2}));
  EXPECT_FALSE(from_hex("0"));
  EXPECT_FALSE(from_hex("0x"));
  EXPECT_FALSE(read_number("", 9));
  EXPECT_FALSE(read_number("10", 9));
  EXPECT_FALSE(read_number("1x", 9));
  EXPECT_EQ(read_number("9", 9), 9U);
}

}  // namespace clerk::server::rules
