#include "server/rules/domain_rules.hpp"

#include "server/rules/built_in_id.hpp"
#include "server/rules/email_address.hpp"
#include "server/rules/frontend_api.hpp"
#include "server/rules/initial_settings.hpp"
#include "server/rules/resource_set.hpp"

#include <clerk/contract/formats.hpp>

namespace clerk::server::rules {

namespace {

using DomainSet = ResourceSet<Domain>;

DomainSet domains_in(const Call& call, store::Transaction& transaction) { return {"domain", call, transaction}; }

bool is_production(const Call& call) { return call.instance.environment_type == production; }

/// The primary domain has the instance's own part as its id: it is there without having been written.
std::string primary_id(const Call& call) { return built_in_id("dmn", call.instance); }

Domain primary_of(const Call& call) {
  const std::string host = frontend_api_host(call.instance);
  const bool has_home = is_production(call) && call.instance.traits.home_url.has_value();
  std::string name = has_home ? host.substr(std::string_view{"clerk."}.size()) : host;
  Domain domain{.object = "domain", .id = primary_id(call), .name = name, .is_satellite = false};
  domain.frontend_api_url = "https://" + host;
  domain.accounts_portal_url = "https://accounts." + name;
  domain.development_origin = is_production(call) ? "" : call.instance.settings.instance.development_origin;
  if (has_home) {
    domain.cname_targets =
        std::vector<CNameTarget>{{.host = host, .value = "frontend-api.clerk.services", .required = true},
                                 {.host = "accounts." + name, .value = "accounts.clerk.services", .required = true}};
  }
  domain.is_provider_domain = !has_home;
  return domain;
}

Domain domain_of(const DomainSet::Entry& entry, const Call& call) {
  Domain domain = entry.document;
  domain.object = "domain";
  domain.id = entry.row.id;
  domain.name = entry.row.unique_key;
  domain.is_satellite = true;
  domain.frontend_api_url = domain.proxy_url ? *domain.proxy_url : "https://clerk." + domain.name;
  if (is_production(call) && !domain.proxy_url) {
    domain.cname_targets = std::vector<CNameTarget>{
        {.host = "clerk." + domain.name, .value = "frontend-api.clerk.services", .required = true}};
  }
  domain.is_provider_domain = false;
  return domain;
}

/// A host name; while developing it may have a port.
bool is_domain(std::string_view name, const Call& call) {
  if (!is_production(call)) return formats::detail::is_authority(name);
  return formats::detail::is_host_name(name, 2);
}

void judge_name(std::string_view name, const Call& call, Refusals& refusals) {
  if (is_domain(name, call)) return;
  refusals.push_back({.definition = &error_definition("form_param_format_invalid"),
                      .param = "name",
                      .value = std::string{name},
                      .expected = "a domain without a scheme"});
}

void judge_proxy(bool has_proxy, const Call& call, Refusals& refusals) {
  if (!has_proxy || is_production(call)) return;
  refusals.push_back({.definition = &error_definition("request_invalid_for_environment"),
                      .param = "proxy_url",
                      .expected = std::string{production}});
}

}  // namespace

Judged<Domains> read(const operations::ListDomains& /*operation*/, Call& call, store::Transaction& transaction) {
  Domains answer{.data = {primary_of(call)}};
  for (const auto& entry : domains_in(call, transaction).all({}, {.descending = false})) {
    answer.data.push_back(domain_of(entry, call));
  }
  answer.total_count = static_cast<std::int64_t>(answer.data.size());
  return answer;
}

Judged<Domain> apply(const operations::AddDomain& operation, Call& call, store::Transaction& transaction) {
  const AddDomainRequest& request = operation.body;
  const std::string name = fold(request.name);
  Refusals refusals;
  if (!request.is_satellite) refusals.push_back({.definition = &error_definition("primary_domain_already_exists")});
  judge_name(name, call, refusals);
  judge_proxy(request.proxy_url.has_value(), call, refusals);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  DomainSet domains = domains_in(call, transaction);
  DomainSet::Entry entry = domains.make(call.make_id("dmn"));
  entry.row.unique_key = name;
  entry.document.proxy_url = request.proxy_url;
  if (name == primary_of(call).name || !domains.insert(entry)) return taken("name", name);
  return domain_of(entry, call);
}

Judged<Domain> apply(const operations::UpdateDomain& operation, Call& call, store::Transaction& transaction) {
  const UpdateDomainRequest& request = operation.body;
  if (operation.domain_id == primary_id(call)) {
    // The home of an instance is changed by change_domain, with all that follows from it.
    if (request.name.has_value() || request.proxy_url.has_value()) {
      call.warn("name", "of the primary domain is changed by POST /instance/change_domain and was left");
    }
    return primary_of(call);
  }
  DomainSet domains = domains_in(call, transaction);
  auto entry = domains.find(operation.domain_id);
  if (!entry) return not_found();
  Refusals refusals;
  if (request.name.has_value()) {
    entry->row.unique_key = fold(*request.name);
    judge_name(entry->row.unique_key, call, refusals);
  }
  judge_proxy(request.proxy_url.has_value(), call, refusals);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (request.proxy_url.has_value()) entry->document.proxy_url = *request.proxy_url;
  if (!domains.update(*entry)) return taken("name", entry->row.unique_key);
  return domain_of(*entry, call);
}

Judged<DeletedObject> apply(const operations::DeleteDomain& operation, Call& call, store::Transaction& transaction) {
  if (operation.domain_id == primary_id(call)) {
    return refused({.definition = &error_definition("operation_not_allowed_on_primary_domain")});
  }
  return remove_from(domains_in(call, transaction), "domain", operation.domain_id);
}

}  // namespace clerk::server::rules
