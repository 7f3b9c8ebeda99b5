#pragma once

#include "server/rules/email_address.hpp"
#include "server/rules/identifier.hpp"
#include "server/store/user_search.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

/// Ids with `-` before them are left out, `+` means the same as nothing.
[[nodiscard]] inline store::Selection selection_of(const std::vector<std::string>& signed_ids) {
  store::Selection selection;
  for (std::string_view id : signed_ids) {
    auto& side = id.starts_with('-') ? selection.excluded : selection.included;
    if (id.starts_with('-') || id.starts_with('+')) id.remove_prefix(1);
    side.emplace_back(id);
  }
  return selection;
}

/// \pre it is one of `user_key_names`
[[nodiscard]] inline store::UserKey user_key_of(std::string_view name) {
  return std::ranges::find(store::user_key_names, name, &store::UserKeyNames::name)->key;
}

/// Identifiers as they are compared. What is none of the kind is nobody's, and says so by asking for nobody when it is
/// all there is.
inline void add_identifiers(IdentifierKind kind, const std::vector<std::string>& texts,
                            std::vector<std::string>& folded, bool& nobody) {
  for (const std::string& text : texts) {
    if (const auto identifier = read_identifier(kind, text, true)) folded.push_back(identifier->folded);
  }
  if (!texts.empty() && folded.empty()) nobody = true;
}

/// What a query asks of users. Lists of members have most of the filters that lists of users have.
template <class Filters>
[[nodiscard]] store::UserSearch user_search_of(const Filters& filters) {
  store::UserSearch search{.user_id = selection_of(filters.user_id),
                           .query = fold(filters.query.value_or("")),
                           .email_address_query = fold(filters.email_address_query.value_or("")),
                           .phone_number_query = filters.phone_number_query.value_or(""),
                           .username_query = fold(filters.username_query.value_or("")),
                           .name_query = fold(filters.name_query.value_or("")),
                           .created_at = {filters.created_at_after, filters.created_at_before},
                           .last_active_at = {filters.last_active_at_after, filters.last_active_at_before}};
  add_identifiers(IdentifierKind::email_address, filters.email_address, search.email_address, search.nobody);
  add_identifiers(IdentifierKind::phone_number, filters.phone_number, search.phone_number, search.nobody);
  add_identifiers(IdentifierKind::username, filters.username, search.username, search.nobody);
  add_identifiers(IdentifierKind::web3_wallet, filters.web3_wallet, search.web3_wallet, search.nobody);
  if constexpr (requires { filters.external_id; }) {
    search.external_id = selection_of(filters.external_id);
    search.organization_id = selection_of(filters.organization_id);
    search.banned = filters.banned;
    search.last_sign_in_at = {filters.last_sign_in_at_after, filters.last_sign_in_at_before};
    // The older name says "from this time on".
    if (filters.last_active_at_since && !search.last_active_at.after) {
      search.last_active_at.after = *filters.last_active_at_since - 1;
    }
    // Nobody here has an account elsewhere.
    if (!filters.provider_user_id.empty()) search.nobody = true;
  }
  return search;
}

}  // namespace clerk::server::rules
