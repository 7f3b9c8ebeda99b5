#include "server/api/application.hpp"

#include "openapi/document.hpp"
#include "server/api/environment_page.hpp"
#include "server/api/error_body.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/image_page.hpp"
#include "server/api/instances.hpp"
#include "server/api/row_operation.hpp"
#include "server/api/tools.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>

namespace clerk::server::api {

namespace {

http::Response response(int status, std::string_view trace_id, std::string_view version, std::string body) {
  http::Response answer{.status = static_cast<unsigned>(status)};
  answer.headers.reserve(4);
  if (!body.empty()) answer.headers.push_back({"content-type", "application/json"});
  answer.headers.push_back({"x-clerk-trace-id", std::string{trace_id}});
  answer.headers.push_back({"clerk-api-version", std::string{version}});
  answer.body = std::move(body);
  return answer;
}

http::Response refusal_response(const Refusals& refusals, std::string_view trace_id, std::string_view version,
                                std::string_view decided_by = "") {
  const int status = refusals.front().definition->status;
  http::Response answer = response(status, trace_id, version, error_body(refusals, trace_id, decided_by));
  if (status == 503 || status == 429) answer.headers.push_back({"retry-after", "1"});
  return answer;
}

http::Response turned_response(const Turned& turned) {
  if (!turned.refusals.empty()) return refusal_response(turned.refusals, turned.trace_id, turned.version);
  http::Response answer = response(405, turned.trace_id, turned.version, "");
  answer.headers.push_back({"allow", turned.allow});
  return answer;
}

// The settings of an instance must not wait for the passwords of its users.
constexpr store::WorkPoolOptions slow_work_options{.threads = 2, .max_waiting = 1024, .niceness = 10};

// Texts of the store's errors hold no values, so they may be logged.
void log_failure(const Arrival& arrival, const std::exception& error) {
  spdlog::error("{} {} failed, trace {}: {}", arrival.route->method, arrival.route->path, arrival.trace_id,
                error.what());
}

}  // namespace

Application::Application(ApplicationOptions options, InstanceDirectory& directory, store::Readers& readers,
                         store::Writer& writer)
    : options_{options},
      directory_{directory},
      readers_{readers},
      writer_{writer},
      openapi_document_{openapi::document("/v1")},
      slow_work_{slow_work_options} {
  std::size_t index = 0;
  for (const LiveOperation& operation : live_operations()) add_route(operation, index++);
  if (options_.production_like) return;
  add_tools(*this);
  for (const LiveOperation& tool : live_tools()) add_route(tool, index++);
}

std::optional<http::Response> Application::refuse_early(const http::RequestHead& head) {
  if (open_page(head) || is_image(head)) return std::nullopt;
  auto admitted = admit(head, directory_, router_, options_.max_body_bytes);
  if (const auto* turned = std::get_if<Turned>(&admitted)) return turned_response(*turned);
  return std::nullopt;
}

void Application::handle(http::Request request, http::Reply reply) {
  if (auto page = open_page(request.head)) return reply(*std::move(page));
  if (is_image(request.head)) return reply(image_page(request.head, readers_));
  auto admitted = admit(request.head, directory_, router_, options_.max_body_bytes);
  if (const auto* turned = std::get_if<Turned>(&admitted)) return reply(turned_response(*turned));
  Arrival arrival = std::get<Arrival>(std::move(admitted));
  const std::string trace_id = arrival.trace_id;
  const std::string_view version = arrival.version;
  const Route& route = *arrival.route;
  try {
    route.handle(std::move(arrival), std::move(request), reply);
  } catch (const std::exception& error) {
    spdlog::error("{} {} failed, trace {}: {}", route.method, route.path, trace_id, error.what());
    reply(refusal_response({{.definition = &error_definition("internal_clerk_error")}}, trace_id, version));
  }
}

http::Response Application::malformed(unsigned status) {
  const ErrorDefinition* definition = &error_definition("malformed_request");
  if (status == 408) definition = &error_definition("request_timeout");
  if (status == 413) definition = &error_definition("request_body_too_large");
  if (status == 431) definition = &error_definition("request_head_too_large");
  return refusal_response({{.definition = definition, .limit = std::to_string(options_.max_body_bytes)}},
                          make_trace_id(), "2021-02-05");
}

// What is answered without a key.
std::optional<http::Response> Application::open_page(const http::RequestHead& head) const {
  if (head.method != "GET") return std::nullopt;
  const auto page = [](bool ready, std::string_view type, std::string body) {
    return http::Response{
        .status = ready ? 200U : 503U, .headers = {{"content-type", std::string{type}}}, .body = std::move(body)};
  };
  if (head.target == "/healthz") return page(true, "text/plain", "ok\n");
  if (head.target == "/readyz") {
    const bool ready = writer_.healthy();
    return page(ready, "text/plain", ready ? "ok\n" : "the database can't be written\n");
  }
  if (head.target == "/openapi.json") return page(true, "application/json", openapi_document_);
  if (!options_.production_like) return environment_page(head, directory_);
  return std::nullopt;
}

bool Application::is_image(const http::RequestHead& head) const {
  return !options_.production_like && is_image_target(head);
}

http::Response Application::answer(const Exchange& exchange, int status, std::string body) const {
  http::Response answer = response(status, exchange.arrival.trace_id, exchange.arrival.version, std::move(body));
  if (!exchange.warnings.empty()) {
    const std::string warning = warning_header(exchange.warnings);
    spdlog::warn("{} {}: {}, trace {}", exchange.arrival.route->method, exchange.arrival.route->path, warning,
                 exchange.arrival.trace_id);
    answer.headers.push_back({"clerkd-warning", warning});
  }
  return answer;
}

http::Response Application::refusal(const Exchange& exchange, const Refusals& refusals) const {
  return refusal_response(refusals, exchange.arrival.trace_id, exchange.arrival.version);
}

http::Response Application::refusal(const Exchange& exchange, const rules::Refused& refused) const {
  return refusal_response(refused.refusals, exchange.arrival.trace_id, exchange.arrival.version, refused.decided_by);
}

void Application::add_route(const LiveOperation& operation, std::size_t index) {
  Route route{.method = std::string{to_string(operation.info->method)},
              .path = (operation.is_tool ? "/__clerkd" : "/v1") + std::string{operation.info->path},
              .takes_form = operation.takes_form};
  if (operation.read) {
    route.handle = [this, operation, index](Arrival arrival, http::Request /*request*/, const http::Reply& reply) {
      const Exchange exchange{.arrival = std::move(arrival)};
      const PublishedInstance& instance = *exchange.arrival.instance;
      const std::string& body = instance.answers.of(index, [&] { return operation.read(instance); });
      reply(answer(exchange, operation.info->success, body));
    };
  } else if (operation.decode) {
    route.handle = [this, operation](Arrival arrival, http::Request request, http::Reply reply) {
      run_write(operation, std::move(arrival), std::move(request), std::move(reply));
    };
  } else if (operation.decode_rows) {
    route.handle = [this, operation](Arrival arrival, const http::Request& request, http::Reply reply) {
      run_row_operation(*this, operation, std::move(arrival), request, std::move(reply));
    };
  } else {
    route.handle = [this, operation](Arrival arrival, http::Request /*request*/, const http::Reply& reply) {
      const Exchange exchange{.arrival = std::move(arrival)};
      reply(refusal(exchange, {{.definition = &error_definition("operation_not_supported"),
                                .value = std::string{operation.info->name}}}));
    };
  }
  router_.add(std::move(route));
}

void Application::run_write(const LiveOperation& operation, Arrival arrival, http::Request request, http::Reply reply) {
  auto exchange = std::make_shared<Exchange>(Exchange{.arrival = std::move(arrival),
                                                      .reply = std::move(reply),
                                                      .connection = request.connection,
                                                      .loop = request.loop});
  auto decoded = accept(*exchange, operation.decode, request.body);
  if (!decoded) return;
  const int success = operation.info->success;
  submit(exchange,
         {.change = std::move(decoded->write),
          .answer = [this, exchange, success, body_of = std::move(decoded->answer)](
                        const store::InstanceState& after) { return answer(*exchange, success, body_of(after)); },
          .instance_id = exchange->arrival.instance->id});
}

namespace {

// What `apply` leaves for `done`. A group that died runs its members again, so each run starts it afresh.
struct WriteRun {
  Refusals refusals{};
  std::optional<store::InstanceState> after{};
  std::vector<rules::Warning> warnings{};
  bool changed{false};
};

store::Verdict apply_write(const Application::Write& write, std::int64_t now, store::Transaction& transaction,
                           WriteRun& run) {
  run = {};
  const auto row = transaction.find_instance(write.instance_id);
  if (!row) {
    run.refusals.push_back({.definition = &error_definition("resource_not_found")});
    return store::Verdict::undo;
  }
  const store::InstanceState before = state_of(*row);
  rules::Change change{before};
  write.change(surroundings_of(transaction, write.instance_id, now), change);
  run.refusals = std::move(change.refusals);
  run.warnings = std::move(change.warnings);
  if (!run.refusals.empty()) return store::Verdict::undo;
  run.changed = save(transaction, before, change.after);
  run.after = std::move(change.after);
  return run.changed ? store::Verdict::commit : store::Verdict::undo;
}

}  // namespace

void Application::submit(const ExchangePtr& exchange, Write write) {
  auto run = std::make_shared<WriteRun>();
  auto shared = std::make_shared<const Write>(std::move(write));
  submit(
      exchange,
      [this, run, shared](store::Transaction& transaction) {
        return apply_write(*shared, clock_.now(), transaction, *run);
      },
      [this, exchange, run, shared] {
        if (!run->refusals.empty()) return refusal(*exchange, run->refusals);
        if (run->changed) directory_.publish(*run->after);
        std::ranges::move(run->warnings, std::back_inserter(exchange->warnings));
        return shared->answer(*run->after);
      });
}

void Application::submit(ExchangePtr exchange, std::function<store::Verdict(store::Transaction&)> apply,
                         std::function<http::Response()> committed) {
  const bool taken = writer_.submit({
      .connection = exchange->connection,
      .loop = exchange->loop,
      .deadline = std::chrono::steady_clock::now() + options_.write_deadline,
      .abandoned = [exchange] { return exchange->reply.abandoned(); },
      .apply =
          [exchange, apply = std::move(apply)](store::Transaction& transaction) {
            try {
              return apply(transaction);
            } catch (const std::exception& error) {
              log_failure(exchange->arrival, error);
              throw;  // the writer undoes what was done and goes on
            }
          },
      .done =
          [this, exchange, committed = std::move(committed)](store::Outcome outcome) {
            guarded(*exchange, [&] {
              exchange->reply(outcome == store::Outcome::committed ? committed() : not_committed(*exchange, outcome));
            });
          },
  });
  if (!taken) refuse_for_load(*exchange);
}

void Application::guarded(const Exchange& exchange, const std::function<void()>& work) const {
  try {
    work();
  } catch (...) {
    fail(exchange, std::current_exception());
  }
}

void Application::fail(const Exchange& exchange, const std::exception_ptr& problem) const {
  try {
    std::rethrow_exception(problem);
  } catch (const std::exception& error) {
    log_failure(exchange.arrival, error);
  }
  exchange.reply(refusal(exchange, {{.definition = &error_definition("internal_clerk_error")}}));
}

void Application::refuse_for_load(const Exchange& exchange) const {
  exchange.reply(refusal(exchange, {{.definition = &error_definition("service_unavailable")}}));
}

void Application::refuse_body(const Exchange& exchange, const codec::NotAnObject& problem) const {
  spdlog::debug("trace {}: the body is refused: {}", exchange.arrival.trace_id, problem.problem);
  exchange.reply(refusal(exchange, {{.definition = &error_definition("request_body_invalid")}}));
}

bool Application::judge(Exchange& exchange, const codec::Faults& faults) const {
  JudgedFaults judged = judge_faults(faults, options_.strict || exchange.strict);
  exchange.warnings = std::move(judged.warnings);
  if (judged.refusals.empty()) return true;
  exchange.reply(refusal(exchange, judged.refusals));
  return false;
}

http::Response Application::not_committed(const Exchange& exchange, store::Outcome outcome) const {
  switch (outcome) {
    case store::Outcome::unknown:
      return {.drop = true};
    case store::Outcome::failed:
      return refusal(exchange, {{.definition = &error_definition("internal_clerk_error")}});
    default:
      return refusal(exchange, {{.definition = &error_definition("service_unavailable_not_committed")}});
  }
}

}  // namespace clerk::server::api
