#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::codec {

/// One part of a body of `multipart/form-data`.
struct FormPart {
  std::string name{};
  std::optional<std::string> file_name{};  ///< a file has one
  std::string content_type{};              ///< of a file
  std::string bytes{};

  friend bool operator==(const FormPart&, const FormPart&) = default;
};

/// A body, and the media type that tells where its parts end.
struct FormText {
  std::string content_type{};
  std::string body{};

  friend bool operator==(const FormText&, const FormText&) = default;
};

/// Writes the parts in their order. The same parts always make the same text, so that a call can be sent again as it
/// was; what stands between them occurs in none of them. \pre no name or media type holds a control character
[[nodiscard]] FormText write_form(const std::vector<FormPart>& parts);

/// The parts of a body that came with this media type; nothing when it is no such form, or one of more parts than that.
[[nodiscard]] std::optional<std::vector<FormPart>> read_form(std::string_view content_type, std::string_view body,
                                                             std::size_t max_parts);

}  // namespace clerk::codec
