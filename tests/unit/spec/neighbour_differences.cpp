#include "deliberate_differences.hpp"

namespace clerk::spec {

namespace {

constexpr std::string_view more_is_read =
    "An answer with more than the description has is read, and nothing of it lost.";
constexpr std::string_view wide = "How wide the integers are that the contract takes and reads.";
constexpr std::string_view int64_page = "https://spec.openapis.org/registry/format/int64";
constexpr std::string_view read_anyway = "Limits are told of requests; an answer that breaks one is read all the same.";
constexpr std::string_view page_with_total =
    "The library asks for pages with a total, and reads the plain array too. The rows are those that others answer.";
constexpr std::string_view answered_where_paginated = "Answered where paginated is true.";
constexpr std::string_view address_refused = "What is no address is refused.";

// A list that is a plain array unless it is asked for pages: its four differences.
std::vector<Deliberate> either_list(std::string_view section) {
  return {
      {section, "200", "type", "array", "object", 1, page_with_total, "facts 3.2"},
      {section, "200[]", "", "type=object additionalProperties=false", absent, 1, "The rows stand in data.",
       "facts 3.2"},
      {section, "200.data", "", absent, "type=array required", 1, answered_where_paginated, "facts 3.2"},
      {section, "200.total_count", "", absent, "type=integer format=int64", 1, answered_where_paginated, "facts 3.2"}};
}

const std::vector<Deliberate> domains{
    {"operation /domains*", "200*", "additionalProperties", "false", absent, 5, more_is_read, "facts 3.2"},
    {"operation /domains*", "200*.is_provider_domain", "", absent, "type=boolean", 3, "Answered by the real API.",
     "facts 3.2"},
    {"operation /domains*", "body.proxy_url", "format", absent, "uri", 2, "What is no URL is refused.", "facts 3.2"},
    {"operation /domains/{domain_id} PATCH", "body", "required", "true", absent, 1,
     "A request without a body changes nothing, as one with {} does.", "facts 2.0"},
};

const std::vector<Deliberate> invitations{
    {"operation /invitations*", "200*", "additionalProperties", "false", absent, 3, more_is_read, "facts 3.2"},
    {"operation /invitations*", "200*.email_address", "format", "email", absent, 3, read_anyway, "facts 3.2"},
    {"operation /invitations/{invitation_id}/revoke POST", "200.revoked", "enum", "[true]", absent, 1,
     "It is the invitation that others answer too.", "facts 3.2"},
    {"operation /invitations/{invitation_id}/revoke POST", "200.status", "enum", R"(["revoked"])",
     R"(["accepted","expired","pending","revoked"])", 1, "It is the invitation that others answer too.", "facts 3.2"},
    {"operation /invitations GET", "query.*", "format", absent, "int64", 2, wide, int64_page},
    {"operation /invitations GET", "query.order_by", "pattern", absent,
     R"("^[+-]?(created_at|email_address|expires_at)$")", 1, "The names are in prose.", "facts 3.2"},
    {"operation /invitations/bulk POST", "body[]", "additionalProperties", "false", absent, 1,
     "The real API ignores unknown fields in silence, and what a field list lacks may be sent.", "facts 2.0"},
    {"operation /invitations*", "body*.email_address", "format", absent, "email", 2, address_refused, "facts 4.3"},
    {"operation /invitations*", "body*.expires_in_days", "default", absent, "30", 2, "In prose only.", "facts 3.2"},
    {"operation /invitations*", "body*.expires_in_days", "format", absent, "int64", 2, wide, int64_page},
    {"operation /invitations POST", "body.*", "nullable", absent, "true", 2,
     "One model serves one invitation and many; null is as if the field were left out.", "facts 3.2"},
    {"operation /invitations POST", "body.template_slug", "default", absent, "invitation", 1,
     "One model serves one invitation and many; this is told of the latter.", "facts 3.2"},
};

const std::vector<Deliberate> keys{
    {"operation /jwks GET", "200", "additionalProperties", "false", absent, 1, more_is_read, "facts 8.2"},
    {"operation /jwks GET", "200.keys", "required", absent, "true", 1, "A set without keys is none.",
     "https://www.rfc-editor.org/rfc/rfc7517#section-5"},
    {"operation /jwks GET", "200.keys[]", "choice", "oneOf", absent, 1, "One model has the members of every type.",
     "facts 8.2"},
    {"operation /jwks GET", "200.keys[]", "type", absent, "object", 1, "One model has the members of every type.",
     "facts 8.2"},
    {"operation /jwks GET", "200.keys[]|*", "", "type=object", absent, 7, "One model has the members of every type.",
     "facts 8.2"},
    {"operation /jwks GET", "200.keys[].*", "", absent, "type=string", 9, "A member that not every type has.",
     "facts 8.2"},
    {"operation /jwks GET", "200.keys[].*", "", absent, "type=string required", 2, "Every type has it.", "facts 8.2"},
    {"operation /jwks GET", "200.keys[].kty", "", absent, R"(type=string enum=["EC","OKP","RSA","oct"] required)", 1,
     "Every type has it.", "facts 8.2"},
    {"operation /jwks GET", "200.keys[].x5c", "", absent, "type=array", 1, "A member that not every type has.",
     "facts 8.2"},
};

const std::vector<Deliberate> jwt_templates{
    {"operation /jwt_templates*", "200", "additionalProperties", "false", absent, 4, more_is_read, "facts 3.2"},
    {"operation /jwt_templates*", "*", "format", absent, "int64", 12, wide, int64_page},
};

const std::vector<Deliberate> redirect_urls{
    {"operation /redirect_urls*", "200", "additionalProperties", "false", absent, 3, more_is_read, "facts 3.2"},
    {"operation /redirect_urls GET", "query.*", "format", absent, "int64", 2, wide, int64_page},
    {"operation /redirect_urls POST", "body.url", "pattern", absent, R"("^(?!http:)[A-Za-z][A-Za-z0-9+.-]*://[^ ]+$")",
     1, "What it must begin with is in prose.", "facts 3.2"},
};

const std::vector<Deliberate> sessions{
    {"operation /sessions/{session_id}/refresh POST", "", "", "present", absent, 1,
     "A step of the handshake by which Clerk's own frameworks keep a browser signed in; no caller of this API makes "
     "it.",
     "facts 8.1"},
    {"operation /sessions*", "200", "additionalProperties", "false", absent, 3, more_is_read, "facts 3.2"},
    {"operation /sessions*", "*", "format", absent, "int64", 7, wide, int64_page},
    {"operation /sessions GET", "query.status", "enum",
     R"(["abandoned","active","ended","expired","removed","replaced","revoked"])",
     R"(["abandoned","active","ended","expired","pending","removed","replaced","revoked"])", 1,
     "Sessions are answered as pending, so they may be asked for.", "facts 3.3"},
    {"operation /sessions/{session_id}/tokens*", "200.jwt", "required", absent, "true", 2,
     "An answer without the token that was asked for is none.", "facts 8.1"},
};

const std::vector<Deliberate> sign_ups{
    {"operation /sign_ups*", "200*", "additionalProperties", "false", absent, 4, more_is_read, "facts 3.2"},
};

const std::vector<Deliberate> waitlist_entries{
    {"operation /waitlist_entries*", "200*", "additionalProperties", "false", absent, 11, more_is_read, "facts 3.2"},
    {"operation /waitlist_entries*", "200*.email_address", "format", "email", absent, 10, read_anyway, "facts 3.2"},
    {"operation /waitlist_entries/bulk POST", "body[]", "additionalProperties", "false", absent, 1,
     "The real API ignores unknown fields in silence, and what a field list lacks may be sent.", "facts 2.0"},
    {"operation /waitlist_entries POST", "body.email_address", "format", absent, "email", 1, address_refused,
     "facts 4.3"},
    {"operation /waitlist_entries GET", "*", "format", absent, "int64", 3, wide, int64_page},
    {"operation /waitlist_entries GET", "query.order_by", "pattern", absent,
     R"("^[+-]?(created_at|email_address|invited_at)$")", 1, "The names are in prose.", "facts 3.2"},
};

}  // namespace

const std::vector<Deliberate>& neighbour_differences() {
  static const std::vector<Deliberate> rows = [] {
    std::vector<Deliberate> all;
    for (const auto* part :
         {&domains, &invitations, &keys, &jwt_templates, &redirect_urls, &sessions, &sign_ups, &waitlist_entries}) {
      all.insert(all.end(), part->begin(), part->end());
    }
    for (const char* list : {"operation /invitations GET", "operation /jwt_templates GET",
                             "operation /redirect_urls GET", "operation /sessions GET"}) {
      const std::vector<Deliberate> part = either_list(list);
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return rows;
}

}  // namespace clerk::spec
