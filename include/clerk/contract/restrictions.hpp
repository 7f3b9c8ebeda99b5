#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <string>

namespace clerk {

/// Who may sign up and sign in. facts 2.3
template <View V>
struct RestrictionSettings {
  static constexpr ModelInfo info =
      info_of<V>({"UpdateInstanceRestrictionsRequest", "What may be changed of the restrictions on signing up and in."},
                 {"InstanceRestrictions", "Who may sign up and sign in."});

  Derived<V, std::string> object{};
  Setting<V, bool> allowlist{};
  Setting<V, bool> blocklist{};
  Setting<V, bool> allowlist_blocklist_disabled_on_sign_in{};
  Setting<V, bool> block_email_subaddresses{};
  Setting<V, bool> block_disposable_email_domains{};
  Retired<V, bool> ignore_dots_for_gmail_addresses{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = RestrictionSettings;
    field("object", &M::object, {.constant = "instance_restrictions"}, "Names the type of the object.");
    field("allowlist", &M::allowlist, {},
          "Only identifiers on the allowlist may sign up. In production it needs a plan with the feature, and the "
          "sign-up mode must be public.");
    field("blocklist", &M::blocklist, {},
          "Identifiers on the blocklist are refused. In production it needs a plan with the feature.");
    field("allowlist_blocklist_disabled_on_sign_in", &M::allowlist_blocklist_disabled_on_sign_in,
          {.since = "2025-08-14"}, "The two lists are consulted at sign-up only, not at sign-in.");
    field("block_email_subaddresses", &M::block_email_subaddresses, {},
          "An address whose base address already has an account is refused; for Gmail, dots do not tell addresses "
          "apart.");
    field("block_disposable_email_domains", &M::block_disposable_email_domains, {},
          "Addresses at known throw-away domains are refused.");
    field("ignore_dots_for_gmail_addresses", &M::ignore_dots_for_gmail_addresses,
          {.required = false, .standing = Standing::retired},
          "Taken out of the API on 2025-07-21; block_email_subaddresses now covers it. Sent, it has no effect.");
  }

  friend bool operator==(const RestrictionSettings&, const RestrictionSettings&) = default;
};

using UpdateInstanceRestrictionsRequest = RestrictionSettings<View::request>;
using InstanceRestrictions = RestrictionSettings<View::answer>;

namespace operations {

struct UpdateInstanceRestrictions {
  using Body = UpdateInstanceRestrictionsRequest;
  using Answer = InstanceRestrictions;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "update_instance_restrictions",
      .method = Method::patch,
      .path = "/instance/restrictions",
      .success = 200,
      .errors = {402, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update instance restrictions",
      .description =
          "Changes who may sign up and sign in; what the request leaves out stays as it is. An empty "
          "request changes nothing and is the one way to read these settings.",
      .example = ".block_email_subaddresses = true, .block_disposable_email_domains = true",
  };
  Body body{};
};

}  // namespace operations
}  // namespace clerk
