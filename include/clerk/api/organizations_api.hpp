#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/organization_logo.hpp>
#include <clerk/contract/organization_metadata.hpp>
#include <clerk/contract/organizations.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Users who belong together. Each method makes one call; its `async_` twin takes a completion token and completes with
/// `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT OrganizationsApi {
 public:
  explicit OrganizationsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of the organizations that pass the filters, the newest first. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<Organizations> list_organizations(const ListOrganizationsRequest& request = {},
                                                         const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_organizations(ListOrganizationsRequest request, CallOptions options, Token&& token) const {
    return start(operations::ListOrganizations{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_organizations(ListOrganizationsRequest request, Token&& token) const {
    return start(operations::ListOrganizations{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Makes an organization; who makes it becomes its first member. facts 3.1
  [[nodiscard]] Result<Organization> create_organization(const CreateOrganizationRequest& request,
                                                         const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_organization(CreateOrganizationRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateOrganization{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_organization(CreateOrganizationRequest request, Token&& token) const {
    return start(operations::CreateOrganization{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// An organization, by its id or its slug. facts 3.1
  [[nodiscard]] Result<Organization> get_organization(std::string_view organization_id,
                                                      const GetOrganizationRequest& request = {},
                                                      const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_organization(std::string organization_id, GetOrganizationRequest request, CallOptions options,
                              Token&& token) const {
    return start(operations::GetOrganization{std::move(organization_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_organization(std::string organization_id, GetOrganizationRequest request, Token&& token) const {
    return start(operations::GetOrganization{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Changes an organization; what the request leaves out stays as it is. Metadata are changed by
  /// merge_organization_metadata and replace_organization_metadata. facts 3.1
  [[nodiscard]] Result<Organization> update_organization(std::string_view organization_id,
                                                         const UpdateOrganizationRequest& request = {},
                                                         const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_organization(std::string organization_id, UpdateOrganizationRequest request, CallOptions options,
                                 Token&& token) const {
    return start(operations::UpdateOrganization{std::move(organization_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_organization(std::string organization_id, UpdateOrganizationRequest request, Token&& token) const {
    return start(operations::UpdateOrganization{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Deletes an organization with its memberships, invitations and domains. facts 3.1
  [[nodiscard]] Result<DeletedObject> delete_organization(std::string_view organization_id,
                                                          const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_organization(std::string organization_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteOrganization{std::move(organization_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_organization(std::string organization_id, Token&& token) const {
    return start(operations::DeleteOrganization{std::move(organization_id)}, {}, std::forward<Token>(token));
  }

  /// Merges objects into the organization's metadata, objects within them too. A null takes its key away; what the
  /// request leaves out stays as it is. facts 3.1
  [[nodiscard]] Result<Organization> merge_organization_metadata(std::string_view organization_id,
                                                                 const MergeOrganizationMetadataRequest& request = {},
                                                                 const CallOptions& options = {}) const;
  template <class Token>
  auto async_merge_organization_metadata(std::string organization_id, MergeOrganizationMetadataRequest request,
                                         CallOptions options, Token&& token) const {
    return start(operations::MergeOrganizationMetadata{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_merge_organization_metadata(std::string organization_id, MergeOrganizationMetadataRequest request,
                                         Token&& token) const {
    return start(operations::MergeOrganizationMetadata{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Puts each object of the request in the place of what was there; what the request leaves out stays as it is.
  /// facts 3.1
  [[nodiscard]] Result<Organization> replace_organization_metadata(
      std::string_view organization_id, const ReplaceOrganizationMetadataRequest& request = {},
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_replace_organization_metadata(std::string organization_id, ReplaceOrganizationMetadataRequest request,
                                           CallOptions options, Token&& token) const {
    return start(operations::ReplaceOrganizationMetadata{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_replace_organization_metadata(std::string organization_id, ReplaceOrganizationMetadataRequest request,
                                           Token&& token) const {
    return start(operations::ReplaceOrganizationMetadata{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Gives the organization a logo of its own, in place of the one that it had. facts 3.1
  [[nodiscard]] Result<Organization> upload_organization_logo(std::string_view organization_id,
                                                              const UploadOrganizationLogoRequest& request,
                                                              const CallOptions& options = {}) const;
  template <class Token>
  auto async_upload_organization_logo(std::string organization_id, UploadOrganizationLogoRequest request,
                                      CallOptions options, Token&& token) const {
    return start(operations::UploadOrganizationLogo{std::move(organization_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_upload_organization_logo(std::string organization_id, UploadOrganizationLogoRequest request,
                                      Token&& token) const {
    return start(operations::UploadOrganizationLogo{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Takes the organization's logo away; the one that is made for who has none takes its place. facts 3.1
  [[nodiscard]] Result<Organization> delete_organization_logo(std::string_view organization_id,
                                                              const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_organization_logo(std::string organization_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteOrganizationLogo{std::move(organization_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_organization_logo(std::string organization_id, Token&& token) const {
    return start(operations::DeleteOrganizationLogo{std::move(organization_id)}, {}, std::forward<Token>(token));
  }

 private:
  template <class Operation, class Token>
  auto start(Operation operation, CallOptions options, Token&& token) const {
    return detail::async_entry<Operation, Token>::start(api_client_, std::move(operation), std::move(options),
                                                        std::forward<Token>(token));
  }

  ApiClient api_client_;
};

}  // namespace clerk
