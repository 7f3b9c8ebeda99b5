#pragma once

#include "openapi/catalog.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::operations {

enum class Place { query, body };

/// A field of a request, and its flag.
struct Field {
  const openapi::FieldEntry* entry{nullptr};
  Place place{Place::body};
  std::string flag{};            ///< such as `--test-mode`
  std::string other_spelling{};  ///< such as `--test_mode`; empty when it is the same
};

/// All that a call of an operation may name.
struct Fields {
  const openapi::OperationEntry* operation{nullptr};
  const openapi::ModelEntry* query{nullptr};  ///< or none
  const openapi::ModelEntry* body{nullptr};   ///< or none
  std::vector<Field> all{};

  /// By name or flag, with or without the dashes before it; nullptr when there is none.
  [[nodiscard]] const Field* find(std::string_view name) const;
  [[nodiscard]] bool is_array() const { return body != nullptr && body->is_array; }
  [[nodiscard]] bool is_form() const { return body != nullptr && body->is_form; }
};

[[nodiscard]] Fields fields_of(const openapi::OperationEntry& operation);

/// Whether a body may say null of the field: what the description allows, and what the API takes to no effect.
[[nodiscard]] bool takes_null(const openapi::FieldEntry& field);

/// \throws std::logic_error when the registry has no such operation
[[nodiscard]] const openapi::OperationEntry& entry_of(const OperationInfo& info);

}  // namespace clerk::ctl::operations
