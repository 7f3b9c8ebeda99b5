#include "sdk/value_of.hpp"

#include <clerk/api/testing_tokens_api.hpp>

namespace clerk {

using sdk::value_of;

Result<TestingToken> TestingTokensApi::create_testing_token(const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateTestingToken{}, options));
}

}  // namespace clerk
