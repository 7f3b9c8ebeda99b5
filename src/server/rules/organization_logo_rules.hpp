#pragma once

#include "server/rules/organization_record.hpp"
#include "server/rules/resource_set.hpp"
#include "server/store/resource_models.hpp"

#include <clerk/contract/organization_logo.hpp>

#include <optional>
#include <string_view>

namespace clerk::server::rules {

/// The media type of a picture as its first bytes tell it; nothing when it is none that browsers all show.
[[nodiscard]] std::optional<std::string_view> image_type(std::string_view bytes);

/// Removes the picture of an organization, if it has one. The row still names it.
void remove_logo(const store::OrganizationRow& organization, const Call& call, store::Transaction& transaction);

[[nodiscard]] Judged<Organization> apply(const operations::UploadOrganizationLogo& operation, Call& call,
                                         store::Transaction& transaction);
[[nodiscard]] Judged<Organization> apply(const operations::DeleteOrganizationLogo& operation, Call& call,
                                         store::Transaction& transaction);

}  // namespace clerk::server::rules
