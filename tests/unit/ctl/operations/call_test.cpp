#include "tests/unit/ctl/operations/parsed_command.hpp"

#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/contract/instance.hpp>

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace clerk::ctl::operations {
namespace {

using clerk::operations::GetInstance;
using clerk::operations::ListAllowlistIdentifiers;
using clerk::operations::UpdateInstance;
using clerk::testing::answer;
using clerk::testing::ScriptedTransport;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view instance =
    R"({"object":"instance","id":"ins_1","environment_type":"development","allowed_origins":null,"newer":[1]})";

test::Printed run(const OperationInfo& info, std::vector<std::string> words, std::deque<TransportResult> answers,
                  OutputFormat format = OutputFormat::json, bool err_is_terminal = false) {
  test::ParsedCommand command{info, std::move(words)};
  command.options.format = format;
  command.host.err_is_terminal = err_is_terminal;
  return command.run(std::make_shared<ScriptedTransport>(std::move(answers)));
}

std::string row(int number) {
  return R"({"object":"allowlist_identifier","id":"alid_)" + std::to_string(number) + "\"}";
}

std::string page(int first, int size) {
  std::string rows;
  for (int i = first; i < first + size; ++i) rows += (rows.empty() ? "" : ",") + row(i);
  return R"({"data":[)" + rows + R"(],"total_count":99})";
}

TEST(Call, prints_the_answer_in_each_format) {
  const std::deque<TransportResult> answers{answer(200, std::string{instance})};
  const auto as_json = run(GetInstance::info, {}, answers);
  EXPECT_EQ(as_json.status, ExitStatus::done);
  EXPECT_EQ(boost::json::parse(as_json.out).at("newer"), boost::json::parse("[1]"));
  EXPECT_THAT(run(GetInstance::info, {}, answers, OutputFormat::yaml).out, HasSubstr("id: ins_1\n"));
  EXPECT_THAT(run(GetInstance::info, {}, answers, OutputFormat::table).out, HasSubstr("id                ins_1\n"));
}

TEST(Call, prints_only_the_part_that_is_asked_for) {
  const std::deque<TransportResult> answers{answer(200, std::string{instance})};
  EXPECT_EQ(run(GetInstance::info, {"--query", "/id"}, answers).out, "\"ins_1\"\n");
  EXPECT_EQ(run(GetInstance::info, {"--query", "/id"}, answers, OutputFormat::table).out, "ins_1\n");
  const auto missing = run(GetInstance::info, {"--query", "/nowhere"}, answers, OutputFormat::table);
  EXPECT_EQ(missing.status, ExitStatus::failed);
  EXPECT_EQ(missing.out, "");
  EXPECT_THAT(missing.err, HasSubstr("the answer has no nowhere"));
}

TEST(Call, says_done_for_people_when_nothing_comes_back) {
  const std::deque<TransportResult> answers{answer(204)};
  const auto for_people = run(UpdateInstance::info, {"--hibp"}, answers, OutputFormat::table);
  EXPECT_EQ(for_people.out, "");
  EXPECT_EQ(for_people.err, "done\n");
  const auto for_programs = run(UpdateInstance::info, {"--hibp"}, answers);
  EXPECT_EQ(for_programs.out + for_programs.err, "");
}

TEST(Call, prints_status_and_headers_first_on_demand) {
  const std::deque<TransportResult> answers{
      answer(204, "", {{"X-Odd", "a\x1b[2J"}, {"clerk-api-version", "2026-05-12"}})};
  const auto printed = run(UpdateInstance::info, {"--include"}, answers);
  EXPECT_EQ(printed.out, "HTTP 204\nX-Odd: a\\u001b[2J\nclerk-api-version: 2026-05-12\n\n");
}

TEST(Call, shows_warnings_of_the_local_server) {
  const std::deque<TransportResult> answers{answer(204, "", {{"Clerkd-Warning", "hibp null changes nothing"}})};
  const auto for_people = run(UpdateInstance::info, {}, answers, OutputFormat::table);
  EXPECT_THAT(for_people.err, HasSubstr("warning: hibp null changes nothing"));
  EXPECT_EQ(for_people.status, ExitStatus::done);
  EXPECT_EQ(run(UpdateInstance::info, {}, answers).err, "{\"warning\":{\"message\":\"hibp null changes nothing\"}}\n");
}

TEST(Call, leaves_out_what_the_server_says_of_nulls_that_were_told_of_before) {
  struct Row {
    std::vector<std::string> words;
    std::string header;
    std::vector<std::string> warnings;
  };
  const std::string told = "--hibp: null changes nothing";
  for (const auto& [words, header, warnings] : std::vector<Row>{
           {{"--null", "hibp"}, "hibp null changes nothing", {told}},
           {{"--null", "hibp"}, "hibp null changes nothing; x is ignored", {told, "x is ignored"}},
           {{"--null", "hibp"}, "x is ignored; hibp null changes nothing", {told, "x is ignored"}},
           {{"--null", "hibp"}, "hibp is ignored", {told, "hibp is ignored"}},
           {{"--null", "hibp"}, "test_mode null changes nothing", {told, "test_mode null changes nothing"}},
           {{"--null", "hibp"}, "hibp null changes nothing; ...", {told, "..."}},
           {{"--hibp"}, "hibp null changes nothing", {"hibp null changes nothing"}},
       }) {
    std::string lines;
    for (const std::string& warning : warnings) lines += R"({"warning":{"message":")" + warning + "\"}}\n";
    EXPECT_EQ(run(UpdateInstance::info, words, {answer(204, "", {{"Clerkd-Warning", header}})}).err, lines) << header;
  }
}

