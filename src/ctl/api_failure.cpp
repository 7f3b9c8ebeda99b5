#include "ctl/api_failure.hpp"

#include "codec/json_text.hpp"
#include "ctl/output/plain_text.hpp"

#include <boost/json/array.hpp>

#include <chrono>
#include <string>

namespace clerk::ctl {

namespace json = boost::json;

namespace {

std::string hint_of_status(const Error& error, std::string_view key_source) {
  switch (error.status) {
    case 401:
      return "The key comes from " + std::string{key_source.empty() ? "nowhere" : key_source} +
             ". Is it the whole secret key, of the instance that is meant? `clerkctl doctor` checks it.";
    case 402:
      return "The plan of the instance lacks the feature; the other fields may be sent without it.";
    case 403:
      return "The key is known, but may not do this.";
    case 404:
      return "Is the id right, and of the instance that the key belongs to?";
    case 429:
      return "Too many requests: wait, and try again.";
    default:
      return error.status >= 500 ? "The server's fault, not yours: try again later." : "";
  }
}

std::string hint_of(const Error& error, std::string_view key_source) {
  switch (error.kind) {
    case ErrorKind::http:
      return hint_of_status(error, key_source);
    case ErrorKind::outcome_unknown:
      return "The change may have been applied: look before sending it again.";
    case ErrorKind::not_sent:
    case ErrorKind::tls:
      return "Nothing was changed. `clerkctl doctor` checks the connection.";
    case ErrorKind::timeout:
      return "--timeout gives it more time.";
    case ErrorKind::malformed_answer:
      return "Is the root of the API right? `clerkctl doctor` tells which it is.";
    case ErrorKind::no_answer:
    case ErrorKind::canceled:
    case ErrorKind::bad_configuration:
    case ErrorKind::bad_request:
      return "";
  }
  return "";
}

json::value value_of(const RawJson& meta) {
  const auto parsed = codec::parse(meta.text(), codec::tolerant_limits(meta.text()));
  return parsed ? *parsed : json::value(nullptr);
}

json::array reasons_of(const Error& error) {
  json::array reasons;
  for (const ClerkError& each : error.errors) {
    json::object reason{{"code", each.code}, {"message", each.message}, {"long_message", each.long_message}};
    if (!each.meta.empty()) reason["meta"] = value_of(each.meta);
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

}  // namespace

Failure api_failure(const Error& error, std::string_view key_source, std::string_view doing) {
  const std::string place = doing.empty() ? "" : "while " + std::string{doing} + ": ";
  return {
      .message = place + harmless(error.message()), .hint = hint_of(error, key_source), .details = details_of(error)};
}

json::object details_of(const Error& error) {
  json::object details{{"kind", to_string(error.kind)}, {"operation", error.operation}};
  if (error.status != 0) details["status"] = error.status;
  if (!error.errors.empty()) details["errors"] = reasons_of(error);
  if (!error.clerk_trace_id.empty()) details["clerk_trace_id"] = error.clerk_trace_id;
  if (error.retry_after) {
    details["retry_after_seconds"] = std::chrono::ceil<std::chrono::seconds>(*error.retry_after).count();
  }
  return details;
}

}  // namespace clerk::ctl
