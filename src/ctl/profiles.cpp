#include "ctl/profiles.hpp"

#include "ctl/output/nearest_name.hpp"
#include "ctl/output/render.hpp"
#include "ctl/text_file.hpp"
#include "ctl/variables.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace clerk::ctl {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

constexpr std::string_view hint_of_form =
    "The file has `default: NAME` and `profiles:` with, for each name, secret_key_env, secret_key_file or secret_key, "
    "and api_url and api_version.";

struct ProfileKey {
  std::string_view name;
  void (*set)(Profile& profile, std::string value);
  bool (*is_set)(const Profile& profile);
  bool gives_key;
};

template <auto Member>
constexpr ProfileKey profile_key(std::string_view name, bool gives_key) {
  return {name, [](Profile& profile, std::string value) { profile.*Member = std::move(value); },
          [](const Profile& profile) { return !(profile.*Member).empty(); }, gives_key};
}

constexpr std::array profile_keys{
    profile_key<&Profile::secret_key_env>("secret_key_env", true),
    profile_key<&Profile::secret_key_file>("secret_key_file", true),
    profile_key<&Profile::secret_key>("secret_key", true),
    profile_key<&Profile::api_url>("api_url", false),
    profile_key<&Profile::api_version>("api_version", false),
};

std::vector<std::string_view> names_of_keys() {
  std::vector<std::string_view> names;
  for (const ProfileKey& key : profile_keys) names.push_back(key.name);
  return names;
}

Failure fault(const fs::path& file, const std::string& what) {
  return {.message = file.string() + ": " + what, .hint = std::string{hint_of_form}};
}

Failure unknown_key(const fs::path& file, const std::string& where, std::string_view key,
                    std::span<const std::string_view> names) {
  return fault(file, where + " has no key '" + std::string{key} + "'" + did_you_mean(key, names));
}

// Values are never repeated: one of them may be a key.
Outcome<Profile> profile_from(const fs::path& file, std::string_view name, const json::value& entry) {
  Profile profile{.name = std::string{name}};
  const std::string where = "the profile '" + profile.name + "'";
  if (!entry.is_object()) return fault(file, where + " has to be a mapping");
  int keys_given = 0;
  for (const auto& [key, value] : entry.get_object()) {
    const auto known = std::ranges::find(profile_keys, std::string_view{key}, &ProfileKey::name);
    if (known == profile_keys.end()) return unknown_key(file, where, key, names_of_keys());
    if (!value.is_string() || value.get_string().empty()) {
      return fault(file, std::string{key} + " of " + where + " has to be text");
    }
    known->set(profile, std::string{value.get_string()});
    keys_given += known->gives_key ? 1 : 0;
  }
  if (keys_given > 1) return fault(file, where + " gives the key in more than one way");
  return profile;
}

Outcome<Profiles> profiles_from(const fs::path& file, const json::value& document) {
  Profiles profiles{.file = file};
  if (document.is_null()) return profiles;
  if (!document.is_object()) return fault(file, "it has to be a mapping");
  constexpr std::array<std::string_view, 2> names{"default", "profiles"};
  for (const auto& [key, value] : document.get_object()) {
    if (key == names[0]) {
      if (!value.is_string()) return fault(file, "default has to be the name of a profile");
      profiles.default_name = value.get_string();
    } else if (key == names[1]) {
      if (!value.is_object()) return fault(file, "profiles has to be a mapping of names");
      for (const auto& [name, entry] : value.get_object()) {
        auto profile = profile_from(file, name, entry);
        if (!profile) return profile.error();
        profiles.all.push_back(std::move(*profile));
      }
    } else {
      return unknown_key(file, "the file", key, names);
    }
  }
  return profiles;
}

// Empty without a home.
fs::path default_file(const Host& host) {
  if (const auto folder = variable(host, "XDG_CONFIG_HOME")) return fs::path{*folder} / "clerkctl/profiles.yaml";
  if (const auto home = variable(host, "HOME")) return fs::path{*home} / ".config/clerkctl/profiles.yaml";
  return {};
}

fs::path key_file(const Profile& profile, const Profiles& profiles, const Host& host) {
  const std::string& name = profile.secret_key_file;
  if (name.starts_with("~/")) return fs::path{variable(host, "HOME").value_or("")} / name.substr(2);
  return profiles.file.parent_path() / name;
}

Outcome<std::optional<FoundKey>> key_of_file(const Profile& profile, const fs::path& file) {
  if (const auto checked = check_is_private(file); !checked) return checked.error();
  auto text = read_text_file(file);
  if (!text) return text.error();
  const std::string what = file.string() + " (secret_key_file of profile " + profile.name + ")";
  while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    return Failure{.message = what + " is empty", .hint = "Put the secret key into it, and nothing else."};
  }
  return std::optional{FoundKey{.key = std::move(*text), .source = what}};
}

}  // namespace

Outcome<Profile> Profiles::find(std::string_view name) const {
  const auto found = std::ranges::find(all, name, &Profile::name);
  if (found != all.end()) return *found;
  std::vector<std::string_view> names;
  std::string list;
  for (const Profile& profile : all) {
    names.push_back(profile.name);
    list += (list.empty() ? "" : ", ") + profile.name;
  }
  const std::string where = file.empty() ? "the profiles file" : file.string();
  return Failure{
      .message = "there is no profile '" + std::string{name} + "'" + did_you_mean(name, names),
      .hint = list.empty() ? "Profiles are kept in " + where + "; it has none." : where + " has: " + list + "."};
}

Outcome<Profiles> read_profiles(const Host& host) {
  const auto named = variable(host, "CLERKCTL_CONFIG");
  const fs::path file = named ? host.directory / *named : default_file(host);
  std::error_code error;
  if (!named && (file.empty() || !fs::exists(file, error))) return Profiles{.file = file};

  const auto text = read_text_file(file);
  if (!text) return text.error();
  const auto document = read_document(*text, file.string());
  if (!document) return Failure{.message = document.error().message, .hint = std::string{hint_of_form}};
  auto profiles = profiles_from(file, *document);
  if (!profiles) return profiles.error();
  if (std::ranges::any_of(profiles->all, [](const Profile& profile) { return !profile.secret_key.empty(); })) {
    if (const auto checked = check_is_private(file); !checked) return checked.error();
  }
  return profiles;
}

Outcome<std::optional<FoundKey>> key_of(const Profile& profile, const Profiles& profiles, const Host& host) {
  if (!profile.secret_key.empty()) {
    return std::optional{FoundKey{.key = profile.secret_key, .source = "secret_key of profile " + profile.name}};
  }
  if (!profile.secret_key_file.empty()) return key_of_file(profile, key_file(profile, profiles, host));
  if (profile.secret_key_env.empty()) return std::optional<FoundKey>{};
  auto key = variable(host, profile.secret_key_env);
  if (!key) {
    return Failure{.message = "the profile '" + profile.name + "' takes its key from " + profile.secret_key_env +
                              ", and this variable is not set",
                   .hint = "Set " + profile.secret_key_env + ", or choose another profile with --profile."};
  }
  return std::optional{FoundKey{
      .key = std::move(*key), .source = profile.secret_key_env + " (secret_key_env of profile " + profile.name + ")"}};
}

}  // namespace clerk::ctl
