#include "ctl/api_failure.hpp"

#include "codec/json_text.hpp"
#include "ctl/output/plain_text.hpp"
#include "openapi/catalog.hpp"

#include <clerk/configuration.hpp>

#include <boost/json/array.hpp>

#include <algorithm>
#include <chrono>
#include <string>

namespace clerk::ctl {

namespace json = boost::json;

namespace {

/// Nothing when the error names no operation, or none that is known.
const openapi::OperationEntry* operation_of(const Error& error) {
  const auto& all = openapi::catalog().operations;
  const auto found = std::ranges::find_if(
      all, [&](const openapi::OperationEntry& operation) { return operation.info->name == error.operation; });
  return found == all.end() ? nullptr : &*found;
}

bool only_reads(const openapi::OperationEntry* operation) {
  return operation != nullptr && operation->info->kind != OperationKind::write;
}

std::string hint_of_missing_plan(const openapi::OperationEntry* operation) {
  const bool sends_fields = operation != nullptr && !only_reads(operation) && !operation->body.empty();
  return sends_fields ? "The plan of the instance lacks the feature; the other fields may be sent without it."
                      : "The plan of the instance does not allow the call: look at it in the dashboard.";
}

// Where no id was sent, it is the route that was not found. A body may name ids, and then the answer has reasons.
std::string hint_of_not_found(const Error& error, const openapi::OperationEntry* operation) {
  const bool may_name_ids = operation == nullptr || !operation->path.empty() ||
                            (!error.errors.empty() && !(operation->body.empty() && operation->query.empty()));
  return may_name_ids ? "Is the id right, and of the instance that the key belongs to?"
                      : "The server has no such route: are root and version of the API right? `clerkctl doctor` tells "
                        "which they are.";
}

std::string hint_of_status(const Error& error, std::string_view key_source) {
  switch (error.status) {
    case 401:
      return "The key comes from " + std::string{key_source.empty() ? "nowhere" : key_source} +
             ". Is it the whole secret key, of the instance that is meant? `clerkctl doctor` checks it.";
    case 402:
      return hint_of_missing_plan(operation_of(error));
    case 403:
      return "The key is known, but may not do this.";
    case 404:
      return hint_of_not_found(error, operation_of(error));
    case 429:
      return "Too many requests: wait, and try again.";
    default:
      if (refuses_version(error)) {
        return "This clerkctl is made for version " + std::string{default_api_version} +
               "; `clerkctl doctor` says where the one that was asked for comes from.";
      }
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
      return std::string{only_reads(operation_of(error)) ? "" : "Nothing was changed. "} +
             "`clerkctl doctor` checks the connection.";
    case ErrorKind::no_answer:
      return "Nothing was to be changed, so it may be sent again. `clerkctl doctor` checks the connection.";
    case ErrorKind::timeout:
      return "--timeout gives it more time.";
    case ErrorKind::malformed_answer:
      return "Is the root of the API right? `clerkctl doctor` tells which it is.";
    case ErrorKind::bad_configuration:
      return "Nothing was sent. Correct what it names; `clerkctl doctor` says where key, root and version come from.";
    case ErrorKind::bad_request:
      return "Nothing was sent. Correct what it names.";
    case ErrorKind::canceled:
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

bool refuses_version(const Error& error) {
  return std::ranges::any_of(error.errors,
                             [](const ClerkError& reason) { return reason.code.starts_with("api_version"); });
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
