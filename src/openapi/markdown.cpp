#include "openapi/markdown.hpp"

#include <cctype>

namespace clerk::openapi {

namespace {

std::string escaped(std::string_view cell) {
  std::string text;
  for (const char c : cell) {
    if (c == '|') text += '\\';
    text += c == '\n' ? ' ' : c;
  }
  return text;
}

std::string cpp_type(const JsonType& type) {
  switch (type.kind) {
    case JsonType::Kind::boolean:
      return "bool";
    case JsonType::Kind::integer:
      return "std::int64_t";
    case JsonType::Kind::string:
      return type.name.empty() ? "std::string" : std::string{type.name};
    case JsonType::Kind::array:
      return "std::vector<" + cpp_type(type.items.front()) + ">";
    case JsonType::Kind::model:
      return std::string{type.name};
    case JsonType::Kind::any:
      return "RawJson";
    case JsonType::Kind::file:
      return "FormFile";
  }
  return {};
}

}  // namespace

std::string table_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row.append(" ").append(escaped(cell)).append(cell.empty() ? "|" : " |");
  return row + "\n";
}

std::string table_head(const std::vector<std::string>& titles) {
  std::string line = "|";
  for (std::size_t i = 0; i < titles.size(); ++i) line.append("---|");
  return table_row(titles) + line + "\n";
}

std::string link(std::string_view text, std::string_view target) {
  return "[" + std::string{text} + "](" + std::string{target} + ")";
}

std::string code(std::string_view text) { return "`" + std::string{text} + "`"; }

std::string lower_case(std::string_view text) {
  std::string lowered;
  for (const char c : text) lowered += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lowered;
}

std::string snake_case(std::string_view pascal_case) {
  const auto is_upper = [&](std::size_t at) {
    return at < pascal_case.size() && std::isupper(static_cast<unsigned char>(pascal_case[at])) != 0;
  };
  const auto is_lower = [&](std::size_t at) {
    return at < pascal_case.size() && std::islower(static_cast<unsigned char>(pascal_case[at])) != 0;
  };
  std::string text;
  for (std::size_t at = 0; at < pascal_case.size(); ++at) {
    // One letter after capitals may be their plural, as in URLs.
    const bool new_word = is_lower(at - 1) || (is_lower(at + 1) && is_lower(at + 2));
    if (at > 0 && is_upper(at) && new_word) text += '_';
    text += static_cast<char>(std::tolower(static_cast<unsigned char>(pascal_case[at])));
  }
  return text;
}

std::string page_of(std::string_view name) { return std::string{name} + ".md"; }

std::string cpp_type(const FieldEntry& field) {
  const std::string type = cpp_type(field.type);
  switch (field.holder) {
    case Holder::value:
      return type;
    case Holder::optional:
      return "std::optional<" + type + ">";
    case Holder::patch:
      return "Patch<" + type + ">";
  }
  return {};
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text.append(text.empty() ? "" : separator).append(part);
  }
  return text;
}

}  // namespace clerk::openapi
