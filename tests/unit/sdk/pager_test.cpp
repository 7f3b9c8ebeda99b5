#include <clerk/async_pager.hpp>
#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/pager.hpp>
#include <clerk/transport.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <ranges>
#include <string>
#include <vector>

namespace {

using clerk::AllowlistIdentifier;
using clerk::ErrorKind;
using clerk::Result;
using clerk::operations::ListAllowlistIdentifiers;
using testing::ElementsAre;
using testing::HasSubstr;

/// A list of rows as the API keeps it, the newest first.
class ListOfRows : public clerk::Transport {
 public:
  explicit ListOfRows(int rows) {
    for (int i = 1; i <= rows; ++i) add_in_front();
  }

  void add_in_front() { rows_.insert(rows_.begin(), "alid_" + std::to_string(++made_)); }

  clerk::TransportResult perform(const clerk::TransportRequest& request) override {
    queries.push_back(request.url.substr(request.url.find('?') + 1));
    if (before_answer) before_answer();
    if (failures > 0 && static_cast<int>(queries.size()) > sound_pages) {
      --failures;
      return clerk::TransportAnswer{.status = 403};
    }
    const auto limit = static_cast<std::size_t>(parameter(request.url, "limit"));
    const auto offset = heeds_offset ? static_cast<std::size_t>(parameter(request.url, "offset")) : 0;
    std::string data;
    for (std::size_t i = offset; i < std::min(offset + limit, rows_.size()); ++i) {
      data += (data.empty() ? "" : ",") + (R"({"id":")" + rows_[i] + "\"}");
    }
    return clerk::TransportAnswer{.status = 200, .body = R"({"data":[)" + data + R"(],"total_count":3})"};
  }

  std::vector<std::string> queries{};
  std::function<void()> before_answer{};
  bool heeds_offset{true};
  int failures{0};     ///< so many answers are refusals,
  int sound_pages{0};  ///< after so many that are not

 private:
  static int parameter(const std::string& url, std::string_view name) {
    const auto parsed = boost::urls::parse_uri(url);
    const auto params = parsed->params();
    const auto found = params.find(name);
    return found == params.end() ? -1 : std::stoi(std::string{(*found).value});
  }

  std::vector<std::string> rows_{};
  int made_{0};
};

class PagerOverRows : public testing::Test {
 protected:
  static std::shared_ptr<ListOfRows> rows(int count) { return std::make_shared<ListOfRows>(count); }
  static clerk::Configuration configuration(std::shared_ptr<ListOfRows> list) {
    return {.access_token = "sk_test_key", .retries = clerk::RetryPolicy::none(), .transport = std::move(list)};
  }
  static clerk::Pager<ListAllowlistIdentifiers> pager(const std::shared_ptr<ListOfRows>& list,
                                                      ListAllowlistIdentifiers operation = {}) {
    return clerk::Pager{clerk::ApiClient{configuration(list)}, std::move(operation)};
  }
};

/// The ids, and the status of a failure in its place.
std::vector<std::string> ids_of(clerk::Pager<ListAllowlistIdentifiers>& pager) {
  std::vector<std::string> ids;
  for (const auto& row : pager) ids.push_back(row ? row->id.value() : std::to_string(row.error().status));
  return ids;
}

std::vector<std::string> numbered(int first, int last) {
  std::vector<std::string> ids;
  for (int i = first; i >= last; --i) ids.push_back("alid_" + std::to_string(i));
  return ids;
}

}  // namespace

static_assert(clerk::PagedOperation<ListAllowlistIdentifiers>);
static_assert(std::ranges::input_range<clerk::Pager<ListAllowlistIdentifiers>>);

TEST_F(PagerOverRows, gives_every_row_though_no_limit_was_set) {
  const auto list = rows(230);
  auto all = pager(list);
  EXPECT_EQ(ids_of(all), numbered(230, 1));
  EXPECT_THAT(list->queries, ElementsAre("limit=100&offset=0&paginated=true", "limit=100&offset=100&paginated=true",
                                         "limit=100&offset=200&paginated=true"));
}

TEST_F(PagerOverRows, ends_on_a_short_page_and_on_an_empty_one) {
  for (const auto& [count, pages] : std::vector<std::pair<int, std::size_t>>{{0, 1}, {4, 1}, {5, 2}, {9, 2}, {10, 3}}) {
    const auto list = rows(count);
    auto all = pager(list, {.query = {.limit = 5}});
    EXPECT_EQ(ids_of(all), numbered(count, 1)) << count;
    EXPECT_EQ(list->queries.size(), pages) << count;
  }
}

