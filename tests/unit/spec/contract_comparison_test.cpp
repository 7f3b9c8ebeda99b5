#include "comparison.hpp"
#include "deliberate_differences.hpp"
#include "sources.hpp"

#include <clerk/contract/registry.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

namespace clerk::spec {

namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const Digest& official_family() {
  static const Digest family = family_of(official_digest());
  return family;
}

const Digest& own_family() {
  static const Digest family = family_of(own_digest());
  return family;
}

std::vector<std::string> faults_of(const Digest& official) {
  return judge(differences(official, own_family()), deliberate_differences());
}

template <class Visitor>
void for_each_shared_place(Visitor&& visit) {
  for (const auto& [section, places] : official_family()) {
    const auto own = own_family().find(section);
    if (own == own_family().end()) continue;
    for (const auto& [place, attributes] : places) {
      const auto here = own->second.find(place);
      if (here != own->second.end()) visit(section, place, attributes, here->second);
    }
  }
}

struct Change {
  const char* kind;
  void (*make)(Digest&);
  const char* section;
  const char* fault;
  friend void PrintTo(const Change& change, std::ostream* stream) { *stream << change.kind; }
};

class ChangedFact : public ::testing::TestWithParam<Change> {};

constexpr std::size_t left_out = 19;

constexpr const char* update_instance = "operation /instance PATCH";
constexpr const char* update_organizations = "operation /instance/organization_settings PATCH";
constexpr const char* update_communication = "operation /instance/communication PATCH";
constexpr const char* list_allowed = "operation /allowlist_identifiers GET";
constexpr const char* delete_allowed = "operation /allowlist_identifiers/{identifier_id} DELETE";
constexpr const char* strategy = "body.preferred_sign_in_strategy_when_password_required";

}  // namespace

TEST(ContractComparison, finds_no_difference_from_the_official_description_but_the_deliberate_ones) {
  for (const std::string& fault : faults_of(official_family())) ADD_FAILURE() << fault;
}

TEST(ContractComparison, covers_every_operation_of_the_registry_and_those_left_out) {
  const auto operations =
      std::ranges::count_if(own_digest(), [](const auto& entry) { return entry.first.starts_with("operation "); });
  EXPECT_EQ(static_cast<std::size_t>(operations), AllOperations::size);
  EXPECT_THAT(own_family(), SizeIs(1 + AllOperations::size));
  EXPECT_THAT(official_family(), SizeIs(1 + AllOperations::size + left_out));
}

TEST(ContractComparison, has_as_many_deliberate_differences_as_were_agreed) {
  EXPECT_THAT(deliberate_differences(), SizeIs(183));
}

TEST(ContractComparison, notices_every_single_fact_that_is_changed_or_taken_away) {
  std::size_t facts = 0;
  for_each_shared_place(
      [&](const std::string& section, const std::string& place, const Attributes& official, const Attributes& own) {
        const auto found = [&](const Attributes& attributes) {
          return differences({{section, {{place, attributes}}}}, {{section, {{place, own}}}});
        };
        for (const auto& [key, value] : official) {
          Attributes changed = official;
          changed[key] += "x";
          EXPECT_NE(found(changed), found(official)) << section << ' ' << place << ' ' << key;
          changed.erase(key);
          EXPECT_NE(found(changed), found(official)) << section << ' ' << place << ' ' << key;
          ++facts;
        }
      });
  EXPECT_GT(facts, 300U);
}

TEST_P(ChangedFact, fails_and_says_where) {
  Digest official = official_family();
  GetParam().make(official);
  ASSERT_NE(official, official_family()) << "the change changed nothing";
  EXPECT_THAT(faults_of(official), Contains(AllOf(HasSubstr(GetParam().section), HasSubstr(GetParam().fault))));
}

