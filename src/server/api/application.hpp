#pragma once

#include "codec/codec.hpp"
#include "server/api/admission.hpp"
#include "server/api/clock.hpp"
#include "server/api/instance_directory.hpp"
#include "server/api/live_operation.hpp"
#include "server/api/router.hpp"
#include "server/http/handler.hpp"
#include "server/store/writer.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::api {

struct ApplicationOptions {
  bool strict{false};           ///< what the real API ignores in silence is refused
  bool production_like{false};  ///< no `/__clerkd/…`
  std::size_t max_body_bytes{1U << 20U};
  std::chrono::milliseconds write_deadline{10'000};  ///< a write that waited longer for its turn is not begun
};

/// The server's HTTP face: the routes of the contract's registry and the server's own tools.
class Application : public http::Handler {
 public:
  Application(ApplicationOptions options, InstanceDirectory& directory, store::Writer& writer);

  [[nodiscard]] std::optional<http::Response> refuse_early(const http::RequestHead& head) override;
  void handle(http::Request request, http::Reply reply) override;
  [[nodiscard]] http::Response malformed(unsigned status) override;

  /// A request's way to an answer, shared by the routes.
  struct Exchange {
    Arrival arrival{};
    http::Reply reply{};
    std::uint64_t connection{};
    std::size_t loop{};
    std::vector<rules::Warning> warnings{};
  };
  using ExchangePtr = std::shared_ptr<Exchange>;

  /// What a write does to the instance its key belongs to: judge and change, then say what to answer.
  struct Write {
    std::function<void(store::Transaction&, const rules::Surroundings&, rules::Change&)> change;
    std::function<http::Response(const store::InstanceState& after)> answer;
    std::string instance_id;
  };
  void submit(const ExchangePtr& exchange, Write write);

  /// The same for work that is no change of one instance: `apply` runs in the writer's transaction, `committed` makes
  /// the answer once its verdict is on disk; every other outcome is answered here.
  void submit(ExchangePtr exchange, std::function<store::Verdict(store::Transaction&)> apply,
              std::function<http::Response()> committed);

  [[nodiscard]] http::Response answer(const Exchange& exchange, int status, std::string body) const;
  [[nodiscard]] http::Response refusal(const Exchange& exchange, const Refusals& refusals) const;

  [[nodiscard]] const ApplicationOptions& options() const noexcept { return options_; }
  [[nodiscard]] Clock& clock() noexcept { return clock_; }
  [[nodiscard]] InstanceDirectory& directory() noexcept { return directory_; }
  [[nodiscard]] Router& router() noexcept { return router_; }

 private:
  [[nodiscard]] http::Response not_committed(const Exchange& exchange, store::Outcome outcome) const;
  void add_route(const LiveOperation& operation, std::size_t index);
  /// Judges the query before the route goes on.
  [[nodiscard]] Route::Handle after_query(const LiveOperation& operation, Route::Handle handle);
  void run_write(const LiveOperation& operation, Arrival arrival, http::Request request, http::Reply reply);
  [[nodiscard]] std::optional<http::Response> open_page(const http::RequestHead& head) const;

  ApplicationOptions options_;
  InstanceDirectory& directory_;
  store::Writer& writer_;
  Clock clock_;
  Router router_;
  std::string openapi_document_;
};

}  // namespace clerk::server::api
