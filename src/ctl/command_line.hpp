#pragma once

#include "ctl/context.hpp"
#include "ctl/failure.hpp"
#include "ctl/host.hpp"

#include <functional>
#include <span>
#include <string>

namespace CLI {
class App;
}

namespace clerk::ctl {

struct CommandText;

/// What a command line asks for. Each command's callback sets the action; it runs after the whole line has been
/// understood, so a mistake anywhere in the line means that nothing is done.
struct Invocation {
  GlobalOptions options{};
  std::function<ExitStatus(Host&, const GlobalOptions&)> action{};
};

/// The whole program: parses, acts, writes failures to `host.err` as `clerkctl: …` and returns the exit status.
[[nodiscard]] ExitStatus run(std::span<const std::string> arguments, Host& host);

// Each family of commands adds itself to the root. What a callback captures lives as long as the App.
void add_settings_commands(CLI::App& root, Invocation& invocation);
/// All operations of the registry. `arguments` are those of the command line: only the classes that they name are built
/// in full, as hundreds of options that nobody asked for take time.
void add_operation_commands(CLI::App& root, Invocation& invocation, std::span<const std::string> arguments);
void add_doctor_command(CLI::App& root, Invocation& invocation);
/// Makes the description of all commands with all their flags, for who needs more than the command line names.
using WholeProgram = std::function<CommandText()>;
/// `completion bash|zsh|fish` and `man`.
void add_document_commands(CLI::App& root, Invocation& invocation, const WholeProgram& whole_program);

}  // namespace clerk::ctl
