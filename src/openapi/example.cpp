#include "openapi/markdown.hpp"
#include "openapi/pages.hpp"

#include <algorithm>

namespace clerk::openapi {

namespace {

// A field that std::ostream prints, beside the one that is always the same.
const FieldEntry* telling_field(const ModelEntry& answer) {
  const auto tells = [](const FieldEntry& field) {
    const bool prints = field.type.kind == JsonType::Kind::boolean || field.type.kind == JsonType::Kind::string;
    return field.holder == Holder::value && field.rules.constant.empty() && prints && field.type.name.empty();
  };
  const auto found = std::ranges::find_if(answer.fields, tells);
  return found == answer.fields.end() ? nullptr : &*found;
}

std::string print_of(const FieldEntry& field) {
  const std::string name{field.name};
  const std::string manipulator = field.type.kind == JsonType::Kind::boolean ? "std::boolalpha << " : "";
  return "    std::cout << \"" + name + ": \" << " + manipulator + "answer." + name + " << '\\n';\n";
}

std::string_view request_of(const OperationEntry& operation) {
  return operation.body.empty() ? operation.query : operation.body;
}

std::string arguments_of(const OperationEntry& operation) {
  std::string arguments;
  for (const FieldEntry& parameter : operation.path) {
    arguments.append(arguments.empty() ? "\"" : ", \"").append(parameter.rules.example).append("\"");
  }
  if (!request_of(operation).empty()) arguments.append(arguments.empty() ? "request" : ", request");
  return arguments;
}

// The call, and what is printed of its answer.
std::string call_of(const Catalog& all, const OperationEntry& operation) {
  const std::string name{operation.info->name};
  const std::string call = "api_instance." + name + "(" + arguments_of(operation) + ").value()";
  if (operation.answer.empty()) return "    " + call + ";\n    std::cout << \"" + name + ": done\\n\";\n";
  const FieldEntry* field = telling_field(all.model(operation.answer));
  if (field == nullptr) {
    return "    static_cast<void>(" + call + ");\n    std::cout << \"" + name + ": answered\\n\";\n";
  }
  return "    const clerk::" + std::string{operation.answer} + " answer = " + call + ";\n" + print_of(*field);
}

}  // namespace

std::string example(const Catalog& all, const OperationEntry& operation) {
  const OperationInfo& info = *operation.info;
  const std::string api{info.api};

  std::string text = "#include <clerk/api/" + snake_case(api) + ".hpp>\n\n#include <iostream>\n\n";
  text += "int main() {\n";
  text +=
      "  // The key of CLERK_SECRET_KEY; the host is https://api.clerk.com/v1 unless CLERK_API_URL names another.\n";
  text += "  const clerk::ApiClient api_client{clerk::Configuration::from_environment()};\n";
  text += "  const clerk::" + api + " api_instance{api_client};\n\n";
  if (const std::string_view request = request_of(operation); !request.empty()) {
    text += "  const clerk::" + std::string{request} + " request{" + std::string{info.example} + "};\n";
  }
  text += "  try {\n" + call_of(all, operation);
  text += "    return 0;\n";
  text += "  } catch (const clerk::ApiException& error) {\n";
  text += "    std::cerr << \"" + std::string{info.name} + " failed: \" << error.what() << '\\n';\n";
  text += "    return 1;\n  }\n}\n";
  return text;
}

}  // namespace clerk::openapi
