#include "ctl/dotenv.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace clerk::ctl {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view ours = "CLERK_";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '-';
}

/// Goes through the file once. Quoted values may go over several lines, as other tools keep certificates so.
class DotenvReader {
 public:
  explicit DotenvReader(std::string_view text) : rest_{text} {
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
  }

  /// What is wrong, or nothing.
  std::optional<std::string_view> read(Variables& variables) {
    for (skip_empty_lines(); !rest_.empty(); skip_empty_lines()) {
      statement_line_ = line_;
      if (auto problem = read_statement(variables)) return problem;
    }
    return std::nullopt;
  }

  /// The line of the problem.
  [[nodiscard]] std::size_t line() const { return statement_line_; }

 private:
  std::optional<std::string_view> read_statement(Variables& variables) {
    if (rest_.starts_with("export") && rest_.size() > 6 && is_blank(rest_[6])) {
      take(6);
      skip_blanks();
    }
    const std::string_view name = take_while(is_name_character);
    const bool is_ours = name.starts_with(ours);
    skip_blanks();
    // Other programs have other forms of lines, and theirs are no concern of ours.
    if (name.empty() || !rest_.starts_with('=')) {
      take_line();
      return is_ours ? std::optional<std::string_view>{"there is no = after the name"} : std::nullopt;
    }
    take(1);
    skip_blanks();

    std::string value;
    if (!rest_.starts_with('"') && !rest_.starts_with('\'')) {
      value = take_bare();
    } else {
      if (auto problem = read_quoted(value)) return problem;
      const std::string_view after = take_line();
      if (is_ours && !after.empty() && !after.starts_with('#')) return "something follows the closing quote";
    }
    if (is_ours) variables.insert_or_assign(std::string{name}, std::move(value));
    return std::nullopt;
  }

  std::string_view take_bare() {
    std::string_view text = take_line();
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '#' && (at == 0 || is_blank(text[at - 1]))) text = text.substr(0, at);
    }
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
  }

  std::optional<std::string_view> read_quoted(std::string& value) {
    const char quote = take(1).front();
    while (!rest_.empty() && rest_.front() != quote) {
      const char c = take(1).front();
      const bool escapes = quote == '"' && c == '\\' && !rest_.empty();
      value += escapes ? unescaped(take(1).front()) : std::string{c};
    }
    if (rest_.empty()) return "the closing quote is missing";
    take(1);
    skip_blanks();
    return std::nullopt;
  }

  static std::string unescaped(char c) {
    switch (c) {
      case 'n':
        return "\n";
      case 'r':
        return "\r";
      case 't':
        return "\t";
      case '"':
      case '\\':
      case '$':
        return {c};
      default:
        return {'\\', c};
    }
  }

  void skip_blanks() { take_while(is_blank); }

  void skip_empty_lines() {
    while (true) {
      take_while([](char c) { return is_blank(c) || c == '\n'; });
      if (!rest_.starts_with('#')) return;
      take_line();
    }
  }

  std::string_view take_line() {
    return take_while([](char c) { return c != '\n'; });
  }

  std::string_view take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    line_ += static_cast<std::size_t>(std::ranges::count(taken, '\n'));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  template <class Predicate>
  std::string_view take_while(const Predicate& holds) {
    std::size_t count = 0;
    while (count < rest_.size() && holds(rest_[count])) ++count;
    return take(count);
  }

  std::string_view rest_;
  std::size_t line_{1};
  std::size_t statement_line_{1};
};

}  // namespace

Outcome<Variables> read_dotenv(std::string_view text, std::string_view name) {
  Variables variables;
  DotenvReader reader{text};
  if (const auto problem = reader.read(variables)) {
    return Failure{
        .message = std::string{name} + ", line " + std::to_string(reader.line()) + ": " + std::string{*problem},
        .hint = "Write each line as NAME=value, with quotes around a value that has spaces or #."};
  }
  return variables;
}

}  // namespace clerk::ctl
