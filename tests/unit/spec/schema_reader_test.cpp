#include "spec_digest/schema_reader.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace clerk::spec {

namespace {

using ::testing::HasSubstr;

const Description& description() {
  static const Description parsed = Description::parse(R"(
openapi: 3.1.0
components:
  schemas:
    Money: {type: object, properties: {amount: {type: integer}}}
    Person: {type: object, properties: {name: {type: string}}}
    Loop: {properties: {again: {$ref: "#/components/schemas/Loop/properties/again"}}}
)");
  return parsed;
}

// The facts of a schema at the place `p`, as text.
std::string facts_of(const std::string& schema) {
  Facts facts;
  SchemaReader reader{description(), facts};
  reader.read(boost::json::parse(schema), "p");
  std::string text;
  for (const auto& [place, attributes] : facts) {
    if (!text.empty()) text += "; ";
    text += place;
    if (!attributes.empty()) text += " " + to_text(attributes);
  }
  return text;
}

std::string problem_of(const std::string& schema) {
  try {
    return "no problem, but " + facts_of(schema);
  } catch (const DigestError& error) {
    return error.what();
  }
}

struct Case {
  const char* schema;
  const char* facts;
  friend void PrintTo(const Case& each, std::ostream* stream) { *stream << each.schema; }
};

class SchemaFacts : public ::testing::TestWithParam<Case> {};

}  // namespace

TEST_P(SchemaFacts, are_what_the_schema_says) { EXPECT_EQ(facts_of(GetParam().schema), GetParam().facts); }

INSTANTIATE_TEST_SUITE_P(
    EachFact, SchemaFacts,
    ::testing::Values(
        Case{"{}", "p"}, Case{"true", "p"}, Case{"false", "p never"}, Case{R"({"type":"string"})", "p type=string"},
        Case{R"({"type":"string","format":"date-time"})", "p type=string format=date-time"},
        Case{R"({"pattern":"^a b=\\d$"})", R"(p pattern="^a b=\\d$")"},
        Case{R"({"minLength":1,"maxLength":2})", "p maxLength=2 minLength=1"},
        Case{R"({"minItems":1,"maxItems":250,"uniqueItems":true})", "p maxItems=250 minItems=1 uniqueItems"},
        Case{R"({"minProperties":1,"maxProperties":2})", "p maxProperties=2 minProperties=1"},
        Case{R"({"minimum":0,"maximum":10})", "p maximum=10 minimum=0"}, Case{R"({"multipleOf":5})", "p multipleOf=5"},
        Case{R"({"default":"all of it"})", R"(p default="all of it")"}, Case{R"({"default":[]})", "p default=[]"},
        Case{R"({"default":false})", "p default=false"}, Case{R"({"default":"false"})", R"(p default="false")"},
        Case{R"({"deprecated":true,"readOnly":true,"writeOnly":true})", "p deprecated readOnly writeOnly"},
        Case{R"({"deprecated":false,"nullable":false,"uniqueItems":false})", "p"},
        Case{R"({"type":"string","enum":["b","a b",""]})", R"(p type=string enum=["","a b","b"])"},
        Case{R"({"type":"array","items":{"type":"string"}})", "p type=array; p[] type=string"},
        Case{R"({"type":"object","properties":{"a":{"type":"string"},"b":{}},"required":["b"]})",
             "p type=object; p.a type=string; p.b required"},
        Case{R"({"properties":{"a b":{},"c.d":{}}})", R"(p type=object; p."a b"; p."c.d")"},
        Case{R"({"items":{}})", "p type=array; p[]"},
        Case{R"({"type":"object","additionalProperties":false})", "p type=object additionalProperties=false"},
        Case{R"({"type":"object","additionalProperties":true})", "p type=object"},
        Case{R"({"type":"object","additionalProperties":{}})", "p type=object"},
        Case{R"({"type":"object","additionalProperties":{"type":"string"}})", "p type=object; p{} type=string"}));

