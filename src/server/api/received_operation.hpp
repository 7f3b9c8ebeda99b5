#pragma once

#include "codec/defaults.hpp"
#include "codec/query_reader.hpp"
#include "server/api/live_operation.hpp"

#include <clerk/contract/parameters.hpp>

#include <string>
#include <string_view>

namespace clerk::server::api {

/// The operation with what the head of a request gives it; its body is still to come. Faults of the query have been
/// judged before (see LiveOperation::judge_query).
template <class Op>
[[nodiscard]] Op received_operation(const Head& head) {
  Op operation{};
  for_each_path_parameter<Op>([&](std::string_view name, auto member, const FieldRules&, std::string_view) {
    for (const auto& [placed, value] : head.path) {
      if (placed == name) operation.*member = value;
    }
  });
  if constexpr (HasQuery<Op>) {
    operation.query = codec::decode_query<typename Op::Query>(head.query).value;
    codec::fill_defaults(operation.query);
  }
  return operation;
}

}  // namespace clerk::server::api