INSTANTIATE_TEST_SUITE_P(
    OfEachKind, ChangedFact,
    ::testing::Values(
        Change{"an operation more",
               [](Digest& d) {
                 d["operation /instance/new GET"] = {{"operation", {}}};
               },
               "operation /instance/new GET", "officially present, ours absent"},
        Change{"an operation less", [](Digest& d) { d.erase("operation /instance/protect GET"); },
               "operation /instance/protect GET", "officially absent, ours present"},
        Change{"another method", [](Digest& d) { d["operation /instance PUT"] = d.extract(update_instance).mapped(); },
               "operation /instance PUT", "officially present, ours absent"},
        Change{"another name", [](Digest& d) { d[update_instance]["operation"]["operationId"] = "ChangeInstance"; },
               update_instance, "operationId: officially ChangeInstance, ours update_instance"},
        Change{"another class", [](Digest& d) { d[update_instance]["operation"]["tags"] = R"(["Instances"])"; },
               update_instance, R"(tags: officially ["Instances"], ours ["InstanceSettingsApi"])"},
        Change{"a parameter",
               [](Digest& d) {
                 d[update_instance]["query.dry_run"] = {{"type", "boolean"}};
               },
               update_instance, "query.dry_run: officially type=boolean, ours absent"},
        Change{"another limit of a parameter", [](Digest& d) { d[list_allowed]["query.limit"]["maximum"] = "100"; },
               list_allowed, "query.limit, maximum: officially 100, ours 500"},
        Change{"another default of a parameter", [](Digest& d) { d[list_allowed]["query.limit"]["default"] = "20"; },
               list_allowed, "query.limit, default: officially 20, ours 10"},
        Change{
            "another name in the path",
            [](Digest& d) { d["operation /allowlist_identifiers/{id} DELETE"] = d.extract(delete_allowed).mapped(); },
            delete_allowed, "officially absent, ours present"},
        Change{"another success",
               [](Digest& d) { d[update_instance]["200"] = d[update_instance].extract("204").mapped(); },
               update_instance, "200: officially empty, ours absent"},
        Change{"a success with a body",
               [](Digest& d) {
                 d[update_instance]["204"] = {{"type", "object"}};
               },
               update_instance, "204, type: officially object, ours absent"},
        Change{"an error status more",
               [](Digest& d) {
                 d[update_instance]["409"] = {{"type", "object"}};
               },
               update_instance, "409: officially type=object, ours absent"},
        Change{"an error status less",
               [](Digest& d) {
                 std::erase_if(d[update_organizations], [](const auto& fact) { return fact.first.starts_with("403"); });
               },
               update_organizations, "403: officially absent, ours type=object"},
        Change{"a field of the body more",
               [](Digest& d) {
                 d[update_instance]["body.new"] = {{"type", "string"}};
               },
               update_instance, "body.new: officially type=string, ours absent"},
        Change{"a field of the body less", [](Digest& d) { d[update_instance].erase("body.hibp"); }, update_instance,
               "body.hibp: officially absent, ours type=boolean nullable"},
        Change{"a field of the answer more",
               [](Digest& d) {
                 d[update_organizations]["200.new"] = {{"type", "string"}};
               },
               update_organizations, "200.new: officially type=string, ours absent"},
        Change{"a field of the answer less", [](Digest& d) { d[update_organizations].erase("200.creator_role"); },
               update_organizations, "200.creator_role: officially absent, ours type=string required"},
        Change{"a field of the errors more",
               [](Digest& d) {
                 d[update_instance]["422.errors[].hint"] = {{"type", "string"}};
               },
               update_instance, "422.errors[].hint: officially type=string, ours absent"},
        Change{"another type", [](Digest& d) { d[update_instance]["body.hibp"]["type"] = "string"; }, update_instance,
               "body.hibp, type: officially string, ours boolean"},
        Change{"another type of items",
               [](Digest& d) { d[update_instance]["body.allowed_origins[]"]["type"] = "object"; }, update_instance,
               "body.allowed_origins[], type: officially object, ours string"},
        Change{"null in a request", [](Digest& d) { d[update_instance]["body.allowed_origins"]["nullable"] = "true"; },
               update_instance, "body.allowed_origins, nullable: officially true, ours absent"},
        Change{"no null in an answer",
               [](Digest& d) { d["operation /instance GET"]["200.workspace_id"].erase("nullable"); },
               "operation /instance GET", "200.workspace_id, nullable: officially absent, ours true"},
        Change{"a value of an enumeration",
               [](Digest& d) { d[update_instance][strategy]["enum"] = R"(["","otp","passkey","password"])"; },
               update_instance, R"(enum: officially ["","otp","passkey","password"], ours ["","otp","password"])"},
        Change{"another constant", [](Digest& d) { d[update_organizations]["200.object"]["enum"] = R"(["settings"])"; },
               update_organizations, R"(200.object, enum: officially ["settings"])"},
        Change{"a required key less", [](Digest& d) { d[update_organizations]["200.creator_role"].erase("required"); },
               update_organizations, "200.creator_role, required: officially absent, ours true"},
        Change{"a required key more",
               [](Digest& d) { d[update_organizations]["200.slug_disabled"]["required"] = "true"; },
               update_organizations, "200.slug_disabled, required: officially true, ours absent"},
        Change{"another pattern",
               [](Digest& d) { d[update_communication]["body.blocked_country_codes[]"]["pattern"] = "\"^[A-Z]{3}$\""; },
               update_communication, R"(pattern: officially "^[A-Z]{3}$", ours "^[A-Z]{2}$")"},
        Change{"a format", [](Digest& d) { d[update_instance]["body.support_email"]["format"] = "email"; },
               update_instance, "body.support_email, format: officially email, ours absent"},
        Change{"another bound",
               [](Digest& d) { d[update_organizations]["body.max_allowed_memberships"]["minimum"] = "1"; },
               update_organizations, "minimum: officially 1, ours 0"},
        Change{"another number of items",
               [](Digest& d) { d[update_communication]["body.blocked_country_codes"]["maxItems"] = "300"; },
               update_communication, "maxItems: officially 300, ours 250"},
        Change{"items that may repeat",
               [](Digest& d) { d[update_communication]["body.blocked_country_codes"].erase("uniqueItems"); },
               update_communication, "uniqueItems: officially absent, ours true"},
        Change{"a deprecated field", [](Digest& d) { d[update_instance]["body.hibp"]["deprecated"] = "true"; },
               update_instance, "body.hibp, deprecated: officially true, ours absent"},
        Change{"a field that is no longer deprecated",
               [](Digest& d) { d[update_instance]["body.cookieless_dev"].erase("deprecated"); }, update_instance,
               "body.cookieless_dev, deprecated: officially absent, ours true"},
        Change{"a body that must be there", [](Digest& d) { d[update_instance]["body"]["required"] = "true"; },
               update_instance, "body, required: officially true, ours absent"},
        Change{"a row without its difference",
               [](Digest& d) { d[update_instance]["body"].erase("additionalProperties"); }, "operation *",
               "explains 26 differences, it says 27"}),
    [](const auto& change) {
      std::string name = change.param.kind;
      std::ranges::replace(name, ' ', '_');
      return name;
    });

}  // namespace clerk::spec
