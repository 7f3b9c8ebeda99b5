#pragma once

#include <clerk/contract/errors.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clerk {

struct VerificationStatuses {
  static constexpr std::string_view name = "VerificationStatus";
  static constexpr std::string_view unverified = "unverified";
  static constexpr std::string_view verified = "verified";
  static constexpr std::string_view failed = "failed";
  static constexpr std::string_view expired = "expired";
  static constexpr std::string_view transferable = "transferable";
  static constexpr std::array values{unverified, verified, failed, expired, transferable};
};
/// `VerificationStatus::verified` and so on, or a later value.
using VerificationStatus = OpenEnum<VerificationStatuses>;

struct VerificationStrategies {
  static constexpr std::string_view name = "VerificationStrategy";
  static constexpr bool has_others = true;
  static constexpr std::string_view admin = "admin";
  static constexpr std::string_view email_code = "email_code";
  static constexpr std::string_view email_link = "email_link";
  static constexpr std::string_view reset_password_email_code = "reset_password_email_code";
  static constexpr std::string_view phone_code = "phone_code";
  static constexpr std::string_view ticket = "ticket";
  static constexpr std::string_view saml = "saml";
  static constexpr std::string_view scim = "scim";
  static constexpr std::string_view passkey = "passkey";
  static constexpr std::string_view google_one_tap = "google_one_tap";
  static constexpr std::string_view web3_metamask_signature = "web3_metamask_signature";
  static constexpr std::string_view web3_base_signature = "web3_base_signature";
  static constexpr std::string_view web3_coinbase_wallet_signature = "web3_coinbase_wallet_signature";
  static constexpr std::string_view web3_okx_wallet_signature = "web3_okx_wallet_signature";
  static constexpr std::string_view web3_solana_signature = "web3_solana_signature";
  static constexpr std::array values{admin,
                                     email_code,
                                     email_link,
                                     reset_password_email_code,
                                     phone_code,
                                     ticket,
                                     saml,
                                     scim,
                                     passkey,
                                     google_one_tap,
                                     web3_metamask_signature,
                                     web3_base_signature,
                                     web3_coinbase_wallet_signature,
                                     web3_okx_wallet_signature,
                                     web3_solana_signature};
};
/// `VerificationStrategy::email_code` and so on, `oauth_…` and `from_oauth_…` with the provider's name, or a later
/// value.
using VerificationStrategy = OpenEnum<VerificationStrategies>;

/// How someone proved that an identifier is theirs, or has yet to. The API answers objects of several types here, told
/// apart by `object`; this has what any of them has.
struct Verification {
  static constexpr ModelInfo info{"Verification",
                                  "How someone proved that an identifier is theirs, or has yet to prove it. Which "
                                  "fields there are depends on the strategy."};

  std::optional<std::string> object{};
  std::optional<VerificationStatus> status{};
  std::optional<VerificationStrategy> strategy{};
  std::optional<std::int64_t> attempts{};
  std::optional<std::int64_t> expire_at{};
  std::optional<std::string> channel{};
  std::optional<std::string> nonce{};
  std::optional<std::string> message{};
  std::optional<std::string> external_verification_redirect_url{};
  std::optional<ClerkError> error{};
  std::optional<std::string> verified_at_client{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Verification;
    constexpr FieldRules of_some{.required = false, .answered_null = true};
    field("object", &M::object, {.required = false}, "Names the type of the object, such as `verification_otp`.");
    field("status", &M::status, {.required = false}, "How far it has come.");
    field("strategy", &M::strategy, {.required = false},
          "How it is done; a connection's name stands in `oauth_…` and `from_oauth_…`.");
    field("attempts", &M::attempts, {}, "How often it was tried.");
    field("expire_at", &M::expire_at, {}, "Until when it can be done, in Unix milliseconds.");
    field("channel", &M::channel, of_some, "How the code of a phone number is delivered.");
    field("nonce", &M::nonce, of_some, "What a wallet or a passkey has to sign.");
    field("message", &M::message, of_some, "The text that a wallet has to sign.");
    field("external_verification_redirect_url", &M::external_verification_redirect_url, of_some,
          "Where the provider takes up the verification.");
    field("error", &M::error, of_some, "Why it failed at the provider.");
    field("verified_at_client", &M::verified_at_client, of_some, "The client at which it was done.");
  }

  friend bool operator==(const Verification&, const Verification&) = default;
};

}  // namespace clerk
