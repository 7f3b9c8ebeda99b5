#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/verification.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace clerk {

/// A web3 wallet of a user.
struct Web3Wallet {
  static constexpr ModelInfo info{"Web3Wallet", "A web3 wallet of a user."};

  std::optional<std::string> id{};
  std::string object{};
  std::string web3_wallet{};
  std::optional<Verification> verification{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Web3Wallet;
    field("id", &M::id, {.required = false}, "Id of the wallet, `idn_…`.");
    field("object", &M::object, {.constant = "web3_wallet"}, "Names the type of the object.");
    field("web3_wallet", &M::web3_wallet, {}, "Its address.");
    field("verification", &M::verification, {}, "How it was verified, or is to be; null if neither.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const Web3Wallet&, const Web3Wallet&) = default;
};

}  // namespace clerk
