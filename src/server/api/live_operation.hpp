#pragma once

#include "codec/codec.hpp"
#include "server/api/router.hpp"
#include "server/rules/call.hpp"
#include "server/rules/change.hpp"

#include <clerk/contract/operation.hpp>

#include <boost/system/result.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::api {

/// What the head of a request gives an operation.
struct Head {
  std::span<const PathParameters::value_type> path{};
  std::string_view query{};
  std::string_view content_type{};  ///< of the body
};

/// Makes a request of what came, or says that it is none.
template <class Decoded>
using Decode = std::function<boost::system::result<Decoded, codec::NotAnObject>(const Head&, std::string_view body,
                                                                                const codec::Limits&)>;

/// A decoded request of a write, its types forgotten.
struct DecodedWrite {
  codec::Faults faults{};
  std::function<void(const rules::Surroundings&, rules::Change&)> write{};
  std::function<std::string(const store::InstanceState& after)> answer{};  ///< the body; empty when there is none
};

/// What an operation on rows came to.
struct RowOutcome {
  rules::Refused refused{};             ///< why not, if there is a reason
  std::function<std::string()> body{};  ///< encodes the answer; not on the writer
};

/// A decoded request of an operation on rows, its types forgotten.
struct DecodedRows {
  codec::Faults faults{};
  std::function<void(const rules::Call&, const rules::Look&)> prepare{};  ///< set when slow work comes first
  std::function<RowOutcome(rules::Call&, store::Transaction&)> run{};
};

/// An operation of the contract as the server runs it. One of `read`, `decode` and `decode_rows` is set; none, when the
/// server does not hold the operation yet.
struct LiveOperation {
  const OperationInfo* info{nullptr};
  std::function<std::string(const store::InstanceState&)> read{};
  Decode<DecodedWrite> decode{};
  Decode<DecodedRows> decode_rows{};
  bool writes_rows{false};
  bool takes_form{false};  ///< its body is multipart/form-data
  bool is_tool{false};
};

/// One entry for each operation of the registry.
[[nodiscard]] std::vector<LiveOperation> live_operations();

/// The tools that are declared as operations are: paths below `/__clerkd`.
[[nodiscard]] std::vector<LiveOperation> live_tools();

}  // namespace clerk::server::api
