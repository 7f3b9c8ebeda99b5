#pragma once

#include "server/api/application_options.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk::server::api {
class Daemon;
}

namespace clerk::testing {

inline constexpr std::string_view development_key = "sk_test_conformance0123456789";
inline constexpr std::string_view production_key = "sk_live_conformance0123456789";

/// An answer as it came over the wire.
struct WireAnswer {
  unsigned status{};
  std::vector<std::pair<std::string, std::string>> headers{};
  std::string body{};

  [[nodiscard]] std::string header(std::string_view name) const;
  [[nodiscard]] boost::json::value json() const;
  /// `code param_name` of each error, or the code alone.
  [[nodiscard]] std::vector<std::string> errors() const;
  [[nodiscard]] std::string long_message() const;
};

struct WireRequest {
  std::string method{"GET"};
  std::string target{};
  std::string body{};
  std::optional<std::string> key{std::string{development_key}};
  std::vector<std::pair<std::string, std::string>> headers{};
  /// Sends the head alone, saying that a body of this length follows: what is refused by its head is answered before
  /// the body, and a server that has answered need not take it.
  std::optional<std::uint64_t> announced_length{};
};

/// clerkd in this process on a port of its own, with a development and a production instance, and a plain HTTP client
/// to it.
class RunningServer {
 public:
  explicit RunningServer(server::api::ApplicationOptions application = {}, std::string store = "memory:");
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;
  ~RunningServer();

  [[nodiscard]] std::string url() const;
  [[nodiscard]] server::api::Daemon& daemon() noexcept { return *daemon_; }

  WireAnswer send(const WireRequest& request) const;
  WireAnswer get(std::string target) const { return send({.target = std::move(target)}); }
  WireAnswer patch(std::string target, std::string body) const {
    return send({.method = "PATCH", .target = std::move(target), .body = std::move(body)});
  }
  /// The settings document as the server's own tool shows it.
  [[nodiscard]] boost::json::object settings(std::string_view key = development_key) const;
  /// Changes plan or sign-up mode of the instance of that key.
  void set_traits(std::string_view key, std::string body) const;
  [[nodiscard]] std::string instance_id(std::string_view key) const;
  /// Id of the role with that key.
  [[nodiscard]] std::string role_id(std::string_view role_key) const;

 private:
  std::unique_ptr<server::api::Daemon> daemon_;
};

}  // namespace clerk::testing