TEST_F(PagerOverRows, asks_for_a_page_when_its_first_row_is_wanted) {
  const auto list = rows(20);
  auto all = pager(list, {.query = {.limit = 5}});
  EXPECT_TRUE(list->queries.empty());
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(all.next()->has_value());
  EXPECT_EQ(list->queries.size(), 1U);
  EXPECT_TRUE(all.next()->has_value());
  EXPECT_EQ(list->queries.size(), 2U);
}

TEST_F(PagerOverRows, begins_where_the_offset_says) {
  auto all = pager(rows(12), {.query = {.limit = 5, .offset = 3}});
  EXPECT_EQ(ids_of(all), numbered(9, 1));
}

TEST_F(PagerOverRows, gives_no_row_twice_while_rows_are_added_in_front) {
  for (const int added : {1, 3, 5, 7}) {
    const auto list = rows(23);
    int pages = 0;
    list->before_answer = [&, raw = list.get()] {
      if (++pages == 2 || pages == 4) {
        for (int i = 0; i < added; ++i) raw->add_in_front();
      }
    };
    auto all = pager(list, {.query = {.limit = 5}});
    auto ids = ids_of(all);
    // More than a page of new rows pushes some of them onto the next page, where they are met for the first time.
    std::erase_if(ids, [](const std::string& id) { return std::stoi(id.substr(id.find('_') + 1)) > 23; });
    EXPECT_EQ(ids, numbered(23, 1)) << added;
  }
}

TEST_F(PagerOverRows, tells_a_page_that_fails_after_the_rows_before_it_and_can_go_on_from_there) {
  const auto list = rows(12);
  list->sound_pages = 1;
  list->failures = 1;
  auto all = pager(list, {.query = {.limit = 5}});
  auto expected = numbered(12, 8);
  expected.emplace_back("403");
  EXPECT_EQ(ids_of(all), expected);
  EXPECT_EQ(ids_of(all), numbered(7, 1));
  EXPECT_FALSE(all.next().has_value());
}

TEST_F(PagerOverRows, tells_a_page_size_that_is_too_large_instead_of_asking) {
  const auto list = rows(3);
  auto all = pager(list, {.query = {.limit = 501}});
  const auto row = all.next();
  ASSERT_TRUE(row.has_value() && row->has_error());
  EXPECT_EQ(row->error().kind, ErrorKind::bad_request);
  EXPECT_THAT(row->error().message(), HasSubstr("limit"));
  EXPECT_TRUE(list->queries.empty());
}

TEST_F(PagerOverRows, does_not_walk_for_ever_when_the_server_does_not_heed_the_offset) {
  const auto list = rows(7);
  list->heeds_offset = false;
  auto all = pager(list, {.query = {.limit = 5}});
  std::vector<Result<AllowlistIdentifier>> given;
  for (const auto& row : all) given.push_back(row);
  ASSERT_EQ(given.size(), 6U);
  EXPECT_EQ(given.back().error().kind, ErrorKind::malformed_answer);
  EXPECT_FALSE(all.next().has_value());
}

TEST_F(PagerOverRows, walks_in_a_coroutine_too_and_tells_a_failure_there) {
  const auto list = rows(12);
  list->sound_pages = 1;
  list->failures = 1;
  boost::asio::io_context context;
  const clerk::AsyncClient client{configuration(list), context};
  std::vector<std::string> ids;
  const auto walk = [&]() -> boost::asio::awaitable<void> {
    clerk::AsyncPager<ListAllowlistIdentifiers> all{client, {.query = {.limit = 5}}};
    for (int walks = 0; walks < 2; ++walks) {
      while (const auto row = co_await all.next()) {
        ids.push_back(*row ? (*row)->id.value() : std::to_string(row->error().status));
        if (!*row) break;
      }
    }
  };
  auto done = boost::asio::co_spawn(context, walk(), boost::asio::use_future);
  context.run();
  done.get();
  auto expected = numbered(12, 8);
  expected.emplace_back("403");
  std::ranges::copy(numbered(7, 1), std::back_inserter(expected));
  EXPECT_EQ(ids, expected);
}
