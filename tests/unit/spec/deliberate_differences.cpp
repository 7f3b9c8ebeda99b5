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
constexpr std::string_view any = "operation *";

// The document as a whole, and what holds of every operation.
const std::vector<Deliberate> general{
    {"document", "document", "openapi", "\"3.0.3\"", "\"3.1.0\"", 1, "3.1 tells null by the type, as JSON Schema does.",
     "https://spec.openapis.org/oas/v3.1.0"},
    {"operation /beta_features/domain PUT", "", "", "present", absent, 1,
     "The deprecated twin of change_domain, which the contract has.", "facts 2.9"},
    {any, "*#clerk-api-version", "", absent, "type=string", 51, "Every answer carries it.", "facts 1, 9"},
    {any, "*#x-clerk-trace-id", "", absent, "type=string", 51, "Every answer carries it.", "facts 1, 9"},
    {any, "default", "", absent, "type=object", 19, "Other refusals are possible though no description lists them.",
     "facts 2.2, 4.2"},
    {any, "body", "additionalProperties", "false", absent, 10,
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

}  // namespace

const std::vector<Deliberate>& deliberate_differences() {
  static const std::vector<Deliberate> rows = [] {
    std::vector<Deliberate> all;
    for (const auto* part : {&general, &instance, &groups, &lists}) all.insert(all.end(), part->begin(), part->end());
    return all;
  }();
  return rows;
}

}  // namespace clerk::spec
