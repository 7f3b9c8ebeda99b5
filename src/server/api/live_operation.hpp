#pragma once

#include "codec/codec.hpp"
#include "server/api/router.hpp"
#include "server/rules/change.hpp"

#include <clerk/contract/operation.hpp>

#include <boost/system/result.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::api {

/// A decoded request of a write, its types forgotten.
struct DecodedWrite {
  codec::Faults faults{};
  std::function<void(const rules::Surroundings&, rules::Change&)> write{};
  std::function<std::string(const store::InstanceState& after)> answer{};  ///< the body; empty when there is none
};

/// What the head of a request gives an operation.
struct Head {
  std::span<const PathParameters::value_type> path{};
  std::string_view query{};
};

/// An operation of the contract as the server runs it. One of `read` and `decode` is set; neither, when the server does
/// not hold the operation yet.
struct LiveOperation {
  const OperationInfo* info{nullptr};
  std::function<std::string(const store::InstanceState&)> read{};
  std::function<boost::system::result<DecodedWrite, codec::NotAnObject>(const Head&, std::string_view body,
                                                                        const codec::Limits&)>
      decode{};
  std::function<codec::Faults(std::string_view query)> judge_query{};  ///< of an operation that has query parameters
};

/// One entry for each operation of the registry.
[[nodiscard]] std::vector<LiveOperation> live_operations();

}  // namespace clerk::server::api
