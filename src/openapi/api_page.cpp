#include "openapi/markdown.hpp"
#include "openapi/pages.hpp"
#include "openapi/status_meaning.hpp"

#include <clerk/contract/error_codes.hpp>
#include <clerk/version.hpp>

#include <algorithm>
#include <vector>

namespace clerk::openapi {

namespace {

constexpr std::string_view answer_headers = "`x-clerk-trace-id`, `clerk-api-version`";

std::string anchor(std::string_view name) { return "#" + std::string{name}; }

std::string http_request(const OperationInfo& info) {
  return "**" + std::string{to_string(info.method)} + "** " + std::string{info.path};
}

std::string result_type(const OperationEntry& operation) {
  return "Result<" + (operation.answer.empty() ? "void" : std::string{operation.answer}) + ">";
}

// Whether the call may leave the model out: it has nothing that is required.
bool can_be_left_out(const ModelEntry& model) {
  return std::ranges::none_of(model.fields, [](const FieldEntry& field) { return field.required; });
}

// The models that the call takes as arguments, query before body.
std::vector<const ModelEntry*> requests_of(const Catalog& all, const OperationEntry& operation) {
  std::vector<const ModelEntry*> models;
  for (const std::string_view name : {operation.query, operation.body}) {
    if (!name.empty()) models.push_back(&all.model(name));
  }
  return models;
}

std::string signature(const Catalog& all, const OperationEntry& operation) {
  std::string arguments;
  for (const FieldEntry& parameter : operation.path) {
    arguments += "std::string_view " + std::string{parameter.name} + ", ";
  }
  for (const ModelEntry* model : requests_of(all, operation)) {
    arguments += "const " + std::string{model->name} + "& request" + (can_be_left_out(*model) ? " = {}, " : ", ");
  }
  return result_type(operation) + " " + std::string{operation.info->name} + "(" + arguments +
         "const CallOptions& options = {}) const";
}

std::string async_signature(const Catalog& all, const OperationEntry& operation) {
  std::string arguments;
  for (const FieldEntry& parameter : operation.path) arguments += "std::string " + std::string{parameter.name} + ", ";
  for (const ModelEntry* model : requests_of(all, operation)) arguments += std::string{model->name} + " request, ";
  return "auto async_" + std::string{operation.info->name} + "(" + arguments +
         "[CallOptions options,] Token&& token) const      // void(" + result_type(operation) + ")";
}

std::string replay_of(Replay replay) {
  switch (replay) {
    case Replay::safe:
      return "A read: it is sent again also when it is not known whether the first one arrived.";
    case Replay::idempotent:
      return "A write that leaves the same state however often it runs. Sent again by itself only when it never went "
             "out or was refused; with `retries.replay_idempotent` also when the outcome is unknown.";
    case Replay::neither:
      return "A write that is never sent again once it may have arrived.";
  }
  return "";
}

std::string notes_of(const ModelEntry& model) {
  if (!can_be_left_out(model)) return "";
  return model.direction == Direction::query ? "[optional]" : "[optional]; left out, `{}` is sent";
}

std::string parameters_of(const Catalog& all, const OperationEntry& operation) {
  std::string text = "### Parameters\n\n" + table_head({"Name", "Type", "Description", "Notes"});
  for (const FieldEntry& parameter : operation.path) {
    text += table_row({"**" + std::string{parameter.name} + "**", "`std::string`", std::string{parameter.doc},
                       "not empty; sent as one segment of the path"});
  }
  for (const ModelEntry* model : requests_of(all, operation)) {
    const bool query = model->direction == Direction::query;
    text += table_row({"**request**", link("**" + std::string{model->name} + "**", page_of(model->name)),
                       query ? "Parameters of the query" : "What to change", notes_of(*model)});
  }
  return text +
         table_row(
             {"**options**", "`CallOptions`", "Time limits, retries and headers of this one call", "[optional]"}) +
         "\n";
}

std::string return_type_of(const OperationEntry& operation) {
  const std::string type = operation.answer.empty()
                               ? "void (empty response body)"
                               : link("**" + std::string{operation.answer} + "**", page_of(operation.answer));
  return "### Return type\n\n" + type + " in a `Result`: `.value()` throws the `ApiException` of the status.\n\n";
}

std::string headers_of(const Catalog& all, const OperationEntry& operation) {
  std::string text = "### HTTP request headers\n\n- **Content-Type**: ";
  text += operation.body.empty() ? "not sent" : media_type_of(all.model(operation.body));
  text += "\n";
  return text + "- **Accept**: application/json\n- **Clerk-API-Version**: " + std::string{default_api_version} +
         " unless the configuration says otherwise\n\n";
}

std::string statuses_of(const OperationInfo& info) {
  std::string text =
      "### HTTP response details\n\n" + table_head({"Status code", "Description", "Codes", "Response headers"});
  text += table_row({"**" + std::to_string(info.success) + "**", std::string{meaning_of(info.success).meaning}, "",
                     std::string{answer_headers}});
  for (const int status : info.errors) {
    const std::string number = std::to_string(status);
    const bool has_codes =
        std::ranges::find(error_definitions, status, &ErrorDefinition::status) != error_definitions.end();
    text += table_row({"**" + number + "**", std::string{meaning_of(status).meaning},
                       has_codes ? link("codes", std::string{error_codes_file} + "#" + number) : "",
                       std::string{answer_headers}});
  }
  return text +
         table_row({"others", "What every operation may answer, such as 401 and 429", link("codes", error_codes_file),
                    std::string{answer_headers} + "; `Retry-After` with 429"}) +
         "\n";
}

std::string section_of(const Catalog& all, const OperationEntry& operation, std::string_view api) {
  const OperationInfo& info = *operation.info;
  std::string text = "## " + std::string{info.name} + "\n\n";
  text += "```\n" + signature(all, operation) + "\n" + async_signature(all, operation) + "\n```\n\n";
  text += http_request(info) + " · " + std::string{info.summary} + "\n\n" + std::string{info.description};
  text += operation.is_paged ? " A clerk::Pager walks all pages.\n\n" : "\n\n";
  if (info.deprecated) text += "**Deprecated** in the official description.\n\n";
  text += "### Example\n\n```cpp\n" + example(all, operation) + "```\n\n";
  text += parameters_of(all, operation) + return_type_of(operation);
  text += "### Authorization\n\n" + link("bearerAuth", std::string{index_file} + "#bearerauth") + "\n\n";
  text += headers_of(all, operation) + statuses_of(info);
  text += "### Sent again?\n\n" + replay_of(info.replay) + "\n\n";
  return text + link("Back to top", anchor("clerk" + lower_case(api))) + " · " +
         link("All classes and models", index_file) + "\n\n";
}

}  // namespace

std::string api_page(const Catalog& all, std::string_view api) {
  std::string text = "# clerk::" + std::string{api} + "\n\n```cpp\n#include <clerk/api/" + snake_case(api) +
                     ".hpp>\n```\n\nAll URIs are relative to *" + std::string{default_host} + "*\n\n";
  text += table_head({"Method", "HTTP request", "Description"});
  std::string sections;
  for (const OperationEntry& operation : all.operations) {
    const OperationInfo& info = *operation.info;
    if (info.api != api) continue;
    text += table_row(
        {link("**" + std::string{info.name} + "**", anchor(info.name)), http_request(info), std::string{info.summary}});
    sections += section_of(all, operation, api);
  }
  sections.pop_back();
  return text + "\n" + sections;
}

}  // namespace clerk::openapi
