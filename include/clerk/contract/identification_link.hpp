#pragma once

#include <clerk/contract/field.hpp>

#include <string>

namespace clerk {

/// A connected account that an e-mail address or phone number came from.
struct IdentificationLink {
  static constexpr ModelInfo info{"IdentificationLink", "A connected account that an identifier came from."};

  std::string type{};
  std::string id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = IdentificationLink;
    field("type", &M::type, {}, "Kind of the account, `oauth_…`.");
    field("id", &M::id, {}, "Id of the identification.");
  }

  friend bool operator==(const IdentificationLink&, const IdentificationLink&) = default;
};

}  // namespace clerk
