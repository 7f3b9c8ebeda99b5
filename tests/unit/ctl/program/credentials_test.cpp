#include "tests/unit/ctl/program/machine.hpp"

#include <clerk/version.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace clerk::ctl::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Where a setting may come from, in the order in which they count.
constexpr std::array<const char*, 5> sources{"flag", "chosen", "environment", "dotenv", "standing"};
enum Source { flag, chosen, environment, dotenv, standing };

/// A machine on which the setting is given by each of the sources in the set, with the source's name as its value.
struct Given {
  Given(unsigned set, const std::string& variable, const std::string& profile_key) {
    const auto has = [set](Source source) { return (set >> source & 1U) != 0; };
    std::string profiles = "default: standing\nprofiles:\n  standing: {";
    if (has(standing)) profiles += profile_key + ": standing";
    profiles += "}\n  chosen: {";
    if (has(chosen)) profiles += profile_key + ": chosen";
    std::filesystem::create_directories(machine.folder.path(".config/clerkctl"));
    machine.folder.write(".config/clerkctl/profiles.yaml", profiles + "}\n");
    if (has(chosen)) options.profile = "chosen";
    if (has(environment)) machine.environment[variable] = "environment";
    if (has(dotenv)) machine.folder.write(".env", variable + "=dotenv\n");
  }

  Machine machine{};
  GlobalOptions options{};
};

std::string first_of(unsigned set, const std::string& otherwise) {
  for (std::size_t source = 0; source < sources.size(); ++source) {
    if ((set >> source & 1U) != 0) return sources.at(source);
  }
  return otherwise;
}

TEST(Credentials, take_the_version_from_the_first_of_its_sources) {
  for (unsigned set = 0; set < 1U << sources.size(); ++set) {
    Given given{set, "CLERK_API_VERSION", "api_version"};
    if ((set >> flag & 1U) != 0) given.options.api_version = "flag";
    const auto found = find_credentials(given.machine.host(), given.options);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->configuration.api_version, first_of(set, std::string{default_api_version})) << set;
  }
}

TEST(Credentials, take_the_root_from_the_first_of_its_sources) {
  for (unsigned set = 0; set < 1U << sources.size(); ++set) {
    Given given{set, "CLERK_API_URL", "api_url"};
    if ((set >> flag & 1U) != 0) given.options.api_url = "flag";
    const auto found = find_credentials(given.machine.host(), given.options);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->configuration.host, first_of(set, std::string{default_host})) << set;
  }
}

TEST(Credentials, take_the_key_from_the_first_of_its_sources) {
  for (unsigned set = 0; set < 1U << sources.size(); set += 2) {  // there is no flag
    Given given{set, "CLERK_SECRET_KEY", "secret_key"};
    const auto found = find_credentials(given.machine.host(), given.options);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->configuration.access_token.reveal(), first_of(set, "")) << set;
    EXPECT_EQ(found->key_source.empty(), set == 0) << set;
  }
}

TEST(Credentials, tell_where_each_came_from) {
  Machine machine;
  machine.environment["CLERK_SECRET_KEY"] = "sk_test_a";
  machine.folder.write("other.env", "CLERK_API_URL=https://api.example.com\n");
  const auto found = find_credentials(machine.host(), {.env_file = "other.env", .api_version = "2025-11-10"});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->key_source, "CLERK_SECRET_KEY");
  EXPECT_EQ(found->url_source, "CLERK_API_URL of other.env");
  EXPECT_EQ(found->version_source, "--api-version");
}

TEST(Credentials, of_the_default_profile_do_not_mix_with_a_key_from_nearby) {
  Machine machine;
  std::filesystem::create_directories(machine.folder.path(".config/clerkctl"));
  machine.folder.write(".config/clerkctl/profiles.yaml",
                       "default: p\nprofiles: {p: {secret_key: sk_test_p, api_url: 'https://staging.example.com'}}");
  EXPECT_EQ(find_credentials(machine.host(), {})->configuration.host, "https://staging.example.com");
  machine.environment["CLERK_SECRET_KEY"] = "sk_test_e";
  const auto found = find_credentials(machine.host(), {});
  EXPECT_EQ(found->configuration.access_token.reveal(), "sk_test_e");
  EXPECT_EQ(found->configuration.host, default_host);
  EXPECT_EQ(found->profile, "");
}

