// Lists and their pages: rows S16, S35 and S36.
#include "tests/field/answers.hpp"
#include "tests/field/field_test.hpp"

#include <clerk/async_pager.hpp>
#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/pager.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace clerk::field;
using clerk::ErrorKind;
using clerk::operations::ListAllowlistIdentifiers;
using testing::HasSubstr;

int number_after(const std::string& text, const std::string& name, int otherwise) {
  const std::size_t at = text.find(name);
  return at == std::string::npos ? otherwise : std::stoi(text.substr(at + name.size()));
}

/// Serves 23 entries as the API does, ten where no limit is given.
Steps serve_entries(const SeenRequest& request) {
  const int offset = number_after(request.target, "offset=", 0);
  const int end = std::min(23, offset + number_after(request.target, "limit=", 10));
  std::string data;
  for (int i = offset; i < end; ++i) {
    data += (data.empty() ? "" : ",") + (R"({"id":"alid_)" + std::to_string(23 - i) + "\"}");
  }
  return {send(json_answer(200, R"({"data":[)" + data + R"(],"total_count":23})"))};
}

using Rows = std::vector<clerk::Result<clerk::AllowlistIdentifier>>;

Rows walk(Way way, const clerk::Configuration& configuration, const ListAllowlistIdentifiers& operation) {
  Rows rows;
  if (way == Way::blocking) {
    clerk::Pager all{clerk::ApiClient{configuration}, operation};
    for (const auto& row : all) rows.push_back(row);
    return rows;
  }
  boost::asio::io_context context;
  const auto collect = [&]() -> boost::asio::awaitable<void> {
    clerk::AsyncPager<ListAllowlistIdentifiers> all{clerk::AsyncClient{configuration, context}, operation};
    while (auto row = co_await all.next()) {
      rows.push_back(*std::move(row));
      if (!rows.back()) break;
    }
  };
  auto done = boost::asio::co_spawn(context, collect(), boost::asio::use_future);
  context.run();
  done.get();
  return rows;
}

CLERK_FIELD_ROW(S16);

TEST_P(S16, one_odd_row_leaves_the_others_readable) {
  const HostilePeer peer{always(
      json_answer(200, R"([{"id":"alid_2","identifier":"a@example.com"},{"id":null,"identifier_type":null},{}])"))};
  const auto result = caller_of(peer)(ListAllowlistIdentifiers{});
  ASSERT_TRUE(result) << result.error().message();
  ASSERT_EQ(result->value.data.size(), 3U);
  EXPECT_EQ(result->value.data.front().identifier, "a@example.com");
  EXPECT_EQ(result->value.data.back(), clerk::AllowlistIdentifier{});
}

CLERK_FIELD_ROW(S35);

TEST_P(S35, a_limit_above_the_cap_is_refused_before_anything_is_sent) {
  const HostilePeer peer{serve_entries};
  const auto caller = caller_of(peer);
  for (const int limit : {501, 0, -1}) {
    const auto result = caller(ListAllowlistIdentifiers{{.limit = limit}});
    ASSERT_FALSE(result) << limit;
    EXPECT_EQ(result.error().kind, ErrorKind::bad_request) << limit;
    EXPECT_THAT(result.error().message(), HasSubstr("parameter limit")) << limit;
  }
  EXPECT_EQ(peer.requests(), 0);
  EXPECT_TRUE(caller(ListAllowlistIdentifiers{{.limit = 500}}));
}

CLERK_FIELD_ROW(S36);

TEST_P(S36, all_rows_are_given_though_the_server_gives_ten_where_no_limit_is_said) {
  const HostilePeer peer{serve_entries};
  for (const std::optional<std::int64_t> limit : {std::optional<std::int64_t>{}, std::optional<std::int64_t>{10}}) {
    const Rows rows = walk(GetParam(), configuration_for(peer.url()), {.query = {.limit = limit}});
    ASSERT_EQ(rows.size(), 23U);
    EXPECT_EQ(rows.front()->id, "alid_23");
    EXPECT_EQ(rows.back()->id, "alid_1");
  }
}

TEST_P(S36, a_page_that_fails_reaches_the_caller_after_the_rows_before_it) {
  const HostilePeer peer{[](const SeenRequest& request) -> Steps {
    if (request.target.find("offset=0") != std::string::npos) return serve_entries(request);
    return {send(json_answer(422, refusal_body()))};
  }};
  const Rows rows = walk(GetParam(), configuration_for(peer.url()), {.query = {.limit = 10}});
  ASSERT_EQ(rows.size(), 11U);
  EXPECT_EQ(rows.back().error().status, 422);
}

}  // namespace
