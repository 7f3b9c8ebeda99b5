#include "ctl/dotenv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace clerk::ctl {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Line {
  std::string_view text;
  std::string_view value;
};

TEST(Dotenv, reads_a_value_in_each_of_its_forms) {
  for (const auto& [text, value] : std::vector<Line>{
           {"CLERK_X=plain", "plain"},
           {"CLERK_X=", ""},
           {"CLERK_X = spaced ", "spaced"},
           {"  CLERK_X=indented", "indented"},
           {"export CLERK_X=exported", "exported"},
           {"export\tCLERK_X=exported", "exported"},
           {"CLERK_X=plain # a comment", "plain"},
           {"CLERK_X=no#comment", "no#comment"},
           {"CLERK_X=# a comment", ""},
           {"CLERK_X=two words", "two words"},
           {"CLERK_X=with=equals", "with=equals"},
           {"CLERK_X='single $HOME \\n'", "single $HOME \\n"},
           {"CLERK_X='' # a comment", ""},
           {R"(CLERK_X="double")", "double"},
           {R"(CLERK_X="a\nb\tc\r")", "a\nb\tc\r"},
           {R"(CLERK_X="a \"b\" \\ \$c \d")", "a \"b\" \\ $c \\d"},
           {R"(CLERK_X="it's # no comment")", "it's # no comment"},
           {"CLERK_X=$HOME", "$HOME"},
           {"CLERK_X=${HOME}", "${HOME}"},
           {"CLERK_X=\"over\nlines\"", "over\nlines"},
           {"\xEF\xBB\xBF"
            "CLERK_X=marked",
            "marked"},
           {"CLERK_X=carriage\r\n", "carriage"},
           {"CLERK_X=\"carriage\"\r\n", "carriage"},
           {"# a comment\n\n  # another\nCLERK_X=after", "after"},
           {"CLERK_X=first\nCLERK_X=last", "last"},
           {"PRIVATE=\"-----BEGIN\nKEY-----\"\nCLERK_X=after", "after"},
           {"NAME\nCLERK_X=after", "after"},
           {"export NAME\nCLERK_X=after", "after"},
           {"CLERKCTL_X\nCLERK_X=after", "after"},
           {"don't do this: CLERK_X=within\nCLERK_X=after", "after"},
           {"=nameless\nCLERK_X=after", "after"},
           {"[section]\nCLERK_X=after", "after"},
           {"A='b'c\nCLERK_X=after", "after"},
           {"CLERK_X=last\nNAME", "last"},
       }) {
    const auto variables = read_dotenv(text, ".env");
    ASSERT_TRUE(variables) << text;
    EXPECT_EQ(*variables, (Variables{{"CLERK_X", std::string{value}}})) << text;
  }
}

TEST(Dotenv, takes_nothing_but_names_of_clerk) {
  const auto variables =
      read_dotenv("PATH=/bin\nNEXT_PUBLIC_CLERK_X=1\nCLERKCTL_PROFILE=p\nclerk_x=1\nCLERK_X=1", ".env");
  ASSERT_TRUE(variables);
  EXPECT_EQ(*variables, (Variables{{"CLERK_X", "1"}}));
}

TEST(Dotenv, names_the_line_of_a_fault_and_never_repeats_a_value) {
  struct Fault {
    std::string_view text;
    std::string_view place;
  };
  for (const auto& [text, place] : std::vector<Fault>{
           {"CLERK_SECRET_KEY sk_test_value", ".env, line 1:"},
           {"A=1\n\n# c\nCLERK_SECRET_KEY: sk_test_value", ".env, line 4:"},
           {"A='x\ny'\nexport CLERK_SECRET_KEY", ".env, line 3:"},
           {"A=1\nB='sk_test_value", ".env, line 2:"},
           {"A=1\nCLERK_SECRET_KEY=\"sk_test_value\nB=1\n", ".env, line 2:"},
           {"CLERK_SECRET_KEY='sk_test_value", ".env, line 1:"},
           {"CLERK_SECRET_KEY='sk_test'_value", ".env, line 1:"},
       }) {
    const auto variables = read_dotenv(text, ".env");
    ASSERT_FALSE(variables) << text;
    const Failure failure = variables.error();
    EXPECT_THAT(failure.message, HasSubstr(std::string{place})) << text;
    EXPECT_THAT(failure.message + failure.hint, Not(HasSubstr("_value"))) << text;
    EXPECT_FALSE(failure.hint.empty());
  }
}

TEST(Dotenv, ends_with_any_bytes) {
  std::string text = "CLERK_A='\n\\\"x=#export ";
  for (int round = 0; round < 2000; ++round) {
    std::next_permutation(text.begin(), text.end());
    static_cast<void>(read_dotenv(text, ".env"));
    static_cast<void>(read_dotenv(text.substr(static_cast<std::size_t>(round) % text.size()), ".env"));
  }
}

}  // namespace
}  // namespace clerk::ctl
