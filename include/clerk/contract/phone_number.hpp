#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/identification_link.hpp>
#include <clerk/contract/verification.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// A phone number of a user.
struct PhoneNumber {
  static constexpr ModelInfo info{"PhoneNumber", "A phone number of a user."};

  std::optional<std::string> id{};
  std::string object{};
  std::string phone_number{};
  std::optional<bool> reserved_for_second_factor{};
  std::optional<bool> default_second_factor{};
  bool reserved{};
  std::optional<Verification> verification{};
  std::vector<IdentificationLink> linked_to{};
  std::optional<std::vector<std::string>> backup_codes{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = PhoneNumber;
    field("id", &M::id, {.required = false}, "Id of the number, `idn_…`.");
    field("object", &M::object, {.constant = "phone_number"}, "Names the type of the object.");
    field("phone_number", &M::phone_number, {}, "The number, in E.164 form.");
    field("reserved_for_second_factor", &M::reserved_for_second_factor, {.required = false},
          "It is used as a second factor only.");
    field("default_second_factor", &M::default_second_factor, {.required = false},
          "It is the second factor that is offered first.");
    field("reserved", &M::reserved, {}, "It is kept for this user though nobody has verified it.");
    field("verification", &M::verification, {}, "How it was verified, or is to be; null if neither.");
    field("linked_to", &M::linked_to, {}, "The connected accounts that it came from.");
    field("backup_codes", &M::backup_codes, {.required = false, .answered_null = true},
          "Codes that do in place of the second factor.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;
};

}  // namespace clerk
