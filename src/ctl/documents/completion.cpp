#include "ctl/documents/completion.hpp"

#include <algorithm>
#include <array>

namespace clerk::ctl {

namespace embedded {
extern const std::string_view bash_completion;
extern const std::string_view zsh_completion;
extern const std::string_view fish_completion;
}  // namespace embedded

namespace {

constexpr std::array<std::string_view, 3> known_shells{"bash", "zsh", "fish"};

bool takes_next_word(const ParameterText& flag) { return !flag.value.empty() && !flag.may_stand_alone; }

const ParameterText* find_flag(const std::vector<ParameterText>& flags, std::string_view name) {
  const auto found = std::ranges::find_if(
      flags, [name](const ParameterText& flag) { return std::ranges::find(flag.names, name) != flag.names.end(); });
  return found == flags.end() ? nullptr : &*found;
}

/// Goes through the words before the cursor as the parser would.
struct Walk {
  const CommandText* program;
  const CommandText* command;
  const ParameterText* awaits_value{nullptr};
  std::size_t arguments{0};
  bool flags_ended{false};

  [[nodiscard]] const ParameterText* flag(std::string_view name) const {
    const ParameterText* found = find_flag(command->flags, name);
    return found != nullptr ? found : find_flag(program->flags, name);
  }

  void take(const std::string& word) {
    if (awaits_value != nullptr) {
      awaits_value = nullptr;
    } else if (!flags_ended && word == "--") {
      flags_ended = true;
    } else if (!flags_ended && word.size() > 1 && word.starts_with('-')) {
      const ParameterText* named = flag(word);
      if (named != nullptr && takes_next_word(*named)) awaits_value = named;
    } else if (const auto child = std::ranges::find(command->commands, word, &CommandText::name);
               child != command->commands.end()) {
      command = &*child;
    } else {
      ++arguments;
    }
  }
};

void add(Completion& completion, std::string_view word, std::string text, std::string_view doc) {
  if (text.starts_with(word)) completion.candidates.push_back({std::move(text), std::string{summary_of(doc)}});
}

bool is_folder(std::string_view value) { return value == "DIR" || value == "FOLDER"; }
bool is_file(std::string_view value) {
  return value.find("FILE") != std::string_view::npos || value == "PLAN" || value == "PATH";
}

// `before` is what the word has before the value.
void add_values(Completion& completion, const ParameterText& parameter, std::string_view word,
                const std::string& before) {
  for (const std::string& choice : parameter.choices) add(completion, word, before + choice, {});
  const std::string_view value = word.substr(before.size());
  const bool is_file_after_at = parameter.value.starts_with('@');
  if (is_file_after_at && value.empty()) add(completion, word, before + "@", "A file follows");
  if (is_folder(parameter.value)) completion.paths = Completion::Paths::folders;
  if (is_file(parameter.value) && !is_file_after_at) completion.paths = Completion::Paths::files;
  completion.path_prefix = before;
  // JSON is given as it is, or by a file after an @.
  if ((is_file_after_at || parameter.value == "JSON") && value.starts_with('@')) {
    completion.paths = Completion::Paths::files;
    completion.path_prefix += '@';
  }
}

void add_flags(Completion& completion, const std::vector<ParameterText>& flags, std::string_view word) {
  for (const ParameterText& flag : flags) {
    for (const std::string& name : flag.names) {
      if (name.starts_with("--")) add(completion, word, name, flag.doc);
    }
  }
}

void add_flags(Completion& completion, const Walk& walk, std::string_view word) {
  add_flags(completion, walk.command->flags, word);
  if (walk.command == walk.program) return;
  for (const ParameterText& flag : walk.program->flags) {
    if (find_flag(walk.command->flags, flag.names.back()) == nullptr) add_flags(completion, {flag}, word);
  }
}

}  // namespace

Completion complete(const CommandText& program, std::span<const std::string> words) {
  Completion completion;
  if (words.empty()) return completion;
  Walk walk{.program = &program, .command = &program};
  for (const std::string& word : words.first(words.size() - 1)) walk.take(word);

  const std::string& word = words.back();
  const std::size_t equals = word.find('=');
  if (walk.awaits_value != nullptr) {
    add_values(completion, *walk.awaits_value, word, {});
  } else if (!walk.flags_ended && word.starts_with("--") && equals != std::string::npos) {
    const ParameterText* flag = walk.flag(word.substr(0, equals));
    if (flag != nullptr) add_values(completion, *flag, word, word.substr(0, equals + 1));
  } else if (!walk.flags_ended && word.starts_with('-') && word != "-") {
    add_flags(completion, walk, word);
  } else {
    for (const CommandText& child : walk.command->commands) add(completion, word, child.name, child.doc);
    const auto& arguments = walk.command->arguments;
    if (!arguments.empty()) {
      const ParameterText& argument = arguments[std::min(walk.arguments, arguments.size() - 1)];
      if (walk.arguments < arguments.size() || argument.repeats) add_values(completion, argument, word, {});
    }
  }
  return completion;
}

std::string lines_of(const Completion& completion) {
  std::string lines;
  for (const auto& [text, doc] : completion.candidates) lines += text + "\t" + doc + "\n";
  if (completion.paths == Completion::Paths::files) lines += ":files " + completion.path_prefix + "\n";
  if (completion.paths == Completion::Paths::folders) lines += ":folders " + completion.path_prefix + "\n";
  return lines;
}

std::optional<std::string_view> completion_script(std::string_view shell) {
  if (shell == known_shells[0]) return embedded::bash_completion;
  if (shell == known_shells[1]) return embedded::zsh_completion;
  if (shell == known_shells[2]) return embedded::fish_completion;
  return std::nullopt;
}

std::span<const std::string_view> shells() { return known_shells; }

}  // namespace clerk::ctl
