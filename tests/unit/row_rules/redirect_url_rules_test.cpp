#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateRedirectURL;
using operations::DeleteRedirectURL;
using operations::GetRedirectURL;
using operations::ListRedirectURLs;

class RedirectURLRules : public RowRules {};

}  // namespace

TEST_F(RedirectURLRules, an_url_is_had_once_until_it_is_deleted) {
  const RedirectURL made = done(CreateRedirectURL{.body = {.url = "https://example.com/back"}});
  EXPECT_EQ(made.object, "redirect_url");
  EXPECT_EQ(done(GetRedirectURL{.id = made.id}), made);
  expect({
      {"facts 3.3 (inferred)", verdict(CreateRedirectURL{.body = {.url = "https://example.com/back"}}),
       "duplicate_record"},
      {"facts 3.2: a custom scheme", verdict(CreateRedirectURL{.body = {.url = "my-app://back"}}), "done"},
      {"facts 3.1", verdict(GetRedirectURL{.id = "ru_0"}), "resource_not_found"},
      {"facts 3.1", verdict(DeleteRedirectURL{.id = "ru_0"}), "resource_not_found"},
      {"facts 3.1", verdict(DeleteRedirectURL{.id = made.id}), "done"},
      {"facts 3.1", verdict(GetRedirectURL{.id = made.id}), "resource_not_found"},
      {"facts 3.3", verdict(CreateRedirectURL{.body = {.url = "https://example.com/back"}}), "done"},
  });
}

TEST_F(RedirectURLRules, an_instance_has_its_own) {
  const RedirectURL made = done(CreateRedirectURL{.body = {.url = "https://example.com/back"}});
  instance.id = "ins_2";
  expect({
      {"facts 3.1", verdict(GetRedirectURL{.id = made.id}), "resource_not_found"},
      {"facts 3.3", verdict(CreateRedirectURL{.body = {.url = "https://example.com/back"}}), "done"},
  });
  EXPECT_EQ(done(ListRedirectURLs{.query = {.paginated = true}}).total_count, 1);
}

TEST_F(RedirectURLRules, a_list_has_the_newest_first) {
  for (const char* url : {"https://a.example", "https://b.example", "https://c.example"}) {
    done(CreateRedirectURL{.body = {.url = url}});
    now += 1;
  }
  const auto page = done(ListRedirectURLs{.query = {.paginated = true, .limit = 2}});
  ASSERT_EQ(page.data.size(), 2U);
  EXPECT_EQ(page.data[0].url, "https://c.example");
  EXPECT_EQ(page.total_count, 3);
  EXPECT_FALSE(done(ListRedirectURLs{.query = {.paginated = false}}).total_count) << "facts 3.2";
}

}  // namespace clerk::server::rules
