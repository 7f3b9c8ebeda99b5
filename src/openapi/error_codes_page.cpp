#include "openapi/markdown.hpp"
#include "openapi/pages.hpp"
#include "openapi/status_meaning.hpp"

#include <clerk/contract/error_codes.hpp>

#include <map>

namespace clerk::openapi {

std::string error_codes_page() {
  std::map<int, std::string> by_status;
  for (const ErrorDefinition& each : error_definitions) {
    const bool local = each.source == "clerkd";
    by_status[each.status] += table_row({code(each.code), std::string{each.message}, std::string{each.long_message},
                                         local ? "the local server only" : std::string{each.source}});
  }
  std::string text =
      "# Error codes\n\nEvery refusal has a body of the form " + link("`ClerkErrors`", page_of("ClerkErrors")) +
      ": a list of errors, each with a code, a short and a long text. In the texts below `{param}` is the name of the "
      "field (also in `meta.param_name`), and `{value}`, `{expected}` and `{limit}` stand for what the refusal fills "
      "in. The same code may come with different texts: test the code.\n";
  for (const auto& [status, rows] : by_status) {
    text += "\n## " + std::to_string(status) + "\n\n" + std::string{meaning_of(status).meaning} + ".\n\n" +
            table_head({"Code", "Message", "Long message", "Source"}) + rows;
  }
  return text + "\n" + link("All classes and models", index_file) + "\n";
}

}  // namespace clerk::openapi
