#pragma once

#include "server/http/handler.hpp"
#include "server/http/message.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::api {

struct Arrival;

/// One method on one path. The path may end in `/{id}`.
struct Route {
  std::string method{};
  std::string path{};
  std::function<void(Arrival, http::Request, http::Reply)> handle{};
};

/// The routes of the server, found by exact path.
class Router {
 public:
  struct Match {
    const Route* route{nullptr};
    bool path_known{false};
    std::string allow{};      ///< the methods of a known path, when the method is not among them
    std::string parameter{};  ///< what stands at `{id}`
  };

  void add(Route route) { routes_.push_back(std::move(route)); }
  [[nodiscard]] Match match(std::string_view method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace clerk::server::api
