#include "tests/conformance/server_support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

using ::testing::ElementsAre;

class ListsWire : public ::testing::Test {
 protected:
  struct Lists {
    std::string path;
    const char* object;
    const char* prefix;
  };
  const std::vector<Lists> both{{"/v1/allowlist_identifiers", "allowlist_identifier", "alid_"},
                                {"/v1/blocklist_identifiers", "blocklist_identifier", "blid_"}};

  WireAnswer create(const std::string& path, const std::string& body) const {
    return server.send({.method = "POST", .target = path, .body = body});
  }
  WireAnswer remove(const std::string& target) const { return server.send({.method = "DELETE", .target = target}); }

  RunningServer server;
};

}  // namespace

// facts 4.3
TEST_F(ListsWire, a_query_that_the_contract_does_not_allow_is_refused_with_the_parameter) {
  const auto errors = [&](const std::string& query) {
    const WireAnswer answer = server.get("/v1/allowlist_identifiers?" + query);
    EXPECT_EQ(answer.status, 422U) << query;
    return answer.errors();
  };
  EXPECT_THAT(errors("limit=0"), ElementsAre("form_param_value_invalid limit"));
  EXPECT_THAT(errors("limit=501"), ElementsAre("form_param_value_too_large limit"));
  EXPECT_THAT(errors("limit=x"), ElementsAre("form_param_type_invalid limit"));
  EXPECT_THAT(errors("limit=1&limit=2"), ElementsAre("form_param_duplicate limit"));
  EXPECT_THAT(errors("limit=501&offset=-1&paginated=maybe"),
              ElementsAre("form_param_value_too_large limit", "form_param_value_invalid offset",
                          "form_param_type_invalid paginated"));
}

TEST_F(ListsWire, a_refusal_of_a_parameter_says_what_would_do) {
  EXPECT_EQ(server.get("/v1/allowlist_identifiers?limit=501").long_message(),
            "The value of limit can't be greater than 500");
  EXPECT_EQ(server.get("/v1/allowlist_identifiers?limit=0").long_message(),
            "The value of limit can't be smaller than 1");
  EXPECT_EQ(server.get("/v1/allowlist_identifiers?limit=x").long_message(), "`limit` must be a `integer`.");
}

TEST_F(ListsWire, a_sound_query_is_answered) {
  for (const char* query :
       {"", "?limit=500&offset=0&paginated=true", "?brand_new=1", "?__clerk_api_version=2026-05-12"}) {
    EXPECT_EQ(server.get("/v1/allowlist_identifiers" + std::string{query}).status, 200U) << query;
  }
}

TEST(ListsWireStrict, a_parameter_that_the_contract_does_not_name_is_refused) {
  const RunningServer server{{.strict = true}};
  const WireAnswer answer = server.get("/v1/allowlist_identifiers?brand_new=1");
  EXPECT_EQ(answer.status, 422U);
  EXPECT_THAT(answer.errors(), ElementsAre("form_param_unknown brand_new"));
}

TEST_F(ListsWire, a_parameter_of_the_path_is_one_segment_and_text) {
  for (const char* target :
       {"/v1/allowlist_identifiers/a%2Fb%20c", "/v1/allowlist_identifiers/", "/v1/allowlist_identifiers/a/b",
        "/v1/allowlist_identifiers/%zz", "/v1/allowlist_identifiers/a%00"}) {
    EXPECT_EQ(remove(target).status, 404U) << target;
    EXPECT_THAT(remove(target).errors(), ElementsAre("resource_not_found")) << target;
  }
}

// facts 3.2
TEST_F(ListsWire, an_entry_is_made_listed_and_deleted) {
  for (const Lists& list : both) {
    const auto made = create(list.path, R"({"identifier":"*@Example.COM"})");
    EXPECT_EQ(made.status, 200U) << made.body;
    const auto entry = made.json().as_object();
    EXPECT_EQ(entry.at("object"), list.object);
    EXPECT_TRUE(std::string{entry.at("id").as_string()}.starts_with(list.prefix));
    EXPECT_EQ(entry.at("identifier"), "*@example.com");
    EXPECT_EQ(entry.at("identifier_type"), "email_address");
    EXPECT_EQ(entry.at("instance_id"), server.instance_id(development_key).c_str());
    EXPECT_EQ(entry.at("created_at"), entry.at("updated_at"));

    const auto listed = server.get(list.path + "?paginated=true").json();
    EXPECT_EQ(listed.at("total_count"), 1);
    EXPECT_EQ(listed.at("data").as_array().at(0), made.json());

    const std::string id{entry.at("id").as_string()};
    const auto deleted = remove(list.path + "/" + id);
    EXPECT_EQ(deleted.json(), (boost::json::object{{"object", list.object}, {"id", id}, {"deleted", true}}));
    EXPECT_EQ(remove(list.path + "/" + id).status, 404U);
    EXPECT_EQ(server.get(list.path + "?paginated=true").json().at("total_count"), 0);
  }
}

