#pragma once

#include "codec/codec.hpp"
#include "server/api/admission.hpp"
#include "server/api/application_options.hpp"
#include "server/api/clock.hpp"
#include "server/api/instance_directory.hpp"
#include "server/api/live_operation.hpp"
#include "server/api/router.hpp"
#include "server/http/handler.hpp"
#include "server/store/readers.hpp"
#include "server/store/work_pool.hpp"
#include "server/store/writer.hpp"

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::api {

/// The server's HTTP face: the routes of the contract's registry and the server's own tools.
class Application : public http::Handler {
 public:
  Application(ApplicationOptions options, InstanceDirectory& directory, store::Readers& readers, store::Writer& writer);

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
    bool strict{false};  ///< of a tool: whatever the API is
  };
  using ExchangePtr = std::shared_ptr<Exchange>;

  /// What a write does to the instance its key belongs to: judge and change, then say what to answer.
  struct Write {
    std::function<void(const rules::Surroundings&, rules::Change&)> change;
    std::function<http::Response(const store::InstanceState& after)> answer;
    std::string instance_id;
  };
  void submit(const ExchangePtr& exchange, Write write);

  /// The same for work that is no change of one instance: `apply` runs in the writer's transaction, `committed` makes
  /// the answer once its verdict is on disk; every other outcome is answered here.
  void submit(ExchangePtr exchange, std::function<store::Verdict(store::Transaction&)> apply,
              std::function<http::Response()> committed);

  /// Decodes a request and judges its faults. Nothing when it was refused, and so answered.
  template <class Decoded>
  [[nodiscard]] std::optional<Decoded> accept(Exchange& exchange, const Decode<Decoded>& decode,
                                              std::string_view body) const;

  /// Does something that ends in an answer; if it throws, that is the answer.
  void guarded(const Exchange& exchange, const std::function<void()>& work) const;
  void fail(const Exchange& exchange, const std::exception_ptr& problem) const;
  void refuse_for_load(const Exchange& exchange) const;

  [[nodiscard]] http::Response answer(const Exchange& exchange, int status, std::string body) const;
  [[nodiscard]] http::Response refusal(const Exchange& exchange, const Refusals& refusals) const;
  [[nodiscard]] http::Response refusal(const Exchange& exchange, const rules::Refused& refused) const;

  [[nodiscard]] const ApplicationOptions& options() const noexcept { return options_; }
  [[nodiscard]] Clock& clock() noexcept { return clock_; }
  [[nodiscard]] InstanceDirectory& directory() noexcept { return directory_; }
  [[nodiscard]] Router& router() noexcept { return router_; }
  [[nodiscard]] store::Readers& readers() noexcept { return readers_; }
  /// For what would hold up an event loop or the writer, such as hashing a password.
  [[nodiscard]] store::WorkPool& slow_work() noexcept { return slow_work_; }

  /// Finishes the slow work that was taken, which may still submit writes. More than once does nothing.
  void stop() { slow_work_.stop(); }

 private:
  void refuse_body(const Exchange& exchange, const codec::NotAnObject& problem) const;
  /// Whether the faults let the request go on; if not, it is answered.
  [[nodiscard]] bool judge(Exchange& exchange, const codec::Faults& faults) const;
  [[nodiscard]] http::Response not_committed(const Exchange& exchange, store::Outcome outcome) const;
  void add_route(const LiveOperation& operation, std::size_t index);
  /// Judges the query before the route goes on.
  void run_write(const LiveOperation& operation, Arrival arrival, http::Request request, http::Reply reply);
  [[nodiscard]] std::optional<http::Response> open_page(const http::RequestHead& head) const;
  [[nodiscard]] bool is_image(const http::RequestHead& head) const;

  ApplicationOptions options_;
  InstanceDirectory& directory_;
  store::Readers& readers_;
  store::Writer& writer_;
  Clock clock_;
  Router router_;
  std::string openapi_document_;
  store::WorkPool slow_work_;  // its threads end first
};

template <class Decoded>
std::optional<Decoded> Application::accept(Exchange& exchange, const Decode<Decoded>& decode,
                                           std::string_view body) const {
  auto decoded = decode({.path = exchange.arrival.parameters,
                         .query = exchange.arrival.query,
                         .content_type = exchange.arrival.content_type},
                        body, {.max_bytes = options_.max_body_bytes});
  if (decoded.has_error()) {
    refuse_body(exchange, decoded.error());
    return std::nullopt;
  }
  if (!judge(exchange, decoded->faults)) return std::nullopt;
  return std::move(*decoded);
}

}  // namespace clerk::server::api
