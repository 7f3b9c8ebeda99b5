#include "tests/conformance/server_support.hpp"

#include <clerk/contract/registry.hpp>

#include <boost/json/object.hpp>
#include <gtest/gtest.h>

#include <cctype>

namespace clerk::testing {

TEST(OpenApiWire, the_document_is_served_without_a_key_and_names_this_server) {
  const RunningServer server;
  const WireAnswer answer = server.send({.target = "/openapi.json", .key = std::nullopt});
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.header("content-type"), "application/json");
  EXPECT_EQ(answer.json().at("openapi"), "3.1.0");
  EXPECT_EQ(answer.json().at("servers").at(0).at("url"), "/v1");
}

TEST(OpenApiWire, every_method_of_the_document_is_a_route_and_answers_a_status_it_lists_or_one_that_any_may) {
  const RunningServer server;
  const boost::json::value document = server.get("/openapi.json").json();
  std::size_t calls = 0;
  std::size_t without_rule = 0;
  for (const auto& [path, methods] : document.at("paths").as_object()) {
    for (const auto& [method, entry] : methods.as_object()) {
      std::string name{method};
      for (char& c : name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      const bool has_body = entry.as_object().contains("requestBody");
      const WireAnswer answer =
          server.send({.method = name, .target = "/v1" + std::string{path}, .body = has_body ? "{}" : ""});
      const bool listed = entry.at("responses").as_object().contains(std::to_string(answer.status));
      // What no id names and no rule allows is refused though the description has nothing of it. facts 2.2, 4
      const bool is_of_any = answer.status == 404 || answer.status == 422 || answer.status == 501;
      EXPECT_TRUE(listed || is_of_any) << name << " " << path << " answers " << answer.status;
      ++calls;
      without_rule += answer.status == 501 ? 1 : 0;
    }
  }
  EXPECT_EQ(calls, AllOperations::size);
  EXPECT_EQ(without_rule, 0U);
}

}  // namespace clerk::testing
