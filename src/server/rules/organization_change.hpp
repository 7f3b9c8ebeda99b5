#pragma once

#include "server/rules/organization_record.hpp"

#include <concepts>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace clerk::server::rules {

/// Finds an organization, changes what `edit` does, writes it and answers it. `edit` may give refusals; then nothing is
/// written. It leaves the slug alone.
template <class Edit>
[[nodiscard]] Judged<Organization> change_organization(std::string_view id, Call& call, store::Transaction& transaction,
                                                       const Edit& edit) {
  store::Organizations organizations{transaction};
  auto row = organizations.find(call.instance.id, id);
  if (!row) return organization_not_found(id);
  if constexpr (std::same_as<decltype(edit(*row)), Refusals>) {
    Refusals refusals = edit(*row);
    if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  } else {
    edit(*row);
  }
  row->updated_at = call.now;
  if (!organizations.update(*row)) throw std::logic_error{"a slug that did not change is taken"};
  return organization_of(*row, call);
}

}  // namespace clerk::server::rules
