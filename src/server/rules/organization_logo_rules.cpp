#include "server/rules/organization_logo_rules.hpp"

#include "server/rules/digest_text.hpp"
#include "server/rules/organization_change.hpp"

#include <array>

namespace clerk::server::rules {

namespace {

using ImageSet = ResourceSet<store::KeptImage>;

ImageSet images_in(const Call& call, store::Transaction& transaction) { return {"image", call, transaction}; }

struct Signature {
  std::string_view begin{};
  std::size_t at{};
  std::string_view type{};
};

constexpr auto signatures = std::to_array<Signature>({
    {"\x89PNG\r\n\x1a\n", 0, "image/png"},
    {"\xff\xd8\xff", 0, "image/jpeg"},
    {"GIF87a", 0, "image/gif"},
    {"GIF89a", 0, "image/gif"},
    {"WEBP", 8, "image/webp"},
});

Refusals judge(const UploadOrganizationLogoRequest& request, const Call& call, store::Transaction& transaction) {
  if (!image_type(request.file.bytes)) {
    return {{.definition = &error_definition("image_type_not_supported"),
             .param = "file",
             .value = request.file.content_type,
             .expected = "image/png, image/jpeg, image/gif, image/webp"}};
  }
  const auto& uploader = request.uploader_user_id;
  if (!uploader || store::Users{transaction}.find(call.instance.id, *uploader)) return {};
  return {{.definition = &error_definition("resource_not_found"), .param = "uploader_user_id", .value = *uploader}};
}

}  // namespace

std::optional<std::string_view> image_type(std::string_view bytes) {
  for (const Signature& signature : signatures) {
    if (bytes.size() < signature.at) continue;
    if (bytes.substr(signature.at).starts_with(signature.begin)) return signature.type;
  }
  return std::nullopt;
}

void remove_logo(const store::OrganizationRow& organization, const Call& call, store::Transaction& transaction) {
  if (organization.document.logo) images_in(call, transaction).remove(*organization.document.logo);
}

Judged<Organization> apply(const operations::UploadOrganizationLogo& operation, Call& call,
                           store::Transaction& transaction) {
  return change_organization(operation.organization_id, call, transaction, [&](store::OrganizationRow& row) {
    Refusals refusals = judge(operation.body, call, transaction);
    if (!refusals.empty()) return refusals;
    remove_logo(row, call, transaction);
    ImageSet images = images_in(call, transaction);
    ImageSet::Entry entry = images.make(call.make_id("img"));
    entry.row.owner = row.id;
    entry.document.content_type = *image_type(operation.body.file.bytes);
    entry.document.base64 = to_base64(operation.body.file.bytes);
    images.insert_free(entry);
    row.document.logo = entry.row.id;
    return refusals;
  });
}

Judged<Organization> apply(const operations::DeleteOrganizationLogo& operation, Call& call,
                           store::Transaction& transaction) {
  return change_organization(operation.organization_id, call, transaction, [&](store::OrganizationRow& row) {
    remove_logo(row, call, transaction);
    row.document.logo.reset();
  });
}

}  // namespace clerk::server::rules
