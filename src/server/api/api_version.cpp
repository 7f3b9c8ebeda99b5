#include "server/api/api_version.hpp"

#include <algorithm>

namespace clerk::server::api {

ChosenVersion choose_version(std::string_view header, std::string_view query_parameter) {
  if (!header.empty() && !query_parameter.empty()) {
    return {.problem = "it is given both as the header Clerk-API-Version and as __clerk_api_version; send one"};
  }
  const std::string_view wanted = header.empty() ? query_parameter : header;
  if (wanted.empty()) return {};
  const auto* found = std::ranges::find(api_versions, wanted);
  if (found != api_versions.end()) return {.version = *found};
  std::string problem{"it must be one of"};
  for (const std::string_view version : api_versions) problem.append(" ").append(version);
  return {.problem = std::move(problem)};
}

}  // namespace clerk::server::api
