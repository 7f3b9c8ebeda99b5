#pragma once

#include "ctl/failure.hpp"
#include "ctl/host.hpp"

#include <clerk/secret.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl {

/// A named connection of the profiles file. The key is given in one of three ways, or not at all.
struct Profile {
  std::string name{};
  std::string secret_key_env{};   ///< name of an environment variable that holds the key
  std::string secret_key_file{};  ///< file that holds the key; relative to the profiles file, `~` for the home
  Secret secret_key{};
  std::string api_url{};
  std::string api_version{};
};

/// The profiles file: `default: NAME` and `profiles: {NAME: {…}}`.
struct Profiles {
  std::filesystem::path file{};  ///< where it is, or would be; empty when there is no home
  std::string default_name{};
  std::vector<Profile> all{};

  /// Fails when there is no such profile, and lists those there are.
  [[nodiscard]] Outcome<Profile> find(std::string_view name) const;
};

/// Reads $CLERKCTL_CONFIG, or clerkctl/profiles.yaml in $XDG_CONFIG_HOME or ~/.config. No file there means no profiles,
/// unless CLERKCTL_CONFIG names it. A file that holds a key and that others can read is refused.
[[nodiscard]] Outcome<Profiles> read_profiles(const Host& host);

/// A key, and where it was, for people.
struct FoundKey {
  Secret key{};
  std::string source{};
};

/// The key of a profile; nothing when the profile names none.
[[nodiscard]] Outcome<std::optional<FoundKey>> key_of(const Profile& profile, const Profiles& profiles,
                                                      const Host& host);

}  // namespace clerk::ctl
