#include "tests/conformance/server_support.hpp"

#include <clerk/contract/registry.hpp>

#include <boost/json/object.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <string>

namespace clerk::testing {

using ::testing::ElementsAre;

TEST(OpenApiWire, the_document_is_served_without_a_key_and_names_this_server) {
  const RunningServer server;
  const WireAnswer answer = server.send({.target = "/openapi.json", .key = std::nullopt});
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.header("content-type"), "application/json");
  EXPECT_EQ(answer.json().at("openapi"), "3.1.0");
  EXPECT_EQ(answer.json().at("servers").at(0).at("url"), "/v1");
}

namespace {

/// A request of the operation with an empty body, of the type that the document gives.
WireRequest request_of(std::string method, const std::string& path, const boost::json::object& operation) {
  WireRequest request{.method = std::move(method), .target = "/v1" + path};
  if (!operation.contains("requestBody")) return request;
  if (operation.at("requestBody").at("content").as_object().contains("application/json")) {
    request.body = "{}";
  } else {
    request.body = "--none--\r\n";
    request.headers = {{"content-type", "multipart/form-data; boundary=none"}};
  }
  return request;
}

}  // namespace

TEST(OpenApiWire, every_method_of_the_document_is_a_route_and_answers_a_status_it_lists_but_for_those_known) {
  const RunningServer server;
  server.send({.method = "PATCH", .target = "/v1/instance/organization_settings", .body = R"({"enabled":true})"});
  const boost::json::value document = server.get("/openapi.json").json();
  std::size_t calls = 0;
  std::set<std::string> unlisted;
  for (const auto& [path, methods] : document.at("paths").as_object()) {
    for (const auto& [method, entry] : methods.as_object()) {
      std::string name{method};
      for (char& c : name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      const WireAnswer answer = server.send(request_of(name, std::string{path}, entry.as_object()));
      const bool listed = entry.at("responses").as_object().contains(std::to_string(answer.status));
      if (!listed) unlisted.insert(name + " " + std::string{path} + " " + std::to_string(answer.status));
      ++calls;
    }
  }
  EXPECT_EQ(calls, AllOperations::size);
  // The description lists nothing for an id that names nobody, and for a list or a file that is missing. facts 2.2, 4
  EXPECT_THAT(unlisted,
              ElementsAre("GET /organizations/{organization_id}/domains 404",
                          "GET /organizations/{organization_id}/memberships 404", "GET /sign_ups/{id} 404",
                          "GET /users/{user_id}/organization_memberships 404", "PATCH /sign_ups/{id} 404",
                          "POST /users/ban 422", "POST /users/unban 422", "POST /users/{user_id}/ban 404",
                          "POST /users/{user_id}/lock 404", "POST /users/{user_id}/unban 404",
                          "POST /users/{user_id}/unlock 404", "PUT /organizations/{organization_id}/logo 422"));
}

}  // namespace clerk::testing
