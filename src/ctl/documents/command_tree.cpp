#include "ctl/documents/command_tree.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>

namespace clerk::ctl {

namespace {

// A longer list of values is told in words, not in the flag's form.
constexpr std::size_t longest_list = 32;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// The parser tells of known values after the type, as `TEXT:{a,b}`, and of a type of our own as `a|b`.
void read_value(const CLI::Option& option, ParameterText& parameter) {
  if (option.get_items_expected_max() == 0) return;
  std::string type = option.get_type_name();
  const std::size_t brace = type.find('{');
  if (brace != std::string::npos && type.ends_with('}')) {
    parameter.choices = split(std::string_view{type}.substr(brace + 1, type.size() - brace - 2), ',');
    type = joined(parameter.choices, "|");
  } else if (type.find('|') != std::string::npos) {
    parameter.choices = split(type, '|');
  }
  if (option.get_positional() && parameter.choices.empty()) type = option.get_name(true);
  parameter.value = type.empty() || type.size() > longest_list ? "VALUE" : type;
  parameter.may_stand_alone = option.get_items_expected_min() == 0;
}

// Some are written as titles, and some as sentences.
std::string as_sentence(std::string doc) {
  if (!doc.empty() && std::ispunct(static_cast<unsigned char>(doc.back())) == 0) doc += '.';
  if (doc.ends_with(')') || doc.ends_with('`')) doc += '.';
  return doc;
}

ParameterText parameter_from(const CLI::Option& option) {
  ParameterText parameter{.doc = as_sentence(option.get_description()),
                          .group = option.get_group(),
                          .required = option.get_required(),
                          .repeats = option.get_items_expected_max() > 1};
  if (option.get_positional()) {
    parameter.names = {option.get_name(true)};
  } else {
    for (const std::string& name : option.get_snames()) parameter.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) parameter.names.push_back("--" + name);
  }
  read_value(option, parameter);
  return parameter;
}

CommandText command_from(const CLI::App& command, const std::string& path) {
  CommandText text{.name = command.get_name(),
                   .path = path,
                   .doc = as_sentence(command.get_description()),
                   .group = command.get_group(),
                   .footer = command.get_footer()};
  for (const CLI::Option* option : command.get_options()) {
    // Every command has its own flag for help; it is told of once, with the program.
    const bool is_inherited = command.get_parent() != nullptr && option == command.get_help_ptr();
    if (option->get_group().empty() || is_inherited) continue;
    (option->get_positional() ? text.arguments : text.flags).push_back(parameter_from(*option));
  }
  for (const CLI::App* child : command.get_subcommands([](const CLI::App* app) { return !app->get_group().empty(); })) {
    text.commands.push_back(command_from(*child, path + " " + child->get_name()));
  }
  return text;
}

}  // namespace

CommandText describe(const CLI::App& command) {
  std::string path = command.get_name();
  for (const CLI::App* parent = command.get_parent(); parent != nullptr; parent = parent->get_parent()) {
    path = parent->get_name() + " " + path;
  }
  return command_from(command, path);
}

std::string_view summary_of(std::string_view doc) {
  doc = doc.substr(0, doc.find("\n\n"));
  const std::size_t stop = doc.find(". ");
  doc = stop == std::string_view::npos ? doc : doc.substr(0, stop);
  if (doc.ends_with('.')) doc.remove_suffix(1);
  return doc;
}

std::string form_of(const ParameterText& parameter) {
  std::string text = joined(parameter.names, ", ");
  if (parameter.names.front().starts_with('-') && !parameter.value.empty()) {
    text += parameter.may_stand_alone ? "[=" + parameter.value + "]" : " " + parameter.value;
  }
  return text;
}

std::string doc_of(const ParameterText& parameter) {
  if (parameter.choices.empty() || parameter.value.find('|') != std::string::npos) return parameter.doc;
  return parameter.doc + (parameter.doc.empty() ? "" : " ") + "One of: " + joined(parameter.choices, ", ") + ".";
}

std::string usage_of(const CommandText& command) {
  std::string usage = command.commands.empty() ? "[flags]" : "COMMAND [flags]";
  for (const ParameterText& argument : command.arguments) {
    const std::string name = argument.names.front() + (argument.repeats ? "..." : "");
    usage += argument.required ? " " + name : " [" + name + "]";
  }
  return usage;
}

}  // namespace clerk::ctl
