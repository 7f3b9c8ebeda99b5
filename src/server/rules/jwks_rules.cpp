#include "server/rules/jwks_rules.hpp"

#include "server/store/resource_documents.hpp"

namespace clerk::server::rules {

FoundKey prepare(const operations::GetJWKS& /*operation*/, const Call& call, const Look& look) {
  return find_signing_key(call, look);
}

Judged<JWKS> apply(const operations::GetJWKS& /*operation*/, Call& call, store::Transaction& transaction,
                   const FoundKey& key) {
  if (key.is_new && !keep_signing_key(key, call, transaction)) {
    return refused({.definition = &error_definition("conflict")});
  }
  return store::decode_resource<JWKS>(key.signer(call).key_set().text());
}

}  // namespace clerk::server::rules
