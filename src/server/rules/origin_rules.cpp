#include "server/rules/origin_rules.hpp"

#include "server/rules/initial_settings.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

// Scheme and authority: where a URL has a path, an origin has none.
std::string_view origin_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return url;
  return url.substr(0, url.find('/', scheme + 3));
}

bool is_local(std::string_view origin) {
  for (const std::string_view host : {"http://localhost", "https://localhost", "http://127.0.0.1", "http://[::1]"}) {
    if (origin.starts_with(host) && (origin.size() == host.size() || origin[host.size()] == ':')) return true;
  }
  return false;
}

}  // namespace

bool is_origin_allowed(const store::InstanceState& instance, std::string_view origin) {
  if (origin.empty() || origin == "null") return false;
  const auto& settings = instance.settings.instance;
  const auto same = [&](std::string_view allowed) { return origin_of(allowed) == origin; };
  if (settings.allowed_origins && std::ranges::any_of(*settings.allowed_origins, same)) return true;
  if (instance.environment_type != development) {
    return instance.traits.home_url && same(*instance.traits.home_url);
  }
  return is_local(origin) || (!settings.development_origin.empty() && same(settings.development_origin));
}

}  // namespace clerk::server::rules
