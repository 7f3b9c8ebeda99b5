#include "ctl/command_line.hpp"
#include "ctl/settings/actions.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace clerk::ctl {

namespace {

using namespace settings;

constexpr const char* file_help = "The settings file, YAML or JSON; - is standard input";
constexpr const char* state_help =
    "File that notes what was applied and can't be read back (default: .clerkctl/state.json beside FILE)";

void add_pull(CLI::App& parent, Invocation& invocation) {
  CLI::App* command = parent.add_subcommand("pull", "Write a settings file of what the instance holds");
  const auto options = std::make_shared<PullOptions>();
  command
      ->add_option("--out", options->out,
                   "File to write: JSON when its name ends in .json, YAML when in .yaml or .yml, else by --format")
      ->type_name("FILE");
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
  command->add_option("FILE", options->file, file_help)->required()->type_name("");
  command->add_option("--out", options->out, "Save the plan, for `apply --plan`")->type_name("PLAN");
  command->add_option("--state", options->state, state_help)->type_name("FILE");
  command->add_flag("--detailed-exitcode", options->detailed_exit_code,
                    "Exit with 2 when there is something to change");
  command->callback([&invocation, options] {
    invocation.action = [options](Host& host, const GlobalOptions& global) { return run_plan(host, global, *options); };
  });
}

void add_apply(CLI::App& parent, Invocation& invocation) {
  CLI::App* command = parent.add_subcommand("apply", "Make the instance as the settings file has it");
  const auto options = std::make_shared<ApplyOptions>();
  CLI::Option* file = command->add_option("FILE", options->file, file_help)->type_name("");
  command->add_option("--plan", options->plan, "Do exactly what a saved plan says, unless it is stale")
      ->type_name("PLAN")
      ->excludes(file);
  command->add_option("--state", options->state, state_help)->type_name("FILE");
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
  command->add_option("FILE", options->file, file_help)->required()->type_name("");
  command->add_option("--state", options->state, state_help)->type_name("FILE");
  command->callback([&invocation, options] {
    invocation.action = [options](Host& host, const GlobalOptions& global) {
      return run_drift(host, global, *options);
    };
  });
}

void add_validate(CLI::App& parent, Invocation& invocation) {
  CLI::App* command = parent.add_subcommand("validate", "Check a settings file without a key or a network");
  const auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, file_help)->required()->type_name("");
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
