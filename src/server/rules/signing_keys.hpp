#pragma once

#include "server/rules/call.hpp"
#include "server/rules/token_signer.hpp"

#include <string>

namespace clerk::server::rules {

/// The key of the instance as a request found it, or a new one if there was none.
struct FoundKey {
  std::string private_key_pem{};
  bool is_new{};

  [[nodiscard]] TokenSigner signer(const Call& call) const { return {private_key_pem, call.instance.id}; }
};

/// Looks for the key that the instance signs with; makes one, which is slow, if it has none.
[[nodiscard]] FoundKey find_signing_key(const Call& call, const Look& look);

/// Keeps a new key. False when somebody else made one meanwhile: then that one is the instance's.
[[nodiscard]] bool keep_signing_key(const FoundKey& key, const Call& call, store::Transaction& transaction);

}  // namespace clerk::server::rules
