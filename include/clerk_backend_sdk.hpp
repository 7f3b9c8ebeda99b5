#pragma once

#include <clerk/api/allow_list_block_list_api.hpp>
#include <clerk/api/beta_features_api.hpp>
#include <clerk/api/domains_api.hpp>
#include <clerk/api/email_addresses_api.hpp>
#include <clerk/api/instance_settings_api.hpp>
#include <clerk/api/invitations_api.hpp>
#include <clerk/api/jwks_api.hpp>
#include <clerk/api/jwt_templates_api.hpp>
#include <clerk/api/organization_domains_api.hpp>
#include <clerk/api/organization_invitations_api.hpp>
#include <clerk/api/organization_memberships_api.hpp>
#include <clerk/api/organization_permissions_api.hpp>
#include <clerk/api/organization_roles_api.hpp>
#include <clerk/api/organizations_api.hpp>
#include <clerk/api/phone_numbers_api.hpp>
#include <clerk/api/redirect_urls_api.hpp>
#include <clerk/api/role_sets_api.hpp>
#include <clerk/api/sessions_api.hpp>
#include <clerk/api/sign_ups_api.hpp>
#include <clerk/api/testing_tokens_api.hpp>
#include <clerk/api/users_api.hpp>
#include <clerk/api/waitlist_entries_api.hpp>
#include <clerk/api_client.hpp>
#include <clerk/configuration.hpp>

/// The package name of Clerk's Python client, so that its examples read the same here.
namespace clerk_backend_sdk = clerk;
