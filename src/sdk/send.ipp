// The definition of ApiClient::send. Included only where operations are instantiated, so that encoding and decoding are
// compiled once per resource and not in every file that makes a call.
#pragma once

#include "codec/codec.hpp"
#include "codec/form.hpp"
#include "codec/target_writer.hpp"
#include "sdk/blocking_driver.hpp"
#include "sdk/client_core.hpp"
#include "sdk/conclude.hpp"
#include "sdk/log.hpp"
#include "sdk/prepared_call.hpp"

#include <clerk/api_client.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace clerk::sdk {

template <class Operation>
Result<PreparedCall> prepare_call(const ClientSettings& settings, const Operation& operation,
                                  const CallOptions& options) {
  auto target = codec::request_target(operation);
  if (!target) return unencodable(Operation::info, "parameter", target.error().path, target.error().problem);
  PreparedBody body;
  if constexpr (HasForm<Operation>) {
    auto encoded = codec::encode_form(operation.body);
    if (!encoded) return unencodable(Operation::info, "field", encoded.error().path, encoded.error().problem);
    body = {.text = std::move(encoded->body), .content_type = std::move(encoded->content_type)};
  } else if constexpr (HasBody<Operation>) {
    auto encoded = codec::encode(operation.body);
    if (!encoded) return unencodable(Operation::info, "field", encoded.error().path, encoded.error().problem);
    body.text = *std::move(encoded);
  }
  return prepare(settings, Operation::info, *target, std::move(body), options);
}

template <class Operation>
Result<Response<typename Operation::Answer>> decode(RawAnswer raw, const Secret& key) {
  using Answer = typename Operation::Answer;
  if constexpr (std::is_void_v<Answer>) {
    return std::move(raw.evidence);
  } else {
    if (raw.body.empty()) return malformed(Operation::info, std::move(raw), "", "its body is empty", key);
    auto value = codec::decode_answer<Answer>(raw.body);
    if (!value) return malformed(Operation::info, std::move(raw), value.error().path, value.error().problem, key);
    return Response<Answer>{.value = *std::move(value),
                            .status = raw.evidence.status,
                            .headers = std::move(raw.evidence.headers),
                            .clerk_trace_id = std::move(raw.evidence.clerk_trace_id)};
  }
}

/// What the outcome of a call is to its caller.
template <class Operation>
Result<Response<typename Operation::Answer>> finish(const ClientSettings& settings, const PreparedCall& call,
                                                    CallOutcome outcome) {
  const Secret& key = settings.configuration.access_token;
  const CallLog log{settings, call};
  auto raw = conclude(Operation::info, std::move(outcome), key);
  if (!raw) {
    log.on_failure(raw.error());
    return std::move(raw).error();
  }
  auto response = decode<Operation>(*std::move(raw), key);
  if (!response) log.on_failure(response.error());
  return response;
}

}  // namespace clerk::sdk

namespace clerk {

template <class Operation>
Result<Response<typename Operation::Answer>> ApiClient::send(const Operation& operation,
                                                             const CallOptions& options) const {
  auto call = sdk::prepare_call(*core_->settings(), operation, options);
  if (!call) return std::move(call).error();
  sdk::CallOutcome outcome = sdk::run_blocking(*core_, *call);
  return sdk::finish<Operation>(*core_->settings(), *call, std::move(outcome));
}

}  // namespace clerk
