#include "ctl/operations/command_names.hpp"

#include <algorithm>

namespace clerk::ctl::operations {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether a word begins at the place: after a small letter, or where an acronym ends before a word. The `s` of `URLs`
/// is no word.
bool begins_word(std::string_view name, std::size_t place) {
  if (place == 0 || !is_upper(name[place])) return false;
  if (!is_upper(name[place - 1])) return true;
  const std::string_view rest = name.substr(place + 1);
  const bool is_plural = rest.starts_with('s') && (rest.size() == 1 || is_upper(rest[1]));
  return !rest.empty() && !is_upper(rest.front()) && !is_plural;
}

}  // namespace

std::string class_command(std::string_view api) {
  if (api.ends_with("Api")) api.remove_suffix(3);
  std::string command;
  for (std::size_t i = 0; i < api.size(); ++i) {
    if (begins_word(api, i)) command.push_back('-');
    command.push_back(lower(api[i]));
  }
  return command;
}

std::string with_dashes(std::string_view name) {
  std::string command{name};
  std::ranges::replace(command, '_', '-');
  return command;
}

}  // namespace clerk::ctl::operations
