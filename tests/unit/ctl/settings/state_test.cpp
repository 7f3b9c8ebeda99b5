#include "ctl/settings/state.hpp"

#include "ctl/settings/whole_file.hpp"
#include "tests/support/private_folder.hpp"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace clerk::ctl::settings {

namespace {

using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

State some_state() {
  State state;
  state.instances["ins_1"]["instance.support_email"] = {.value = "a@b.com", .date = "2026-05-12T07:15:20Z"};
  state.instances["ins_1"]["instance.hibp"] = {.value = false, .date = "2026-05-13T07:15:20Z"};
  state.instances["ins_1"]["instance.test_mode"] = {.value = true, .date = "2026-05-14T07:15:20Z", .in_doubt = true};
  state.instances["ins_2"]["oauth_application_settings.default_scopes"] = {
      .value = nullptr, .date = "2026-05-12T07:15:20Z", .answered = boost::json::value{"email"}};
  return state;
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) names.push_back(entry.path().filename());
  return names;
}

}  // namespace

TEST(SettingsState, comes_back_as_it_was_written) {
  const clerk::test::PrivateFolder folder;
  const StateFile file{folder.path(".clerkctl/state.json")};
  ASSERT_FALSE(file.save(some_state()));
  const auto loaded = file.load();
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(*loaded, some_state());
}

TEST(SettingsState, is_for_its_owner_only_and_leaves_nothing_else_behind) {
  const clerk::test::PrivateFolder folder;
  const StateFile file{folder.path(".clerkctl/state.json")};
  ASSERT_FALSE(file.save({}));
  ASSERT_FALSE(file.save(some_state()));
  EXPECT_EQ(mode_of(file.path()), 0600U);
  EXPECT_EQ(mode_of(file.path().parent_path()), 0700U);
  EXPECT_THAT(names_in(file.path().parent_path()), UnorderedElementsAre("state.json"));
}

TEST(SettingsState, is_empty_where_there_is_no_file) {
  const clerk::test::PrivateFolder folder;
  const auto loaded = StateFile{folder.path("state.json")}.load();
  ASSERT_TRUE(loaded);
  EXPECT_EQ(*loaded, State{});
}

TEST(SettingsState, says_what_is_damaged_and_what_to_do) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "is damaged"},
      {"{", "is damaged"},
      {"[]", "no JSON object"},
      {"{}", "no version"},
      {R"({"version":1})", "no instances"},
      {R"({"version":2,"instances":{}})", "has version 2"},
      {R"({"version":1,"instances":{"ins_1":[]}})", "no JSON object"},
      {R"({"version":1,"instances":{"ins_1":{"instance.hibp":true}}})", "instance.hibp"},
      {R"({"version":1,"instances":{"ins_1":{"instance.hibp":{"value":true,"applied_at":"yesterday"}}}})",
       "instance.hibp"},
  };
  const clerk::test::PrivateFolder folder;
  for (const auto& [text, problem] : rows) {
    const std::string path = folder.write("state.json", text);
    const auto loaded = StateFile{path}.load();
    ASSERT_TRUE(loaded.has_error()) << text;
    EXPECT_THAT(loaded.error().message, HasSubstr(problem)) << text;
    EXPECT_THAT(loaded.error().message, HasSubstr(path)) << text;
    EXPECT_NE(loaded.error().hint, "") << text;
  }
}

TEST(SettingsState, cut_short_anywhere_is_damaged_and_never_half_read) {
  const std::string whole = boost::json::serialize(to_json(some_state()));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_TRUE(read_state(whole.substr(0, size), "state.json").has_error()) << size;
  }
}

TEST(SettingsState, a_folder_that_can_not_be_made_is_a_failure) {
  const clerk::test::PrivateFolder folder;
  folder.write("taken", "");
  const auto failure = StateFile{folder.path("taken/state.json")}.save({});
  ASSERT_TRUE(failure);
  EXPECT_THAT(failure->message, HasSubstr("taken"));
}

TEST(SettingsState, is_held_by_one_at_a_time) {
  const clerk::test::PrivateFolder folder;
  const StateFile file{folder.path(".clerkctl/state.json")};
  {
    const auto first = StateLock::take(file);
    ASSERT_TRUE(first);
    const auto second = StateLock::take(file);
    ASSERT_TRUE(second.has_error());
    EXPECT_THAT(second.error().message, HasSubstr("another apply"));
  }
  EXPECT_TRUE(StateLock::take(file));
}

TEST(WholeFile, keeps_what_is_there_unless_it_is_to_be_replaced) {
  const clerk::test::PrivateFolder folder;
  const std::string path = folder.write("settings.yaml", "mine");
  EXPECT_TRUE(write_whole_file(path, "other", Existing::keep));
  EXPECT_EQ(read_whole_file(path)->value(), "mine");
  EXPECT_FALSE(write_whole_file(path, "other", Existing::replace));
  EXPECT_EQ(read_whole_file(path)->value(), "other");
  EXPECT_THAT(names_in(folder.path()), UnorderedElementsAre("settings.yaml"));
}

TEST(WholeFile, writes_to_where_a_link_leads) {
  const clerk::test::PrivateFolder folder;
  const std::string target = folder.write("shared.json", "before");
  std::filesystem::create_symlink("shared.json", folder.path("state.json"));
  EXPECT_FALSE(write_whole_file(folder.path("state.json"), "after", Existing::replace));
  EXPECT_EQ(read_whole_file(target)->value(), "after");
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("state.json")));
}

TEST(WholeFile, never_takes_the_place_of_what_is_no_file) {
  const clerk::test::PrivateFolder folder;
  const std::string pipe = folder.path("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), S_IRUSR | S_IWUSR), 0);
  for (const std::string& path : {pipe, folder.path()}) {
    const auto failure = write_whole_file(path, "text", Existing::replace);
    ASSERT_TRUE(failure) << path;
    EXPECT_THAT(failure->message, HasSubstr("no regular file"));
  }
  EXPECT_TRUE(std::filesystem::is_fifo(pipe));
}

TEST(WholeFile, tells_a_file_that_is_not_there_from_one_that_can_not_be_read) {
  const clerk::test::PrivateFolder folder;
  EXPECT_FALSE(*read_whole_file(folder.path("nothing")));
  EXPECT_TRUE(read_whole_file(folder.path()).has_error());
}

}  // namespace clerk::ctl::settings
