#pragma once

#include "codec/codec.hpp"
#include "server/rules/change.hpp"

#include <clerk/contract/operation.hpp>

#include <boost/system/result.hpp>

#include <functional>
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

/// An operation of the contract as the server runs it. One of `read` and `decode` is set; neither, when the server does
/// not hold the operation yet.
struct LiveOperation {
  const OperationInfo* info{nullptr};
  std::function<std::string(const store::InstanceState&)> read{};
  std::function<boost::system::result<DecodedWrite, codec::NotAnObject>(std::string_view body, const codec::Limits&)>
      decode{};
};

/// One entry for each operation of the registry.
[[nodiscard]] std::vector<LiveOperation> live_operations();

}  // namespace clerk::server::api
