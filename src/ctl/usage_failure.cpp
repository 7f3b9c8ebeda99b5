#include "ctl/usage_failure.hpp"

#include "ctl/documents/command_tree.hpp"
#include "ctl/documents/conventions.hpp"
#include "ctl/output/nearest_name.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl {

namespace {

// A flag for the key is what people try first.
bool asks_for_key(std::string_view flag) {
  constexpr std::array<std::string_view, 7> tried{"--secret-key", "--secret", "--key",         "--api-key",
                                                  "--token",      "--auth",   "--access-token"};
  return std::ranges::find(tried, flag) != tried.end();
}

std::vector<std::string> flags_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
    for (const CLI::Option* option : app->get_options()) {
      if (option->get_group().empty()) continue;
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

std::vector<std::string> commands_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* child : command.get_subcommands([](const CLI::App* app) { return !app->get_group().empty(); })) {
    names.push_back(child->get_name());
  }
  return names;
}

std::string meant(std::string_view typed, const std::vector<std::string>& names) {
  const std::vector<std::string_view> views{names.begin(), names.end()};
  return did_you_mean(typed, views);
}

// `users create-user has`, or `there is` of the whole program.
std::string subject_of(const CLI::App& command, std::string_view verb) {
  const std::string path = describe(command).path;
  const std::size_t space = path.find(' ');
  return space == std::string::npos ? "there is" : path.substr(space + 1) + " " + std::string{verb};
}

// A known flag is refused only before its command and after `--`; the parser does not tell which of the two it was.
std::string misplaced(const CLI::App& command, const std::string& flag) {
  return flag + " has to stand after " + describe(command).path +
         " and before any --, after which no further argument is taken";
}

// Of a flag only the name is repeated: its value may be a secret.
Failure unknown_word(const CLI::App& command, const std::string& word) {
  Failure failure{.hint = describe(command).path + " --help tells what there is.", .status = ExitStatus::usage};
  if (word.size() > 1 && word.starts_with('-')) {
    const std::string flag = word.substr(0, word.find('='));
    const std::vector<std::string> known = flags_of(command);
    if (std::ranges::find(known, flag) != known.end()) {
      failure.message = misplaced(command, flag);
      return failure;
    }
    failure.message = subject_of(command, "has") + " no flag " + flag + meant(flag, known);
    if (asks_for_key(flag)) failure.hint = key_sources();
  } else if (const auto names = commands_of(command); !names.empty()) {
    failure.message = subject_of(command, "has") + " no command '" + word + "'" + meant(word, names);
  } else {
    failure.message = subject_of(command, "takes") + " no further argument, and got '" + word + "'";
  }
  return failure;
}

std::string missing_command(const CLI::App& command) {
  constexpr std::size_t most = 8;
  const std::vector<std::string> names = commands_of(command);
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return "a command is missing" + (names.size() <= most ? ": " + list : "");
}

std::string_view before(std::string_view text, std::string_view mark) { return text.substr(0, text.find(mark)); }

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// `--format: x not in {a,b}`, as the parser's own check says it.
std::string not_one_of(std::string_view text) {
  const std::string_view name = before(text, ": ");
  const std::size_t mark = text.rfind(" not in {");
  const std::string_view value = text.substr(name.size() + 2, mark - name.size() - 2);
  std::string list;
  for (const char c : text.substr(mark + 9, text.size() - mark - 10)) list += c == ',' ? ", " : std::string{c};
  return std::string{name} + " can't be '" + std::string{value} + "': it is one of " + list;
}

// What the parser says, in the words of this program.
std::string reworded(const CLI::App& command, const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string_view name = before(text, ": ");
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    if (text == "A subcommand is required") return missing_command(command);
    return std::string{before(text, " is required")} + " is missing";
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    if (has(text, "At Most")) return std::string{name} + " may be given only once";
    if (has(text, "disallowed flag override")) return "--" + std::string{before(text, " was")} + " takes no value";
    return std::string{name} + " needs a value";
  }
  if (has(text, " not in {") && text.ends_with('}')) return not_one_of(text);
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
    const std::string_view first = before(text, " excludes ");
    return std::string{first} + " and " + text.substr(first.size() + 10) + " can't be given together";
  }
  if (text.starts_with("Could not convert: ")) {
    const std::string rest = text.substr(19);
    return std::string{before(rest, " = ")} + " can't take such a value";
  }
  return text;
}

}  // namespace

const CLI::App& deepest_command(const CLI::App& root) {
  const CLI::App* command = &root;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

Failure usage_failure(const CLI::App& root, const CLI::ParseError& error) {
  const CLI::App& command = deepest_command(root);
  // The parser may complain of what is missing where something was only written wrong.
  for (const std::string& word : root.remaining(true)) {
    if (word != "--") return unknown_word(command, word);
  }
  return {.message = reworded(command, error),
          .hint = describe(command).path + " --help tells what there is.",
          .status = ExitStatus::usage};
}

}  // namespace clerk::ctl