TEST(Call, says_where_to_look_after_a_mistake_that_only_the_server_found) {
  for (const int status : {400, 422}) {
    const auto printed = run(UpdateInstance::info, {"--hibp"}, {answer(status, "{}")}, OutputFormat::table);
    EXPECT_THAT(printed.err, HasSubstr("clerkctl instance-settings update-instance --help")) << status;
  }
}

TEST(Call, tells_a_refusal_without_the_key) {
  const std::deque<TransportResult> answers{answer(401, R"({"errors":[{"code":"clerk_key_invalid","message":"no"}]})")};
  const auto for_people = run(GetInstance::info, {}, answers, OutputFormat::table);
  EXPECT_EQ(for_people.status, ExitStatus::failed);
  EXPECT_THAT(for_people.err, HasSubstr("clerk_key_invalid"));
  EXPECT_THAT(for_people.err, HasSubstr("The key comes from a test"));
  EXPECT_THAT(for_people.err, Not(HasSubstr("sk_test_key")));
  const auto for_programs = run(GetInstance::info, {}, answers);
  EXPECT_EQ(boost::json::parse(for_programs.err).at("error").at("status"), 401);
}

TEST(Call, gets_all_pages_as_one_list) {
  const std::deque<TransportResult> answers{answer(200, page(1, 2)), answer(200, page(3, 2)), answer(200, page(5, 1))};
  const auto as_json = run(ListAllowlistIdentifiers::info, {"--all", "--limit", "2"}, answers);
  ASSERT_EQ(as_json.status, ExitStatus::done) << as_json.err;
  EXPECT_EQ(boost::json::parse(as_json.out).as_array().size(), 5U);
  EXPECT_EQ(boost::json::parse(as_json.out).at(4).at("id"), "alid_5");
  EXPECT_EQ(as_json.err, "");
  const auto as_yaml = run(ListAllowlistIdentifiers::info, {"--all", "--limit", "2"}, answers, OutputFormat::yaml);
  EXPECT_THAT(as_yaml.out, ::testing::StartsWith("- object: allowlist_identifier\n  id: alid_1\n"));
  EXPECT_THAT(as_yaml.out, HasSubstr("\n- object: allowlist_identifier\n  id: alid_5\n"));
  const auto as_table = run(ListAllowlistIdentifiers::info, {"--all", "--limit", "2"}, answers, OutputFormat::table);
  EXPECT_THAT(as_table.out, HasSubstr("alid_5"));
  EXPECT_THAT(as_table.out, HasSubstr("5 rows\n"));
  const auto one = run(ListAllowlistIdentifiers::info, {"--all", "--limit", "2", "--query", "/4/id"}, answers);
  EXPECT_EQ(one.out, "\"alid_5\"\n");
}

