#include "server/api/router.hpp"

#include "codec/percent.hpp"
#include "codec/utf8.hpp"

#include <optional>

namespace clerk::server::api {

namespace {

// Takes the first segment, with the slash before it, from the path.
std::string_view take_segment(std::string_view& path) {
  const std::size_t end = path.find('/', 1);
  const std::string_view segment = path.substr(0, end);
  path.remove_prefix(segment.size());
  return segment;
}

bool is_parameter(std::string_view segment) { return segment.starts_with("/{") && segment.ends_with('}'); }

// What is not well encoded, or no text that anything could be named, names nothing.
std::optional<std::string> parameter_in(std::string_view segment) {
  if (!segment.starts_with('/')) return std::nullopt;
  auto value = codec::percent_decoded(segment.substr(1), codec::Plus::is_itself);
  if (!value || value->empty() || !codec::is_utf8(*value) || value->find('\0') != std::string::npos) {
    return std::nullopt;
  }
  return value;
}

// The parameters if the path is one of the pattern's.
std::optional<PathParameters> parameters_of(std::string_view pattern, std::string_view path) {
  PathParameters parameters;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = take_segment(pattern);
    const std::string_view segment = take_segment(path);
    if (is_parameter(wanted)) {
      auto value = parameter_in(segment);
      if (!value) return std::nullopt;
      parameters.emplace_back(wanted.substr(2, wanted.size() - 3), *std::move(value));
    } else if (wanted != segment) {
      return std::nullopt;
    }
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return parameters;
}

// Of two patterns that take the same path.
bool is_more_literal(std::string_view pattern, std::string_view other) {
  while (!pattern.empty() && !other.empty()) {
    const bool parameter = is_parameter(take_segment(pattern));
    if (parameter != is_parameter(take_segment(other))) return !parameter;
  }
  return false;
}

}  // namespace

Router::Match Router::match(std::string_view method, std::string_view path) const {
  Match match;
  for (const Route& route : routes_) {
    auto parameters = parameters_of(route.path, path);
    if (!parameters) continue;
    match.path_known = true;
    if (route.method == method) {
      if (match.route != nullptr && !is_more_literal(route.path, match.route->path)) continue;
      match.route = &route;
      match.parameters = *std::move(parameters);
    } else if (match.allow.find(route.method) == std::string::npos) {
      match.allow.append(match.allow.empty() ? "" : ", ").append(route.method);
    }
  }
  return match;
}

}  // namespace clerk::server::api
