#pragma once

#include "codec/codec.hpp"

#include <clerk/contract/operation.hpp>
#include <clerk/version.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace clerk::bench {

/// A call as bytes: the same that the library sends.
struct PlainRequest {
  std::string method{};
  std::string url{};
  std::vector<std::string> headers{};
  std::string body{};
  long status{};  ///< of the success
};

template <class Call>
PlainRequest plain_request(const std::string& base, const std::string& key) {
  using Operation = typename Call::Operation;
  auto body = codec::encode(Call::request());
  if (!body) throw std::runtime_error{body.error().problem};
  std::string root = base.ends_with('/') ? base.substr(0, base.size() - 1) : base;
  if (!root.ends_with("/v1")) root += "/v1";
  return {.method = std::string{to_string(Operation::info.method)},
          .url = root + std::string{Operation::info.path},
          .headers = {"Authorization: Bearer " + key, "Accept: application/json",
                      "User-Agent: clerk-cpp/" + std::string{version},
                      "Clerk-API-Version: " + std::string{default_api_version}, "Content-Type: application/json",
                      "Expect:"},
          .body = *std::move(body),
          .status = Operation::info.success};
}

}  // namespace clerk::bench
