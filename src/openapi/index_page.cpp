#include "openapi/markdown.hpp"
#include "openapi/pages.hpp"

#include <clerk/version.hpp>

namespace clerk::openapi {

std::string index_page(const Catalog& all) {
  std::string text =
      "# Reference\n\nMade from the contract (`include/clerk/contract`); the suite holds each page to it and compiles "
      "and runs each example. " +
      link("openapi.json", document_file) + " is the same as an OpenAPI 3.1 document; clerkd serves it at " +
      "`/openapi.json`.\n\nAll URIs are relative to *" + std::string{default_host} + "*\n\n## Operations\n\n" +
      table_head({"Class", "Method", "HTTP request", "Description"});
  for (const OperationEntry& operation : all.operations) {
    const OperationInfo& info = *operation.info;
    const std::string page = page_of(info.api);
    text += table_row(
        {link(code(info.api), page), link("**" + std::string{info.name} + "**", page + "#" + std::string{info.name}),
         "**" + std::string{to_string(info.method)} + "** " + std::string{info.path}, std::string{info.summary}});
  }
  text += "\n## Models\n\n" + table_head({"Model", "What it is"});
  for (const ModelEntry& model : all.models) {
    text += table_row({link(code(model.name), page_of(model.name)), std::string{model.doc}});
  }
  text +=
      "\n## bearerAuth\n\nEvery call carries the instance's secret key, `Authorization: Bearer "
      "sk_<environment>_<secret value>`. Give it as `Configuration::access_token` or in `CLERK_SECRET_KEY`.\n";
  return text + "\n" + link("Error codes", error_codes_file) + "\n";
}

}  // namespace clerk::openapi
