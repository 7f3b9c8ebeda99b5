#include "server/api/environment_page.hpp"

#include "codec/query_text.hpp"
#include "server/api/environment.hpp"
#include "server/api/error_body.hpp"
#include "server/api/identifiers.hpp"
#include "server/rules/initial_settings.hpp"
#include "server/rules/origin_rules.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace clerk::server::api {

namespace {

constexpr std::string_view path = "/__clerkd/environment";

InstanceDirectory::Published oldest_development(const InstanceDirectory& directory) {
  InstanceDirectory::Published oldest;
  for (auto& instance : directory.all()) {
    if (instance->environment_type != rules::development) continue;
    if (!oldest || std::pair{instance->created_at, instance->id} < std::pair{oldest->created_at, oldest->id}) {
      oldest = std::move(instance);
    }
  }
  return oldest;
}

InstanceDirectory::Published wanted(std::string_view query, const InstanceDirectory& directory) {
  const auto parameters = codec::parse_query(query);
  const auto id = std::ranges::find(parameters, "instance_id", &codec::QueryParameter::name);
  return id == parameters.end() ? oldest_development(directory) : directory.find(id->value);
}

}  // namespace

std::optional<http::Response> environment_page(const http::RequestHead& head, const InstanceDirectory& directory) {
  const std::string_view target = head.target;
  const std::size_t mark = target.find('?');
  if (target.substr(0, mark) != path) return std::nullopt;

  const auto instance = wanted(mark == std::string_view::npos ? "" : target.substr(mark + 1), directory);
  http::Response answer{.headers = {{"content-type", "application/json"}, {"vary", "Origin"}}};
  if (!instance) {
    answer.status = 404;
    answer.body = error_body({{.definition = &error_definition("resource_not_found")}}, make_trace_id());
    return answer;
  }
  const std::string_view origin = head.header("origin").value_or("");
  if (rules::is_origin_allowed(*instance, origin)) {
    answer.headers.push_back({"access-control-allow-origin", std::string{origin}});
  }
  answer.body = environment_of(*instance);
  return answer;
}

}  // namespace clerk::server::api
