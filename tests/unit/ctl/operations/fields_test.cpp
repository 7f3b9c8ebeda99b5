#include "ctl/operations/fields.hpp"

#include "ctl/global_flags.hpp"
#include "ctl/operations/command_help.hpp"

#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/contract/instance.hpp>
#include <clerk/contract/invitations.hpp>
#include <clerk/contract/registry.hpp>

#include <CLI/CLI.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace clerk::ctl::operations {
namespace {

std::set<std::string> global_flags() {
  CLI::App root;
  GlobalOptions options;
  add_global_flags(root, options);
  std::set<std::string> flags;
  for (const CLI::Option* option : root.get_options()) {
    for (const std::string& name : option->get_lnames()) flags.insert("--" + name);
  }
  return flags;
}

TEST(Fields, and_commands_are_described_in_the_words_of_the_command_line) {
  for (const openapi::OperationEntry& operation : openapi::catalog().operations) {
    const std::string description = description_of(fields_of(operation));
    EXPECT_THAT(description, ::testing::Not(::testing::HasSubstr("::"))) << operation.info->name;
    EXPECT_EQ(description.find("--all walks all pages.") != std::string::npos, operation.is_paged)
        << operation.info->name;
  }
}

TEST(Fields, hide_no_flag_that_every_command_takes) {
  const std::set<std::string> global = global_flags();
  ASSERT_TRUE(global.contains("--format"));
  for (const openapi::OperationEntry& operation : openapi::catalog().operations) {
    for (const Field& field : fields_of(operation).all) {
      EXPECT_FALSE(global.contains(field.flag) || global.contains(field.other_spelling))
          << operation.info->name << " " << field.flag;
    }
  }
}

TEST(Fields, have_one_flag_each_in_every_operation) {
  AllOperations::for_each([&]<class Op>() {
    const Fields fields = fields_of(entry_of(Op::info));
    // The program's own flags, which no field may hide.
    std::set<std::string> flags{"--query",   "--data",    "--include", "--all",         "--null",     "--allow-unknown",
                                "--format",  "--color",   "--profile", "--no-color",    "--env-file", "--api-url",
                                "--timeout", "--verbose", "--version", "--api-version", "--help"};
    for (const Field& field : fields.all) {
      EXPECT_TRUE(flags.insert(field.flag).second) << Op::info.name << " " << field.flag;
      EXPECT_TRUE(field.other_spelling.empty() || flags.insert(field.other_spelling).second) << field.other_spelling;
      EXPECT_EQ(fields.find(field.flag), &field);
      EXPECT_EQ(fields.find(field.entry->name), &field);
    }
    std::size_t count = 0;
    if constexpr (HasQuery<Op>) for_each_field<typename Op::Query>([&](auto&&...) { ++count; });
    if constexpr (HasBody<Op>) for_each_field<typename Op::Body>([&](auto&&...) { ++count; });
    EXPECT_EQ(fields.all.size(), count) << Op::info.name;
  });
}

TEST(Fields, give_way_to_flags_of_the_program) {
  const Fields fields = fields_of(entry_of(clerk::operations::ListInvitations::info));
  ASSERT_NE(fields.find("query"), nullptr);
  EXPECT_EQ(fields.find("query")->flag, "--field-query");
  const Fields bulk = fields_of(entry_of(clerk::operations::CreateBulkInvitations::info));
  EXPECT_EQ(bulk.find("data")->flag, "--item");
}

TEST(Fields, are_found_by_either_spelling) {
  const Fields fields = fields_of(entry_of(clerk::operations::UpdateInstance::info));
  const Field* field = fields.find("test_mode");
  ASSERT_NE(field, nullptr);
  for (const std::string_view name : {"test-mode", "--test-mode", "--test_mode"}) EXPECT_EQ(fields.find(name), field);
  EXPECT_EQ(fields.find("tets_mode"), nullptr);
}

}  // namespace
}  // namespace clerk::ctl::operations
