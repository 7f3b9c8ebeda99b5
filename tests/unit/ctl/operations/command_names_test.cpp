#include "ctl/operations/command_names.hpp"

#include "ctl/operations/bindings.hpp"

#include <clerk/contract/registry.hpp>

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace clerk::ctl::operations {
namespace {

TEST(CommandNames, are_those_of_classes_with_dashes) {
  EXPECT_EQ(class_command("InstanceSettingsApi"), "instance-settings");
  EXPECT_EQ(class_command("AllowListBlockListApi"), "allow-list-block-list");
  EXPECT_EQ(class_command("UsersApi"), "users");
}

TEST(CommandNames, keep_acronyms_together) {
  EXPECT_EQ(class_command("JWKSApi"), "jwks");
  EXPECT_EQ(class_command("JWTTemplatesApi"), "jwt-templates");
  EXPECT_EQ(class_command("RedirectURLsApi"), "redirect-urls");
}

TEST(CommandNames, are_there_for_each_operation_once) {
  std::set<std::string> names;
  std::size_t next = 0;
  AllOperations::for_each([&]<class Op>() {
    ASSERT_LT(next, bindings().size());
    EXPECT_EQ(bindings()[next].info->name, Op::info.name) << "the order of the registry";
    EXPECT_EQ(&binding_of(Op::info), &bindings()[next]);
    const std::string name = class_command(Op::info.api) + " " + with_dashes(Op::info.name);
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789- "), std::string::npos) << name;
    EXPECT_EQ(name.find("--"), std::string::npos) << name;
    ++next;
  });
  EXPECT_EQ(next, bindings().size());
}

}  // namespace
}  // namespace clerk::ctl::operations
