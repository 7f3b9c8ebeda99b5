#include "ctl/command_line.hpp"
#include "ctl/operations/bindings.hpp"
#include "ctl/operations/call.hpp"
#include "ctl/operations/command_names.hpp"
#include "ctl/operations/operation_command.hpp"
#include "ctl/report.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace clerk::ctl {

namespace {

using operations::Binding;
using operations::OperationCommand;

ExitStatus act(const OperationCommand& command, Host& host, const GlobalOptions& options) {
  const auto request = command.understood(host);
  if (!request) return report(host, options, request.error());
  const auto context = make_context(host, options);
  if (!context) return report(host, options, context.error());
  return operations::make_call(*context, *request, command.output());
}

bool has_word(std::span<const std::string> words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

/// The commands of one class. Those that the words name have their flags, or all where the class alone is named; the
/// others have their names.
void add_class(CLI::App& root, Invocation& invocation, std::span<const Binding> methods,
               std::span<const std::string> words) {
  const std::string name = operations::class_command(methods.front().info->api);
  CLI::App* family = root.add_subcommand(name, "Calls of " + std::string{methods.front().info->api} + ".");
  family->group("Calls of the API")->require_subcommand(1);
  const bool is_named = has_word(words, name);
  const auto named = [&](const Binding& method) {
    return is_named && has_word(words, operations::with_dashes(method.info->name));
  };
  const bool none_named = is_named && std::ranges::none_of(methods, named);
  for (const Binding& method : methods) {
    CLI::App* command =
        family->add_subcommand(operations::with_dashes(method.info->name), std::string{method.info->summary});
    command->group("Commands");
    if (!none_named && !named(method)) continue;
    const auto built = std::make_shared<OperationCommand>(*command, method, words);
    command->callback([built, &invocation] {
      invocation.action = [built](Host& host, const GlobalOptions& options) { return act(*built, host, options); };
    });
  }
}

}  // namespace

void add_operation_commands(CLI::App& root, Invocation& invocation, std::span<const std::string> arguments) {
  const auto all = operations::bindings();
  std::vector<std::string_view> classes;
  for (const Binding& binding : all) {
    if (std::ranges::find(classes, binding.info->api) == classes.end()) classes.push_back(binding.info->api);
  }
  for (const std::string_view api : classes) {
    std::vector<Binding> methods;
    std::ranges::copy_if(all, std::back_inserter(methods), [&](const Binding& each) { return each.info->api == api; });
    add_class(root, invocation, methods, arguments);
  }
}

}  // namespace clerk::ctl
