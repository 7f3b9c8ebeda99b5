#include "ctl/documents/man_pages.hpp"

#include "ctl/documents/conventions.hpp"

#include <clerk/version.hpp>

#include <algorithm>
#include <cctype>
#include <span>
#include <string_view>

namespace clerk::ctl {

namespace {

// Hyphens are escaped so that they are typed as they stand, and what begins a line must be no request.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool line_begins = out.empty() || out.back() == '\n';
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c != '\n' || !line_begins) {
      out += c;
    }
  }
  return out;
}

std::string in_capitals(std::string_view text) {
  std::string out{text};
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fP"; }

// An empty line is a paragraph of its own in the macros.
std::string paragraphs(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    out += (out.empty() ? "" : ".PP\n") + escaped(text.substr(begin, end - begin)) + "\n";
    begin = end + 2;
  }
  return out;
}

std::string heading(std::string_view title) { return ".SH " + escaped(in_capitals(title)) + "\n"; }

std::string item(const std::string& term, std::string_view doc) {
  return ".TP\n" + term + "\n" + (doc.empty() ? "\\&\n" : escaped(doc) + "\n");
}

std::string items_of(std::span<const Convention> conventions) {
  std::string text;
  for (const Convention& convention : conventions) text += item(bold(convention.name), convention.doc);
  return text;
}

std::string items_of(const std::vector<ParameterText>& parameters, std::string_view group) {
  std::string text;
  for (const ParameterText& parameter : parameters) {
    if (parameter.group == group) text += item(bold(form_of(parameter)), doc_of(parameter));
  }
  return text;
}

bool has_page(const CommandText& command) { return !command.commands.empty(); }

std::string page_of(const CommandText& command) {
  std::string name = command.path;
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::string title_of(const CommandText& command) {
  return ".TH " + in_capitals(page_of(command)) + " 1 \"\" \"clerkctl " + std::string{version} +
         "\" \"clerk\\-cpp\"\n" + ".nh\n.ad l\n" + heading("name") + escaped(page_of(command)) + " \\- " +
         escaped(summary_of(command.doc)) + "\n" + heading("synopsis") + bold(command.path) + " " +
         escaped(usage_of(command)) + "\n" + heading("description") + paragraphs(command.doc);
}

/// One command that has no page of its own.
std::string section_of(const CommandText& command) {
  std::string text = ".SS " + escaped(command.path.substr(command.path.find(' ') + 1) + " " + usage_of(command)) +
                     "\n" + paragraphs(command.doc);
  for (const ParameterText& argument : command.arguments) text += item(bold(argument.names.front()), argument.doc);
  for (const std::string& group : groups_of(command.flags)) text += items_of(command.flags, group);
  if (!command.footer.empty()) text += ".PP\n" + paragraphs(command.footer);
  return text;
}

std::string commands_of(const CommandText& command) {
  std::string text = heading("commands");
  for (const CommandText& child : command.commands) {
    text += has_page(child)
                ? item("\\fB" + escaped(child.name) + "\\fP, see \\fB" + escaped(page_of(child)) + "\\fP(1)",
                       summary_of(child.doc))
                : section_of(child);
  }
  return text;
}

std::string program_page(const CommandText& program) {
  std::string text = title_of(program) + ".PP\n" + escaped(key_sources()) + "\n" + heading("flags of every command");
  for (const std::string& group : groups_of(program.flags)) text += items_of(program.flags, group);
  text += commands_of(program) + heading("environment") + items_of(environment_variables()) + heading("files") +
          items_of(files()) + heading("exit status") + items_of(exit_statuses()) + heading("see also");
  for (const CommandText& child : program.commands) {
    if (has_page(child)) text += ".BR " + escaped(page_of(child)) + " (1),\n";
  }
  return text + ".BR clerkd (8)\n";
}

std::string page_below(const CommandText& command) {
  return title_of(command) + commands_of(command) + heading("see also") + ".BR clerkctl (1)\n";
}

}  // namespace

std::vector<ManPage> man_pages(const CommandText& program) {
  std::vector<ManPage> pages{{page_of(program) + ".1", program_page(program)}};
  for (const CommandText& command : program.commands) {
    if (has_page(command)) pages.push_back({page_of(command) + ".1", page_below(command)});
  }
  return pages;
}

}  // namespace clerk::ctl
