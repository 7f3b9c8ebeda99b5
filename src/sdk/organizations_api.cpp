#include "sdk/value_of.hpp"

#include <clerk/api/organizations_api.hpp>

namespace clerk {

using sdk::value_of;

Result<Organizations> OrganizationsApi::list_organizations(const ListOrganizationsRequest& request,
                                                           const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListOrganizations{request}, options));
}

Result<Organization> OrganizationsApi::create_organization(const CreateOrganizationRequest& request,
                                                           const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateOrganization{request}, options));
}

Result<Organization> OrganizationsApi::get_organization(std::string_view organization_id,
                                                        const GetOrganizationRequest& request,
                                                        const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetOrganization{std::string{organization_id}, request}, options));
}

Result<Organization> OrganizationsApi::update_organization(std::string_view organization_id,
                                                           const UpdateOrganizationRequest& request,
                                                           const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateOrganization{std::string{organization_id}, request}, options));
}

Result<DeletedObject> OrganizationsApi::delete_organization(std::string_view organization_id,
                                                            const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteOrganization{std::string{organization_id}}, options));
}

Result<Organization> OrganizationsApi::merge_organization_metadata(std::string_view organization_id,
                                                                   const MergeOrganizationMetadataRequest& request,
                                                                   const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::MergeOrganizationMetadata{std::string{organization_id}, request}, options));
}

Result<Organization> OrganizationsApi::replace_organization_metadata(std::string_view organization_id,
                                                                     const ReplaceOrganizationMetadataRequest& request,
                                                                     const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::ReplaceOrganizationMetadata{std::string{organization_id}, request}, options));
}

Result<Organization> OrganizationsApi::upload_organization_logo(std::string_view organization_id,
                                                                const UploadOrganizationLogoRequest& request,
                                                                const CallOptions& options) const {
  return value_of(api_client_.send(operations::UploadOrganizationLogo{std::string{organization_id}, request}, options));
}

Result<Organization> OrganizationsApi::delete_organization_logo(std::string_view organization_id,
                                                                const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteOrganizationLogo{std::string{organization_id}}, options));
}

}  // namespace clerk
