#pragma once

#include "sdk/call_machine.hpp"
#include "sdk/client_settings.hpp"

#include <clerk/call_options.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/result.hpp>
#include <clerk/transport.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace clerk::sdk {

/// A call that is ready to be sent, as often as need be.
struct PreparedCall {
  std::uint64_t number{0};  ///< tells the calls of the process apart
  std::string_view operation{};
  TransportRequest request{};
  CallMachine::Rules rules{};
};

/// What a call sends beside its head.
struct PreparedBody {
  std::string text{};
  std::string content_type{};  ///< empty: JSON
};

/// Makes one of the operation, its target (path and query below the API's root), its body and the options; a call's
/// options go before the client's. Fails when the configuration or the options can't be used.
[[nodiscard]] Result<PreparedCall> prepare(const ClientSettings& settings, const OperationInfo& operation,
                                           std::string_view target, PreparedBody body, const CallOptions& options);

/// The failure to write a part of a request: a field of its body, or a parameter, as `what` says.
[[nodiscard]] Error unencodable(const OperationInfo& operation, std::string_view what, const std::string& path,
                                const std::string& problem);

}  // namespace clerk::sdk
