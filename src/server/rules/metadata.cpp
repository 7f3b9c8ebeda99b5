#include "server/rules/metadata.hpp"

namespace clerk::server::rules {

void judge_metadata(std::string_view param, const RawJson& metadata, Refusals& refusals) {
  if (!metadata.text().starts_with('{')) {
    refusals.push_back({.definition = &error_definition("form_param_type_invalid"),
                        .param = std::string{param},
                        .expected = "object"});
  } else if (metadata.text().size() > most_metadata_bytes) {
    refusals.push_back({.definition = &error_definition("form_param_exceeds_allowed_size"),
                        .param = std::string{param},
                        .limit = std::to_string(most_metadata_bytes)});
  }
}

}  // namespace clerk::server::rules
