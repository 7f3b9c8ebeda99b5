#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/identification_link.hpp>
#include <clerk/contract/verification.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// An e-mail address of a user.
struct EmailAddress {
  static constexpr ModelInfo info{"EmailAddress", "An e-mail address of a user."};

  std::optional<std::string> id{};
  std::string object{};
  std::string email_address{};
  bool reserved{};
  std::optional<Verification> verification{};
  std::vector<IdentificationLink> linked_to{};
  std::optional<bool> matches_sso_connection{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = EmailAddress;
    field("id", &M::id, {.required = false}, "Id of the address, `idn_…`.");
    field("object", &M::object, {.constant = "email_address"}, "Names the type of the object.");
    field("email_address", &M::email_address, {}, "The address.");
    field("reserved", &M::reserved, {}, "It is kept for this user though nobody has verified it.");
    field("verification", &M::verification, {}, "How it was verified, or is to be; null if neither.");
    field("linked_to", &M::linked_to, {}, "The connected accounts that it came from.");
    field("matches_sso_connection", &M::matches_sso_connection, {.required = false},
          "Its domain belongs to an active enterprise connection.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const EmailAddress&, const EmailAddress&) = default;
};

}  // namespace clerk
