#pragma once

#include "server/http/handler.hpp"
#include "server/http/message.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk::server::api {

struct Arrival;

/// What stands in the places of a path's parameters, decoded, by their names. None is empty.
using PathParameters = std::vector<std::pair<std::string, std::string>>;

/// One method on one path. A segment of the path in braces, such as `{id}`, is a parameter.
struct Route {
  using Handle = std::function<void(Arrival, http::Request, http::Reply)>;

  std::string method{};
  std::string path{};
  Handle handle{};
  bool takes_form{false};  ///< its body is multipart/form-data, not JSON
};

/// The routes of the server. Where several take a path, the one whose first differing segment is a literal wins.
class Router {
 public:
  struct Match {
    const Route* route{nullptr};
    bool path_known{false};
    std::string allow{};  ///< the methods of a known path, when the method is not among them
    PathParameters parameters{};
  };

  void add(Route route) { routes_.push_back(std::move(route)); }
  [[nodiscard]] Match match(std::string_view method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace clerk::server::api
