#include "ctl/documents/help.hpp"

#include "ctl/documents/wrap.hpp"

#include <algorithm>
#include <string_view>

namespace clerk::ctl {

namespace {

constexpr std::size_t margin = 2;
// What is wider has its text on the next line.
constexpr std::size_t widest_left = 40;

struct Row {
  std::string left;
  std::string right;
};

std::string section(std::string_view title, const std::vector<Row>& rows) {
  if (rows.empty()) return {};
  std::size_t left = 0;
  for (const Row& row : rows) {
    if (const std::size_t width = width_of(row.left); width <= widest_left) left = std::max(left, width);
  }
  const std::size_t column = margin + left + 2;
  std::string text = "\n" + std::string{title} + ":\n";
  for (const Row& row : rows) {
    const std::size_t width = width_of(row.left);
    text += std::string(margin, ' ') + row.left;
    if (!row.right.empty()) {
      text += width <= left ? std::string(left - width + 2, ' ') : "\n" + std::string(column, ' ');
      text += wrapped(row.right, help_width, column);
    }
    text += '\n';
  }
  return text;
}

std::vector<Row> rows_of(const std::vector<ParameterText>& parameters, std::string_view group) {
  std::vector<Row> rows;
  for (const ParameterText& parameter : parameters) {
    if (parameter.group != group) continue;
    rows.push_back({form_of(parameter) + (parameter.repeats ? "..." : ""), doc_of(parameter)});
  }
  return rows;
}

std::string names_of(const std::vector<ParameterText>& flags) {
  std::string names;
  for (const ParameterText& flag : flags) names += (names.empty() ? "" : ", ") + flag.names.back();
  return names;
}

std::string commands_text(const CommandText& command) {
  std::string text;
  for (const std::string& group : groups_of(command.commands)) {
    std::vector<Row> rows;
    for (const CommandText& child : command.commands) {
      if (child.group == group) rows.push_back({child.name, std::string{summary_of(child.doc)}});
    }
    text += section(group, rows);
  }
  return text;
}

}  // namespace

std::string help_text(const CommandText& command, const std::vector<ParameterText>& common) {
  std::string text = wrapped(command.doc, help_width) + "\n\n";
  text += "Usage: " + wrapped(command.path + " " + usage_of(command), help_width, 7) + "\n";
  text += section("Arguments", [&] {
    std::vector<Row> rows;
    for (const ParameterText& argument : command.arguments) rows.push_back({argument.names.front(), argument.doc});
    return rows;
  }());
  text += commands_text(command);
  for (const std::string& group : groups_of(command.flags)) text += section(group, rows_of(command.flags, group));
  if (!common.empty()) {
    text += "\n" + wrapped("Flags of every command, told by clerkctl --help: " + names_of(common), help_width) + "\n";
  }
  if (!command.footer.empty()) text += "\n" + wrapped(command.footer, help_width) + "\n";
  return text;
}

std::string help_section(std::string_view title, std::span<const Convention> conventions) {
  std::vector<Row> rows;
  for (const Convention& convention : conventions) {
    rows.push_back({std::string{convention.name}, std::string{convention.doc}});
  }
  return section(title, rows);
}

}  // namespace clerk::ctl
