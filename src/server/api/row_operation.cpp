#include "server/api/row_operation.hpp"

#include "server/api/error_body.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/instances.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

namespace clerk::server::api {

namespace {

using ExchangePtr = Application::ExchangePtr;

/// A request on its way, with what its run left. A group that died runs its members again, so each run starts afresh.
struct Course {
  Application& application;
  ExchangePtr exchange;
  const OperationInfo& info;
  DecodedRows decoded;
  RowOutcome outcome{};
  std::vector<rules::Warning> warnings{};
};
using CoursePtr = std::shared_ptr<Course>;

rules::Call call_on(const Course& course, const store::InstanceState& instance) {
  const std::int64_t now = course.application.clock().now();
  return {.instance = instance,
          .now = now,
          .api_version = course.exchange->arrival.version,
          .server_url = course.exchange->arrival.server_url,
          .disposable_domains = course.application.options().disposable_domains,
          .make_id = [now](std::string_view prefix) { return make_id(prefix, now); },
          .random_bytes = [](std::size_t count) { return random_text(count); },
          .make_signing_key = make_rsa_key};
}

void run(Course& course, store::Transaction& transaction) {
  course.outcome = {};
  course.warnings.clear();
  const auto row = transaction.find_instance(course.exchange->arrival.instance->id);
  if (!row) {
    course.outcome.refused = rules::not_found();
    return;
  }
  const store::InstanceState instance = state_of(*row);
  rules::Call call = call_on(course, instance);
  course.outcome = course.decoded.run(call, transaction);
  course.warnings = std::move(call.warnings);
}

bool is_refused(const Course& course) { return !course.outcome.refused.refusals.empty(); }

http::Response answer(Course& course) {
  auto& exchange = *course.exchange;
  if (is_refused(course)) return course.application.refusal(exchange, course.outcome.refused);
  std::ranges::move(course.warnings, std::back_inserter(exchange.warnings));
  return course.application.answer(exchange, course.info.success, course.outcome.body());
}

void reply(const CoursePtr& course) {
  course->application.guarded(*course->exchange, [&] { course->exchange->reply(answer(*course)); });
}

void read(const CoursePtr& course) {
  const auto work = [course](store::Transaction& transaction) { run(*course, transaction); };
  if (course->info.kind == OperationKind::point_read) {
    course->application.readers().read(work);
    return reply(course);
  }
  const bool taken = course->application.readers().read_aside(work, [course](const std::exception_ptr& problem) {
    if (problem) return course->application.fail(*course->exchange, problem);
    reply(course);
  });
  if (!taken) course->application.refuse_for_load(*course->exchange);
}

void write(const CoursePtr& course) {
  course->application.submit(
      course->exchange,
      [course](store::Transaction& transaction) {
        run(*course, transaction);
        return is_refused(*course) && !course->outcome.refused.keep ? store::Verdict::undo : store::Verdict::commit;
      },
      [course] { return answer(*course); });
}

/// What is too slow for a transaction, on a thread that may wait; the write comes after it.
void prepare(const CoursePtr& course) {
  const bool taken = course->application.slow_work().submit([course] {
    course->application.guarded(*course->exchange, [&] {
      if (course->exchange->reply.abandoned()) return;
      course->decoded.prepare(call_on(*course, *course->exchange->arrival.instance),
                              [&](const auto& look) { course->application.readers().read(look); });
      write(course);
    });
  });
  if (!taken) course->application.refuse_for_load(*course->exchange);
}

}  // namespace

void run_row_operation(Application& application, const LiveOperation& operation, Arrival arrival,
                       const http::Request& request, http::Reply reply) {
  auto exchange = std::make_shared<Application::Exchange>(Application::Exchange{.arrival = std::move(arrival),
                                                                                .reply = std::move(reply),
                                                                                .connection = request.connection,
                                                                                .loop = request.loop,
                                                                                .strict = operation.is_tool});
  auto decoded = application.accept(*exchange, operation.decode_rows, request.body);
  if (!decoded) return;
  auto course = std::make_shared<Course>(Course{.application = application,
                                                .exchange = std::move(exchange),
                                                .info = *operation.info,
                                                .decoded = *std::move(decoded)});
  if (!operation.writes_rows) return read(course);
  if (course->decoded.prepare) return prepare(course);
  write(course);
}

}  // namespace clerk::server::api
