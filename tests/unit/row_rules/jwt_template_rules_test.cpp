#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateJWTTemplate;
using operations::DeleteJWTTemplate;
using operations::GetJWTTemplate;
using operations::ListJWTTemplates;
using operations::UpdateJWTTemplate;

const RawJson no_claims{"{}"};

class JWTTemplateRules : public RowRules {
 protected:
  std::string create(CreateJWTTemplateRequest request) {
    return verdict(CreateJWTTemplate{.body = std::move(request)});
  }
  std::string update(const std::string& id, UpdateJWTTemplateRequest request) {
    return verdict(UpdateJWTTemplate{.template_id = id, .body = std::move(request)});
  }
};

}  // namespace

TEST_F(JWTTemplateRules, a_template_has_claims_and_a_name_of_its_own) {
  expect({
      {"facts 8.1 (inferred)", create({.name = "supabase", .claims = RawJson{R"({"role":"{{user.id}}"})"}}), "done"},
      {"facts 3.3 (inferred)", create({.name = "supabase", .claims = no_claims}), "form_identifier_exists name"},
      {"facts 4.3", create({.name = "other", .claims = RawJson{"[]"}}), "form_param_type_invalid claims"},
      {"facts 8.1 (inferred): RS256 alone",
       create({.name = "other", .claims = no_claims, .signing_algorithm = "HS256"}),
       "form_param_value_invalid signing_algorithm"},
      {"facts 4.3: each is told", create({.name = "other", .claims = RawJson{"1"}, .signing_algorithm = "ES256"}),
       "form_param_type_invalid claims; form_param_value_invalid signing_algorithm"},
  });
}

TEST_F(JWTTemplateRules, a_key_of_one_s_own_has_to_be_there_and_to_be_one) {
  const auto with = [&](CreateJWTTemplateRequest request) {
    request.name = "own";
    request.claims = no_claims;
    request.custom_signing_key = true;
    request.signing_algorithm = "RS256";
    return create(std::move(request));
  };
  expect({
      {"facts 4.3", with({}), "form_conditional_param_missing signing_key"},
      {"facts 4.3", with({.signing_key = "a secret"}), "form_param_format_invalid signing_key"},
      {"facts 8.1", with({.signing_key = signing_key()}), "done"},
  });
}

TEST_F(JWTTemplateRules, a_template_comes_with_defaults_and_is_changed_and_deleted) {
  const JWTTemplate made = done(CreateJWTTemplate{.body = {.name = "a", .claims = no_claims}});
  EXPECT_EQ(made.lifetime, 60);
  EXPECT_EQ(made.allowed_clock_skew, 5);
  EXPECT_EQ(made.signing_algorithm, "RS256");
  EXPECT_EQ(done(GetJWTTemplate{.template_id = made.id}), made);
  ASSERT_EQ(create({.name = "b", .claims = no_claims}), "done");
  expect({
      {"facts 3.1", verdict(GetJWTTemplate{.template_id = "jtmp_0"}), "resource_not_found"},
      {"facts 3.1", update("jtmp_0", {.name = "c", .claims = no_claims}), "resource_not_found"},
      {"facts 3.3 (inferred)", update(made.id, {.name = "b", .claims = no_claims}), "form_identifier_exists name"},
      {"facts 4.3", update(made.id, {.name = "a", .claims = RawJson{"null"}}), "form_param_type_invalid claims"},
      {"facts 4.3", update(made.id, {.name = "a", .claims = no_claims, .custom_signing_key = true}),
       "form_conditional_param_missing signing_key"},
      {"facts 3.1", update(made.id, {.name = "c", .claims = no_claims, .lifetime = 300}), "done"},
      {"facts 3.1", verdict(DeleteJWTTemplate{.template_id = "jtmp_0"}), "resource_not_found"},
      {"facts 3.1", verdict(DeleteJWTTemplate{.template_id = made.id}), "done"},
      {"facts 3.1", verdict(GetJWTTemplate{.template_id = made.id}), "resource_not_found"},
  });
  EXPECT_EQ(done(ListJWTTemplates{.query = {.paginated = true}}).total_count, 1);
}

}  // namespace clerk::server::rules
