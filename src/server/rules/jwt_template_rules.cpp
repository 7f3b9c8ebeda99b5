#include "server/rules/jwt_template_rules.hpp"

#include "server/rules/resource_set.hpp"
#include "server/rules/token_signer.hpp"
#include "server/store/resource_models.hpp"

#include <array>
#include <stdexcept>

namespace clerk::server::rules {

namespace {

using TemplateSet = ResourceSet<store::KeptJWTTemplate>;

constexpr std::int64_t default_lifetime = 60;
constexpr std::int64_t default_clock_skew = 5;
constexpr std::string_view algorithm = "RS256";

TemplateSet templates_in(const Call& call, store::Transaction& transaction) {
  return {"jwt_template", call, transaction};
}

JWTTemplate template_of(const TemplateSet::Entry& entry) {
  JWTTemplate shown = entry.document.shown;
  shown.object = "jwt_template";
  shown.id = entry.row.id;
  shown.name = entry.row.unique_key;
  shown.created_at = entry.row.created_at;
  shown.updated_at = entry.row.updated_at;
  return shown;
}

bool is_rsa_key(const std::string& pem) {
  try {
    const TokenSigner signer{pem, "any"};
    return true;
  } catch (const std::invalid_argument&) {
    return false;
  }
}

/// What holds of a template whether it is new or changed. Tokens are signed by RS256 alone here.
Refusals judge(const store::KeptJWTTemplate& document) {
  Refusals refusals;
  const JWTTemplate& shown = document.shown;
  if (!shown.claims.text().starts_with('{')) {
    refusals.push_back(
        {.definition = &error_definition("form_param_type_invalid"), .param = "claims", .expected = "object"});
  }
  if (shown.signing_algorithm != algorithm) {
    refusals.push_back({.definition = &error_definition("form_param_not_allowed_value"),
                        .param = "signing_algorithm",
                        .value = shown.signing_algorithm,
                        .expected = std::string{algorithm}});
  }
  if (shown.custom_signing_key && !document.signing_key) {
    refusals.push_back({.definition = &error_definition("form_conditional_param_missing"),
                        .param = "signing_key",
                        .expected = "custom_signing_key"});
  } else if (shown.custom_signing_key && !is_rsa_key(*document.signing_key)) {
    refusals.push_back({.definition = &error_definition("form_param_format_invalid"),
                        .param = "signing_key",
                        .expected = "the PEM of a private RSA key of at least 2048 bits"});
  }
  return refusals;
}

template <class Request>
void put(const Request& request, TemplateSet::Entry& entry) {
  JWTTemplate& shown = entry.document.shown;
  const auto set = [](const auto& wish, auto& kept) {
    if (wish.has_value()) kept = *wish;
  };
  entry.row.unique_key = request.name;
  shown.claims = request.claims;
  set(request.lifetime, shown.lifetime);
  set(request.allowed_clock_skew, shown.allowed_clock_skew);
  set(request.custom_signing_key, shown.custom_signing_key);
  set(request.signing_algorithm, shown.signing_algorithm);
  set(request.signing_key, entry.document.signing_key);
}

}  // namespace

Judged<JWTTemplates> read(const operations::ListJWTTemplates& operation, Call& call, store::Transaction& transaction) {
  TemplateSet templates = templates_in(call, transaction);
  return page_of<JWTTemplates>(templates, {}, {}, operation.query, template_of);
}

Judged<JWTTemplate> apply(const operations::CreateJWTTemplate& operation, Call& call, store::Transaction& transaction) {
  TemplateSet templates = templates_in(call, transaction);
  TemplateSet::Entry entry = templates.make(call.make_id("jtmp"));
  entry.document.shown.lifetime = default_lifetime;
  entry.document.shown.allowed_clock_skew = default_clock_skew;
  entry.document.shown.signing_algorithm = algorithm;
  put(operation.body, entry);
  Refusals refusals = judge(entry.document);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (!templates.insert(entry)) return taken("name", operation.body.name);
  return template_of(entry);
}

Judged<JWTTemplate> read(const operations::GetJWTTemplate& operation, Call& call, store::Transaction& transaction) {
  const auto entry = templates_in(call, transaction).find(operation.template_id);
  if (!entry) return not_found();
  return template_of(*entry);
}

Judged<JWTTemplate> apply(const operations::UpdateJWTTemplate& operation, Call& call, store::Transaction& transaction) {
  TemplateSet templates = templates_in(call, transaction);
  auto entry = templates.find(operation.template_id);
  if (!entry) return not_found();
  put(operation.body, *entry);
  Refusals refusals = judge(entry->document);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (!templates.update(*entry)) return taken("name", operation.body.name);
  return template_of(*entry);
}

Judged<DeletedObject> apply(const operations::DeleteJWTTemplate& operation, Call& call,
                            store::Transaction& transaction) {
  return remove_from(templates_in(call, transaction), "jwt_template", operation.template_id);
}

}  // namespace clerk::server::rules
