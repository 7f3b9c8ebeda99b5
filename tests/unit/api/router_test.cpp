#include "server/api/router.hpp"

#include "server/api/admission.hpp"

#include <gtest/gtest.h>

namespace clerk::server::api {

namespace {

Router router() {
  Router made;
  made.add({.method = "GET", .path = "/v1/instance"});
  made.add({.method = "PATCH", .path = "/v1/instance"});
  made.add({.method = "PATCH", .path = "/__clerkd/instances/{id}"});
  return made;
}

}  // namespace

TEST(Router, finds_a_route_by_method_and_exact_path) {
  const Router routes = router();
  ASSERT_NE(routes.match("PATCH", "/v1/instance").route, nullptr);
  EXPECT_EQ(routes.match("PATCH", "/v1/instance").route->method, "PATCH");
  for (const std::string_view path : {"/v1/instance/", "/v1//instance", "/v1/Instance", "/instance", "", "/"}) {
    EXPECT_FALSE(routes.match("GET", path).path_known) << path;
  }
}

TEST(Router, tells_the_methods_of_a_path_it_knows) {
  const Router routes = router();
  const auto match = routes.match("DELETE", "/v1/instance");
  EXPECT_TRUE(match.path_known);
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.allow, "GET, PATCH");
}

TEST(Router, takes_what_stands_in_the_place_of_the_parameter) {
  const Router routes = router();
  EXPECT_EQ(routes.match("PATCH", "/__clerkd/instances/ins_1").parameter, "ins_1");
  EXPECT_FALSE(routes.match("PATCH", "/__clerkd/instances/").path_known);
  EXPECT_FALSE(routes.match("PATCH", "/__clerkd/instances/ins_1/x").path_known);
}

}  // namespace clerk::server::api
