#include "ctl/context.hpp"

#include "ctl/api_root.hpp"
#include "ctl/dotenv.hpp"
#include "ctl/profiles.hpp"
#include "ctl/text_file.hpp"
#include "ctl/variables.hpp"

#include <clerk/logging.hpp>
#include <clerk/version.hpp>

#include <system_error>
#include <utility>

namespace clerk::ctl {

namespace fs = std::filesystem;

namespace {

constexpr const char* key_variable = "CLERK_SECRET_KEY";

struct Found {
  std::string value{};
  std::string source{};
  bool in_dotenv{false};
  bool in_chosen_profile{false};
};

/// All that settings of the connection may come from, read once.
struct Sources {
  const Host& host;
  Profiles profiles{};
  std::optional<Profile> chosen{};      ///< by flag or CLERKCTL_PROFILE: goes before the environment
  std::optional<Profile> by_default{};  ///< of the profiles file: goes after everything that is nearer to the work
  Variables dotenv{};
  std::string dotenv_name{};
  bool dotenv_was_named{false};
};

struct Setting {
  std::string_view flag;
  const char* variable;
  std::string Profile::*member;
  std::string_view name;
};

constexpr Setting api_url{"--api-url", "CLERK_API_URL", &Profile::api_url, "api_url"};
constexpr Setting api_version{"--api-version", "CLERK_API_VERSION", &Profile::api_version, "api_version"};

Outcome<void> read_dotenv_file(Sources& sources, const GlobalOptions& options) {
  sources.dotenv_was_named = !options.env_file.empty();
  sources.dotenv_name = sources.dotenv_was_named ? options.env_file : ".env";
  const fs::path file = sources.host.directory / sources.dotenv_name;
  std::error_code error;
  // A folder of this name is no mistake: some tools keep their packages in one.
  if (!sources.dotenv_was_named && (!fs::exists(file, error) || fs::is_directory(file, error))) {
    return boost::system::in_place_value;
  }
  const auto text = read_text_file(file);
  if (!text) return text.error();
  auto variables = read_dotenv(*text, sources.dotenv_name);
  if (!variables) return variables.error();
  sources.dotenv = std::move(*variables);
  return boost::system::in_place_value;
}

Outcome<void> choose_profile(Sources& sources, const GlobalOptions& options) {
  const std::string chosen =
      options.profile.empty() ? variable(sources.host, "CLERKCTL_PROFILE").value_or("") : options.profile;
  const std::string& name = chosen.empty() ? sources.profiles.default_name : chosen;
  if (name.empty()) return boost::system::in_place_value;
  auto profile = sources.profiles.find(name);
  if (!profile) return profile.error();
  (chosen.empty() ? sources.by_default : sources.chosen) = std::move(*profile);
  return boost::system::in_place_value;
}

std::optional<Found> in_dotenv(const Sources& sources, std::string_view name) {
  const auto found = sources.dotenv.find(name);
  if (found == sources.dotenv.end() || found->second.empty()) return std::nullopt;
  return Found{found->second, std::string{name} + " of " + sources.dotenv_name, true};
}

Outcome<Found> key_in(const Profile& profile, const Sources& sources) {
  auto key = key_of(profile, sources.profiles, sources.host);
  if (!key) return key.error();
  return *key ? Found{(*key)->key.reveal(), (*key)->source} : Found{};
}

// Without a source when there is none. A key given nearby puts the default profile out of use as a whole: its key and
// another's root don't mix.
Outcome<Found> find_key(Sources& sources) {
  if (sources.chosen) {
    auto key = key_in(*sources.chosen, sources);
    if (!key) return key;
    key->in_chosen_profile = !key->source.empty();
    if (key->in_chosen_profile) return key;
  }
  Found nearby;
  if (auto key = variable(sources.host, key_variable)) {
    nearby = {std::move(*key), key_variable};
  } else if (auto found = in_dotenv(sources, key_variable)) {
    nearby = std::move(*found);
  }
  if (!nearby.source.empty()) sources.by_default.reset();
  return sources.by_default ? key_in(*sources.by_default, sources) : nearby;
}

std::optional<Found> in_profile(const std::optional<Profile>& profile, const Setting& setting) {
  if (!profile || ((*profile).*setting.member).empty()) return std::nullopt;
  return Found{(*profile).*setting.member, std::string{setting.name} + " of profile " + profile->name};
}

// A chosen profile with a key is a connection by itself: its key goes to no root that the surroundings name.
Found find_setting(const Sources& sources, const Found& key, const std::string& flag, const Setting& setting,
                   std::string_view otherwise) {
  const Found by_default{std::string{otherwise}, "default"};
  if (!flag.empty()) return {flag, std::string{setting.flag}};
  if (auto found = in_profile(sources.chosen, setting)) return *found;
  if (key.in_chosen_profile) return by_default;
  if (auto value = variable(sources.host, setting.variable)) return {*value, setting.variable};
  if (auto found = in_dotenv(sources, setting.variable)) return *found;
  if (auto found = in_profile(sources.by_default, setting)) return *found;
  return by_default;
}

// A folder that someone else made must not send keys of its visitors to a host of its choice.
Outcome<void> check_may_be_sent(const Found& key, const Found& url, const Sources& sources) {
  if (key.source.empty() || key.in_dotenv || !url.in_dotenv || sources.dotenv_was_named ||
      is_same_root(url.value, default_host) || leads_to_this_machine(url.value)) {
    return boost::system::in_place_value;
  }
  return Failure{
      .message = "the .env file here names an API root, and the key is not from there but from " + key.source,
      .hint = "If the key may be sent to " + url.value + ", say so with --env-file .env or --api-url."};
}

void log_to(std::ostream& stream, Configuration& configuration) {
  configuration.debug = true;
  configuration.logger = [&stream](const LogRecord& record) {
    stream << "clerkctl: " + std::string{to_string(record.level)} + ": " + record.message + "\n" << std::flush;
  };
}

}  // namespace

Outcome<Credentials> find_credentials(const Host& host, const GlobalOptions& options) {
  Sources sources{.host = host};
  auto profiles = read_profiles(host);
  if (!profiles) return profiles.error();
  sources.profiles = std::move(*profiles);
  if (const auto read = read_dotenv_file(sources, options); !read) return read.error();
  if (const auto chosen = choose_profile(sources, options); !chosen) return chosen.error();

  auto key = find_key(sources);
  if (!key) return key.error();
  Found url = find_setting(sources, *key, options.api_url, api_url, default_host);
  Found version = find_setting(sources, *key, options.api_version, api_version, default_api_version);
  if (const auto checked = check_may_be_sent(*key, url, sources); !checked) return checked.error();

  Credentials found{.key_source = std::move(key->source),
                    .url_source = std::move(url.source),
                    .version_source = std::move(version.source)};
  if (const auto& profile = sources.chosen ? sources.chosen : sources.by_default) found.profile = profile->name;
  found.configuration.access_token = std::move(key->value);
  found.configuration.host = std::move(url.value);
  found.configuration.api_version = std::move(version.value);
  found.configuration.ssl_ca_cert = variable(host, "SSL_CERT_FILE").value_or("");
  found.configuration.ssl_ca_directory = variable(host, "SSL_CERT_DIR").value_or("");
  found.configuration.user_agent = "clerkctl/" + std::string{clerk::version};
  if (options.timeout) found.configuration.timeouts.total = *options.timeout;
  if (options.verbose) log_to(host.err, found.configuration);
  return found;
}

Outcome<Context> make_context(Host& host, const GlobalOptions& options) {
  auto credentials = find_credentials(host, options);
  if (!credentials) return credentials.error();
  if (credentials->configuration.access_token.empty()) {
    return Failure{.message = "there is no secret key",
                   .hint = std::string{"Set "} + key_variable +
                           ", or put it into .env or a profile. clerkctl doctor says what it finds."};
  }
  ApiClient api_client{credentials->configuration};
  return Context{
      .host = host, .options = options, .credentials = std::move(*credentials), .api_client = std::move(api_client)};
}

}  // namespace clerk::ctl
