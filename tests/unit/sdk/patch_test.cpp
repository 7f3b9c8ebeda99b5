#include <clerk/contract/instance.hpp>
#include <clerk/contract/organization_settings.hpp>
#include <clerk/contract/patch.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace {

using clerk::Patch;

template <class To, class From>
constexpr bool becomes = std::is_convertible_v<From, To>;

// Conversions that would change what a value means do not compile.
static_assert(!becomes<Patch<bool>, int>);
static_assert(!becomes<Patch<bool>, const char*>);
static_assert(!becomes<Patch<std::int64_t>, bool>);
static_assert(!becomes<Patch<std::int64_t>, double>);
static_assert(!becomes<Patch<std::int64_t>, unsigned long>);
static_assert(!becomes<Patch<std::int64_t>, char>);
static_assert(!becomes<Patch<std::string>, std::nullptr_t>);
static_assert(!becomes<Patch<std::string>, int>);
static_assert(!becomes<Patch<std::string>, char>);

static_assert(becomes<Patch<bool>, bool>);
static_assert(becomes<Patch<std::int64_t>, int>);
static_assert(becomes<Patch<std::int64_t>, unsigned int>);
static_assert(becomes<Patch<std::string>, const char*>);
static_assert(becomes<Patch<std::string>, std::string_view>);
static_assert(becomes<Patch<std::string>, clerk::null_t>);
static_assert(!std::is_default_constructible_v<clerk::null_t>);
static_assert(std::is_aggregate_v<clerk::UpdateInstanceRequest>);

TEST(Patch, is_absent_unless_something_is_written) {
  const clerk::UpdateInstanceRequest request{.test_mode = false};
  EXPECT_TRUE(request.hibp.is_absent());
  EXPECT_TRUE(request.test_mode.has_value());
  EXPECT_FALSE(*request.test_mode);
}

TEST(Patch, tells_null_from_an_empty_text_and_from_a_text) {
  const clerk::UpdateInstanceRequest null{.support_email = clerk::null};
  const clerk::UpdateInstanceRequest empty{.support_email = ""};
  const clerk::UpdateInstanceRequest text{.support_email = "x"};
  EXPECT_TRUE(null.support_email.is_null());
  EXPECT_EQ(*empty.support_email, "");
  EXPECT_EQ(*text.support_email, "x");
  EXPECT_NE(null, empty);
}

TEST(Patch, takes_zero_as_a_number) {
  const clerk::UpdateInstanceOrganizationSettingsRequest request{.max_allowed_memberships = 0};
  EXPECT_EQ(request.max_allowed_memberships, Patch<std::int64_t>{0});
}

TEST(Patch, takes_a_list_in_one_pair_of_braces) {
  const clerk::UpdateInstanceRequest request{.allowed_origins = {"a", "b"}};
  EXPECT_EQ(*request.allowed_origins, (std::vector<std::string>{"a", "b"}));
}

TEST(Patch, takes_empty_braces_for_a_list_as_absent) {
  const clerk::UpdateInstanceRequest braces{.allowed_origins = {}};
  const clerk::UpdateInstanceRequest list{.allowed_origins = std::vector<std::string>{}};
  EXPECT_TRUE(braces.allowed_origins.is_absent());
  EXPECT_TRUE(list.allowed_origins.has_value());
}

}  // namespace
