#include "ctl/command_line.hpp"

#include "ctl/documents/command_tree.hpp"
#include "ctl/documents/completion.hpp"
#include "ctl/documents/conventions.hpp"
#include "ctl/documents/help.hpp"
#include "ctl/documents/known_values.hpp"
#include "ctl/global_flags.hpp"
#include "ctl/operations/command_names.hpp"
#include "ctl/report.hpp"
#include "ctl/taken_words.hpp"
#include "ctl/usage_failure.hpp"
#include "openapi/catalog.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace clerk::ctl {

namespace {

// Hidden: the shells' scripts call it with what stands before the cursor.
constexpr std::string_view completion_command = "__complete";

CommandText whole_program();

std::unique_ptr<CLI::App> make_program(Invocation& invocation, std::span<const std::string> words) {
  auto root = std::make_unique<CLI::App>(
      "Work on Clerk instances: keep their settings as code, and make every call of the Backend API.", "clerkctl");
  // All of these are inherited by the commands.
  root->set_help_flag("-h,--help", "Tell what a command does and takes.");
  root->option_defaults()->group("Flags");
  root->group("Commands");
  root->fallthrough();
  root->require_subcommand(1);

  root->get_help_ptr()->group("Flags");
  add_global_flags(*root, invocation.options);
  add_settings_commands(*root, invocation);
  add_doctor_command(*root, invocation);
  add_document_commands(*root, invocation, whole_program);
  add_operation_commands(*root, invocation, words);
  root->footer(std::string{key_sources()});  // last, as commands would inherit it
  return root;
}

CommandText whole_program() {
  Invocation nothing;
  std::vector<std::string> classes;
  for (const std::string_view api : openapi::catalog().apis()) classes.push_back(operations::class_command(api));
  return describe(*make_program(nothing, classes));
}

// The parser would take what follows `--name=` for its value, and clear the next flag instead of the field.
std::vector<std::string> with_empty_values_apart(std::span<const std::string> arguments) {
  std::vector<std::string> words;
  bool flags_ended = false;
  for (const std::string& argument : arguments) {
    flags_ended = flags_ended || argument == "--";
    const bool is_empty_value = !flags_ended && argument.starts_with("--") && argument.find('=') == argument.size() - 1;
    words.push_back(is_empty_value ? argument.substr(0, argument.size() - 1) : argument);
    if (is_empty_value) words.emplace_back();
  }
  return words;
}

// Flags have not been read where the line was not understood, and its fault is told as it asked for.
GlobalOptions options_despite_fault(std::span<const std::string> words) {
  GlobalOptions options;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool is_next = words[at] == "--format" && at + 1 < words.size() && words[at + 1] == "json";
    if (is_next || words[at] == "--format=json") options.format = OutputFormat::json;
    if (words[at] == "--no-color") options.color = false;
  }
  return options;
}

void print_help(Host& host, const CLI::App& root) {
  const CLI::App& command = deepest_command(root);
  if (&command == &root) {
    host.out << help_text(describe(root), {}) << help_section("Exit status", exit_statuses());
  } else {
    host.out << help_text(describe(command), describe(root).flags);
  }
}

/// Sets the action, or says at once what is left to return.
std::optional<ExitStatus> understand(CLI::App& root, const std::vector<std::string>& words, Host& host) {
  const GlobalOptions options = options_despite_fault(words);
  try {
    root.parse(std::vector<std::string>{words.rbegin(), words.rend()});  // in the order that the parser takes
    const auto failure = find_flag_taken_for_value(root, words);
    if (!failure) return std::nullopt;
    return report(host, options, *failure);
  } catch (const CLI::CallForHelp&) {
    print_help(host, root);
    return ExitStatus::done;
  } catch (const CLI::CallForVersion& version) {
    host.out << version.what() << '\n';
    return ExitStatus::done;
  } catch (const CLI::ParseError& error) {
    return report(host, options, usage_failure(root, error));
  }
}

// A reader that went away, as `head` does, wanted no more; nothing is said of it.
ExitStatus after_writing(Host& host, const GlobalOptions& options, ExitStatus status) {
  host.out.flush();
  if (host.out) return status;
  const int reason = errno;
  if (reason != EPIPE) {
    // What failed may have been written long ago.
    const std::string why = reason == 0 ? "" : ": " + std::generic_category().message(reason);
    report(
        host, options,
        {.message = "standard output can't be written" + why,
         .hint = status == ExitStatus::done ? "What was to be done is done; only what was to be told is lost." : ""});
  }
  return status == ExitStatus::done ? ExitStatus::failed : status;
}

ExitStatus print_completion(std::span<const std::string> words, Host& host) {
  Invocation nothing;
  CommandText program = describe(*make_program(nothing, words));
  add_known_values(program);
  host.out << lines_of(complete(program, words));
  return ExitStatus::done;
}

}  // namespace

ExitStatus run(std::span<const std::string> arguments, Host& host) {
  if (!arguments.empty() && arguments.front() == completion_command)
    return print_completion(arguments.subspan(1), host);

  Invocation invocation;
  const std::vector<std::string> words = with_empty_values_apart(arguments);
  const auto root = make_program(invocation, words);
  errno = 0;
  const auto ended = understand(*root, words, host);
  const ExitStatus status = ended ? *ended : invocation.action(host, invocation.options);
  return after_writing(host, invocation.options, status);
}

}  // namespace clerk::ctl
