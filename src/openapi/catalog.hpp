#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <string_view>
#include <vector>

namespace clerk::openapi {

/// A C++ type as JSON has it.
struct JsonType {
  enum class Kind { boolean, integer, string, array, model, any, file };
  Kind kind{Kind::any};
  std::vector<std::string_view> values{};  ///< of a string: the known constants of an open enum
  std::string_view name{};                 ///< of a model or an open enum
  std::vector<JsonType> items{};           ///< of an array: the one type of its items
  bool has_others{false};                  ///< of an open enum: other values are as regular
};

/// How a C++ member says that a field may be missing.
enum class Holder { value, optional, patch };

struct FieldEntry {
  std::string_view name{};
  JsonType type{};
  Holder holder{Holder::value};
  bool required{false};
  bool nullable{false};
  bool write_only{false};  ///< no answer shows it
  FieldRules rules{};
  std::string_view doc{};
};

enum class Direction { request, query, answer };

struct ModelEntry {
  std::string_view name{};
  std::string_view doc{};
  Direction direction{Direction::answer};
  bool is_array{false};  ///< on the wire it is the array of its one field
  bool is_form{false};   ///< on the wire it is multipart/form-data
  std::vector<FieldEntry> fields{};
};

inline constexpr std::string_view json_media_type = "application/json";

/// How a body of the model is sent.
[[nodiscard]] constexpr std::string_view media_type_of(const ModelEntry& body) {
  return body.is_form ? "multipart/form-data" : json_media_type;
}

struct OperationEntry {
  const OperationInfo* info{nullptr};
  std::vector<FieldEntry> path{};  ///< the parameters of its path
  std::string_view query{};        ///< name of the model of its query's parameters, or empty
  std::string_view body{};         ///< name of the model that it sends, or empty
  std::string_view answer{};       ///< name of the model that it answers, or empty
  bool is_paged{false};            ///< it gives a list page by page
};

/// The contract as data, for who writes documents of it. A fold over the registry.
struct Catalog {
  std::vector<OperationEntry> operations{};
  std::vector<ModelEntry> models{};  ///< each before those it is made of; by first use
  std::string_view errors{};         ///< name of the model of every refusal's body

  [[nodiscard]] const ModelEntry& model(std::string_view name) const;
  /// The names of the classes that methods belong to, in the registry's order.
  [[nodiscard]] std::vector<std::string_view> apis() const;
};

[[nodiscard]] const Catalog& catalog();

}  // namespace clerk::openapi
