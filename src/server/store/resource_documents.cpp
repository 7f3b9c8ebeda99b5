#include "server/store/resource_documents.hpp"

#include "codec/model_codec.ipp"
#include "server/store/resource_models.hpp"
#include "server/store/stored_model.hpp"

#include <clerk/contract/domains.hpp>
#include <clerk/contract/jwks.hpp>
#include <clerk/contract/organization.hpp>
#include <clerk/contract/organization_domains.hpp>
#include <clerk/contract/organization_invitations.hpp>
#include <clerk/contract/redirect_urls.hpp>
#include <clerk/contract/sessions.hpp>
#include <clerk/contract/sign_ups.hpp>
#include <clerk/contract/user.hpp>
#include <clerk/contract/waitlist_entries.hpp>

namespace clerk::server::store {

template <Model Document>
std::string encode_resource(const Document& document) {
  return codec::encode_sound(document);
}

template <Model Document>
Document decode_resource(std::string_view text) {
  return decode_stored_model<Document>(text, "a resource");
}

#define CLERK_RESOURCE(Document)                         \
  template std::string encode_resource(const Document&); \
  template Document decode_resource<Document>(std::string_view)

CLERK_RESOURCE(Domain);
CLERK_RESOURCE(JWKS);
CLERK_RESOURCE(KeptImage);
CLERK_RESOURCE(KeptInvitation);
CLERK_RESOURCE(KeptJWTTemplate);
CLERK_RESOURCE(KeptPermission);
CLERK_RESOURCE(KeptRoleSet);
CLERK_RESOURCE(KeptSuggestion);
CLERK_RESOURCE(Organization);
CLERK_RESOURCE(OrganizationDomain);
CLERK_RESOURCE(OrganizationInvitation);
CLERK_RESOURCE(RedirectURL);
CLERK_RESOURCE(Session);
CLERK_RESOURCE(SignUp);
CLERK_RESOURCE(SigningKey);
CLERK_RESOURCE(User);
CLERK_RESOURCE(WaitlistEntry);

#undef CLERK_RESOURCE

}  // namespace clerk::server::store
