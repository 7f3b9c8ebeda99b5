#include "server/rules/signing_keys.hpp"

#include "server/rules/resource_set.hpp"
#include "server/store/resource_models.hpp"

namespace clerk::server::rules {

namespace {

// One instance has one key.
constexpr std::string_view the_key = "rs256";

ResourceSet<store::SigningKey> keys_in(const Call& call, store::Transaction& transaction) {
  return {"signing_key", call, transaction};
}

}  // namespace

FoundKey find_signing_key(const Call& call, const Look& look) {
  FoundKey found;
  look([&](store::Transaction& transaction) {
    if (const auto key = keys_in(call, transaction).find_by_key(the_key)) {
      found.private_key_pem = key->document.private_key_pem;
    }
  });
  if (found.private_key_pem.empty()) found = {.private_key_pem = call.make_signing_key(), .is_new = true};
  return found;
}

bool keep_signing_key(const FoundKey& key, const Call& call, store::Transaction& transaction) {
  auto keys = keys_in(call, transaction);
  auto entry = keys.make(call.make_id("key"));
  entry.row.unique_key = the_key;
  entry.document.private_key_pem = key.private_key_pem;
  return keys.insert(entry);
}

}  // namespace clerk::server::rules