// A live key that goes to where the surroundings point is lost.
TEST(Credentials, of_a_chosen_profile_with_a_key_take_nothing_from_the_surroundings) {
  struct Row {
    std::string profile;
    std::string api_url;
    std::string root;
    std::string version;
  };
  const std::string usual{default_host};
  const std::string usual_version{default_api_version};
  const std::string there = "https://there.example.com";
  for (const auto& [profile, api_url, root, version] : std::vector<Row>{
           {"secret_key: sk_live_p", "", usual, usual_version},
           {"secret_key_env: KEY_OF_P", "", usual, usual_version},
           {"secret_key: sk_live_p, api_url: " + there, "", there, usual_version},
           {"secret_key: sk_live_p, api_version: mine", "", usual, "mine"},
           {"secret_key: sk_live_p", there, there, usual_version},
           {"api_version: mine", "", "http://localhost:1", "mine"},
       }) {
    for (const bool in_dotenv : {false, true}) {
      Machine machine;
      std::filesystem::create_directories(machine.folder.path(".config/clerkctl"));
      machine.folder.write(".config/clerkctl/profiles.yaml", "profiles: {p: {" + profile + "}}");
      machine.environment = {{"CLERKCTL_PROFILE", "p"}, {"KEY_OF_P", "sk_live_p"}};
      const std::map<std::string, std::string> around{{"CLERK_API_URL", "http://localhost:1"},
                                                      {"CLERK_API_VERSION", "around"}};
      std::string dotenv_text;
      for (const auto& [name, value] : around) dotenv_text += name + "=" + value + "\n";
      if (in_dotenv) {
        machine.folder.write(".env", dotenv_text);
      } else {
        machine.environment.insert(around.begin(), around.end());
      }
      const auto found = find_credentials(machine.host(), {.api_url = api_url});
      ASSERT_TRUE(found) << found.error().message;
      EXPECT_EQ(found->configuration.host, root) << profile;
      EXPECT_EQ(found->configuration.api_version, version) << profile;
    }
  }
}

// A folder that someone else made must not send keys of its visitors to a host of its choice.
TEST(Credentials, are_not_sent_to_the_root_of_a_dotenv_that_they_are_not_from) {
  struct Row {
    std::string dotenv;
    std::string env_file;
    bool accepted;
  };
  for (const auto& [text, env_file, accepted] : std::vector<Row>{
           {"CLERK_API_URL=https://evil.example.com", "", false},
           {"CLERK_API_URL=http://127.0.0.1.example.com", "", false},
           {"CLERK_API_URL=http://localhost@example.com", "", false},
           {"CLERK_API_URL=https://evil.example.com", ".env", true},
           {"CLERK_API_URL=http://127.0.0.1:4500", "", true},
           {"CLERK_API_URL=http://[::1]:4500/v1", "", true},
           {"CLERK_API_URL=http://localhost:4500", "", true},
           {"CLERK_API_URL=" + std::string{default_host}, "", true},
           {"CLERK_API_URL=https://api.clerk.com", "", true},
           {"CLERK_API_URL=https://api.clerk.com/", "", true},
           {"CLERK_API_URL=HTTPS://API.clerk.com/v1/", "", true},
           {"CLERK_API_URL=http://api.clerk.com", "", false},
           {"CLERK_API_URL=https://api.clerk.com.example.com", "", false},
       }) {
    Machine machine;
    machine.environment["CLERK_SECRET_KEY"] = "sk_test_e";
    machine.folder.write(".env", text);
    const auto found = find_credentials(machine.host(), {.env_file = env_file});
    EXPECT_EQ(found.has_value(), accepted) << text;
    if (found) continue;
    EXPECT_THAT(found.error().message, AllOf(HasSubstr(".env"), HasSubstr("CLERK_SECRET_KEY")));
  }
  Machine machine;
  machine.folder.write(".env", "CLERK_API_URL=https://api.example.com\nCLERK_SECRET_KEY=sk_test_d");
  EXPECT_TRUE(find_credentials(machine.host(), {})) << "the key is its own";
}

TEST(Credentials, count_an_empty_variable_as_not_set) {
  Machine machine;
  machine.environment = {{"CLERK_SECRET_KEY", ""}, {"CLERK_API_URL", ""}};
  machine.folder.write(".env", "CLERK_SECRET_KEY=sk_test_d");
  const auto found = find_credentials(machine.host(), {});
  EXPECT_EQ(found->configuration.access_token.reveal(), "sk_test_d");
  EXPECT_EQ(found->url_source, "default");
}

TEST(Credentials, need_the_file_that_a_flag_names_and_no_other) {
  Machine machine;
  EXPECT_THAT(find_credentials(machine.host(), {.env_file = "gone.env"}).error().message, HasSubstr("gone.env"));
  EXPECT_TRUE(find_credentials(machine.host(), {}));
  std::filesystem::create_directory(machine.folder.path(".env"));
  EXPECT_TRUE(find_credentials(machine.host(), {})) << "some tools keep a folder of this name";
}

TEST(Contexts, need_a_key_and_say_where_it_may_be_put) {
  Machine machine;
  Host host = machine.host();
  const auto context = make_context(host, {});
  ASSERT_FALSE(context);
  EXPECT_THAT(context.error().hint, AllOf(HasSubstr("CLERK_SECRET_KEY"), HasSubstr(".env"), HasSubstr("profile")));
}

TEST(Contexts, give_the_client_what_the_flags_say) {
  Machine machine;
  machine.environment = {{"CLERK_SECRET_KEY", "sk_test_e"}, {"SSL_CERT_FILE", "/ca.pem"}};
  Host host = machine.host();
  const auto context = make_context(host, {.timeout = std::chrono::milliseconds{2500}, .verbose = true});
  ASSERT_TRUE(context);
  const Configuration& configuration = context->api_client.configuration();
  EXPECT_EQ(configuration.timeouts.total, std::chrono::milliseconds{2500});
  EXPECT_EQ(configuration.ssl_ca_cert, "/ca.pem");
  EXPECT_TRUE(configuration.debug);
  EXPECT_TRUE(configuration.logger);
}

}  // namespace
}  // namespace clerk::ctl::test
