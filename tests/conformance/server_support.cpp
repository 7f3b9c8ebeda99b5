#include "tests/conformance/server_support.hpp"

#include "server/api/daemon.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace http = boost::beast::http;
using boost::asio::ip::tcp;

std::string WireAnswer::header(std::string_view name) const {
  for (const auto& [each, value] : headers) {
    if (boost::beast::iequals(each, name)) return value;
  }
  return "";
}

boost::json::value WireAnswer::json() const { return boost::json::parse(body); }

std::vector<std::string> WireAnswer::errors() const {
  std::vector<std::string> errors;
  if (body.empty()) return errors;
  const boost::json::value whole = json();
  for (const boost::json::value& error : whole.at("errors").as_array()) {
    std::string text{error.at("code").as_string()};
    if (const auto* meta = error.as_object().if_contains("meta")) {
      if (const auto* param = meta->as_object().if_contains("param_name")) {
        text.append(" ").append(param->as_string());
      }
    }
    errors.push_back(std::move(text));
  }
  return errors;
}

std::string WireAnswer::long_message() const {
  return std::string{json().at("errors").at(0).at("long_message").as_string()};
}

RunningServer::RunningServer(server::api::ApplicationOptions application, std::string store) {
  daemon_ = std::make_unique<server::api::Daemon>(server::api::DaemonOptions{.listen = "127.0.0.1:0",
                                                                             .store = std::move(store),
                                                                             .secret_key = std::string{development_key},
                                                                             .application = application});
  const bool has_production = send({.target = "/v1/instance", .key = std::string{production_key}}).status == 200;
  if (application.production_like || has_production) return;
  const boost::json::object production{{"environment_type", "production"}, {"secret_key", production_key}};
  const WireAnswer made =
      send({.method = "POST", .target = "/__clerkd/instances", .body = boost::json::serialize(production)});
  EXPECT_EQ(made.status, 200U) << made.body;
}

RunningServer::~RunningServer() = default;

std::string RunningServer::url() const { return daemon_->url(); }

WireAnswer RunningServer::send(const WireRequest& wanted) const {
  boost::asio::io_context context;
  tcp::socket socket{context};
  socket.connect({boost::asio::ip::make_address("127.0.0.1"), daemon_->port()});

  http::request<http::string_body> request{http::string_to_verb(wanted.method), wanted.target, 11};
  if (request.method() == http::verb::unknown) request.method_string(wanted.method);
  request.set(http::field::host, "127.0.0.1");
  if (wanted.key) request.set(http::field::authorization, "Bearer " + *wanted.key);
  if (!wanted.body.empty()) request.set(http::field::content_type, "application/json");
  for (const auto& [name, value] : wanted.headers) request.set(name, value);
  request.body() = wanted.body;
  request.prepare_payload();
  if (wanted.announced_length) {
    request.content_length(*wanted.announced_length);
    http::request_serializer<http::string_body> serializer{request};
    http::write_header(socket, serializer);
  } else {
    http::write(socket, request);
  }

  boost::beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.skip(wanted.method == "HEAD");
  http::read(socket, buffer, parser);
  WireAnswer answer{.status = parser.get().result_int(), .body = parser.get().body()};
  for (const auto& field : parser.get()) {
    answer.headers.emplace_back(std::string{field.name_string()}, std::string{field.value()});
  }
  return answer;
}

boost::json::object RunningServer::settings(std::string_view key) const {
  return send({.target = "/__clerkd/settings", .key = std::string{key}}).json().as_object();
}

std::string RunningServer::instance_id(std::string_view key) const {
  const WireAnswer instance = send({.target = "/v1/instance", .key = std::string{key}});
  return std::string{instance.json().at("id").as_string()};
}

void RunningServer::set_traits(std::string_view key, std::string body) const {
  const WireAnswer updated = patch("/__clerkd/instances/" + instance_id(key), std::move(body));
  EXPECT_EQ(updated.status, 200U) << updated.body;
}

std::string RunningServer::role_id(std::string_view role_key) const {
  const boost::json::value roles = get("/__clerkd/roles").json();
  for (const boost::json::value& role : roles.at("data").as_array()) {
    if (role.at("key").as_string() == role_key) return std::string{role.at("id").as_string()};
  }
  return "";
}

}  // namespace clerk::testing
