#include "deliberate_differences.hpp"

namespace clerk::spec {

namespace {

constexpr std::string_view beta = "operation /beta_features/instance_settings PATCH";
constexpr std::string_view change_domain = "operation /instance/change_domain POST";
constexpr std::string_view update_instance = "operation /instance PATCH";
constexpr std::string_view restrictions = "operation /instance/restrictions PATCH";
constexpr std::string_view update_organizations = "operation /instance/organization_settings PATCH";
constexpr std::string_view organizations = "operation /instance/organization_settings *";
constexpr std::string_view update_oauth = "operation /instance/oauth_application_settings PATCH";
constexpr std::string_view list_allowed = "operation /allowlist_identifiers GET";
constexpr std::string_view users = "operation /users*";
constexpr std::string_view emails = "operation /email_addresses*";
constexpr std::string_view numbers = "operation /phone_numbers*";
constexpr std::string_view verify_password = "operation /users/{user_id}/verify_password POST";
constexpr std::string_view any = "operation *";

// The document as a whole, and what holds of every operation.
const std::vector<Deliberate> general{
    {"document", "document", "openapi", "\"3.0.3\"", "\"3.1.0\"", 1, "3.1 tells null by the type, as JSON Schema does.",
     "https://spec.openapis.org/oas/v3.1.0"},
    {"operation /beta_features/domain PUT", "", "", "present", absent, 1,
     "The deprecated twin of change_domain, which the contract has.", "facts 2.9"},
    {any, "*#clerk-api-version", "", absent, "type=string", 493, "Every answer carries it.", "facts 1, 9"},
    {any, "*#x-clerk-trace-id", "", absent, "type=string", 493, "Every answer carries it.", "facts 1, 9"},
    {any, "default", "", absent, "type=object", 128, "Other refusals are possible though no description lists them.",
     "facts 2.2, 4.2"},
    {any, "body", "additionalProperties", "false", absent, 27,
     "The real API ignores unknown fields in silence, and what a field list lacks may be sent.", "facts 2.0"},
};

// The instance and the beta path.
const std::vector<Deliberate> instance{
    {update_instance, "body.*", "writeOnly", absent, "true", 8, "No answer of the API shows these settings.",
     "facts 2.1"},
    {update_instance, "body.allowed_origins[]", "pattern", absent, R"("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]+$")", 1,
     "An element that is no origin is refused.", "facts 2.2"},
    {update_instance, "body.enhanced_email_deliverability", "", absent, "type=boolean deprecated nullable", 1,
     "Retired on 2025-11-11; old clients still send it.", "facts 2.2"},
    {beta, "body.enhanced_email_deliverability", "", absent, "type=boolean deprecated nullable", 1,
     "Retired on 2025-11-11; old clients still send it.", "facts 2.10"},
    {beta, "body.from_email_address", "pattern", absent, R"("^[A-Za-z0-9]{1,64}$")", 1,
     "Only in prose: a local part, letters and digits.", "facts 2.10"},
    {beta, "*.progressive_sign_up", "deprecated", absent, "true", 2, "Deprecated in prose only.", "facts 2.10"},
    {beta, "body.restricted_to_allowlist", "default", "false", absent, 1,
     "A field that is left out stays as it is; the default holds for a new instance.", "facts 2.0, 2.10"},
    {beta, "body.test_mode", "writeOnly", absent, "true", 1, "It is not answered.", "facts 2.10"},
    {change_domain, "body.home_url", "format", absent, "uri", 1, "What is no URL is refused.", "facts 2.9"},
    {restrictions, "body.ignore_dots_for_gmail_addresses", "", absent, "type=boolean deprecated nullable", 1,
     "Retired on 2025-07-21; old clients still send it.", "facts 2.3"},
    {restrictions, "200.ignore_dots_for_gmail_addresses", "", absent, "type=boolean deprecated", 1,
     "Retired on 2025-07-21; old answers have it.", "facts 2.3"},
};

// Organizations and OAuth applications.
const std::vector<Deliberate> groups{
    {organizations, "*", "format", absent, "int64", 11, "How wide the integers are that the contract reads.",
     "https://spec.openapis.org/registry/format/int64"},
    {update_organizations, "body.max_allowed_memberships", "minimum", absent, "0", 1,
     "A negative limit is refused; 0 means none.", "facts 2.5, 9"},
    {update_organizations, "body.force_organization_selection", "", absent, "type=boolean nullable", 1,
     "Taken by the real API.", "facts 2.5"},
    {organizations, "200.force_organization_selection", "", absent, "type=boolean", 2, "Answered by the real API.",
     "facts 2.5"},
    {organizations, "200.organization_creation_defaults", "", absent, "type=object", 2, "Answered by the real API.",
     "facts 2.5"},
    {organizations, "200", "additionalProperties", "false", absent, 2,
     "The real API answers more than the description has.", "facts 2.5"},
    {update_organizations, "body.domains_enrollment_modes[]", "enum", absent,
     R"(["automatic_invitation","automatic_suggestion","manual_invitation"])", 1,
     "The values are in prose; what is answered may be sent back.", "facts 2.5"},
    {update_organizations, "body.domains_enrollment_modes", "uniqueItems", absent, "true", 1,
     "A mode is on or off; to name one twice is refused (inferred).", "facts 2.5, 4.3"},
    {"operation /instance/oauth_application_settings *", "200.default_scopes", "uniqueItems", "true", absent, 2,
     "Limits are told of requests; an answer that breaks one is read all the same.", "facts 2.8"},
    {update_oauth, "body.default_scopes", "uniqueItems", absent, "true", 1,
     "Said of the answer, which shows what was sent (inferred).", "facts 2.8"},
};

// Allowlist and blocklist.
const std::vector<Deliberate> lists{
    {list_allowed, "200", "type", "array", "object", 1,
     "The library asks for pages with a total, and reads the plain array too. The rows are those that POST answers.",
     "facts 3.2"},
    {list_allowed, "200[]", "", "type=object additionalProperties=false", absent, 1, "The rows stand in data.",
     "facts 3.2"},
    {list_allowed, "200.data", "", absent, "type=array required", 1, "Answered where paginated is true.", "facts 3.2"},
    {list_allowed, "200.total_count", "", absent, "type=integer format=int64", 1, "Answered where paginated is true.",
     "facts 3.2"},
    {list_allowed, "query.*", "format", absent, "int64", 2, "How wide the integers are that the contract takes.",
     "https://spec.openapis.org/registry/format/int64"},
    {"operation /allowlist_identifiers*", "200", "additionalProperties", "false", absent, 2,
     "An answer with more than the description has is read, and nothing of it lost.", "facts 2.5"},
    {"operation /blocklist_identifiers*", "200*", "additionalProperties", "false", absent, 4,
     "An answer with more than the description has is read, and nothing of it lost.", "facts 2.5"},
};

// Users.
const std::vector<Deliberate> users_and_theirs{
    {users, "", "", "present", absent, 13,
     "Not covered: pictures, second factors, trusted devices, and the single removals of a user's credentials.",
     "facts 3.1"},
    {emails, "", "", "present", absent, 2, "Not covered: codes that are sent and tried.", "facts 3.1"},
    {numbers, "", "", "present", absent, 2, "Not covered: codes that are sent and tried.", "facts 3.1"},
    {emails, "200*", "additionalProperties", "false", absent, 7,
     "An answer with more than the description has is read, and nothing of it lost.", "facts 2.5"},
    {numbers, "200*", "additionalProperties", "false", absent, 7,
     "An answer with more than the description has is read, and nothing of it lost.", "facts 2.5"},
    {users, "200*", "additionalProperties", "false", absent, 208,
     "An answer with more than the description has is read, and nothing of it lost.", "facts 2.5"},
    {users, "body", "required", "true", absent, 6, "A body that is missing is read as one with nothing in it.",
     "facts 2.0"},
    {any, "*verification", "choice", "oneOf", absent, 92,
     "Objects of several types, told apart by a discriminator; one model holds what any of them has.", "facts 3.1"},
    {any, "*verification", "discriminator", "object", absent, 106,
     "Objects of several types, told apart by a discriminator; one model holds what any of them has.", "facts 3.1"},
    {any, "*verification|*", "", "type=object additionalProperties=false", absent, 288,
     "Objects of several types, told apart by a discriminator; one model holds what any of them has.", "facts 3.1"},
    {any, "*verification.*", "", absent, "type=integer format=int64 nullable required", 184,
     "How often it was tried and until when it can be done.", "facts 3.1"},
    {any, "*verification.*", "", absent, "type=object nullable", 106, "Why it failed at the provider.", "facts 3.1"},
    {any, "*verification.*", "", absent,
     R"(type=string enum=["expired","failed","transferable","unverified","verified"])", 92,
     "How far it has come; every type has some of these.", "facts 3.1"},
    {any, "*verification.*", "", absent, "type=string nullable", 488, "What only some of the types have.", "facts 3.1"},
    {any, "*verification.*", "", absent, "type=string", 184,
     "The type and the strategy, of which any type has one or a pattern.", "facts 3.1"},
    {users, "*passkeys[].verification.status", "enum", R"(["verified"])",
     R"(["expired","failed","transferable","unverified","verified"])", 14, "The one model of a verification.",
     "facts 3.1"},
    {users, "*passkeys[].verification.strategy", "enum", R"(["passkey"])", absent, 14,
     "The one model of a verification.", "facts 3.1"},
    {users, "*passkeys[].verification.object", "enum", R"(["verification_passkey"])", absent, 14,
     "The one model of a verification.", "facts 3.1"},
    {users, "*passkeys[].verification.nonce", "enum", R"(["nonce"])", absent, 14, "The one model of a verification.",
     "facts 3.1"},
    {users, "*passkeys[].verification.nonce", "nullable", absent, "true", 14, "The one model of a verification.",
     "facts 3.1"},
    {users, "*passkeys[].verification.*", "required", "true", absent, 28, "The one model of a verification.",
     "facts 3.1"},
    {any, "*.linked_to[].type", "pattern", R"("^oauth_[a-z]+$")", absent, 36,
     "An answer that breaks a pattern is read all the same.", "facts 2.5"},
    {users, "*_connection", "choice", "anyOf", absent, 28,
     "One of domain and domains; both may be missing where an answer is read.", "facts 2.5"},
    {users, "*_connection|*", "", "present", absent, 56,
     "One of domain and domains; both may be missing where an answer is read.", "facts 2.5"},
    {users, "*.bypass_client_trust", "default", "false", absent, 14, "Limits and defaults are told of requests.",
     "facts 2.8"},
    {users, "*", "format", absent, "int64", 109, "How wide the integers are that the contract reads.",
     "https://spec.openapis.org/registry/format/int64"},
    {users, "200*.requires_password_reset", "", absent, "type=boolean", 14,
     "In prose: the answer to unset_compromised may have it.", "https://github.com/clerk/openapi-specs"},
    {emails, "body.email_address", "format", absent, "email", 1, "What is no address is refused.", "facts 4.3"},
    {numbers, "body.phone_number", "pattern", absent, R"("^\\+[1-9][0-9]{1,14}$")", 1, "In prose: E.164.", "facts 4.3"},
    {users, "query.*", "maxItems", absent, "100", 16, "In prose: up to 100 values.",
     "https://github.com/clerk/openapi-specs"},
    {users, "query.order_by", "pattern", absent,
     R"("^[+-]?(created_at|updated_at|email_address|web3wallet|first_name|last_name|phone_number|username|last_active_at|last_sign_in_at)$")",
     1, "The values are in prose.", "https://github.com/clerk/openapi-specs"},
    {users, "body.password_hasher", "enum", absent,
     R"(["argon2i","argon2id","bcrypt","bcrypt_sha256_django","ldap_ssha","md5","md5_phpass","pbkdf2_sha1","pbkdf2_sha256","pbkdf2_sha256_django","pbkdf2_sha512","pbkdf2_sha512_hex","phpass","scrypt_firebase","scrypt_werkzeug","sha256","sha512_symfony"])",
     2, "The values are in prose.", "https://github.com/clerk/openapi-specs"},
    {users, "body.*", "format", absent, "date-time", 4, "In prose: RFC 3339.", "facts 1"},
    {users, "body.email_address*", "format", absent, "email", 2, "What is no address is refused.", "facts 4.3"},
    {users, "body.phone_number*", "pattern", absent, R"("^\\+[1-9][0-9]{1,14}$")", 2, "In prose: E.164.", "facts 4.3"},
    {users, "body.create_organizations_limit", "minimum", absent, "0", 2,
     "A negative limit is refused; 0 means none (inferred).", "facts 2.5, 9"},
    {"operation /users/{user_id} PATCH", "body.*_metadata", "", absent, "type=object nullable", 3,
     "API versions before 2026-05-12 take them.", "facts 2.11"},
    {verify_password, "4*", "empty", "true", absent, 3, "A refusal has the body that all refusals have (inferred).",
     "facts 4.1"},
    {verify_password, "4*", "type", absent, "object", 3, "A refusal has the body that all refusals have (inferred).",
     "facts 4.1"},
    {verify_password, "4*.errors", "", absent, "type=array required", 3,
     "A refusal has the body that all refusals have (inferred).", "facts 4.1"},
    {verify_password, "4*.clerk_trace_id", "", absent, "type=string", 3,
     "A refusal has the body that all refusals have (inferred).", "facts 4.1"},
    {verify_password, "4*.meta", "", absent, "type=object", 3,
     "A refusal has the body that all refusals have (inferred).", "facts 4.1"},
};

}  // namespace

const std::vector<Deliberate>& deliberate_differences() {
  static const std::vector<Deliberate> rows = [] {
    std::vector<Deliberate> all;
    for (const auto* part : {&general, &instance, &groups, &lists, &users_and_theirs, &neighbour_differences(),
                             &organization_differences()}) {
      all.insert(all.end(), part->begin(), part->end());
    }
    return all;
  }();
  return rows;
}

}  // namespace clerk::spec
