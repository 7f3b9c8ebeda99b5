#include "codec/form_text.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace clerk::codec {

namespace {

constexpr std::string_view boundary_start = "clerk-cpp-form-";
constexpr std::size_t boundary_digits = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What stands after each `boundary_start` in the text, where it could be the rest of a boundary.
void add_taken(std::string_view text, std::set<std::string_view>& taken) {
  for (std::size_t at = text.find(boundary_start); at != std::string_view::npos; at = text.find(boundary_start, at)) {
    at += boundary_start.size();
    const std::string_view rest = text.substr(at, boundary_digits);
    if (rest.size() == boundary_digits && std::ranges::all_of(rest, is_digit)) taken.insert(rest);
  }
}

// One pass over the parts finds all boundaries that they rule out, however many somebody has put there.
std::string free_boundary(const std::vector<FormPart>& parts) {
  std::set<std::string_view> taken;
  for (const FormPart& part : parts) add_taken(part.bytes, taken);
  for (std::size_t number = 0;; ++number) {
    std::string digits = std::to_string(number);
    digits.insert(0, boundary_digits - digits.size(), '0');
    if (!taken.contains(digits)) return std::string{boundary_start} + digits;
  }
}

// As browsers write it. https://html.spec.whatwg.org/#multipart-form-data
std::string quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') {
      quoted += "%22";
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string lower_case(std::string_view text) {
  std::string lowered{text};
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

// A value that may stand in quotes; moves past it and the `;` after it. Browsers quote no backslash, others do.
std::string take_value(std::string_view& rest) {
  std::string value;
  if (!rest.starts_with('"')) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    value = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return value;
  }
  std::size_t at = 1;
  for (; at < rest.size() && rest[at] != '"'; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size() && (rest[at + 1] == '"' || rest[at + 1] == '\\')) ++at;
    value += rest[at];
  }
  rest.remove_prefix(std::min(at + 1, rest.size()));
  rest.remove_prefix(std::min(rest.find(';'), rest.size()));
  if (!rest.empty()) rest.remove_prefix(1);
  return value;
}

/// A header's value: what it says first, and its parameters.
struct Parameters {
  std::string kind{};
  std::vector<std::pair<std::string, std::string>> values{};

  [[nodiscard]] const std::string* find(std::string_view name) const {
    const auto found = std::ranges::find(values, name, &std::pair<std::string, std::string>::first);
    return found == values.end() ? nullptr : &found->second;
  }
};

Parameters parameters_of(std::string_view text) {
  const std::size_t end = std::min(text.find(';'), text.size());
  Parameters parameters{.kind = lower_case(trimmed(text.substr(0, end)))};
  text.remove_prefix(std::min(end + 1, text.size()));
  while (true) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return parameters;
    std::string name = lower_case(trimmed(text.substr(0, equals)));
    text.remove_prefix(equals + 1);
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    parameters.values.emplace_back(std::move(name), take_value(text));
  }
}

// The name of a file as `quoted` wrote it.
std::string unquoted(std::string_view text) {
  std::string name{text};
  constexpr std::string_view quote = "%22";
  for (std::size_t at = name.find(quote); at != std::string::npos; at = name.find(quote, at + 1)) {
    name.replace(at, quote.size(), "\"");
  }
  return name;
}

// Takes one part, whose head ends at an empty line.
std::optional<FormPart> part_of(std::string_view text) {
  FormPart part;
  bool named = false;
  while (true) {
    const std::size_t end = text.find("\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 2);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string header = lower_case(line.substr(0, colon));
    if (header == "content-type") part.content_type = trimmed(line.substr(colon + 1));
    if (header != "content-disposition") continue;
    const Parameters parameters = parameters_of(line.substr(colon + 1));
    const std::string* name = parameters.find("name");
    if (parameters.kind != "form-data" || name == nullptr) return std::nullopt;
    part.name = unquoted(*name);
    if (const std::string* file_name = parameters.find("filename")) part.file_name = unquoted(*file_name);
    named = true;
  }
  if (!named) return std::nullopt;
  part.bytes = text;
  return part;
}

std::string boundary_of(std::string_view content_type) {
  const Parameters parameters = parameters_of(content_type);
  const std::string* boundary = parameters.find("boundary");
  if (parameters.kind != "multipart/form-data" || boundary == nullptr || boundary->size() > 70) return {};
  return *boundary;
}

}  // namespace

FormText write_form(const std::vector<FormPart>& parts) {
  const std::string boundary = free_boundary(parts);
  std::size_t size = 0;
  for (const FormPart& part : parts) size += part.bytes.size() + 256;
  FormText form{.content_type = "multipart/form-data; boundary=" + boundary};
  form.body.reserve(size);
  for (const FormPart& part : parts) {
    form.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted(part.name);
    if (part.file_name) form.body += "; filename=" + quoted(*part.file_name) + "\r\nContent-Type: " + part.content_type;
    form.body.append("\r\n\r\n").append(part.bytes).append("\r\n");
  }
  form.body += "--" + boundary + "--\r\n";
  return form;
}

std::optional<std::vector<FormPart>> read_form(std::string_view content_type, std::string_view body,
                                               std::size_t max_parts) {
  const std::string boundary = boundary_of(content_type);
  if (boundary.empty()) return std::nullopt;
  const std::string first = "--" + boundary;
  const std::string next = "\r\n" + first;
  std::size_t at = body.starts_with(first) ? first.size() : body.find(next);
  if (at == std::string_view::npos) return std::nullopt;
  if (!body.starts_with(first)) at += next.size();

  std::vector<FormPart> parts;
  while (!body.substr(at).starts_with("--")) {
    const std::size_t head = body.find("\r\n", at);
    if (head == std::string_view::npos || !trimmed(body.substr(at, head - at)).empty()) return std::nullopt;
    // The line end before a boundary is the boundary's, and a part without any text has but this one.
    const std::size_t end = body.find(next, head);
    if (end == std::string_view::npos || end < head + 2 || parts.size() == max_parts) return std::nullopt;
    auto part = part_of(body.substr(head + 2, end - head - 2));
    if (!part) return std::nullopt;
    parts.push_back(*std::move(part));
    at = end + next.size();
  }
  return parts;
}

}  // namespace clerk::codec
