#include "ctl/output/style.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

namespace clerk::ctl {
namespace {

struct Case {
  std::string about;
  std::map<std::string, std::string> environment{};
  bool terminal{false};
  std::optional<bool> flag{};
  bool colored{false};
};

TEST(Style, obeys_the_flag_then_the_environment_then_the_terminal) {
  const Case cases[] = {
      {.about = "a terminal", .terminal = true, .colored = true},
      {.about = "a pipe"},
      {.about = "a dumb terminal", .environment = {{"TERM", "dumb"}}, .terminal = true},
      {.about = "NO_COLOR", .environment = {{"NO_COLOR", "0"}}, .terminal = true},
      {.about = "an empty NO_COLOR", .environment = {{"NO_COLOR", ""}}, .terminal = true, .colored = true},
      {.about = "forced", .environment = {{"CLICOLOR_FORCE", "1"}, {"TERM", "dumb"}}, .colored = true},
      {.about = "forced by 0", .environment = {{"CLICOLOR_FORCE", "0"}}},
      {.about = "NO_COLOR over force", .environment = {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}},
      {.about = "the flag over NO_COLOR", .environment = {{"NO_COLOR", "1"}}, .flag = true, .colored = true},
      {.about = "the flag over all", .environment = {{"CLICOLOR_FORCE", "1"}}, .terminal = true, .flag = false},
  };
  for (const Case& one : cases) {
    std::stringstream stream;
    const Host host{.in = stream,
                    .out = stream,
                    .err = stream,
                    .err_is_terminal = one.terminal,
                    .environment = [&](const std::string& name) -> std::optional<std::string> {
                      const auto found = one.environment.find(name);
                      return found == one.environment.end() ? std::nullopt : std::optional{found->second};
                    }};
    EXPECT_EQ(Style::of_errors(host, {.color = one.flag}).colored(), one.colored) << one.about;
  }
}

TEST(Style, leaves_text_alone_without_colors) {
  const Style plain{false};
  EXPECT_EQ(plain.good("a") + plain.bad("b") + plain.changed("c") + plain.faint("d") + plain.strong("e"), "abcde");
}

TEST(Style, ends_what_it_begins) {
  const Style colored{true};
  EXPECT_EQ(colored.bad("gone"), "\x1b[31mgone\x1b[0m");
  EXPECT_EQ(colored.bad(""), "");
}

}  // namespace
}  // namespace clerk::ctl
