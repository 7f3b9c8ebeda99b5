#pragma once

#include "server/api/instance_directory.hpp"
#include "server/api/router.hpp"
#include "server/http/message.hpp"
#include "server/rules/refusal.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace clerk::server::api {

/// A request that got past every check that needs no body.
struct Arrival {
  std::string trace_id{};
  std::string_view version{};
  InstanceDirectory::Published instance{};
  const Route* route{nullptr};
  std::string parameter{};  ///< what stands at `{id}` of the route's path
};

/// A request refused by its head alone, in the order key, version, route, method, media type, size. store 7.1
struct Turned {
  std::string trace_id{};
  std::string_view version{};
  Refusals refusals{};  ///< empty for a method that the path does not take
  std::string allow{};  ///< then, the methods it does take
};

[[nodiscard]] std::variant<Arrival, Turned> admit(const http::RequestHead& head, const InstanceDirectory& directory,
                                                  const Router& router, std::size_t max_body_bytes);

}  // namespace clerk::server::api
