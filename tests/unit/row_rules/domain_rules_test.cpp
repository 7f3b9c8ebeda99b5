#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::AddDomain;
using operations::DeleteDomain;
using operations::ListDomains;
using operations::UpdateDomain;

class DomainRules : public RowRules {
 protected:
  using RowRules::RowRules;

  std::string add(AddDomainRequest request) { return verdict(AddDomain{.body = std::move(request)}); }
  std::string update(const std::string& id, UpdateDomainRequest request) {
    return verdict(UpdateDomain{.domain_id = id, .body = std::move(request)});
  }
};

class DomainRulesInProduction : public DomainRules {
 protected:
  DomainRulesInProduction() : DomainRules{production} { instance.traits.home_url = "https://example.com"; }
};

}  // namespace

TEST_F(DomainRules, a_satellite_needs_a_name_that_is_a_domain_and_free) {
  expect({
      {"facts 3.2", add({.name = "Satellite.example"}), "done"},
      {"facts 3.3 (inferred)", add({.name = "satellite.example"}), "form_identifier_exists name"},
      {"facts 3.2: while developing with a port", add({.name = "localhost:3000"}), "done"},
      {"facts 4.3", add({.name = "https://satellite.example"}), "form_param_format_invalid name"},
      {"facts 3.3", add({.name = "other.example", .is_satellite = false}), "primary_domain_already_exists"},
      {"facts 3.2: production only", add({.name = "other.example", .proxy_url = "https://other.example/clerk"}),
       "request_invalid_for_environment proxy_url"},
      {"facts 3.3: each is told", add({.name = "no name", .is_satellite = false}),
       "primary_domain_already_exists; form_param_format_invalid name"},
      {"facts 3.3 (inferred): the primary one's", add({.name = done(ListDomains{}).data.at(0).name}),
       "form_identifier_exists name"},
  });
}

TEST_F(DomainRules, the_primary_one_comes_with_the_instance_and_stays) {
  const Domains domains = done(ListDomains{});
  ASSERT_EQ(domains.data.size(), 1U);
  EXPECT_EQ(domains.total_count, 1);
  const Domain& primary = domains.data[0];
  EXPECT_EQ(primary.is_satellite, false);
  EXPECT_FALSE(primary.cname_targets) << "facts 3.2: OBS-2";
  expect({
      {"facts 3.3", verdict(DeleteDomain{.domain_id = primary.id}), "operation_not_allowed_on_primary_domain"},
      {"facts 2.9 (inferred): left, and said", update(primary.id, {.name = "other.example"}), "done"},
  });
  EXPECT_EQ(warnings.size(), 1U);
  EXPECT_EQ(done(ListDomains{}).data.at(0).name, primary.name);
}

TEST_F(DomainRules, a_satellite_is_changed_and_deleted) {
  const std::string id = done(AddDomain{.body = {.name = "a.example"}}).id;
  ASSERT_EQ(add({.name = "b.example"}), "done");
  expect({
      {"facts 3.1", update("dmn_0", {.name = "c.example"}), "resource_not_found"},
      {"facts 4.3", update(id, {.name = "c d"}), "form_param_format_invalid name"},
      {"facts 3.3 (inferred)", update(id, {.name = "B.example"}), "form_identifier_exists name"},
      {"facts 3.2", update(id, {.proxy_url = "https://a.example/clerk"}), "request_invalid_for_environment proxy_url"},
      {"facts 3.1", update(id, {.name = "c.example"}), "done"},
      {"facts 3.1: nothing", update(id, {}), "done"},
      {"facts 3.1", verdict(DeleteDomain{.domain_id = "dmn_0"}), "resource_not_found"},
      {"facts 3.1", verdict(DeleteDomain{.domain_id = id}), "done"},
      {"facts 3.1", verdict(DeleteDomain{.domain_id = id}), "resource_not_found"},
      {"facts 3.3", add({.name = "c.example"}), "done"},
  });
}

TEST_F(DomainRulesInProduction, a_domain_has_no_port_and_may_have_a_proxy) {
  expect({
      {"facts 3.2 (inferred)", add({.name = "localhost:3000"}), "form_param_format_invalid name"},
      {"facts 3.3 (inferred)", add({.name = "example.com"}), "form_identifier_exists name"},
      {"facts 3.2", add({.name = "satellite.example", .proxy_url = "https://satellite.example/clerk"}), "done"},
  });
  const Domains domains = done(ListDomains{});
  ASSERT_EQ(domains.data.size(), 2U);
  EXPECT_EQ(domains.data[0].name, "example.com");
  EXPECT_TRUE(domains.data[0].cname_targets) << "facts 3.2";
  EXPECT_EQ(domains.data[1].frontend_api_url, "https://satellite.example/clerk");
  EXPECT_FALSE(domains.data[1].cname_targets);
}

}  // namespace clerk::server::rules
