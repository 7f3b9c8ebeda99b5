#include "ctl/taken_words.hpp"

#include "ctl/usage_failure.hpp"

#include <CLI/CLI.hpp>

namespace clerk::ctl {

namespace {

bool is_flag(const std::string& word) { return word.size() > 2 && word.starts_with("--"); }

// A command has the flags of those above it too.
const CLI::Option* find_option(const CLI::App* command, const std::string& name) {
  for (; command != nullptr; command = command->get_parent()) {
    if (const CLI::Option* option = command->get_option_no_throw(name)) return option;
  }
  return nullptr;
}

}  // namespace

std::optional<Failure> find_flag_taken_for_value(const CLI::App& root, std::span<const std::string> words) {
  const CLI::App& command = deepest_command(root);
  for (std::size_t at = 0; at + 1 < words.size() && words[at] != "--"; ++at) {
    if (!is_flag(words[at])) continue;
    const CLI::Option* option = find_option(&command, words[at]);
    if (option == nullptr || option->get_items_expected_min() == 0) continue;
    const std::string& next = words[++at];
    if (!is_flag(next)) continue;
    // Only the name: what follows it may be a secret.
    const std::string name = next.substr(0, next.find('='));
    return misuse(words[at - 1] + " needs a value, and " + name + " follows it",
                  "If the value is to begin so, write it after " + words[at - 1] + "=.");
  }
  return std::nullopt;
}

}  // namespace clerk::ctl
