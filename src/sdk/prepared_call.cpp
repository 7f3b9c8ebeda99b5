#include "sdk/prepared_call.hpp"

#include "sdk/header_rules.hpp"

#include <atomic>
#include <utility>

namespace clerk::sdk {

namespace {

Error bad_configuration(const OperationInfo& operation, Problem problem) {
  return {.kind = ErrorKind::bad_configuration,
          .operation = std::string{operation.name},
          .detail = std::move(problem.text)};
}

std::optional<Problem> options_problem(const CallOptions& options) {
  if (auto problem = header_problem(options.headers, "CallOptions::headers")) return problem;
  return options.api_version ? value_problem(*options.api_version, "CallOptions::api_version") : std::nullopt;
}

Headers headers_of(const ClientSettings& settings, const CallOptions& options, const PreparedBody& body) {
  Headers headers = body.text.empty() ? settings.headers : settings.headers_with_body;
  if (!body.content_type.empty()) headers.set("Content-Type", body.content_type);
  if (options.api_version) headers.set("Clerk-API-Version", *options.api_version);
  for (const Header& header : options.headers) headers.set(header.name, header.value);
  return headers;
}

}  // namespace

Result<PreparedCall> prepare(const ClientSettings& settings, const OperationInfo& operation, std::string_view target,
                             PreparedBody body, const CallOptions& options) {
  if (settings.problem) return bad_configuration(operation, *settings.problem);
  if (auto problem = options_problem(options)) return bad_configuration(operation, *std::move(problem));

  static std::atomic<std::uint64_t> calls{0};
  PreparedCall call;
  call.number = ++calls;
  call.operation = operation.name;
  call.request.method = operation.method;
  call.request.url.reserve(settings.base_url.size() + target.size());
  call.request.url.append(settings.base_url).append(target);
  call.request.headers = headers_of(settings, options, body);
  call.request.body = std::move(body.text);
  call.request.at_most_once = operation.replay != Replay::safe;

  call.rules.replay = operation.replay;
  call.rules.retry = options.retry.value_or(settings.configuration.retries);
  call.rules.timeouts = settings.configuration.timeouts;
  if (options.timeout) call.rules.timeouts.total = *options.timeout;
  if (options.attempt_timeout) call.rules.timeouts.attempt = *options.attempt_timeout;
  return call;
}

Error unencodable(const OperationInfo& operation, std::string_view what, const std::string& path,
                  const std::string& problem) {
  return {.kind = ErrorKind::bad_request,
          .operation = std::string{operation.name},
          .detail = path.empty() ? problem : std::string{what} + " " + path + ": " + problem};
}

}  // namespace clerk::sdk
