#include "codec/json_text.hpp"
#include "codec/utf8.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"
#include "ctl/output/yaml_reader.hpp"
#include "ctl/output/yaml_scalar.hpp"

#include <boost/json/parser.hpp>

#include <algorithm>
#include <cctype>
#include <optional>

namespace clerk::ctl {

namespace json = boost::json;

namespace {

constexpr codec::Limits limits{.max_depth = 64, .max_bytes = largest_document};
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

TextPosition position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto characters = std::ranges::count_if(
      before.substr(line_begin), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return {.line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n')),
          .column = 1 + static_cast<std::size_t>(characters)};
}

Failure failure_at(std::string_view name, TextPosition position, std::string_view problem, std::string_view hint) {
  return {.message = harmless(name) + ":" + std::to_string(position.line) + ":" + std::to_string(position.column) +
                     ": " + std::string{problem},
          .hint = std::string{hint}};
}

Failure failure_of(std::string_view name, const YamlProblem& problem) {
  return failure_at(name, problem.position, problem.problem, problem.hint);
}

/// Where the parser of JSON stops, and why: the codec says only why.
struct JsonEnd {
  std::size_t offset{0};
  json::error_code reason{};
};

JsonEnd end_of_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = limits.max_depth;
  json::parser parser{{}, options};
  JsonEnd end;
  end.offset = parser.write_some(text.data(), text.size(), end.reason);
  return end;
}

Failure json_failure(std::string_view text, std::string_view name) {
  const auto [offset, reason] = end_of_json(text);
  const TextPosition position = position_of(text, offset);
  if (reason == json::error::too_deep) return failure_of(name, too_deep(position, limits.max_depth));
  if (reason == json::error::incomplete) {
    return failure_at(name, position, "it is not JSON: it ends too early", "Close each quote, { and [.");
  }
  if (!reason)
    return failure_at(name, position, "it is not JSON: there is more after its end", "Take out what is too much.");
  return failure_at(name, position, "it is not JSON: " + reason.message(),
                    "JSON has names and texts in double quotes, and commas only between two members.");
}

bool begins_number(char c) { return c == '-' || std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_of_number(char c) { return begins_number(c) || c == '+' || c == '.' || c == 'e' || c == 'E'; }

/// The first number that the parser would silently make another one of. \pre the text is JSON
std::optional<Failure> find_unfit_number(std::string_view text, std::string_view name) {
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (in_string && text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      in_string = !in_string;
    } else if (!in_string && begins_number(text[at])) {
      const std::size_t begin = at;
      while (at + 1 < text.size() && is_of_number(text[at + 1])) ++at;
      const auto number = resolve_scalar(text.substr(begin, at + 1 - begin));
      if (!number) return failure_at(name, position_of(text, begin), number.error().text, {});
    }
  }
  return std::nullopt;
}

Outcome<json::value> read_only_json(std::string_view text, std::string_view name) {
  auto parsed = codec::parse(text, limits);
  if (!parsed) return json_failure(text, name);
  if (auto unfit = find_unfit_number(text, name)) return *std::move(unfit);
  if (const auto twice = codec::duplicate_keys(text, limits); !twice.empty()) {
    // JSON is YAML but for a few escapes, and that reader knows the place.
    const auto again = read_yaml(text, limits.max_depth);
    if (!again && again.error().problem.ends_with(stands_twice)) return failure_of(name, again.error());
    return Failure{.message = harmless(name) + ": " + harmless(twice.front()) + std::string{stands_twice},
                   .hint = std::string{keep_one}};
  }
  return *std::move(parsed);
}

// YAML has no control characters, and its library takes one of them for the end of the text.
std::size_t first_control(std::string_view text) {
  const auto found = std::ranges::find_if(text, [](char c) {
    return (static_cast<unsigned char>(c) < 0x20U && c != '\n' && c != '\r' && c != '\t') || c == '\x7f';
  });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

/// What follows, past blanks.
std::string_view without_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool begins_with_one_of(std::string_view text, std::string_view characters) {
  return !text.empty() && characters.find(text.front()) != std::string_view::npos;
}

/// Whether who wrote it had JSON in mind: YAML has braces and brackets too, but seldom two of them or quotes next.
bool looks_like_json(std::string_view text) {
  const std::string_view begin = without_blanks(text);
  return begins_with_one_of(begin, "{[") && begins_with_one_of(without_blanks(begin.substr(1)), "\"{[");
}

/// Whether it is JSON as far as it goes, or as far as its end, after which there is no other document of YAML.
bool is_json_cut_or_too_long(std::string_view text) {
  const auto [offset, reason] = end_of_json(text);
  return reason == json::error::incomplete || (!reason && !without_blanks(text.substr(offset)).starts_with("---"));
}

/// The text without the mark that some editors begin a file with.
Outcome<std::string_view> checked_text(std::string_view text, std::string_view name) {
  if (text.size() > limits.max_bytes) return too_large(harmless(name), limits.max_bytes);
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (!codec::is_utf8(text)) {
    return Failure{.message = harmless(name) + ": it is not UTF-8", .hint = "Save it as UTF-8."};
  }
  return text;
}

Outcome<json::value> read_any(std::string_view text, std::string_view name) {
  if (begins_with_one_of(without_blanks(text), "{[") && codec::parse(text, limits)) return read_only_json(text, name);
  if (const std::size_t control = first_control(text); control != std::string_view::npos) {
    return failure_at(name, position_of(text, control),
                      "a control character, " + harmless(text.substr(control, 1)) + "; YAML has it only as an escape",
                      "Take it out, or write the escape in double quotes.");
  }
  auto read = read_yaml(text, limits.max_depth);
  if (read) return *std::move(read);
  return looks_like_json(text) && (read.error().is_syntax || is_json_cut_or_too_long(text))
             ? json_failure(text, name)
             : failure_of(name, read.error());
}

}  // namespace

Failure too_large(std::string_view name, std::size_t largest) {
  return {.message = std::string{name} + " is larger than " + std::to_string(largest) + " bytes",
          .hint = "Check that it is the one you meant; no more of it is taken."};
}

bool is_yaml_name(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

Outcome<json::value> read_document(std::string_view text, std::string_view name) {
  const auto checked = checked_text(text, name);
  if (!checked) return checked.error();
  return name.ends_with(".json") ? read_only_json(*checked, name) : read_any(*checked, name);
}

Outcome<json::value> read_json(std::string_view text, std::string_view name) {
  const auto checked = checked_text(text, name);
  if (!checked) return checked.error();
  return read_only_json(*checked, name);
}

}  // namespace clerk::ctl
