#pragma once

#include "server/rules/change.hpp"
#include "server/rules/disposable_domains.hpp"
#include "server/rules/refusal.hpp"
#include "server/store/instance_state.hpp"
#include "server/store/transaction.hpp"

#include <boost/system/result.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk::server::rules {

/// What a rule over rows may know beside its request and the transaction. Rules read no clock and make no randomness
/// themselves, and may be run again.
struct Call {
  const store::InstanceState& instance;  ///< as the transaction sees it
  std::int64_t now{};                    ///< Unix milliseconds
  std::string_view api_version{};
  std::string_view server_url{};  ///< where the server is reached, such as `http://127.0.0.1:5174`
  const DisposableDomains* disposable_domains{&DisposableDomains::built_in()};
  std::function<std::string(std::string_view prefix)> make_id{};
  std::function<std::string(std::size_t count)> random_bytes{};
  std::function<std::string()> make_signing_key{};  ///< the PEM of a new private key; slow
  std::vector<Warning> warnings{};

  void warn(std::string_view param, std::string text) { warnings.push_back({std::string{param}, std::move(text)}); }
};

/// Why something is not done. Nothing of it stays, unless the attempt itself is to be remembered.
struct Refused {
  Refusals refusals{};
  bool keep{false};
  std::string decided_by{};  ///< the rule that refused, where that is told
};

[[nodiscard]] inline Refused refused(Refusal refusal) { return {.refusals = {std::move(refusal)}}; }
/// What has to be had once is another's already.
[[nodiscard]] inline Refused taken(std::string_view param, std::string value) {
  return refused({.definition = &error_definition("form_identifier_exists"),
                  .param = std::string{param},
                  .value = std::move(value)});
}
[[nodiscard]] inline Refused not_found() { return refused({.definition = &error_definition("resource_not_found")}); }

template <class Answer>
using Judged = boost::system::result<Answer, Refused>;

/// Runs a function over one state of the database.
using Look = std::function<void(const std::function<void(store::Transaction&)>&)>;

}  // namespace clerk::server::rules
