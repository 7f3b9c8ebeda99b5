#include "sdk/client_settings.hpp"

#include "sdk/header_rules.hpp"
#include "sdk/log.hpp"

#include <fstream>
#include <sys/stat.h>
#include <utility>

namespace clerk::sdk {

namespace {

std::optional<Problem> file_problem(const std::string& path, std::string_view setting) {
  if (path.empty() || std::ifstream{path}.good()) return std::nullopt;
  return Problem{std::string{setting} + " names " + path + ", which can't be read"};
}

std::optional<Problem> directory_problem(const std::string& path, std::string_view setting) {
  struct stat status {};
  if (path.empty() || (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))) return std::nullopt;
  return Problem{std::string{setting} + " names " + path + ", which is no directory"};
}

std::optional<Problem> first_problem(const Configuration& given) {
  if (auto problem = key_problem(given.access_token)) return problem;
  if (auto problem = header_problem(given.default_headers, "default_headers")) return problem;
  if (auto problem = header_problem(given.proxy_headers, "proxy_headers")) return problem;
  if (auto problem = value_problem(given.user_agent, "user_agent")) return problem;
  if (auto problem = value_problem(given.api_version, "api_version (CLERK_API_VERSION)")) return problem;
  if (given.transport) return std::nullopt;  // the files below are for the library's own
  if (auto problem = file_problem(given.ssl_ca_cert, "ssl_ca_cert")) return problem;
  if (auto problem = directory_problem(given.ssl_ca_directory, "ssl_ca_directory")) return problem;
  if (auto problem = file_problem(given.cert_file, "cert_file")) return problem;
  return file_problem(given.key_file, "key_file");
}

// Those set later replace those set before.
Headers headers_of(const Configuration& given, bool with_body) {
  Headers headers;
  headers.add("Authorization", "Bearer " + given.access_token.reveal());
  headers.add("Accept", "application/json");
  headers.add("User-Agent",
              given.user_agent + (given.user_agent.empty() ? "" : " ") + "clerk-cpp/" + std::string{library_version});
  if (!given.api_version.empty()) headers.add("Clerk-API-Version", given.api_version);
  if (with_body) headers.add("Content-Type", "application/json");
  for (const Header& header : given.default_headers) headers.set(header.name, header.value);
  return headers;
}

}  // namespace

ClientSettings::ClientSettings(Configuration given) : configuration{std::move(given)} {
  if (configuration.debug && !configuration.logger) configuration.logger = standard_error_logger();
  auto root = sdk::base_url(configuration.host);
  if (root) {
    base_url = *std::move(root);
    problem = first_problem(configuration);
  } else {
    problem = root.error();
  }
  if (problem) return;
  headers = headers_of(configuration, false);
  headers_with_body = headers_of(configuration, true);
}

}  // namespace clerk::sdk
