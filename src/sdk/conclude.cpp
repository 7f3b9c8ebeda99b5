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

RawJson json_without_key(const RawJson& json, const Secret& key) {
  std::string text = json.text();
  sdk::redact(text, key);
  return RawJson{std::move(text)};
}

void redact(ClerkError& error, const Secret& key) {
  for (std::string* text : {&error.message, &error.long_message, &error.code}) sdk::redact(*text, key);
  error.meta = json_without_key(error.meta, key);
}

// The key goes before the cut, which would leave a part of it.
std::string excerpt_of(std::string body, const Secret& key) {
  redact_cut(body, key);
  return std::string{cut(body, Error::max_body_excerpt)};
}

void read_body(Error& error, std::string_view body, const Secret& key) {
  // Reasons take many times the room of their text, and nobody reads so many.
  constexpr std::size_t largest_with_reasons = std::size_t{1} << 20U;
  error.body_excerpt = excerpt_of(std::string{body}, key);
  if (body.size() > largest_with_reasons) return;
  auto decoded = codec::decode_error_body(body);
  if (!decoded) return;
  for (ClerkError& reason : decoded->errors) redact(reason, key);
  error.errors = std::move(decoded->errors);
  error.meta = json_without_key(decoded->meta, key);
  if (!decoded->clerk_trace_id.empty()) error.clerk_trace_id = std::move(decoded->clerk_trace_id);
  sdk::redact(error.clerk_trace_id, key);
}

Error refusal(const OperationInfo& operation, CallOutcome outcome, const Secret& key) {
  TransportAnswer answer = *std::move(outcome.answer);
  Error error{.kind = ErrorKind::http,
              .status = answer.status,
              .headers = without_key(answer.headers, key),
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
                .headers = without_key(outcome.headers, key),
                .attempts = std::move(outcome.attempts),
                .operation = std::string{operation.name},
                .detail = std::move(outcome.detail)};
    error.clerk_trace_id = trace_id_of(error.headers);
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
              .headers = without_key(answer.evidence.headers, key),
              .body_excerpt = excerpt_of(std::move(answer.body), key),
              .operation = std::string{operation.name},
              .detail = path.empty() ? problem : "field " + path + ": " + problem};
  error.clerk_trace_id = trace_id_of(error.headers);
  return error;
}

}  // namespace clerk::sdk
