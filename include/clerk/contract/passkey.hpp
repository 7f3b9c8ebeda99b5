#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/verification.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace clerk {

/// A passkey of a user.
struct Passkey {
  static constexpr ModelInfo info{"Passkey", "A passkey of a user."};

  std::optional<std::string> id{};
  std::string object{};
  std::string name{};
  std::int64_t last_used_at{};
  std::optional<Verification> verification{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Passkey;
    field("id", &M::id, {.required = false}, "Id of the passkey, `idn_…`.");
    field("object", &M::object, {.constant = "passkey"}, "Names the type of the object.");
    field("name", &M::name, {}, "What the user calls it.");
    field("last_used_at", &M::last_used_at, {}, "When it was last used, in Unix milliseconds.");
    field("verification", &M::verification, {}, "How it was verified, or is to be; null if neither.");
  }

  friend bool operator==(const Passkey&, const Passkey&) = default;
};

}  // namespace clerk
