#include "server/api/admission.hpp"

#include "server/api/api_version.hpp"
#include "server/api/identifiers.hpp"

#include <boost/beast/core/string.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace clerk::server::api {

namespace {

struct Target {
  std::string_view path;
  std::string_view query;
};

Target split(std::string_view target) {
  target = target.substr(0, target.find('#'));
  const std::size_t mark = target.find('?');
  return {.path = target.substr(0, mark),
          .query = mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1)};
}

std::string_view query_parameter(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    const std::size_t equals = pair.find('=');
    if (pair.substr(0, equals) == name) return equals == std::string_view::npos ? "" : pair.substr(equals + 1);
    if (end == std::string_view::npos) break;
    query.remove_prefix(end + 1);
  }
  return {};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// The instance of the bearer key, or the refusal. facts 4.2, 9.5
std::variant<InstanceDirectory::Published, Refusal> authenticate(const http::RequestHead& head,
                                                                 const InstanceDirectory& directory) {
  constexpr std::string_view scheme = "Bearer ";
  const std::string_view authorization = trimmed(head.header("authorization").value_or(""));
  if (authorization.size() <= scheme.size() || !boost::beast::iequals(authorization.substr(0, scheme.size()), scheme)) {
    return Refusal{.definition = &error_definition("authorization_header_format_invalid")};
  }
  auto instance = directory.find_by_key(key_digest(trimmed(authorization.substr(scheme.size()))));
  if (!instance) return Refusal{.definition = &error_definition("clerk_key_invalid")};
  return instance;
}

bool is_type(std::string_view content_type, std::string_view wanted) {
  return boost::beast::iequals(trimmed(content_type.substr(0, content_type.find(';'))), wanted);
}

std::optional<Refusal> judge_body(const http::RequestHead& head, std::string_view wanted, std::size_t max_body_bytes) {
  const bool chunked = head.header("transfer-encoding").has_value();
  const std::uint64_t length = head.content_length.value_or(0);
  if (!chunked && length == 0) return std::nullopt;
  const std::string_view content_type = head.header("content-type").value_or("");
  // A body without a media type can only be meant as the one that is taken here.
  if (!content_type.empty() && !is_type(content_type, wanted)) {
    return Refusal{.definition = &error_definition("unsupported_content_type"),
                   .value = std::string{content_type.substr(0, 100)},
                   .expected = std::string{wanted}};
  }
  if (length > max_body_bytes) {
    return Refusal{.definition = &error_definition("request_body_too_large"), .limit = std::to_string(max_body_bytes)};
  }
  return std::nullopt;
}

}  // namespace

const std::string& Arrival::parameter(std::string_view name) const {
  const auto found = std::ranges::find(parameters, name, &PathParameters::value_type::first);
  if (found == parameters.end()) throw std::logic_error{"the route has no parameter " + std::string{name}};
  return found->second;
}

std::variant<Arrival, Turned> admit(const http::RequestHead& head, const InstanceDirectory& directory,
                                    const Router& router, std::size_t max_body_bytes) {
  Arrival arrival{.trace_id = make_trace_id(), .version = default_api_version};
  const auto turn = [&](Refusal refusal) {
    return Turned{.trace_id = arrival.trace_id, .version = arrival.version, .refusals = {std::move(refusal)}};
  };
  const Target target = split(head.target);

  auto authenticated = authenticate(head, directory);
  if (auto* refusal = std::get_if<Refusal>(&authenticated)) return turn(std::move(*refusal));
  arrival.instance = std::get<InstanceDirectory::Published>(std::move(authenticated));

  ChosenVersion chosen = choose_version(head.header("clerk-api-version").value_or(""),
                                        query_parameter(target.query, "__clerk_api_version"));
  if (!chosen.problem.empty()) {
    return turn({.definition = &error_definition("api_version_invalid"), .value = std::move(chosen.problem)});
  }
  arrival.version = chosen.version;

  Router::Match match = router.match(head.method, target.path);
  if (!match.path_known) return turn({.definition = &error_definition("resource_not_found")});
  if (match.route == nullptr) {
    return Turned{.trace_id = arrival.trace_id, .version = arrival.version, .allow = match.allow};
  }
  arrival.route = match.route;
  arrival.parameters = std::move(match.parameters);
  arrival.query = target.query;

  arrival.content_type = head.header("content-type").value_or("");
  if (const auto host = head.header("host")) arrival.server_url = "http://" + std::string{*host};

  const std::string_view wanted = match.route->takes_form ? "multipart/form-data" : "application/json";
  if (auto refusal = judge_body(head, wanted, max_body_bytes)) return turn(std::move(*refusal));
  return arrival;
}

}  // namespace clerk::server::api
