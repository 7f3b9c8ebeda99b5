#include "sdk/conclude.hpp"

#include "codec/codec.hpp"
#include "sdk/excerpt.hpp"

#include <utility>

namespace clerk::sdk {

namespace {

std::string trace_id_of(const Headers& headers) {
  for (const char* name : {"x-clerk-trace-id", "Clerk-Trace-Id"}) {
    if (const std::string* value = headers.find(name)) return *value;
  }
  return {};
}

Headers without_key(Headers headers, const Secret& key) {
  Headers clean;
  for (Header header : headers) {
    redact(header.value, key);
    clean.add(std::move(header.name), std::move(header.value));
  }
  return clean;
}

void redact(ClerkError& error, const Secret& key) {
  sdk::redact(error.message, key);
  sdk::redact(error.long_message, key);
}

void read_body(Error& error, std::string_view body, const Secret& key) {
  error.body_excerpt = cut(body, Error::max_body_excerpt);
  sdk::redact(error.body_excerpt, key);
  auto decoded = codec::decode_error_body(body);
  if (!decoded) return;
  for (ClerkError& reason : decoded->errors) redact(reason, key);
  error.errors = std::move(decoded->errors);
  error.meta = std::move(decoded->meta);
  if (!decoded->clerk_trace_id.empty()) error.clerk_trace_id = std::move(decoded->clerk_trace_id);
}

Error refusal(const OperationInfo& operation, CallOutcome outcome, const Secret& key) {
  TransportAnswer answer = *std::move(outcome.answer);
  Error error{.kind = ErrorKind::http,
              .status = answer.status,
              .headers = without_key(std::move(answer.headers), key),
              .retry_after = outcome.retry_after,
              .attempts = std::move(outcome.attempts),
              .operation = std::string{operation.name},
              .detail = std::move(outcome.detail)};
  error.clerk_trace_id = trace_id_of(error.headers);
  read_body(error, answer.body, key);
  if (const std::string* location = error.headers.find("Location"); answer.status / 100 == 3 && location != nullptr) {
    error.detail = "redirects are not followed, as the key would go with them; set host to where it points: " +
                   one_line(*location, 200);
  }
  return error;
}

}  // namespace

Result<RawAnswer> conclude(const OperationInfo& operation, CallOutcome outcome, const Secret& key) {
  if (!outcome.answer) {
    Error error{.kind = outcome.kind,
                .status = outcome.status,
                .attempts = std::move(outcome.attempts),
                .operation = std::string{operation.name},
                .detail = std::move(outcome.detail)};
    sdk::redact(error.detail, key);
    for (Attempt& attempt : error.attempts) sdk::redact(attempt.message, key);
    return error;
  }
  if (outcome.answer->status / 100 != 2) return refusal(operation, std::move(outcome), key);
  RawAnswer raw;
  raw.evidence.status = outcome.answer->status;
  raw.evidence.headers = std::move(outcome.answer->headers);
  raw.evidence.clerk_trace_id = trace_id_of(raw.evidence.headers);
  raw.body = std::move(outcome.answer->body);
  return raw;
}

Error malformed(const OperationInfo& operation, RawAnswer answer, const std::string& path, const std::string& problem,
                const Secret& key) {
  Error error{.kind = ErrorKind::malformed_answer,
              .status = answer.evidence.status,
              .headers = without_key(std::move(answer.evidence.headers), key),
              .clerk_trace_id = std::move(answer.evidence.clerk_trace_id),
              .body_excerpt = std::string{cut(answer.body, Error::max_body_excerpt)},
              .operation = std::string{operation.name},
              .detail = path.empty() ? problem : "field " + path + ": " + problem};
  sdk::redact(error.body_excerpt, key);
  return error;
}

}  // namespace clerk::sdk
