#include "server/store/organization_document.hpp"

#include "server/store/stored_model.hpp"

namespace clerk::server::store {

std::string encode_document(const OrganizationDocument& document) { return codec::encode_sound(document); }
std::string encode_document(const MembershipDocument& document) { return codec::encode_sound(document); }

OrganizationDocument decode_organization_document(std::string_view text) {
  return decode_stored_model<OrganizationDocument>(text, "an organization");
}

MembershipDocument decode_membership_document(std::string_view text) {
  return decode_stored_model<MembershipDocument>(text, "a membership");
}

}  // namespace clerk::server::store
