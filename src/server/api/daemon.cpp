#include "server/api/daemon.hpp"

#include "server/api/domains_file.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/instances.hpp"
#include "server/api/key_file.hpp"
#include "server/api/seed.hpp"
#include "server/rules/initial_settings.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <thread>

namespace clerk::server::api {

namespace {

std::optional<rules::DisposableDomains> domains_of(const DaemonOptions& options) {
  if (options.disposable_domains_file.empty()) return std::nullopt;
  return read_domains_file(options.disposable_domains_file);
}

}  // namespace

ListenAddress ListenAddress::parse(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  ListenAddress address;
  if (colon != std::string::npos) {
    address.host = text.substr(0, colon);
    if (address.host.starts_with('[') && address.host.ends_with(']')) {
      address.host = address.host.substr(1, address.host.size() - 2);
    }
    const char* end = text.data() + text.size();
    const auto [last, error] = std::from_chars(text.data() + colon + 1, end, address.port);
    if (!address.host.empty() && error == std::errc{} && last == end) return address;
  }
  throw std::runtime_error{"'" + text + "' is no address to listen on: write HOST:PORT, such as 127.0.0.1:4500"};
}

Daemon::Daemon(const DaemonOptions& options)
    : disposable_domains_{domains_of(options)},
      database_{store::StoreLocation::parse(options.store)},
      readers_{database_},
      writer_{database_} {
  const ListenAddress address = ListenAddress::parse(options.listen);
  ensure_instances(options);
  load_directory();
  ApplicationOptions application = options.application;
  if (disposable_domains_) application.disposable_domains = &*disposable_domains_;
  application_ = std::make_unique<Application>(application, directory_, readers_, writer_);

  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  http::Limits limits = options.limits;
  limits.max_body_bytes = options.application.max_body_bytes;
  host_ = address.host;
  server_ = std::make_unique<http::Server>(http::ServerOptions{.address = address.host,
                                                               .port = address.port,
                                                               .loops = options.loops == 0 ? cores : options.loops,
                                                               .limits = limits},
                                           *application_);
  writer_.publish_by([server = server_.get()](std::size_t loop, std::vector<std::function<void()>> functions) {
    server->post(loop, [functions = std::move(functions)] {
      for (const auto& function : functions) function();
    });
  });
  server_->start();
}

Daemon::~Daemon() { stop(); }

std::string Daemon::url() const {
  const bool v6 = host_.find(':') != std::string::npos;
  return "http://" + (v6 ? "[" + host_ + "]" : host_) + ":" + std::to_string(port());
}

void Daemon::stop() {
  // The server first: its requests in flight may still wait for the others. Slow work ends in writes.
  if (server_) server_->stop();
  if (application_) application_->stop();
  readers_.stop();
  writer_.stop();
}

void Daemon::ensure_instances(const DaemonOptions& options) {
  const std::int64_t now = Clock{}.now();
  std::vector<SeedInstance> seed;
  if (!options.seed_file.empty()) seed = read_seed(options.seed_file);
  if (!options.secret_key.empty()) {
    if (auto problem = problem_of_key(options.secret_key, rules::development)) throw std::runtime_error{*problem};
  }

  std::optional<std::string> made_key;
  writer_.run([&](store::Transaction& transaction) {
    made_key.reset();
    plant(seed, transaction, now);
    std::string key = options.secret_key;
    if (key.empty()) {
      const bool has_development = std::ranges::any_of(transaction.list_instances(), [](const store::InstanceRow& row) {
        return row.environment_type == rules::development;
      });
      if (has_development) return;
      key = make_secret_key(rules::development);
      made_key = key;
    }
    if (transaction.find_instance_by_key(key_digest(key))) return;
    create_instance(transaction,
                    {.environment_type = std::string{rules::development}, .secret_key = key, .id = {}, .traits = {}},
                    now);
  });
  if (made_key && !database_.is_memory()) write_key_file(key_file_of(database_.file()), *made_key);
  made_key_ = std::move(made_key);
}

void Daemon::load_directory() {
  const auto load = [this](store::Transaction& transaction) {
    for (const store::InstanceRow& row : transaction.list_instances()) directory_.publish(state_of(row));
    for (auto& key : transaction.list_keys()) {
      directory_.publish_key(std::move(key.digest), std::move(key.instance_id));
    }
  };
  writer_.run(load);
  // After a COMMIT of which nobody knows whether it worked, reads must show what the file holds.
  writer_.on_reopen(load);
}

}  // namespace clerk::server::api
