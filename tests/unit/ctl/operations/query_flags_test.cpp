#include "codec/query_text.hpp"
#include "codec/target_writer.hpp"
#include "ctl/operations/command_words.hpp"
#include "tests/support/random_model.hpp"
#include "tests/support/sample_operation.hpp"
#include "tests/unit/ctl/operations/parsed_command.hpp"

#include <clerk/contract/registry.hpp>

#include <boost/json/array.hpp>
#include <gtest/gtest.h>

namespace clerk::ctl::operations {
namespace {

namespace json = boost::json;
using openapi::JsonType;

constexpr int rounds = 8;

/// The parameters of a query as JSON, by the types of their fields.
json::object values_in(const Fields& fields, std::string_view query) {
  json::object values;
  for (const codec::QueryParameter& parameter : codec::parse_query(query)) {
    const JsonType::Kind kind = fields.find(parameter.name)->entry->type.kind;
    if (kind == JsonType::Kind::array) {
      if (!values.contains(parameter.name)) values[parameter.name] = json::array{};
      values[parameter.name].get_array().push_back(json::string{parameter.value});
    } else if (kind == JsonType::Kind::boolean) {
      values[parameter.name] = parameter.value == "true";
    } else if (kind == JsonType::Kind::integer) {
      values[parameter.name] = std::stoll(parameter.value);
    } else {
      values[parameter.name] = json::string{parameter.value};
    }
  }
  return values;
}

template <class Op>
Op random_operation(clerk::testing::RandomModel& random) {
  Op operation = clerk::testing::sample_operation<Op>();
  const auto defaults = operation.query;
  operation.query = random.draw<typename Op::Query>();
  // A line can't take back what the library sends by itself.
  for_each_field<typename Op::Query>([&]<class T>(std::string_view, T Op::Query::*member, auto&&...) {
    if (operation.query.*member == T{}) operation.query.*member = defaults.*member;
    // No flag tells a list of one empty text from an empty list, and a query has no --data.
    if constexpr (std::is_same_v<T, std::vector<std::string>>) {
      if ((operation.query.*member) == T{""}) (operation.query.*member).clear();
    }
  });
  return operation;
}

void expect_target_from_flags(const OperationInfo& info, const std::string& target) {
  const Fields fields = fields_of(entry_of(info));
  std::vector<std::string> words(fields.operation->path.size(), std::string{clerk::testing::sample_id});
  const std::size_t mark = target.find('?');
  const json::object values = mark == std::string::npos ? json::object{} : values_in(fields, target.substr(mark + 1));
  for (std::string& word : words_of(fields, values)) words.push_back(std::move(word));

  test::ParsedCommand command{info, words};
  const auto transport = test::refusing_transport();
  const test::Printed printed = command.run(transport);
  ASSERT_EQ(transport->requests().size(), 1U) << info.name << ": " << printed.err << "\n" << target;
  const std::string url = transport->requests().front().url;
  EXPECT_EQ(url.substr(url.find("/v1") + 3), target);
}

TEST(FlagsOfAQuery, make_the_same_target_for_every_operation) {
  clerk::testing::RandomModel random{20261201};
  AllOperations::for_each([&]<class Op>() {
    if constexpr (HasQuery<Op>) {
      for (int i = 0; i < rounds; ++i) {
        const auto target = codec::request_target(random_operation<Op>(random));
        ASSERT_TRUE(target) << Op::info.name;
        expect_target_from_flags(Op::info, *target);
      }
    }
  });
}

}  // namespace
}  // namespace clerk::ctl::operations
