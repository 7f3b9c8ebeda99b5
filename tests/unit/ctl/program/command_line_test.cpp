#include "ctl/key_text.hpp"
#include "tests/unit/ctl/program/machine.hpp"

#include <clerk/version.hpp>

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <sstream>
#include <streambuf>

namespace clerk::ctl::test {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Words = std::vector<std::string>;

TEST(CommandLine, that_cant_be_understood_ends_with64_and_says_what_was_meant) {
  struct Row {
    Words words;
    std::string said;
  };
  for (const auto& [words, said] : std::vector<Row>{
           {{}, "a command is missing"},
           {{"doctr"}, "there is no command 'doctr' (did you mean doctor?)"},
           {{"doctor", "--frmat", "json"}, "doctor has no flag --frmat (did you mean --format?)"},
           {{"--frmat=x", "doctor"}, "doctor has no flag --frmat (did you mean --format?)"},
           {{"doctor", "-z"}, "doctor has no flag -z"},
           {{"doctor", "more"}, "doctor takes no further argument, and got 'more'"},
           {{"doctor", "--", "more"}, "doctor takes no further argument, and got 'more'"},
           {{"doctor", "doctor"}, "doctor takes no further argument, and got 'doctor'"},
           {{"doctor", "--format", "xml"}, "--format can't be 'xml': it is one of table, json, yaml"},
           {{"doctor", "--format"}, "--format needs a value"},
           {{"doctor", "--profile=a", "--profile=b"}, "--profile may be given only once"},
           {{"doctor", "--color", "--no-color"}, "--color and --no-color can't be given together"},
           {{"doctor", "--api-url", ""}, "--api-url: the value is empty: give one, or leave the flag out"},
           {{"doctor", "--api-url="}, "--api-url: the value is empty"},
           {{"--profile", "", "doctor"}, "--profile: the value is empty"},
           {{"doctor", "--env-file", ""}, "--env-file: the value is empty"},
           {{"doctor", "--api-version", ""}, "--api-version: the value is empty"},
           {{"doctor", "--timeout", "soon"}, "--timeout: it has to be a number of seconds above 0"},
           {{"doctor", "--timeout", "0"}, "--timeout: it has to be a number of seconds above 0"},
           {{"doctor", "--timeout", "1e9"}, "--timeout: it has to be a number of seconds above 0"},
           {{"doctor", "--timeout", "nan"}, "--timeout: it has to be a number of seconds above 0"},
           {{"completion"}, "SHELL is missing"},
           {{"completion", "tcsh"}, "SHELL can't be 'tcsh': it is one of bash, zsh, fish"},
           {{"settings"}, "a command is missing: pull, plan, apply, drift, validate"},
           {{"settings", "pln", "f.yaml"}, "settings has no command 'pln' (did you mean plan?)"},
           {{"settings", "plan"}, "FILE is missing"},
           {{"settings", "aply", "--yes"}, "settings has no command 'aply' (did you mean apply?)"},
           {{"users", "get-usr-list"}, "users has no command 'get-usr-list' (did you mean get-user-list"},
           {{"users", "get-user-list", "--", "--limit"},
            "--limit has to stand after clerkctl users get-user-list and before any --, after which no further "
            "argument is taken"},
           {{"users", "get-user-list", "--", "--limit=sk_test_value"}, "--limit has to stand after"},
           {{"users", "get-user-list", "--", "--limti"}, "users get-user-list has no flag --limti"},
           {{"users", "get-user-list", "--", "more"}, "users get-user-list takes no further argument, and got 'more'"},
           {{"users", "--limit=3", "get-user-list"}, "--limit has to stand after clerkctl users get-user-list and"},
           {{"instance-settings", "update-instance", "--tset-mode=true"},
            "instance-settings update-instance has no flag --tset-mode (did you mean --test-mode?)"},
       }) {
    Machine machine;
    machine.environment["CLERK_API_URL"] = "http://127.0.0.1:1";
    const Ended ended = machine.run(words);
    EXPECT_EQ(ended.status, ExitStatus::usage) << said;
    EXPECT_EQ(ended.out, "") << said;
    EXPECT_THAT(ended.err, StartsWith("clerkctl: " + said));
    EXPECT_THAT(ended.err, EndsWith(" --help tells what there is.\n"));
    EXPECT_FALSE(ended.input_was_read) << said;
  }
}

TEST(CommandLine, has_no_flag_for_the_key_and_says_why) {
  Machine machine;
  const Ended ended = machine.run({"doctor", "--secret-key", "sk_test_value"});
  EXPECT_EQ(ended.status, ExitStatus::usage);
  EXPECT_THAT(ended.err, HasSubstr("doctor has no flag --secret-key"));
  EXPECT_THAT(ended.err, HasSubstr("CLERK_SECRET_KEY"));
  EXPECT_THAT(machine.run({"--help"}).out, HasSubstr("There is\nno flag for it"));
}

TEST(CommandLine, never_repeats_a_key_that_was_typed_in_it) {
  Machine machine;
  for (const Words& words : std::vector<Words>{{"sk_test_value"},
                                               {"doctor", "sk_live_value"},
                                               {"--secret-key=sk_test_value", "doctor"},
                                               {"doctor", "--format", "sk_test_value"},
                                               {"doctor", "--timeout", "sk_test_value"},
                                               {"doctor", "--profile", "sk_test_value"},
                                               {"doctor", "--env-file", "sk_test_value"},
                                               {"man", "sk_test_value"}}) {
    for (const bool json : {false, true}) {
      Words all = words;
      if (json) all.insert(all.end(), {"--format", "json"});
      const Ended ended = machine.run(all);
      EXPECT_THAT(ended.out + ended.err, Not(HasSubstr("_value"))) << testing::PrintToString(all);
    }
  }
}

TEST(CommandLine, tells_a_failure_in_one_line_of_json_where_json_is_wanted) {
  for (const Words& words : std::vector<Words>{{"doctr", "--format", "json"}, {"--format=json", "doctr"}}) {
    Machine machine;
    const Ended ended = machine.run(words);
    const auto value = boost::json::parse(ended.err);
    const auto& error = value.at("error");
    EXPECT_EQ(error.at("message"), "there is no command 'doctr' (did you mean doctor?)");
    EXPECT_EQ(error.at("exit_status"), 64);
    EXPECT_EQ(error.at("hint"), "clerkctl --help tells what there is.");
    EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1);
  }
}

