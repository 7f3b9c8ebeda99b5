#include "openapi/markdown.hpp"
#include "openapi/pages.hpp"
#include "openapi/status_meaning.hpp"

#include <clerk/contract/error_codes.hpp>
#include <clerk/version.hpp>

#include <algorithm>

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

std::string signature(const OperationEntry& operation) {
  const std::string request = operation.body.empty() ? "" : "const " + std::string{operation.body} + "& request = {}, ";
  return result_type(operation) + " " + std::string{operation.info->name} + "(" + request +
         "const CallOptions& options = {}) const";
}

std::string async_signature(const OperationEntry& operation) {
  const std::string request = operation.body.empty() ? "" : std::string{operation.body} + " request, ";
  return "auto async_" + std::string{operation.info->name} + "(" + request +
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

std::string parameters_of(const OperationEntry& operation) {
  std::string text = "### Parameters\n\n" + table_head({"Name", "Type", "Description", "Notes"});
  if (!operation.body.empty()) {
    text += table_row({"**request**", link("**" + std::string{operation.body} + "**", page_of(operation.body)),
                       "What to change", "[optional]; left out, `{}` is sent"});
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

std::string headers_of(const OperationEntry& operation) {
  std::string text = "### HTTP request headers\n\n";
  text += std::string{"- **Content-Type**: "} + (operation.body.empty() ? "not sent" : "application/json") + "\n";
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
  text += "```\n" + signature(operation) + "\n" + async_signature(operation) + "\n```\n\n";
  text += http_request(info) + " · " + std::string{info.summary} + "\n\n" + std::string{info.description} + "\n\n";
  text += "### Example\n\n```cpp\n" + example(all, operation) + "```\n\n";
  text += parameters_of(operation) + return_type_of(operation);
  text += "### Authorization\n\n" + link("bearerAuth", std::string{index_file} + "#bearerauth") + "\n\n";
  text += headers_of(operation) + statuses_of(info);
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
