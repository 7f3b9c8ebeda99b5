#include "tests/conformance/server_support.hpp"

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

TEST(OpenApiWire, every_method_of_the_document_is_a_route_and_answers_a_status_it_lists) {
  const RunningServer server;
  const boost::json::value document = server.get("/openapi.json").json();
  std::size_t calls = 0;
  for (const auto& [path, methods] : document.at("paths").as_object()) {
    for (const auto& [method, entry] : methods.as_object()) {
      std::string name{method};
      for (char& c : name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      const WireAnswer answer =
          server.send({.method = name, .target = "/v1" + std::string{path}, .body = name == "GET" ? "" : "{}"});
      EXPECT_TRUE(entry.at("responses").as_object().contains(std::to_string(answer.status)))
          << name << " " << path << " answers " << answer.status;
      ++calls;
    }
  }
  EXPECT_EQ(calls, 13U);
}

}  // namespace clerk::testing
