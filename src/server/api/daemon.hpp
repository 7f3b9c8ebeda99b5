#pragma once

#include "server/api/application.hpp"
#include "server/http/server.hpp"
#include "server/rules/disposable_domains.hpp"
#include "server/store/database.hpp"
#include "server/store/readers.hpp"
#include "server/store/writer.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace clerk::server::api {

struct DaemonOptions {
  std::string listen{"127.0.0.1:4500"};
  std::string store{"memory:"};
  std::string secret_key{};  ///< of the development instance; empty: the one there is, or a made one
  std::string seed_file{};
  std::string disposable_domains_file{};  ///< empty: the list that is compiled in
  std::size_t loops{0};                   ///< 0: one for each core
  ApplicationOptions application{};
  http::Limits limits{};
};

/// The whole server: store, writer, application and HTTP, brought up in that order and taken down in the other.
class Daemon {
 public:
  /// Opens the store, makes what is missing, and listens.
  /// \throws std::exception with a sentence for the person who started it
  explicit Daemon(const DaemonOptions& options);
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;
  ~Daemon();

  [[nodiscard]] std::string url() const;
  [[nodiscard]] std::uint16_t port() const noexcept { return server_->port(); }
  /// The key made by this start, if one was.
  [[nodiscard]] const std::optional<std::string>& made_key() const noexcept { return made_key_; }
  [[nodiscard]] store::Writer& writer() noexcept { return writer_; }

  /// Answers what is in flight and ends. More than once does nothing.
  void stop();

 private:
  void ensure_instances(const DaemonOptions& options);
  void load_directory();

  std::optional<rules::DisposableDomains> disposable_domains_;  // before whatever answers requests
  store::Database database_;
  InstanceDirectory directory_;  // before the writer, whose thread publishes to it
  store::Readers readers_;
  store::Writer writer_;
  std::optional<std::string> made_key_;
  std::unique_ptr<Application> application_;
  std::unique_ptr<http::Server> server_;
  std::string host_;
};

/// `HOST:PORT` or `[V6]:PORT` in its two parts. \throws std::runtime_error
struct ListenAddress {
  std::string host{};
  std::uint16_t port{};
  [[nodiscard]] static ListenAddress parse(const std::string& text);
};

}  // namespace clerk::server::api
