#pragma once

#include "ctl/documents/command_tree.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl {

/// What the word at the cursor may become.
struct Completion {
  struct Candidate {
    std::string text{};  ///< the whole word
    std::string doc{};
    friend bool operator==(const Candidate&, const Candidate&) = default;
  };
  /// What the shell itself has to complete besides.
  enum class Paths { none, files, folders };

  std::vector<Candidate> candidates{};
  Paths paths{Paths::none};
  std::string path_prefix{};  ///< what stands before the path in the word, such as `--out=` or `@`
};

/// Completes the last of the words that follow the program's name; it may be empty.
[[nodiscard]] Completion complete(const CommandText& program, std::span<const std::string> words);

/// As the scripts read it: a candidate a line, after a tab what it is; then `:files PREFIX` or `:folders PREFIX`.
[[nodiscard]] std::string lines_of(const Completion& completion);

/// The script for a shell, which asks the program itself for candidates; nothing for a shell that is not known.
[[nodiscard]] std::optional<std::string_view> completion_script(std::string_view shell);
[[nodiscard]] std::span<const std::string_view> shells();

}  // namespace clerk::ctl