INSTANTIATE_TEST_SUITE_P(
    TheFormsOf30AndOf31, SchemaFacts,
    ::testing::Values(
        Case{R"({"type":"string","nullable":true})", "p type=string nullable"},
        Case{R"({"type":["string","null"]})", "p type=string nullable"},
        Case{R"({"type":["string","integer"]})", R"(p type=["integer","string"])"},
        Case{R"({"type":"string","nullable":true,"enum":["a"]})", R"(p type=string enum=["a"] nullable)"},
        Case{R"({"type":["string","null"],"enum":["a",null]})", R"(p type=string enum=["a"] nullable)"},
        Case{R"({"enum":["a",null]})", R"(p enum=["a"] nullable)"},
        Case{R"({"type":"string","enum":["a"]})", R"(p type=string enum=["a"])"},
        Case{R"({"type":"string","const":"a"})", R"(p type=string enum=["a"])"},
        Case{R"({"minimum":0,"exclusiveMinimum":true})", "p exclusiveMinimum=0"},
        Case{R"({"exclusiveMinimum":0})", "p exclusiveMinimum=0"},
        Case{R"({"maximum":9,"exclusiveMaximum":true})", "p exclusiveMaximum=9"},
        Case{R"({"minimum":0,"exclusiveMinimum":false})", "p minimum=0"},
        Case{R"({"nullable":true,"allOf":[{"$ref":"#/components/schemas/Money"}]})", "p schema=Money nullable"},
        Case{R"({"type":"object","nullable":true,"oneOf":[{"$ref":"#/components/schemas/Money"}]})",
             "p schema=Money type=object nullable"},
        Case{R"({"anyOf":[{"$ref":"#/components/schemas/Money"},{"type":"null"}]})", "p schema=Money nullable"}));

INSTANTIATE_TEST_SUITE_P(
    ReferencesAndAlternatives, SchemaFacts,
    ::testing::Values(Case{R"({"$ref":"#/components/schemas/Money"})", "p schema=Money"},
                      Case{R"({"$ref":"#/components/schemas/Money","deprecated":true})", "p schema=Money deprecated"},
                      Case{R"({"$ref":"#/components/schemas/Money/properties/amount"})", "p type=integer"},
                      Case{
                          R"({"allOf":[{"$ref":"#/components/schemas/Money"},
                          {"properties":{"a":{"type":"string"}},"required":["a"]}]})",
                          "p schema=Money type=object; p.a type=string required"},
                      Case{
                          R"({"allOf":[{"$ref":"#/components/schemas/Person"},{"$ref":"#/components/schemas/Money"}]})",
                          R"(p schema=["Money","Person"])"},
                      Case{R"({"oneOf":[{"$ref":"#/components/schemas/Money"},{"type":"string"}],
                 "discriminator":{"propertyName":"object","mapping":{"m":"#/components/schemas/Money"}}})",
                           "p choice=oneOf discriminator=object; p|2 type=string; p|Money schema=Money"},
                      Case{R"({"anyOf":[{"required":["a"]},{"required":["b"]}]})",
                           "p choice=anyOf; p|1; p|1.a required; p|2; p|2.b required"}));

TEST(SchemaReader, leaves_every_kind_of_prose_out) {
  EXPECT_EQ(facts_of(R"({"type":"string","title":"t","description":"d","summary":"s","example":"e","examples":["e"],
                         "externalDocs":{"url":"u","description":"d"},"xml":{},"$comment":"c","x-note":"x"})"),
            "p type=string");
}

TEST(SchemaReader, takes_a_property_named_like_a_keyword_as_a_property) {
  EXPECT_EQ(facts_of(R"({"properties":{"description":{"type":"string"},"enum":{"type":"integer"}}})"),
            "p type=object; p.description type=string; p.enum type=integer");
}

TEST(SchemaReader, refuses_what_it_does_not_know_rather_than_lose_a_fact) {
  EXPECT_THAT(problem_of(R"({"properties":{"a":{"not":{}}}})"), HasSubstr("keyword 'not' at 'p.a'"));
  EXPECT_THAT(problem_of(R"({"allOf":[{"format":"uri"},{"format":"email"}]})"),
              HasSubstr("format is both uri and email at 'p'"));
  EXPECT_THAT(problem_of(R"({"properties":{"a":"text"}})"), HasSubstr("no object at 'p.a'"));
}

TEST(SchemaReader, says_which_reference_leads_nowhere_or_never_ends) {
  EXPECT_THAT(problem_of(R"({"$ref":"#/components/schemas/Gone"})"), HasSubstr("'#/components/schemas/Gone'"));
  EXPECT_THAT(problem_of(R"({"$ref":"other.yml#/Money"})"), HasSubstr("leads out of the document"));
  EXPECT_THAT(problem_of(R"({"$ref":"#/components/schemas/Loop/properties/again"})"), HasSubstr("holds itself"));
}

TEST(SchemaReader, remembers_the_shared_schemas_it_met) {
  Facts facts;
  SchemaReader reader{description(), facts};
  reader.read(boost::json::parse(R"({"items":{"$ref":"#/components/schemas/Person"}})"), "p");
  EXPECT_EQ(reader.shared(), std::set<std::string>{"Person"});
}

}  // namespace clerk::spec
