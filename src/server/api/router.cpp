#include "server/api/router.hpp"

#include <optional>

namespace clerk::server::api {

namespace {

// The parameter's value (empty when the pattern has none) if the path is one of the pattern's.
std::optional<std::string_view> parameter_of(std::string_view pattern, std::string_view path) {
  constexpr std::string_view placeholder = "{id}";
  if (!pattern.ends_with(placeholder)) return pattern == path ? std::optional{std::string_view{}} : std::nullopt;
  const std::string_view stem = pattern.substr(0, pattern.size() - placeholder.size());
  if (!path.starts_with(stem)) return std::nullopt;
  const std::string_view value = path.substr(stem.size());
  if (value.empty() || value.find('/') != std::string_view::npos) return std::nullopt;
  return value;
}

}  // namespace

Router::Match Router::match(std::string_view method, std::string_view path) const {
  Match match;
  for (const Route& route : routes_) {
    const auto parameter = parameter_of(route.path, path);
    if (!parameter) continue;
    match.path_known = true;
    if (route.method == method) {
      match.route = &route;
      match.parameter = *parameter;
      return match;
    }
    match.allow.append(match.allow.empty() ? "" : ", ").append(route.method);
  }
  return match;
}

}  // namespace clerk::server::api
