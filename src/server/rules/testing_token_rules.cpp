#include "server/rules/testing_token_rules.hpp"

namespace clerk::server::rules {

Judged<TestingToken> apply(const operations::CreateTestingToken& /*operation*/, Call& call,
                           store::Transaction& /*transaction*/) {
  constexpr std::int64_t lifetime_seconds = 3600;
  const std::int64_t seconds = call.now / 1000;
  return TestingToken{.object = "testing_token",
                      .token = std::to_string(seconds) + "-" + call.make_id("c"),
                      .expires_at = seconds + lifetime_seconds};
}

}  // namespace clerk::server::rules
