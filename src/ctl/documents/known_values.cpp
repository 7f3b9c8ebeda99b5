#include "ctl/documents/known_values.hpp"

#include "ctl/operations/command_names.hpp"
#include "ctl/operations/fields.hpp"
#include "openapi/catalog.hpp"

#include <algorithm>

namespace clerk::ctl {

namespace {

template <class Named>
Named* find_named(std::vector<Named>& all, const std::string& name) {
  const auto found = std::ranges::find(all, name, &Named::name);
  return found == all.end() ? nullptr : &*found;
}

void add_values_of(const openapi::ModelEntry& model, CommandText& command) {
  for (const openapi::FieldEntry& field : model.fields) {
    const std::string name = "--" + operations::with_dashes(field.name);
    const auto flag = std::ranges::find_if(command.flags, [&name](const ParameterText& each) {
      return std::ranges::find(each.names, name) != each.names.end();
    });
    if (flag == command.flags.end() || !flag->choices.empty()) continue;
    const bool is_list = field.type.kind == openapi::JsonType::Kind::array;
    for (const std::string_view value : (is_list ? field.type.items.front() : field.type).values) {
      if (!value.empty()) flag->choices.emplace_back(value);
    }
  }
}

// `--null` takes the name of a field of which the API takes null.
void add_names_of_fields(const openapi::ModelEntry& body, CommandText& command) {
  const auto flag = std::ranges::find(command.flags, "FIELD", &ParameterText::value);
  if (flag == command.flags.end()) return;
  for (const openapi::FieldEntry& field : body.fields) {
    const bool is_retired = field.rules.standing == Standing::retired;
    if (operations::takes_null(field) && !is_retired) flag->choices.emplace_back(field.name);
  }
}

}  // namespace

void add_known_values(CommandText& program) {
  for (const openapi::OperationEntry& operation : openapi::catalog().operations) {
    CommandText* family = find_named(program.commands, operations::class_command(operation.info->api));
    if (family == nullptr) continue;
    CommandText* command = find_named(family->commands, operations::with_dashes(operation.info->name));
    if (command == nullptr || command->flags.empty()) continue;
    if (!operation.query.empty()) add_values_of(openapi::catalog().model(operation.query), *command);
    if (operation.body.empty()) continue;
    add_values_of(openapi::catalog().model(operation.body), *command);
    add_names_of_fields(openapi::catalog().model(operation.body), *command);
  }
}

}  // namespace clerk::ctl
