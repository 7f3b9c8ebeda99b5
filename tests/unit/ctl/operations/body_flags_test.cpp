#include "codec/codec.hpp"
#include "ctl/operations/command_words.hpp"
#include "tests/support/random_model.hpp"
#include "tests/support/sample_operation.hpp"
#include "tests/unit/ctl/operations/parsed_command.hpp"

#include <clerk/contract/registry.hpp>

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

namespace clerk::ctl::operations {
namespace {

namespace json = boost::json;

constexpr int rounds = 8;

std::vector<std::string> sample_path_words(const Fields& fields) {
  return std::vector<std::string>(fields.operation->path.size(), std::string{clerk::testing::sample_id});
}

void expect_body_from_flags(const OperationInfo& info, const std::string& body) {
  const Fields fields = fields_of(entry_of(info));
  const json::value wanted = json::parse(body);
  const json::object values = fields.is_array() ? json::object{{"data", wanted}} : wanted.as_object();
  std::vector<std::string> words = sample_path_words(fields);
  for (std::string& word : words_of(fields, values)) words.push_back(std::move(word));

  test::ParsedCommand command{info, words};
  const auto transport = test::refusing_transport();
  const test::Printed printed = command.run(transport);
  ASSERT_EQ(transport->requests().size(), 1U) << info.name << ": " << printed.err << "\n" << body;
  EXPECT_EQ(json::parse(transport->requests().front().body), wanted) << info.name;
}

TEST(FlagsOfABody, make_the_same_body_for_every_operation) {
  clerk::testing::RandomModel random{20261201};
  AllOperations::for_each([&]<class Op>() {
    if constexpr (HasBody<Op> && !HasForm<Op>) {
      for (int i = 0; i < rounds; ++i) {
        const auto body = codec::encode(random.draw<typename Op::Body>());
        ASSERT_TRUE(body) << Op::info.name;
        expect_body_from_flags(Op::info, *body);
      }
    }
  });
}

}  // namespace
}  // namespace clerk::ctl::operations