TEST(Call, prints_an_empty_list_of_all_pages) {
  const std::deque<TransportResult> answers{answer(200, page(1, 0))};
  EXPECT_EQ(run(ListAllowlistIdentifiers::info, {"--all"}, answers).out, "[]\n");
  EXPECT_EQ(run(ListAllowlistIdentifiers::info, {"--all"}, answers, OutputFormat::yaml).out, "[]\n");
}

TEST(Call, shows_a_warning_of_all_pages_once) {
  const Headers warned{{"clerkd-warning", "limit has no effect"}};
  const std::deque<TransportResult> answers{answer(200, page(1, 2), warned), answer(200, page(3, 1), warned)};
  const auto printed = run(ListAllowlistIdentifiers::info, {"--all", "--limit", "2"}, answers);
  EXPECT_EQ(printed.status, ExitStatus::done);
  EXPECT_EQ(printed.err, "{\"warning\":{\"message\":\"limit has no effect\"}}\n");
}

TEST(Call, asks_for_no_further_page_when_nobody_reads) {
  test::ParsedCommand command{ListAllowlistIdentifiers::info, {"--all", "--limit", "2"}};
  command.options.format = OutputFormat::json;
  command.out.setstate(std::ios::badbit);
  const auto transport = std::make_shared<ScriptedTransport>(
      std::deque<TransportResult>{answer(200, page(1, 2)), answer(200, page(3, 1))});
  EXPECT_EQ(command.run(transport).status, ExitStatus::failed);
  EXPECT_EQ(transport->requests().size(), 1U);
}

TEST(Call, that_lacks_only_the_asked_part_is_not_taken_for_a_failed_one) {
  const auto printed = run(GetInstance::info, {"--query", "/idd"}, {answer(200, std::string{instance})});
  EXPECT_EQ(printed.status, ExitStatus::failed);
  EXPECT_THAT(printed.err, HasSubstr("The call was made and answered"));
}

TEST(Call, says_how_far_a_list_came_that_broke_off) {
  const std::deque<TransportResult> answers{answer(200, page(1, 2)), answer(403, "{}")};
  const auto printed = run(ListAllowlistIdentifiers::info, {"--all", "--limit", "2"}, answers, OutputFormat::table);
  EXPECT_EQ(printed.status, ExitStatus::failed);
  EXPECT_THAT(printed.err, HasSubstr("the list is not whole: 2 rows came"));
  EXPECT_THAT(printed.err, HasSubstr("403"));
}

TEST(Call, leaves_a_broken_list_open_for_programs) {
  const std::deque<TransportResult> answers{answer(200, page(1, 2)), answer(403, "{}")};
  const auto printed = run(ListAllowlistIdentifiers::info, {"--all", "--limit", "2"}, answers);
  EXPECT_EQ(printed.status, ExitStatus::failed);
  boost::system::error_code error;
  static_cast<void>(boost::json::parse(printed.out, error));
  EXPECT_TRUE(error) << "nobody should take it for the whole: " << printed.out;
  std::istringstream lines{printed.err};
  for (std::string line; std::getline(lines, line);) EXPECT_TRUE(boost::json::parse(line).is_object()) << line;
}

TEST(Call, tells_on_a_terminal_how_far_it_is) {
  const std::deque<TransportResult> answers{answer(200, page(1, 100)), answer(200, page(101, 10))};
  EXPECT_THAT(run(ListAllowlistIdentifiers::info, {"--all"}, answers, OutputFormat::json, true).err,
              HasSubstr("\r100 rows"));
  EXPECT_EQ(run(ListAllowlistIdentifiers::info, {"--all"}, answers).err, "");
}

}  // namespace
}  // namespace clerk::ctl::operations
