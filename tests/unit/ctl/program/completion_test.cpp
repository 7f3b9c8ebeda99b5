#include "ctl/documents/completion.hpp"

#include "tests/unit/ctl/program/machine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using Words = std::vector<std::string>;

const CommandText& program() {
  static const CommandText text{
      .name = "p",
      .path = "p",
      .flags = {{.names = {"-h", "--help"}, .doc = "Help."},
                {.names = {"--format"}, .value = "table|json", .choices = {"table", "json"}, .doc = "How. Then."}},
      .commands = {
          {.name = "plan",
           .doc = "Plans it. At length.",
           .arguments = {{.names = {"FILE"}, .value = "FILE"}},
           .flags =
               {{.names = {"--out"}, .value = "FILE"},
                {.names = {"--into"}, .value = "DIR"},
                {.names = {"--data"}, .value = "JSON"},
                {.names = {"--file"}, .value = "@FILE"},
                {.names = {"--mode"}, .value = "true|false", .choices = {"true", "false"}, .may_stand_alone = true},
                {.names = {"--yes"}}}},
          {.name = "shell", .arguments = {{.names = {"SHELL"}, .value = "a|b", .choices = {"a", "b"}}}},
          {.name = "group", .commands = {{.name = "one"}, {.name = "other"}}}}};
  return text;
}

TEST(Completion, knows_what_the_word_at_the_cursor_may_become) {
  struct Row {
    Words words;
    std::string lines;
  };
  for (const auto& [words, lines] : std::vector<Row>{
           {{}, ""},
           {{""}, "plan\tPlans it\nshell\t\ngroup\t\n"},
           {{"pl"}, "plan\tPlans it\n"},
           {{"x"}, ""},
           {{"-"}, ""},
           {{"--"}, "--help\tHelp\n--format\tHow\n"},
           {{"--format", ""}, "table\t\njson\t\n"},
           {{"--format", "j"}, "json\t\n"},
           {{"--format=j"}, "--format=json\t\n"},
           {{"--format", "json", "sh"}, "shell\t\n"},
           {{"--format=json", "sh"}, "shell\t\n"},
           {{"group", ""}, "one\t\nother\t\n"},
           {{"group", "on"}, "one\t\n"},
           {{"plan", ""}, ":files \n"},
           {{"plan", "f"}, ":files \n"},
           {{"plan", "f", ""}, ""},
           {{"plan", "--y"}, "--yes\t\n"},
           {{"plan", "--fo"}, "--format\tHow\n"},
           {{"plan", "--out", ""}, ":files \n"},
           {{"plan", "--out=d/"}, ":files --out=\n"},
           {{"plan", "--into", ""}, ":folders \n"},
           {{"plan", "--data", ""}, ""},
           {{"plan", "--data", "@"}, ":files @\n"},
           {{"plan", "--data=@d/"}, ":files --data=@\n"},
           {{"plan", "--file", ""}, "@\tA file follows\n"},
           {{"plan", "--file="}, "--file=@\tA file follows\n"},
           {{"plan", "--file", "@"}, ":files @\n"},
           {{"plan", "--file", "@my"}, ":files @\n"},
           {{"plan", "--file=@my"}, ":files --file=@\n"},
           {{"plan", "--file", "my"}, ""},
           {{"plan", "--mode", ""}, ":files \n"},
           {{"plan", "--mode=t"}, "--mode=true\t\n"},
           {{"plan", "--yes", ""}, ":files \n"},
           {{"plan", "--", "--y"}, ":files \n"},
           {{"plan", "--unknown", ""}, ":files \n"},
           {{"plan", "--unknown=x"}, ""},
           {{"shell", ""}, "a\t\nb\t\n"},
       }) {
    EXPECT_EQ(lines_of(complete(program(), words)), lines) << testing::PrintToString(words);
  }
}

TEST(Completion, is_of_the_program_itself) {
  Machine machine;
  EXPECT_THAT(machine.run({"__complete", ""}).out, HasSubstr("settings\t"));
  EXPECT_THAT(machine.run({"__complete", ""}).out, Not(HasSubstr("__complete")));
  EXPECT_THAT(machine.run({"__complete", "settings", "pl"}).out, HasSubstr("plan\t"));
  EXPECT_THAT(machine.run({"__complete", "settings", "plan", ""}).out, HasSubstr(":files"));
  EXPECT_THAT(machine.run({"__complete", "instance-settings", "update-instance", "--test"}).out,
              HasSubstr("--test-mode\t"));
  EXPECT_THAT(machine.run({"__complete", "users", "get-u"}).out, HasSubstr("get-user-list\t"));
  EXPECT_EQ(machine
                .run({"__complete", "instance-settings", "update-instance",
                      "--preferred-sign-in-strategy-when-password-required", ""})
                .out,
            "password\t\notp\t\n");
  EXPECT_EQ(machine.run({"__complete", "instance-settings", "update-instance", "--null", "hi"}).out, "hibp\t\n");
  const std::string nulls = machine.run({"__complete", "instance-settings", "update-instance", "--null", ""}).out;
  EXPECT_THAT(nulls, HasSubstr("allowed_origins\t\n"));
  EXPECT_THAT(nulls, Not(HasSubstr("enhanced_email_deliverability"))) << "it is retired";
  EXPECT_EQ(machine.run({"__complete", "invitations", "create-invitation", "--null", "email"}).out, "");
  EXPECT_EQ(machine.run({"__complete", "instance-settings", "update-instance", "--hibp="}).out,
            "--hibp=true\t\n--hibp=false\t\n");
  EXPECT_EQ(machine.run({"__complete", "organizations", "upload-organization-logo", "--file", "@my"}).out,
            ":files @\n");
  EXPECT_EQ(machine.run({"__complete", "doctor", "--format", ""}).out, "table\t\njson\t\nyaml\t\n");
}

TEST(Completion, has_a_script_for_each_shell_that_asks_the_program) {
  Machine machine;
  for (const std::string_view shell : shells()) {
    const Ended ended = machine.run({"completion", std::string{shell}});
    EXPECT_EQ(ended.status, ExitStatus::done);
    EXPECT_THAT(ended.out, HasSubstr("__complete"));
    EXPECT_EQ(ended.out.back(), '\n');
  }
  EXPECT_EQ(completion_script("tcsh"), std::nullopt);
}

}  // namespace
}  // namespace clerk::ctl::test
