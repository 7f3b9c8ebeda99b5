#include "server/rules/merge.hpp"

#include "server/store/settings_document.hpp"
#include "tests/support/random_model.hpp"

#include <gtest/gtest.h>

namespace clerk::server::rules {

namespace {

constexpr int rounds = 200;

// Whatever a random request says is what is stored afterwards, and the rest is as it was.
template <template <View> class Group>
void expect_merge_does_what_the_request_says(std::uint64_t seed) {
  clerk::testing::RandomModel random{seed};
  for (int i = 0; i < rounds; ++i) {
    const auto before = random.draw<Group<View::stored>>();
    const auto request = random.draw<Group<View::request>>();
    auto after = before;
    merge(request, after);
    for_each_field<Group<View::stored>>([&](std::string_view name, auto kept, const FieldRules&, std::string_view) {
      bool said = false;
      for_each_field<Group<View::request>>(
          [&](std::string_view wished, auto wish, const FieldRules&, std::string_view) {
            using Kept = std::remove_cvref_t<decltype(after.*kept)>;
            if constexpr (std::is_same_v<typename clerk::detail::without_optional<Kept>::type,
                                         typename std::remove_cvref_t<decltype(request.*wish)>::value_type>) {
              if (wished != name || (request.*wish).is_absent()) return;
              said = true;
              EXPECT_TRUE(after.*kept == ((request.*wish).is_null() ? Kept{} : Kept(*(request.*wish)))) << name;
            }
          });
      if (!said) {
        EXPECT_TRUE(after.*kept == before.*kept) << name;
      }
    });
  }
}

}  // namespace

TEST(Merge, sets_what_the_request_says_and_leaves_the_rest) {
  expect_merge_does_what_the_request_says<InstanceSettings>(1);
  expect_merge_does_what_the_request_says<RestrictionSettings>(2);
  expect_merge_does_what_the_request_says<OrganizationSettingsGroup>(3);
  expect_merge_does_what_the_request_says<CommunicationSettings>(4);
  expect_merge_does_what_the_request_says<ProtectSettings>(5);
  expect_merge_does_what_the_request_says<OAuthApplicationSettings>(6);
  expect_merge_does_what_the_request_says<AuthConfigSettings>(7);
}

TEST(Merge, an_empty_request_changes_nothing) {
  clerk::testing::RandomModel random{8};
  const auto before = random.draw<InstanceSettings<View::stored>>();
  auto after = before;
  merge(UpdateInstanceRequest{}, after);
  EXPECT_TRUE(after == before);
}

TEST(Merge, null_without_effect_changes_nothing) {
  InstanceSettings<View::stored> stored{};
  stored.support_email = "help@example.com";
  merge(UpdateInstanceRequest{.support_email = null}, stored);
  EXPECT_EQ(stored.support_email, "help@example.com");
}

TEST(Merge, the_answer_shows_what_is_stored_under_the_same_name) {
  OrganizationSettingsGroup<View::stored> stored{};
  stored.max_allowed_memberships = 7;
  stored.creator_role = "org:admin";
  const OrganizationSettings answer = answer_of(stored);
  EXPECT_EQ(answer.max_allowed_memberships, 7);
  EXPECT_EQ(answer.creator_role, "org:admin");
}

}  // namespace clerk::server::rules
