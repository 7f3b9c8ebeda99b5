#include "server/rules/access.hpp"

#include "server/store/identifications.hpp"
#include "server/store/list_identifiers.hpp"

namespace clerk::server::rules {

AccessLookups lookups_in(const Call& call, store::Transaction& transaction) {
  const std::string& instance_id = call.instance.id;
  return {.is_listed =
              [&transaction, instance_id](ListKind list, const std::string& key) {
                return store::ListIdentifiers{transaction, list}.contains(instance_id, key);
              },
          .is_taken =
              [&transaction, instance_id](const Identifier& identifier) {
                return store::Identifications{transaction}
                    .find_by_identifier(instance_id, name_of(identifier.kind), identifier.folded)
                    .has_value();
              },
          .is_mailbox_taken =
              [&transaction, instance_id](const std::string& mailbox, const std::string& except_user_id) {
                return store::Identifications{transaction}.has_mailbox(instance_id, mailbox, except_user_id);
              }};
}

AccessDecision decide_sign_up(const Newcomer& newcomer, const Call& call, store::Transaction& transaction) {
  return decide_sign_up(call.instance, newcomer, lookups_in(call, transaction), *call.disposable_domains);
}

}  // namespace clerk::server::rules
