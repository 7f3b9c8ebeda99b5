#include "ctl/command_line.hpp"
#include "ctl/empty_value.hpp"
#include "ctl/settings/actions.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace clerk::ctl {

namespace {

using namespace settings;

constexpr const char* file_help = "The settings file, YAML or JSON; - is standard input";

CLI::Option* add_file(CLI::App& command, std::string& file) {
  return command.add_option("FILE", file, file_help)->type_name("")->check(fault_of_empty_argument);
}

/// A flag that takes the name of a file.
CLI::Option* add_file_flag(CLI::App& command, const char* flag, std::string& file, const char* form, const char* doc) {
  return command.add_option(flag, file, doc)->type_name(form)->check(fault_of_empty);
}

void add_state_flag(CLI::App& command, std::string& file) {
  add_file_flag(command, "--state", file, "FILE",
                "File that notes what was applied and can't be read back (default: .clerkctl/state.json beside FILE)");
}

void add_pull(CLI::App& parent, Invocation& invocation) {
  CLI::App* command = parent.add_subcommand("pull", "Write a settings file of what the instance holds");
  const auto options = std::make_shared<PullOptions>();
  add_file_flag(*command, "--out", options->out, "FILE",
                "File to write: JSON when its name ends in .json, YAML when in .yaml or .yml, else by --format");
  command->add_flag("--force", options->force, "Replace a file that is there");
  command->add_flag("--pin", options->pin,
                    "Put environment and instance id into the file, so that it is refused elsewhere");
  command->callback([&invocation, options] {
    invocation.action = [options](Host& host, const GlobalOptions& global) { return run_pull(host, global, *options); };
  });
}

void add_plan(CLI::App& parent, Invocation& invocation) {
  CLI::App* command = parent.add_subcommand("plan", "Show what applying a settings file would change; changes nothing");
  const auto options = std::make_shared<PlanOptions>();
  add_file(*command, options->file)->required();
  add_file_flag(*command, "--out", options->out, "PLAN", "Save the plan, for `apply --plan`");
  add_state_flag(*command, options->state);
  command->add_flag("--detailed-exitcode", options->detailed_exit_code,
                    "Exit with 2 when there is something to change");
  command->callback([&invocation, options] {
    invocation.action = [options](Host& host, const GlobalOptions& global) { return run_plan(host, global, *options); };
  });
}

void add_apply(CLI::App& parent, Invocation& invocation) {
  CLI::App* command = parent.add_subcommand("apply", "Make the instance as the settings file has it");
  const auto options = std::make_shared<ApplyOptions>();
  CLI::Option* file = add_file(*command, options->file);
  add_file_flag(*command, "--plan", options->plan, "PLAN", "Do exactly what a saved plan says, unless it is stale")
      ->excludes(file);
  add_state_flag(*command, options->state);
  command->add_flag("--yes", options->consent.yes, "Do not ask; needed where there is no terminal");
  command->add_flag("--yes-production", options->consent.yes_production,
                    "The same for a production instance, for which --yes is not enough");
  command->callback([&invocation, options] {
    if (options->file.empty() && options->plan.empty()) throw CLI::RequiredError("FILE or --plan PLAN");
    invocation.action = [options](Host& host, const GlobalOptions& global) {
      return run_apply(host, global, *options);
    };
  });
}

void add_drift(CLI::App& parent, Invocation& invocation) {
  CLI::App* command = parent.add_subcommand(
      "drift", "Exit with 2 when the instance differs from a settings file, as far as can be known");
  const auto options = std::make_shared<DriftOptions>();
  add_file(*command, options->file)->required();
  add_state_flag(*command, options->state);
  command->callback([&invocation, options] {
    invocation.action = [options](Host& host, const GlobalOptions& global) {
      return run_drift(host, global, *options);
    };
  });
}

void add_validate(CLI::App& parent, Invocation& invocation) {
  CLI::App* command = parent.add_subcommand("validate", "Check a settings file without a key or a network");
  const auto file = std::make_shared<std::string>();
  add_file(*command, *file)->required();
  command->callback([&invocation, file] {
    invocation.action = [file](Host& host, const GlobalOptions& global) { return run_validate(host, global, *file); };
  });
}

}  // namespace

void add_settings_commands(CLI::App& root, Invocation& invocation) {
  CLI::App* command = root.add_subcommand("settings", "Instance settings as code: pull, plan, apply, drift, validate");
  command->require_subcommand(1);
  add_pull(*command, invocation);
  add_plan(*command, invocation);
  add_apply(*command, invocation);
  add_drift(*command, invocation);
  add_validate(*command, invocation);
}

}  // namespace clerk::ctl
