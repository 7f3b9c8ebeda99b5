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

// What the example prints of the answer, or nothing where the answer shows nothing that prints.
std::string print_of(const Catalog& all, const OperationEntry& operation) {
  const std::string name{operation.info->name};
  if (operation.answer.empty()) return "    std::cout << \"" + name + ": done\\n\";\n";
  const FieldEntry* field = telling_field(all.model(operation.answer));
  if (field == nullptr) return "    std::cout << \"" + name + ": answered\\n\";\n";
  const std::string_view manipulator = field->type.kind == JsonType::Kind::boolean ? "std::boolalpha << " : "";
  return "    std::cout << \"" + std::string{field->name} + ": \" << " + std::string{manipulator} + "answer." +
         std::string{field->name} + " << '\\n';\n";
}

}  // namespace

std::string example(const Catalog& all, const OperationEntry& operation) {
  const OperationInfo& info = *operation.info;
  const std::string api{info.api};
  const std::string name{info.name};
  const std::string print = print_of(all, operation);
  const bool reads_answer = print.find("answer.") != std::string::npos;

  std::string text = "#include <clerk/api/" + snake_case(api) + ".hpp>\n\n#include <iostream>\n\n";
  text += "int main() {\n";
  text +=
      "  // The key of CLERK_SECRET_KEY; the host is https://api.clerk.com/v1 unless CLERK_API_URL names another.\n";
  text += "  const clerk::ApiClient api_client{clerk::Configuration::from_environment()};\n";
  text += "  const clerk::" + api + " api_instance{api_client};\n";
  if (!operation.body.empty()) {
    text += "\n  const clerk::" + std::string{operation.body} + " request{" + std::string{info.example} + "};\n";
  } else {
    text += "\n";
  }
  text += "  try {\n";
  text += reads_answer ? "    const clerk::" + std::string{operation.answer} + " answer = " : std::string{"    "};
  const bool discards = !reads_answer && !operation.answer.empty();
  text += (discards ? "static_cast<void>(" : "") + ("api_instance." + name) +
          (operation.body.empty() ? "()" : "(request)") + ".value()" + (discards ? ")" : "") + ";\n";
  text += print;
  text += "    return 0;\n";
  text += "  } catch (const clerk::ApiException& error) {\n";
  text += "    std::cerr << \"" + name + " failed: \" << error.what() << '\\n';\n";
  text += "    return 1;\n  }\n}\n";
  return text;
}

}  // namespace clerk::openapi
