#include "deliberate_differences.hpp"

namespace clerk::spec {

namespace {

constexpr std::string_view any = "operation *";
constexpr std::string_view theirs = "operation /organization*";
constexpr std::string_view role_sets = "operation /role_sets*";
constexpr std::string_view create_domain = "operation /organizations/{organization_id}/domains POST";
constexpr std::string_view all_domains = "operation /organization_domains GET";
constexpr std::string_view update = "operation /organizations/{organization_id} PATCH";
constexpr std::string_view upload = "operation /organizations/{organization_id}/logo PUT";

constexpr std::string_view more_is_read =
    "An answer with more than the description has is read, and nothing of it lost.";
constexpr std::string_view wide = "How wide the integers are that the contract takes and reads.";
constexpr std::string_view int64_page = "https://spec.openapis.org/registry/format/int64";
constexpr std::string_view prose = "In prose only.";
constexpr std::string_view official = "https://github.com/clerk/openapi-specs";
constexpr std::string_view no_body = "A body that is missing is read as one with nothing in it.";
constexpr std::string_view joined =
    "Several modes are one text with commas between them, as the description's style says.";

const std::vector<Deliberate> answers{
    {theirs, "200*", "additionalProperties", "false", absent, 46, more_is_read, "facts 2.5"},
    {role_sets, "200*", "additionalProperties", "false", absent, 32, more_is_read, "facts 2.5"},
    {theirs, "200*", "format", absent, "int64", 57, wide, int64_page},
    {theirs, "200*", "format", "int32", "int64", 10, wide, int64_page},
    {role_sets, "200*", "format", absent, "int64", 6, wide, int64_page},
    {any, "200*.slug", "required", "true", absent, 36, "An instance may have no slugs.", "facts 3.3"},
    {any, "200*logo_url", "", absent, "type=string deprecated", 28,
     "Only the answer to an upload is described with it; one model serves all answers.", official},
    {upload, "200.image_url", "required", "true", absent, 1, "One model serves all answers.", official},
    {any, "200*.status", "enum", absent, R"(["accepted","expired","pending","revoked"])", 8,
     "The values are those of the filters by status.", "facts 3.1"},
    {theirs, "200*.public_organization_data", "", absent, "type=object", 6,
     "Described of the lists of an instance and of a user; one model serves all invitations.", "facts 3.1"},
    {role_sets, "*mappings{}", "", "type=string", absent, 7, "An object is kept as it came.", official},
};

const std::vector<Deliberate> queries{
    {theirs, "query.*", "format", absent, "int64", 24, wide, int64_page},
    {role_sets, "query.*", "format", absent, "int64", 2, wide, int64_page},
    {theirs, "query.*", "maxItems", absent, "100", 9, "In prose: up to 100 values.", official},
    {theirs, "query.status", "type", "string", "array", 2, "In prose: several values.", official},
    {theirs, "query.status", "enum", R"(["accepted","expired","pending","revoked"])", absent, 2,
     "In prose: several values.", official},
    {theirs, "query.status[]", "", absent, R"(type=string enum=["accepted","expired","pending","revoked"])", 2,
     "In prose: several values.", official},
    {any, "query.order_by", "pattern", absent, R"("^[+-]?(name|created_at|members_count)$")", 1, prose, official},
    {any, "query.order_by", "pattern", absent,
     R"("^[+-]?(phone_number|email_address|created_at|first_name|last_name|username)$")", 2, prose, official},
    {any, "query.order_by", "pattern", absent, R"("^[+-]?(created_at|email_address)$")", 2, prose, official},
    {any, "query.order_by", "pattern", absent, R"("^[+-]?(name|created_at)$")", 1, prose, official},
    {any, "query.order_by", "pattern", absent, R"("^[+-]?(created_at|name|key)$")", 3, prose, official},
    {theirs, "query.verified", "type", "string", "boolean", 2, "Its two values are those of a boolean.", official},
    {all_domains, "query.verified", "enum", R"(["false","true"])", absent, 1, "Its two values are those of a boolean.",
     official},
    {all_domains, "query.domains", "explode", "true", absent, 1, "It is how lists are sent unless told otherwise.",
     "https://spec.openapis.org/oas/v3.1.0"},
    {all_domains, "query.domains", "style", "form", absent, 1, "It is how lists are sent unless told otherwise.",
     "https://spec.openapis.org/oas/v3.1.0"},
    {all_domains, "query.enrollment_mode", "explode", "false", absent, 1, joined, official},
    {all_domains, "query.enrollment_mode", "style", "form", absent, 1, joined, official},
    {all_domains, "query.enrollment_mode", "type", "array", "string", 1, joined, official},
    {all_domains, "query.enrollment_mode[]", "",
     R"(type=string enum=["-automatic_invitation","-automatic_suggestion","-enterprise_sso","-manual_invitation","automatic_invitation","automatic_suggestion","enterprise_sso","manual_invitation"])",
     absent, 1, joined, official},
};

const std::vector<Deliberate> bodies{
    {theirs, "body", "required", "true", absent, 12, no_body, "facts 2.0"},
    {role_sets, "body", "required", "true", absent, 5, no_body, "facts 2.0"},
    {theirs, "body*", "format", absent, "int64", 4, wide, int64_page},
    {theirs, "body.created_at", "format", absent, "date-time", 2, "In prose: RFC 3339.", "facts 1"},
    {theirs, "body*.email_address", "format", absent, "email", 2, "What is no address is refused.", "facts 4.3"},
    {theirs, "body*.expires_in_days", "default", absent, "30", 2, prose, "facts 3.2"},
    {theirs, "body.name", "pattern", absent, R"("^[\\s\\S]{0,256}$")", 2, prose, "facts 3.2"},
    {theirs, "body.slug", "pattern", absent, R"("^[a-z0-9-]+$")", 2, prose, "facts 3.2"},
    {theirs, "body.key", "pattern", absent, R"("^org:[a-z0-9_]+$")", 2, prose, "facts 3.2"},
    {theirs, "body.key", "pattern", absent, R"("^(?!org:sys_)org:[a-z0-9_]+:[a-z0-9_]+$")", 2, prose, official},
    {role_sets, "body.key", "pattern", absent, R"("^role_set:[a-z0-9_]+$")", 2, prose, "facts 3.2"},
    {role_sets, "body.*role*", "minItems", absent, "1", 2, prose, "facts 3.2"},
    {role_sets, "body.*role*", "maxItems", absent, "10", 2, prose, "facts 3.2"},
    {role_sets, "body.type", "enum", R"(["initial"])", R"(["custom","initial"])", 1,
     "The type that role sets have; that only one of its values may be given is for the server.", "facts 3.2"},
    {theirs, "body.enrollment_mode", "enum", absent,
     R"(["automatic_invitation","automatic_suggestion","enterprise_sso","manual_invitation"])", 2, prose, "facts 3.2"},
    {create_domain, "body.*", "required", absent, "true", 2, "A domain without a name or a mode is none (inferred).",
     "facts 3.2"},
    {create_domain, "body.name", "format", absent, "hostname", 1, "What is no domain is refused.", "facts 4.3"},
    {create_domain, "body.verified", "default", absent, "true", 1, prose, "facts 3.2"},
    {update, "body.*_metadata", "", absent, "type=object nullable", 2, "API versions before 2026-05-12 take them.",
     "facts 2.11"},
};

}  // namespace

const std::vector<Deliberate>& organization_differences() {
  static const std::vector<Deliberate> rows = [] {
    std::vector<Deliberate> all;
    for (const auto* part : {&answers, &queries, &bodies}) all.insert(all.end(), part->begin(), part->end());
    return all;
  }();
  return rows;
}

}  // namespace clerk::spec
