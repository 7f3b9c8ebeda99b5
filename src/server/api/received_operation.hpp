#pragma once

#include "codec/defaults.hpp"
#include "codec/query_reader.hpp"
#include "server/api/live_operation.hpp"

#include <clerk/contract/parameters.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk::server::api {

/// The operation with what the head of a request gives it; its body is still to come. `faults` are those of the query.
template <class Op>
[[nodiscard]] Op received_operation(const Head& head, codec::Faults& faults) {
  Op operation{};
  for_each_path_parameter<Op>([&](std::string_view name, auto member, const FieldRules&, std::string_view) {
    for (const auto& [placed, value] : head.path) {
      if (placed == name) operation.*member = value;
    }
  });
  if constexpr (HasQuery<Op>) {
    auto decoded = codec::decode_query<typename Op::Query>(head.query);
    operation.query = std::move(decoded.value);
    faults = std::move(decoded.faults);
    codec::fill_defaults(operation.query);
  }
  return operation;
}

}  // namespace clerk::server::api