TEST_F(ListsWire, entries_of_one_instance_are_not_those_of_another) {
  const auto made = create(both[0].path, R"({"identifier":"a@example.com"})").json();
  const std::string target = both[0].path + "/" + std::string{made.at("id").as_string()};
  EXPECT_EQ(server.send({.method = "DELETE", .target = target, .key = std::string{production_key}}).status, 404U);
  EXPECT_EQ(remove(target).status, 200U);
}

// facts 3.3, 4.3
TEST_F(ListsWire, what_cannot_be_listed_is_refused_and_nothing_is_kept) {
  for (const Lists& list : both) {
    EXPECT_THAT(create(list.path, "{}").errors(), ElementsAre("form_param_missing identifier"));
    EXPECT_THAT(create(list.path, R"({"identifier":5})").errors(), ElementsAre("form_param_value_invalid identifier"));
    const auto odd = create(list.path, R"({"identifier":"nobody"})");
    EXPECT_EQ(odd.status, 422U);
    EXPECT_THAT(odd.errors(), ElementsAre("form_param_format_invalid identifier"));
    EXPECT_EQ(create(list.path, R"({"identifier":"a@example.com"})").status, 200U);
    const auto again = create(list.path, R"({"identifier":"A@example.com"})");
    EXPECT_EQ(again.status, 400U);
    EXPECT_THAT(again.errors(), ElementsAre("duplicate_record"));
    EXPECT_EQ(again.long_message(), "the identifier a@example.com already exists");
    EXPECT_EQ(server.get(list.path + "?paginated=true").json().at("total_count"), 1);
  }
}

TEST_F(ListsWire, pages_have_the_newest_entry_first) {
  for (const int n : {0, 1, 2, 3}) {
    server.send({.method = "PATCH", .target = "/__clerkd/clock", .body = R"({"advance_ms":1000})"});
    create(both[0].path, R"({"identifier":"u)" + std::to_string(n) + R"(@example.com"})");
  }
  const auto page = server.get(both[0].path + "?paginated=true&limit=2&offset=1").json();
  EXPECT_EQ(page.at("total_count"), 4);
  ASSERT_EQ(page.at("data").as_array().size(), 2U);
  EXPECT_EQ(page.at_pointer("/data/0/identifier"), "u2@example.com");
  EXPECT_EQ(page.at_pointer("/data/1/identifier"), "u1@example.com");
}

// facts 3.2
TEST_F(ListsWire, a_page_is_a_plain_array_unless_its_total_is_asked_for) {
  EXPECT_EQ(server.get(both[0].path).json(), boost::json::array{});
  create(both[0].path, R"({"identifier":"a@example.com"})");
  const auto listed = server.get(both[0].path + "?paginated=false").json();
  ASSERT_TRUE(listed.is_array());
  EXPECT_EQ(listed.at(0).at("identifier"), "a@example.com");
  EXPECT_TRUE(server.get(both[1].path).json().is_object());
}

TEST_F(ListsWire, ten_entries_are_a_page_unless_it_is_said_how_many) {
  for (int n = 0; n < 12; ++n) create(both[0].path, R"({"identifier":"u)" + std::to_string(n) + R"(@example.com"})");
  EXPECT_EQ(server.get(both[0].path + "?paginated=true").json().at("data").as_array().size(), 10U);
  for (int n = 0; n < 12; ++n) create(both[1].path, R"({"identifier":"u)" + std::to_string(n) + R"(@example.com"})");
  EXPECT_EQ(server.get(both[1].path).json().at("data").as_array().size(), 12U);
}

// facts 2.3, 7
TEST_F(ListsWire, in_production_an_entry_needs_the_feature_and_looking_does_not) {
  for (const Lists& list : both) {
    const WireRequest wanted{.method = "POST",
                             .target = list.path,
                             .body = R"({"identifier":"a@example.com"})",
                             .key = std::string{production_key}};
    const auto refused = server.send(wanted);
    EXPECT_EQ(refused.status, 402U);
    EXPECT_THAT(refused.errors(), ElementsAre("unsupported_subscription_plan_features"));
    EXPECT_EQ(server.send({.target = list.path, .key = std::string{production_key}}).status, 200U);
    server.set_traits(production_key, R"({"plan_features":["allowlist","blocklist"]})");
    EXPECT_EQ(server.send(wanted).status, 200U);
    server.set_traits(production_key, R"({"plan_features":[]})");
  }
}

TEST_F(ListsWire, another_method_is_told_those_of_the_path) {
  const WireAnswer list = server.send({.method = "PUT", .target = "/v1/allowlist_identifiers"});
  EXPECT_EQ(list.status, 405U);
  EXPECT_EQ(list.header("allow"), "GET, POST");
  const WireAnswer entry = server.get("/v1/allowlist_identifiers/alid_1");
  EXPECT_EQ(entry.status, 405U);
  EXPECT_EQ(entry.header("allow"), "DELETE");
}

}  // namespace clerk::testing
