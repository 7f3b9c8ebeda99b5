#include "sdk/value_of.hpp"

#include <clerk/api/allow_list_block_list_api.hpp>

namespace clerk {

using sdk::value_of;

Result<AllowlistIdentifiers> AllowListBlockListApi::list_allowlist_identifiers(
    const ListAllowlistIdentifiersRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListAllowlistIdentifiers{request}, options));
}

Result<AllowlistIdentifier> AllowListBlockListApi::create_allowlist_identifier(
    const CreateAllowlistIdentifierRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateAllowlistIdentifier{request}, options));
}

Result<DeletedObject> AllowListBlockListApi::delete_allowlist_identifier(std::string_view identifier_id,
                                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteAllowlistIdentifier{std::string{identifier_id}}, options));
}

Result<BlocklistIdentifiers> AllowListBlockListApi::list_blocklist_identifiers(const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListBlocklistIdentifiers{}, options));
}

Result<BlocklistIdentifier> AllowListBlockListApi::create_blocklist_identifier(
    const CreateBlocklistIdentifierRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateBlocklistIdentifier{request}, options));
}

Result<DeletedObject> AllowListBlockListApi::delete_blocklist_identifier(std::string_view identifier_id,
                                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteBlocklistIdentifier{std::string{identifier_id}}, options));
}

}  // namespace clerk
