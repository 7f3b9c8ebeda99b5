#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <cstdint>
#include <string>

namespace clerk {

/// Lets tests past the bot detection of the Frontend API. facts 3.2
struct TestingToken {
  static constexpr ModelInfo info{"TestingToken", "Lets tests past the bot detection of the Frontend API."};

  std::string object{};
  std::string token{};
  std::int64_t expires_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = TestingToken;
    field("object", &M::object, {.constant = "testing_token"}, "Names the type of the object.");
    field("token", &M::token, {}, "The token, for the query parameter `__clerk_testing_token`.");
    field("expires_at", &M::expires_at, {}, "When it expires, in Unix seconds.");
  }

  friend bool operator==(const TestingToken&, const TestingToken&) = default;
};

namespace operations {

struct CreateTestingToken {
  using Answer = TestingToken;
  static constexpr OperationInfo info{
      .api = "TestingTokensApi",
      .name = "create_testing_token",
      .method = Method::post,
      .path = "/testing_tokens",
      .success = 200,
      .errors = {},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Retrieve a new testing token",
      .description = "Makes a token by which tests get past the bot detection.",
  };
};

}  // namespace operations
}  // namespace clerk
