#include "server/rules/jwt_template.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace clerk::server::rules {

namespace {

namespace json = boost::json;

const RawJson context{R"({
  "user": {
    "id": "user_1", "first_name": "Maria", "last_name": null, "created_at": 1227618844,
    "email_verified": false, "phone_number_verified": true, "primary_email_address": "maria@example.com",
    "public_metadata": {"interests": ["hiking"], "address": {"Home": "Pointe Lane"}, "level": 0}
  },
  "org": {"slug": "acme"}
})"};

// What the text becomes, as JSON.
std::string rendered(std::string_view text) {
  const RawJson claims{json::serialize(json::value{{"claim", text}})};
  return json::serialize(json::parse(render_claims(claims, context).value().text()).at("claim"));
}

}  // namespace

TEST(JwtTemplate, gives_shortcodes_the_type_of_what_they_name) {
  EXPECT_EQ(rendered("{{user.id}}"), R"("user_1")");
  EXPECT_EQ(rendered("{{ user.primary_email_address }}"), R"("maria@example.com")");
  EXPECT_EQ(rendered("{{org.slug}}"), R"("acme")");
  EXPECT_EQ(rendered("{{user.created_at}}"), "1227618844");
  EXPECT_EQ(rendered("{{user.phone_number_verified}}"), "true");
  EXPECT_EQ(rendered("{{user.public_metadata.interests}}"), R"(["hiking"])");
  EXPECT_EQ(rendered("{{user.public_metadata.address.Home}}"), R"("Pointe Lane")");
  EXPECT_EQ(rendered("{{user.public_metadata.address}}"), R"({"Home":"Pointe Lane"})");
}

TEST(JwtTemplate, gives_null_for_what_leads_nowhere) {
  for (const std::string_view text : {"{{user.i_dont_exist}}", "{{user.id.more}}", "{{nobody.id}}",
                                      "{{user.last_name}}", "{{}}", "{{user..id}}", "{{'unfinished}}"}) {
    EXPECT_EQ(rendered(text), "null") << text;
  }
}

TEST(JwtTemplate, makes_text_of_shortcodes_within_a_text) {
  EXPECT_EQ(rendered("{{user.last_name}} {{user.first_name}}"), R"("null Maria")");
  EXPECT_EQ(rendered("id={{user.id}}"), R"("id=user_1")");
  EXPECT_EQ(rendered("{{user.created_at}}!"), R"("1227618844!")");
  EXPECT_EQ(rendered("{{user.public_metadata.interests}} {{user.phone_number_verified}}"), R"("[\"hiking\"] true")");
  EXPECT_EQ(rendered("no shortcode"), R"("no shortcode")");
  EXPECT_EQ(rendered("{{user.id"), R"("{{user.id")");
  EXPECT_EQ(rendered("{{user.id}} and {{user.id"), R"("user_1 and {{user.id")");
}

TEST(JwtTemplate, takes_the_first_operand_that_is_neither_null_nor_false_or_the_last) {
  EXPECT_EQ(rendered("{{user.email_verified || user.phone_number_verified}}"), "true");
  EXPECT_EQ(rendered("{{user.full_name || 'Awesome User'}}"), R"("Awesome User")");
  EXPECT_EQ(rendered("{{user.full_name || 'a || b'}}"), R"("a || b")");
  EXPECT_EQ(rendered("{{user.public_metadata.age || user.unsafe_metadata.age || 30 }}"), "30");
  EXPECT_EQ(rendered("{{user.public_metadata.level || 30}}"), "0") << "0 is a value";
  EXPECT_EQ(rendered("{{user.last_name || user.email_verified}}"), "false") << "the last, whatever it is";
  EXPECT_EQ(rendered("{{user.email_verified || user.last_name}}"), "null");
  EXPECT_EQ(rendered("{{user.last_name || -1.5}}"), "-1.5E0");
  EXPECT_EQ(rendered("{{user.last_name || true}}"), "true");
}

TEST(JwtTemplate, takes_the_greatest_number_for_one_that_is_too_large) {
  EXPECT_EQ(rendered("{{1e999}}"), "1.7976931348623157E308");
  EXPECT_EQ(rendered("{{-1e999}}"), "-1.7976931348623157E308");
  EXPECT_EQ(rendered("at {{1e999}}"), R"("at 1.7976931348623157E308")");
  EXPECT_EQ(render_claims(RawJson{R"({"a":[1e999]})"}, RawJson{"{}"}).value().text(),
            R"({"a":[1.7976931348623157E308]})");
}

TEST(JwtTemplate, takes_zero_for_zero_with_any_exponent) {
  EXPECT_EQ(rendered("{{0e3001}}"), "0E0");
  EXPECT_EQ(rendered("at {{-0e3001}}"), R"("at 0E0")");
}

TEST(JwtTemplate, fills_objects_and_lists_and_leaves_what_is_no_text) {
  const RawJson claims{R"({"aud":"x","version":1,"foo":{"bar":[1,"{{user.id}}",null]},"{{user.id}}":true})"};
  EXPECT_EQ(json::parse(render_claims(claims, context).value().text()),
            json::parse(R"({"aud":"x","version":1,"foo":{"bar":[1,"user_1",null]},"{{user.id}}":true})"));
}

TEST(JwtTemplate, does_not_read_again_what_it_filled_in) {
  const RawJson tricky{R"({"user":{"first_name":"{{user.secret}}","secret":"s"}})"};
  EXPECT_EQ(render_claims(RawJson{R"({"a":"{{user.first_name}}!"})"}, tricky)->text(), R"({"a":"{{user.secret}}!"})");
}

TEST(JwtTemplate, is_nothing_unless_both_are_objects) {
  EXPECT_FALSE(render_claims(RawJson{"[]"}, context));
  EXPECT_FALSE(render_claims(RawJson{"{"}, context));
  EXPECT_FALSE(render_claims(RawJson{"{}"}, RawJson{"1"}));
  EXPECT_FALSE(render_claims(RawJson{"{}"}, RawJson{""}));
}

}  // namespace clerk::server::rules
