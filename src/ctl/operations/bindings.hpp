#pragma once

#include "codec/fault.hpp"

#include <clerk/api_client.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/error.hpp>
#include <clerk/headers.hpp>
#include <clerk/raw_json.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

// The typed operations of the registry behind functions without types, so that commands are data and only the bindings
// are compiled once for each operation.
namespace clerk::ctl::operations {

/// What a call is to send, in the forms that the codec reads.
struct CallInput {
  std::vector<std::string> path{};         ///< the parameters, in the order of the path
  std::string query{};                     ///< without the `?`
  std::vector<std::string> query_names{};  ///< the parameters that are in it
  std::string body{};                      ///< JSON, or a form
  std::string content_type{};              ///< of a form
  RawFields extra{};                       ///< fields that the contract does not know
};

/// What came back.
struct Reply {
  int status{0};
  Headers headers{};
  std::optional<std::string> body{};  ///< JSON
};

/// Takes a long list as it comes.
struct RowSink {
  std::function<void(const Headers&)> take_head{};   ///< of each page, before its rows
  std::function<bool(std::string_view)> take_row{};  ///< as the JSON of a page with this row alone; false: no more
};

/// A call that has been understood and not been made.
class ReadyCall {
 public:
  ReadyCall() = default;
  ReadyCall(const ReadyCall&) = delete;
  ReadyCall& operator=(const ReadyCall&) = delete;
  virtual ~ReadyCall() = default;

  [[nodiscard]] virtual Result<Reply> send(const ApiClient& api_client) const = 0;
  /// All rows, page after page; says what ended it early but the sink. Of a call without pages, an error.
  [[nodiscard]] virtual std::optional<Error> send_all(const ApiClient& api_client, const RowSink& sink) const = 0;
};

/// What the codec makes of an input. Without `problem` there is a call; it lacks what is at fault.
struct Understood {
  std::unique_ptr<ReadyCall> call{};
  codec::Faults faults{};
  std::string problem{};  ///< the body as a whole can't be read
};

/// One operation.
struct Binding {
  const OperationInfo* info{nullptr};
  Understood (*understand)(const CallInput&){nullptr};
};

/// One for each operation of the registry, in its order.
[[nodiscard]] std::span<const Binding> bindings();

/// \throws std::logic_error when the registry has no such operation
[[nodiscard]] const Binding& binding_of(const OperationInfo& info);

}  // namespace clerk::ctl::operations
