#pragma once

#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::spec {

/// What a description says of one place: `type`, `pattern`, `nullable` and so on. A value is JSON text, or the bare
/// text of a string that is one plain word; a flag's value is `true`. `schema` names the shared schema that holds here
/// too.
using Attributes = std::map<std::string, std::string, std::less<>>;

/// The facts of one section by place: `body.support_email`, `200.errors[].code`, `query.limit`, `422#retry-after`.
/// `[]` is an array's item, `{}` a value under any other key, `|` one of several alternatives.
using Facts = std::map<std::string, Attributes, std::less<>>;

/// The facts of an OpenAPI description by section: `document`, `operation PATH METHOD` and `schema NAME`.
using Digest = std::map<std::string, Facts, std::less<>>;

struct DigestError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One line for each place below one for its section, all sorted.
[[nodiscard]] std::string to_text(const Digest& digest);
[[nodiscard]] std::string to_text(const Attributes& attributes);

/// The names in `schema`.
[[nodiscard]] std::vector<std::string> schema_names(const Attributes& attributes);

/// Reads what to_text wrote; lines that start with `#` are passed over.
/// \throws DigestError naming the line
[[nodiscard]] Digest parse_digest(std::string_view text);

/// The section's facts with those of every shared schema put in its place. A schema inside itself stays a name.
/// \throws DigestError if the section or a schema is missing
[[nodiscard]] Facts expanded(const Digest& digest, std::string_view section);

}  // namespace clerk::spec
