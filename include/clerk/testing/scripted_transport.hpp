#pragma once

#include <clerk/contract/operation.hpp>
#include <clerk/export.hpp>
#include <clerk/headers.hpp>
#include <clerk/transport.hpp>

#include <deque>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::testing {

/// Where an exchange breaks.
enum class Stage {
  resolving,      ///< the host's name has no address
  connecting,     ///< nobody answers there
  tls_handshake,  ///< no trust in the server
  sending,        ///< the connection breaks before the first byte of the request is out
  waiting,        ///< it breaks after the request went out: it may have acted
  reading,        ///< it breaks after the answer's status line
  timeout,        ///< no answer comes in time
};

/// One exchange of a script: what request is expected, and what comes back. An expectation that is not set takes
/// anything.
class CLERK_EXPORT Exchange {
 public:
  Exchange& method(Method expected);
  /// Below the API root, such as `/instance`. A segment in braces stands for any.
  Exchange& path(std::string expected);
  /// As the library writes it, such as `limit=100&paginated=true`; empty for a request without one.
  Exchange& query(std::string expected);
  /// The JSON text as the library writes it; empty for a request without a body.
  Exchange& body(std::string expected);
  Exchange& header(std::string name, std::string expected);
  /// Anything else; `judge` says what is wrong with the request, or nothing.
  Exchange& that(std::function<std::optional<std::string>(const TransportRequest&)> judge);

  Exchange& answer(int status, std::string body = {}, Headers headers = {});
  Exchange& fail(Stage stage);
  Exchange& result(TransportResult result);
  /// How many requests it is for; 0: every one from here on.
  Exchange& times(int count);

 private:
  friend class ScriptedTransport;
  [[nodiscard]] std::optional<std::string> fault_of(const TransportRequest& request) const;

  std::vector<std::function<std::optional<std::string>(const TransportRequest&)>> judges_{};
  TransportResult result_{TransportAnswer{.status = 204}};
  int times_{1};
  int used_{0};
};

/// A Transport for tests without a server: it answers as a script says and checks what is asked.
///
/// \code
/// auto transport = std::make_shared<clerk::testing::ScriptedTransport>();
/// transport->expect<clerk::operations::UpdateInstance>().body(R"({"test_mode":true})").answer(204);
/// clerk::ApiClient api_client{{.access_token = "sk_test_key", .transport = transport}};
/// ...
/// EXPECT_EQ(transport->problems(), std::vector<std::string>{});
/// \endcode
///
/// A request that is not as expected, or that nothing is left for, fails its call for good with a sentence that says
/// so. Safe from many threads; the script is written before the first call.
class CLERK_EXPORT ScriptedTransport : public Transport {
 public:
  ScriptedTransport() = default;
  /// Takes any requests: one for each result, and for the last every one from there on.
  explicit ScriptedTransport(std::deque<TransportResult> results);

  /// Adds an exchange, which takes any request until it is told more. The reference is good until the next.
  Exchange& expect();
  /// Adds one for that operation's method and path.
  template <class Operation>
  Exchange& expect() {
    return expect().method(Operation::info.method).path(std::string{Operation::info.path});
  }

  [[nodiscard]] TransportResult perform(const TransportRequest& request) override;

  [[nodiscard]] std::vector<TransportRequest> requests() const;
  /// What was not as expected, and which exchanges no request came for. Empty when all went by the script.
  [[nodiscard]] std::vector<std::string> problems() const;

 private:
  mutable std::mutex mutex_{};
  std::deque<Exchange> script_{};
  std::size_t next_{0};
  std::vector<TransportRequest> requests_{};
  std::vector<std::string> faults_{};
};

/// What a transport gives back, in short.
[[nodiscard]] CLERK_EXPORT TransportResult answer(int status, std::string body = {}, Headers headers = {});
[[nodiscard]] CLERK_EXPORT TransportResult failure(Stage stage);
[[nodiscard]] CLERK_EXPORT TransportResult failure(TransportFailure::Cause cause, bool sent,
                                                   std::string message = "it broke");

}  // namespace clerk::testing
