#include "server/rules/restriction_rules.hpp"

#include "server/rules/merge.hpp"

namespace clerk::server::rules {

void change_restrictions(const UpdateInstanceRestrictionsRequest& request, std::string_view allowlist_param,
                         Change& change) {
  const auto& before = change.before().restrictions;
  auto& after = change.after.settings.restrictions;
  merge(request, after);

  // Only turning on needs the feature: a plan that lost it can still turn the list off. facts 2.3, 9.10
  if (after.allowlist && !before.allowlist) change.need_feature("allowlist", allowlist_param);
  if (after.blocklist && !before.blocklist) change.need_feature("blocklist", "blocklist");
  if (!change.refusals.empty()) return;

  // facts 9.11
  if (after.allowlist && !before.allowlist && change.after.traits.sign_up_mode != "public") {
    change.refuse({.definition = &error_definition("sign_up_mode_restricted_invalid_value"),
                   .param = std::string{allowlist_param},
                   .value = "true",
                   .expected = change.after.traits.sign_up_mode});
  }
}

void write(const operations::UpdateInstanceRestrictions& operation, const Surroundings& /*surroundings*/,
           Change& change) {
  change_restrictions(operation.body, "allowlist", change);
}

InstanceRestrictions answer(const operations::UpdateInstanceRestrictions& /*operation*/,
                            const store::InstanceState& after) {
  return answer_of(after.settings.restrictions);
}

}  // namespace clerk::server::rules
