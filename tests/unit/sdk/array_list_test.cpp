#include "codec/model_codec.ipp"
#include "sdk/send.ipp"

#include <clerk/contract/paging.hpp>
#include <clerk/pager.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using clerk::FieldRules;
using clerk::testing::answer;
using clerk::testing::ScriptedTransport;
using testing::ElementsAre;
using testing::EndsWith;

struct Row {
  std::string id{};
  clerk::RawFields extra{};

  static constexpr void fields(auto&& field) { field("id", &Row::id, FieldRules{}, "Id of the row."); }
};

struct Rows {
  std::vector<Row> data{};
  clerk::RawFields extra{};

  static constexpr void fields(auto&& field) { field("data", &Rows::data, FieldRules{}, "The rows."); }
};

struct Page {
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  clerk::RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("limit", &Page::limit, clerk::page_limit, "The most rows to give.");
    field("offset", &Page::offset, clerk::page_offset, "How many rows to leave out first.");
  }
};

struct ListRows {
  using Query = Page;
  using Answer = Rows;
  static constexpr clerk::OperationInfo info{
      .name = "list_rows", .path = "/rows", .kind = clerk::OperationKind::scan, .replay = clerk::Replay::safe};
  Query query{};
};

struct CreateRows {
  using Body = Rows;
  using Answer = Rows;
  static constexpr clerk::OperationInfo info{
      .name = "create_rows", .method = clerk::Method::post, .path = "/rows/bulk", .kind = clerk::OperationKind::write};
  Body body{};
};

static_assert(clerk::PagedOperation<ListRows>);

class PlainArrays : public testing::Test {
 protected:
  clerk::ApiClient client_of(std::deque<clerk::TransportResult> answers) {
    transport_ = std::make_shared<ScriptedTransport>(std::move(answers));
    return clerk::ApiClient{{.access_token = "sk_test_key", .transport = transport_}};
  }

  std::shared_ptr<ScriptedTransport> transport_{};
};

}  // namespace

TEST_F(PlainArrays, without_a_total_are_walked_page_by_page) {
  clerk::Pager rows{client_of({answer(200, R"([{"id":"a"},{"id":"b"}])"), answer(200, R"([{"id":"b"},{"id":"c"}])"),
                               answer(200, "[]")}),
                    ListRows{.query = {.limit = 2}}};
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.value().id);
  EXPECT_THAT(ids, ElementsAre("a", "b", "c"));
  ASSERT_EQ(transport_->requests().size(), 3U);
  EXPECT_THAT(transport_->requests().at(2).url, EndsWith("/rows?limit=2&offset=4"));
}

TEST_F(PlainArrays, are_sent_as_a_body_and_read_as_an_answer) {
  const clerk::ApiClient client = client_of({answer(200, R"([{"id":"1"},{"id":"2"}])")});
  const auto made = client.send(CreateRows{.body = {.data = {{.id = "x"}, {.id = "y"}}}});
  ASSERT_TRUE(made) << made.error().message();
  EXPECT_EQ(made->value.data.at(1).id, "2");
  EXPECT_EQ(transport_->requests().front().body, R"([{"id":"x"},{"id":"y"}])");
}

TEST_F(PlainArrays, that_come_as_something_else_are_malformed) {
  const auto made = client_of({answer(200, R"({"data":[]})")}).send(CreateRows{});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, clerk::ErrorKind::malformed_answer);
  EXPECT_EQ(transport_->requests().front().body, "[]");
}