TEST(CommandLine, tells_its_version_from_anywhere) {
  for (const Words& words :
       std::vector<Words>{{"--version"}, {"doctor", "--version"}, {"settings", "plan", "--version"}}) {
    Machine machine;
    const Ended ended = machine.run(words);
    EXPECT_EQ(ended.status, ExitStatus::done);
    EXPECT_EQ(ended.out, "clerkctl " + std::string{version} + "\n");
  }
}

TEST(CommandLine, takes_global_flags_before_and_after_the_command) {
  for (const Words& words : std::vector<Words>{{"--env-file", "gone.env", "--format", "json", "doctor"},
                                               {"doctor", "--env-file=gone.env", "--format=json"}}) {
    Machine machine;
    const Ended ended = machine.run(words);
    EXPECT_EQ(ended.status, ExitStatus::failed);
    EXPECT_THAT(ended.out, HasSubstr("gone.env"));
    EXPECT_THAT(ended.out, HasSubstr("\"healthy\""));
  }
}

// The parser alone would take the next flag for the value.
TEST(CommandLine, takes_nothing_for_the_value_after_an_equals_sign) {
  Machine machine;
  const Ended ended = machine.run({"doctor", "--profile=", "--format=table"});
  EXPECT_EQ(ended.status, ExitStatus::usage);
  EXPECT_THAT(ended.err, HasSubstr("--profile: the value is empty"));
}

class BrokenPipe : public std::streambuf {
 protected:
  std::streamsize xsputn(const char* /*text*/, std::streamsize /*size*/) override { return fail(); }
  int_type overflow(int_type /*character*/) override { return fail(), traits_type::eof(); }

 private:
  int fail() const {
    errno = reason;
    return 0;
  }

 public:
  int reason{EPIPE};
};

TEST(CommandLine, says_nothing_to_a_reader_that_went_away) {
  Machine machine;
  BrokenPipe pipe;
  std::ostream out{&pipe};
  std::ostringstream err;
  const Host base = machine.host();
  Host host{.in = base.in, .out = out, .err = err, .environment = base.environment, .now = base.now};
  const Words words{"--help"};
  EXPECT_EQ(run(words, host), ExitStatus::failed);
  EXPECT_EQ(err.str(), "");
  out.clear();
  pipe.reason = ENOSPC;
  EXPECT_EQ(run(words, host), ExitStatus::failed);
  EXPECT_THAT(err.str(), HasSubstr("standard output can't be written"));
}

TEST(KeyText, leaves_only_the_kind_of_each_key) {
  EXPECT_EQ(without_keys("sk_test_abc"), "sk_test_…");
  EXPECT_EQ(without_keys("a 'sk_live_A-b_9', sk_test_x."), "a 'sk_live_…', sk_test_….");
  EXPECT_EQ(without_keys("key=sk_test_1\nsk_staging_2"), "key=sk_test_…\nsk_staging_…");
  for (const std::string_view text : {"", "sk_", "sk_test_", "sk_test_…", "risk_test_a", "sk_test", "task_sk_test_a"}) {
    EXPECT_EQ(without_keys(text), text);
  }
}

}  // namespace
}  // namespace clerk::ctl::test
