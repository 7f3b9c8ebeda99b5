#pragma once

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace clerk {

/// One way the API refuses a call. Several definitions may share a code: the code is what a caller tests, the name
/// tells the texts apart. In the texts `{param}`, `{value}`, `{expected}` and `{limit}` stand for what a refusal fills
/// in.
struct ErrorDefinition {
  std::string_view name;
  std::string_view code;
  int status;
  std::string_view message;
  std::string_view long_message;
  std::string_view source;  ///< section of the contract's facts, or "clerkd" for what only the local server says
};

/// The one table of error codes: status and texts of every refusal stand here and nowhere else.
inline constexpr auto error_definitions = std::to_array<ErrorDefinition>({
    // Key, version, route
    {"authorization_header_format_invalid", "authorization_header_format_invalid", 401,
     "Invalid Authorization header format", "Invalid Authorization header format. Must be 'Bearer <YOUR_API_KEY>'",
     "facts 4.2"},
    {"clerk_key_invalid", "clerk_key_invalid", 401,
     "The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.",
     "The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.", "facts 4.2"},
    {"api_version_invalid", "api_version_invalid", 400, "invalid API version", "Invalid Clerk API version: {value}",
     "facts 1, 4.2"},
    {"request_invalid_for_environment", "request_invalid_for_environment", 400, "Invalid request for environment",
     "Request only valid for {expected} instances.", "facts 2.9"},
    {"resource_not_found", "resource_not_found", 404, "not found", "Resource not found", "facts 4.2"},
    {"organization_role_not_found", "resource_not_found", 404, "not found", "Organization role not found", "facts 2.5"},
    {"malformed_request", "bad_request", 400, "Bad request", "The request is not well-formed HTTP.", "facts 4.2"},
    {"request_timeout", "request_timeout", 408, "Request timeout", "The request did not arrive in time.", "clerkd"},
    {"request_head_too_large", "request_head_too_large", 431, "Request header fields too large",
     "The request's header fields are larger than this server reads.", "clerkd"},

    // Media type, size, JSON
    {"unsupported_content_type", "unsupported_content_type", 415, "Content-Type is unsupported",
     "Content-Type '{value}' is unsupported. It must be '{expected}'.", "facts 2.0"},
    {"request_body_too_large", "request_body_too_large", 413, "Request body too large",
     "The request body must not be larger than {limit} bytes.", "facts 2.0"},
    {"request_body_invalid", "request_body_invalid", 400, "Request body invalid",
     "The request body is invalid. Please consult the API documentation for more information.", "facts 2.0"},
    {"bulk_empty", "request_body_invalid", 400, "Request body invalid",
     "The request body must be an array that is not empty.", "clerkd"},
    {"bulk_size_exceeded", "bulk_size_exceeded", 400, "Bulk size exceeded",
     "The request body must be an array of at most {limit} items.", "facts 4.2"},

    // Fields
    {"form_param_unknown", "form_param_unknown", 422, "is unknown",
     "{param} is not a valid parameter for this request.", "facts 4.3"},
    {"form_param_missing", "form_param_missing", 422, "is missing", "{param} must be included.", "facts 4.3"},
    {"form_param_nil", "form_param_nil", 422, "is null", "{param} must not be null.", "facts 4.3"},
    {"form_param_deprecated", "form_param_deprecated", 422, "is deprecated", "{param} is no longer accepted.",
     "facts 4.3"},
    {"form_param_wrong_type", "form_param_value_invalid", 422, "is invalid",
     "`{param}` is invalid. Received `{value}`, must be of type `{expected}`.", "facts 2.0"},
    {"form_param_not_allowed_value", "form_param_value_invalid", 422, "is invalid",
     "{value} does not match the allowed values for parameter {param}. Allowed values: {expected}", "facts 4.3"},
    {"form_param_no_effect", "form_param_value_invalid", 422, "is invalid",
     "{value} has no effect on {param}: leave it out, or send what it should become.", "clerkd"},
    {"form_param_format_invalid", "form_param_format_invalid", 422, "is invalid", "{param} must be {expected}.",
     "facts 4.3"},
    {"form_invalid_origin", "form_invalid_origin", 422, "is invalid",
     "{param} must be a valid origin such as my-app://localhost, chrome-extension://<id>, or "
     "capacitor://localhost:3000",
     "facts 4.3"},
    {"form_param_value_too_small", "form_param_value_invalid", 422, "is invalid",
     "The value of {param} can't be smaller than {limit}", "facts 2.5"},
    {"form_param_value_too_large", "form_param_value_too_large", 422, "Value too large",
     "The value of {param} can't be greater than {limit}", "facts 4.3"},
    {"form_param_type_invalid", "form_param_type_invalid", 422, "is invalid", "`{param}` must be a `{expected}`.",
     "facts 4.3"},
    {"form_param_array_size_exceeded", "form_param_array_size_exceeded", 422, "exceeds maximum size",
     "{param} should not exceed {limit} items.", "facts 4.3"},
    {"form_param_empty_list", "form_param_value_invalid", 422, "is invalid", "{param} is invalid. Must be not empty",
     "facts 4.3"},
    {"form_param_invalid_time", "form_param_invalid_time", 422, "is invalid", "{param} must be {expected}.",
     "facts 4.3"},
    {"form_identifier_exists", "form_identifier_exists", 422, "is taken", "That {param} is taken.", "facts 3.3"},
    {"form_param_duplicate", "form_param_duplicate", 422, "is duplicate", "{param} is included multiple times.",
     "facts 4.3"},
    {"form_param_duplicate_values", "form_param_duplicate", 422, "is duplicate",
     "{param} includes {value} multiple times.", "facts 4.3"},

    // Plan, environment and state
    {"unsupported_subscription_plan_features", "unsupported_subscription_plan_features", 402,
     "Unsupported plan features",
     "Some features are not supported in your current plan. Upgrade your subscription to unlock them.", "facts 4.4"},
    {"sign_up_mode_restricted_invalid_value", "sign_up_mode_restricted_invalid_value", 422, "is not allowed",
     "{param} isn't allowed to be {value} when sign-up mode is set to {expected}", "facts 2.3"},
    {"force_organization_selection_not_allowed_when_organizations_disabled",
     "force_organization_selection_not_allowed_when_organizations_disabled", 422, "is not allowed",
     "{param} can't be turned on while organizations are disabled.", "facts 2.5, 3.3"},
    {"organization_missing_creator_role_permissions", "organization_missing_creator_role_permissions", 422,
     "missing permissions", "The role given as {param} lacks permissions a creator needs: {expected}", "facts 2.5"},
    {"home_url_taken", "home_url_taken", 422, "is taken", "{value} is already used by another instance.", "facts 2.9"},
    {"insecure_url", "insecure_url", 422, "is insecure", "{param} must be a URL that starts with https://",
     "facts 2.9"},
    {"list_identifier_duplicate", "duplicate_record", 400, "duplicate record", "the identifier {value} already exists",
     "facts 3.3"},

    // Users and their identifiers
    {"user_not_found", "resource_not_found", 404, "not found", "No user was found with id {value}", "facts 4.2"},
    {"user_quota_exceeded", "user_quota_exceeded", 403, "user quota exceeded",
     "The instance has reached its limit of {limit} users.", "facts 3.3"},
    {"feature_not_enabled", "feature_not_enabled", 403, "not enabled",
     "The instance has not enabled this feature: {value}.", "facts 4.4"},
    {"form_data_missing", "form_data_missing", 422, "missing data",
     "{value} data doesn't match user requirements set for this instance", "facts 3.3, 4.3"},
    {"form_resource_not_found", "form_resource_not_found", 422, "is missing",
     "The resource associated with the supplied {param} was not found.", "facts 4.3"},
    {"form_param_array_length_mismatch", "form_param_array_length_mismatch", 422, "length mismatch",
     "{param} must have as many items as {expected}.", "facts 4.3"},
    {"form_param_exceeds_allowed_size", "form_param_exceeds_allowed_size", 422, "is too large",
     "{param} must not be larger than {limit} bytes.", "facts 4.3"},
    {"form_conditional_param_missing", "form_conditional_param_missing", 422, "is missing",
     "{param} must be there beside {expected}.", "facts 4.3"},
    {"form_conditional_param_disallowed", "form_conditional_param_disallowed", 422, "is not allowed",
     "{param} is not allowed beside {expected}.", "facts 4.3"},
    {"linked_identifier", "delete_linked_identification_disallowed", 400, "is linked",
     "This identifier came from a connected account. Remove that account first.",
     "https://clerk.com/docs/guides/development/errors/backend-api"},

    // Passwords
    {"form_password_no_uppercase", "form_password_no_uppercase", 422, "has no uppercase letter",
     "Passwords must have at least one uppercase letter.", "facts 4.3"},
    {"form_password_no_lowercase", "form_password_no_lowercase", 422, "has no lowercase letter",
     "Passwords must have at least one lowercase letter.", "facts 4.3"},
    {"form_password_no_number", "form_password_no_number", 422, "has no digit",
     "Passwords must have at least one digit.", "facts 4.3"},
    {"form_password_no_special_char", "form_password_no_special_char", 422, "has no special character",
     "Passwords must have at least one character that is neither a letter nor a digit.", "facts 4.3"},
    {"form_password_not_strong_enough", "form_password_not_strong_enough", 422, "is not strong enough",
     "The password is too easy to guess.", "facts 4.3"},
    {"form_password_validation_failed", "form_password_validation_failed", 422, "is incorrect",
     "The password is incorrect.", "facts 4.3"},
    {"no_password_set", "no_password_set", 400, "no password set", "The user has no password.",
     "https://clerk.com/docs/guides/development/errors/backend-api"},
    {"incorrect_password", "incorrect_password", 422, "incorrect password", "The password is not the user's.",
     "https://clerk.com/docs/guides/development/errors/backend-api"},

    // Invitations and the waitlist
    {"duplicate_invitation", "duplicate_record", 400, "Duplicate invitation",
     "There is an invitation for {value} already, or the address belongs to a user.", "facts 3.3"},
    {"invitations_not_supported", "invitations_not_supported", 400, "Invitations are not supported",
     "Invitations go to e-mail addresses, which this instance does not use.", "facts 3.3"},
    {"waitlist_entry_already_completed", "waitlist_entry_already_completed", 409, "Waitlist entry already completed",
     "The waitlist entry has led to a sign-up already.", "facts 3.3"},
    {"waitlist_entry_already_invited", "waitlist_entry_already_invited", 409, "Waitlist entry already invited",
     "The waitlist entry has been invited already.", "facts 3.3"},
    {"waitlist_entry_already_rejected", "waitlist_entry_already_rejected", 409, "Waitlist entry already rejected",
     "The waitlist entry has been rejected already.", "facts 3.3"},
    {"waitlist_entry_locked", "waitlist_entry_locked", 409, "Waitlist entry locked",
     "The waitlist entry is being worked on by a batch; try again later.", "facts 3.2, 3.3"},

    // Domains and sign-ups
    {"operation_not_allowed_on_primary_domain", "operation_not_allowed_on_primary_domain", 403,
     "Not allowed on the primary domain", "The primary domain of an instance can't be deleted.", "facts 3.3"},
    {"primary_domain_already_exists", "primary_domain_already_exists", 422, "Primary domain exists",
     "The instance has a primary domain already; only satellites can be added.", "facts 3.3"},
    {"sign_up_cannot_be_updated", "sign_up_cannot_be_updated", 403, "Sign-up can't be updated",
     "The sign-up is complete or abandoned and can't be changed any more.", "facts 3.2"},

    // The server itself
    {"too_many_requests", "too_many_requests", 429, "Too many requests", "Too many requests, retry later", "facts 4.2"},
    {"internal_clerk_error", "internal_clerk_error", 500, "Oops, an unexpected error occurred",
     "There was an internal error on our servers. We've been notified and are working on fixing it.", "facts 4.2"},
    {"operation_not_supported", "operation_not_supported", 501, "Operation not supported",
     "This local server does not hold {value} yet.", "clerkd"},
    {"service_unavailable", "service_unavailable", 503, "Service unavailable",
     "The server can't take the request right now, retry later.", "facts 4.2"},
    {"service_unavailable_not_committed", "service_unavailable", 503, "Service unavailable",
     "The change could not be written and was not made. Retry later.", "clerkd"},

    // Invitations, tickets, sessions
    {"invitation_already_accepted", "invitation_already_accepted", 400, "Invitation already accepted",
     "The invitation has led to a sign-up already.", "facts 3.2 (inferred)"},
    {"invitation_already_revoked", "invitation_already_revoked", 400, "Invitation already revoked",
     "The invitation has been taken back already.", "facts 3.2 (inferred)"},
    {"ticket_invalid", "ticket_invalid", 400, "Ticket is invalid",
     "The ticket is that of no invitation that is still open.", "clerkd"},
    {"form_param_value_conflict", "form_param_value_conflict", 422, "conflicting values",
     "{param} can't be combined with {expected}.", "facts 4.3"},
    {"conflict", "conflict", 409, "Conflict", "The resource was changed meanwhile. Read it and try again.",
     "facts 4.2"},
    {"user_locked", "user_locked", 403, "Account locked", "The user is locked. Try again later.", "facts 7 (inferred)"},
    {"user_banned", "authorization_invalid", 403, "Unauthorized request", "The user is banned.",
     "facts 4.2 (inferred)"},
    {"session_not_active", "authentication_invalid", 401, "Invalid authentication", "The session is not active.",
     "facts 4.2 (inferred)"},
    {"redirect_url_duplicate", "duplicate_record", 400, "duplicate record", "The URL {value} is allowed already.",
     "facts 3.3 (inferred)"},

    // Who may come in
    {"sign_up_mode_restricted", "sign_up_mode_restricted", 403, "Sign-ups restricted",
     "New sign-ups are currently restricted.", "facts 3.3"},
    {"sign_up_restricted_waitlist", "sign_up_restricted_waitlist", 403, "Sign-ups restricted with waitlist",
     "Sign-ups are currently unavailable. Join the waitlist, and you will be notified when access becomes available.",
     "facts 3.3"},
    {"not_allowed_access", "not_allowed_access", 403, "Access not allowed.",
     "{value} is not allowed to access this application.", "facts 3.3"},
    {"not_allowed_access_of_several", "not_allowed_access", 403, "Access not allowed.",
     "{value} are not allowed to access this application.", "facts 3.3"},
    {"country_code_not_allowed", "not_allowed_access", 403, "Country code not allowed.",
     "Phone numbers with this country code are not allowed: {value}", "facts 2.7, 3.3"},
    {"email_address_in_use", "not_allowed_access", 403, "This email address is already in use.",
     "This email address is already in use. Creating multiple accounts with the same email address is not allowed.",
     "facts 3.3"},

    // Passwords
    {"form_password_length_too_short", "form_password_length_too_short", 422, "is too short",
     "Passwords must be {limit} characters or more.", "facts 4.3"},
    {"form_password_length_too_long", "form_password_length_too_long", 422, "is too long",
     "Passwords must be {limit} characters or fewer.", "facts 4.3"},
    {"form_password_size_in_bytes_exceeded", "form_password_size_in_bytes_exceeded", 422, "has too many bytes",
     "Passwords must not be larger than {limit} bytes; special characters take several.", "facts 4.3"},
    {"form_password_pwned", "form_password_pwned", 422, "was found in a data breach",
     "This password is known from a data breach. Please use another one.", "facts 3.3, 4.3"},
    {"form_password_matches_identifier", "form_password_matches_identifier", 422, "matches an identifier",
     "The password must not be an email address, phone number or username of the account.", "facts 4.3"},
    {"form_password_digest_invalid", "form_password_digest_invalid_code", 422, "is invalid",
     "{param} must be a digest that {expected} makes, in the documented form.", "facts 4.3"},
    {"password_hasher_not_supported", "form_param_value_invalid", 422, "is invalid",
     "Digests of {value} can't be verified by this local server: their form is not documented.", "clerkd"},
});

/// The definition of that name. A name that is not in the table does not compile.
consteval const ErrorDefinition& error_definition(std::string_view name) {
  const auto* found = std::ranges::find(error_definitions, name, &ErrorDefinition::name);
  if (found == error_definitions.end()) throw std::logic_error{"no error definition of that name"};
  return *found;
}

}  // namespace clerk
