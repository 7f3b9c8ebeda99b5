#pragma once

#include "server/api/instance_directory.hpp"
#include "server/api/router.hpp"
#include "server/http/message.hpp"
#include "server/rules/refusal.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace clerk::server::api {

/// A request that got past every check that needs no body.
struct Arrival {
  std::string trace_id{};
  std::string_view version{};
  InstanceDirectory::Published instance{};
  const Route* route{nullptr};
  PathParameters parameters{};
  std::string query{};         ///< what stands after the `?`
  std::string content_type{};  ///< of the body
  std::string server_url{};    ///< as the client names this server; empty when it does not

  /// The parameter of the route's path. \pre the path has it
  [[nodiscard]] const std::string& parameter(std::string_view name) const;
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
