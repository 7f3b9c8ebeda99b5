#pragma once

#include <clerk/contract/field.hpp>

#include <optional>
#include <string>

namespace clerk {

/// What is left of something that was deleted. facts 3.2
struct DeletedObject {
  static constexpr ModelInfo info{"DeletedObject", "What is left of something that was deleted."};

  std::string object{};
  std::optional<std::string> id{};
  std::optional<std::string> slug{};
  bool deleted{};
  std::optional<std::string> external_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = DeletedObject;
    field("object", &M::object, {}, "Names the type of what was deleted.");
    field("id", &M::id, {.required = false}, "Its id.");
    field("slug", &M::slug, {.required = false}, "Its slug, if it had one.");
    field("deleted", &M::deleted, {}, "Always true.");
    field("external_id", &M::external_id, {.required = false}, "Its id in your own system, if it had one.");
  }

  friend bool operator==(const DeletedObject&, const DeletedObject&) = default;
};

}  // namespace clerk
