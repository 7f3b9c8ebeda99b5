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
  made.add({.method = "GET", .path = "/v1/things/{thing_id}"});
  made.add({.method = "GET", .path = "/v1/things/count"});
  made.add({.method = "DELETE", .path = "/v1/things/{thing_id}"});
  made.add({.method = "GET", .path = "/v1/things/{thing_id}/parts/count"});
  made.add({.method = "GET", .path = "/v1/things/{thing_id}/parts/{id}"});
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

TEST(Router, takes_what_stands_in_the_place_of_a_parameter_decoded) {
  const Router routes = router();
  const auto parameters = [&](std::string_view path) { return routes.match("PATCH", path).parameters; };
  EXPECT_EQ(parameters("/__clerkd/instances/ins_1"), (PathParameters{{"id", "ins_1"}}));
  EXPECT_EQ(parameters("/__clerkd/instances/a%2Fb%20c+d"), (PathParameters{{"id", "a/b c+d"}}));
  EXPECT_EQ(routes.match("GET", "/v1/things/t/parts/p").parameters, (PathParameters{{"thing_id", "t"}, {"id", "p"}}));
}

TEST(Router, finds_nothing_where_a_parameter_is_no_text_or_not_one_segment) {
  const Router routes = router();
  for (const std::string_view value : {"", "/", "ins_1/", "ins_1/x", "%zz", "%", "%4", "%ff", "a%00"}) {
    EXPECT_FALSE(routes.match("PATCH", "/__clerkd/instances/" + std::string{value}).path_known) << value;
  }
  EXPECT_FALSE(routes.match("PATCH", "/__clerkd/instances").path_known);
}

TEST(Router, lets_a_literal_win_over_a_parameter_whichever_came_first) {
  const Router routes = router();
  EXPECT_EQ(routes.match("GET", "/v1/things/count").route->path, "/v1/things/count");
  EXPECT_EQ(routes.match("GET", "/v1/things/other").route->path, "/v1/things/{thing_id}");
  EXPECT_EQ(routes.match("GET", "/v1/things/t/parts/count").route->path, "/v1/things/{thing_id}/parts/count");
}

TEST(Router, offers_what_every_route_of_the_path_takes) {
  const Router routes = router();
  EXPECT_EQ(routes.match("DELETE", "/v1/things/count").parameters, (PathParameters{{"thing_id", "count"}}));
  EXPECT_EQ(routes.match("PUT", "/v1/things/count").allow, "GET, DELETE");
  EXPECT_EQ(routes.match("PUT", "/v1/things/other").allow, "GET, DELETE");
}

}  // namespace clerk::server::api
