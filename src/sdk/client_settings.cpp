#include "sdk/client_settings.hpp"

#include "sdk/ascii.hpp"
#include "sdk/header_rules.hpp"
#include "sdk/log.hpp"

#include <boost/url/parse.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <utility>

namespace clerk::sdk {

namespace {

std::optional<Problem> file_problem(const std::string& path, std::string_view setting, std::string_view advice = {}) {
  if (path.empty() || std::ifstream{path}.good()) return std::nullopt;
  return Problem{std::string{setting} + " names " + path + ", which can't be read: correct it" + std::string{advice}};
}

bool is_directory(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

// OpenSSL takes a list and passes over those that are not there, which distributions rely on.
std::optional<Problem> authorities_problem(const std::string& directories) {
  if (directories.empty()) return std::nullopt;
  std::istringstream list{directories};
  for (std::string directory; std::getline(list, directory, ':');) {
    if (is_directory(directory)) return std::nullopt;
  }
  return Problem{"ssl_ca_directory names " + directories +
                 ", which is no directory: correct it, or SSL_CERT_DIR if it came from there"};
}

// The text is not repeated in these: it may hold a password.
std::optional<Problem> proxy_problem(const std::string& proxy) {
  if (proxy.empty()) return std::nullopt;
  const std::string advice =
      ": give it as http://127.0.0.1:3128, with user:password@ after the // if need be, percent-encoded";
  if (std::ranges::any_of(proxy, [](char c) { return is_control(c) || c == ' '; })) {
    return Problem{"proxy holds a space, a line break or another control character" + advice};
  }
  const std::string url = proxy.find("://") == std::string::npos ? "http://" + proxy : proxy;
  const auto parsed = boost::urls::parse_uri(url);
  if (parsed.has_error() || parsed->encoded_host().empty()) return Problem{"proxy is no URL" + advice};
  constexpr auto schemes = std::to_array<std::string_view>({"http", "https", "socks4", "socks4a", "socks5", "socks5h"});
  const auto same = [scheme = parsed->scheme()](std::string_view known) { return same_text(known, scheme); };
  if (std::ranges::none_of(schemes, same)) return Problem{"proxy has a scheme that is not known" + advice};
  return std::nullopt;
}

std::optional<Problem> first_problem(const Configuration& given) {
  if (auto problem = key_problem(given.access_token)) return problem;
  if (auto problem = header_problem(given.default_headers, "default_headers")) return problem;
  if (auto problem = header_problem(given.proxy_headers, "proxy_headers")) return problem;
  if (auto problem = value_problem(given.user_agent, "user_agent")) return problem;
  if (auto problem = value_problem(given.api_version, "api_version (CLERK_API_VERSION)")) return problem;
  if (given.transport) return std::nullopt;  // the files below are for the library's own
  if (auto problem = proxy_problem(given.proxy)) return problem;
  if (auto problem = file_problem(given.ssl_ca_cert, "ssl_ca_cert", ", or SSL_CERT_FILE if it came from there")) {
    return problem;
  }
  if (auto problem = authorities_problem(given.ssl_ca_directory)) return problem;
  if (auto problem = file_problem(given.cert_file, "cert_file")) return problem;
  return file_problem(given.key_file, "key_file");
}

// Those set later replace those set before.
Headers headers_of(const Configuration& given, bool with_body) {
  Headers headers;
  headers.add("Authorization", "Bearer " + given.access_token.reveal());
  headers.add("Accept", "application/json");
  headers.add("User-Agent",
              given.user_agent + (given.user_agent.empty() ? "" : " ") + "clerk-cpp/" + std::string{version});
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
    loopback = is_loopback(base_url);
    problem = first_problem(configuration);
  } else {
    problem = root.error();
  }
  if (problem) return;
  headers = headers_of(configuration, false);
  headers_with_body = headers_of(configuration, true);
}

}  // namespace clerk::sdk
