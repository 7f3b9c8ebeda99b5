#pragma once

#include "ctl/failure.hpp"
#include "ctl/host.hpp"

#include <clerk/api_client.hpp>
#include <clerk/configuration.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace clerk::ctl {

enum class OutputFormat { table, json, yaml };

/// The flags that every command takes.
struct GlobalOptions {
  OutputFormat format{OutputFormat::table};
  std::optional<bool> color{};                         ///< unset: by terminal and NO_COLOR
  std::string profile{};                               ///< empty: CLERKCTL_PROFILE, or the file's default, or none
  std::string env_file{};                              ///< empty: `.env` in the directory, if there is one
  std::string api_url{};                               ///< empty: by profile and environment
  std::string api_version{};                           ///< empty: by profile and environment
  std::optional<std::chrono::milliseconds> timeout{};  ///< of each call as a whole
  bool verbose{false};                                 ///< log requests and answers, without the key
};

/// Where a setting of the connection came from, for people.
struct Credentials {
  Configuration configuration{};
  std::string key_source{};  ///< such as `CLERK_SECRET_KEY of .env`; empty when there is no key
  std::string url_source{};
  std::string version_source{};
  std::string profile{};  ///< the one in use; empty without
};

/// What a command that calls the API is given.
struct Context {
  Host& host;
  GlobalOptions options{};
  Credentials credentials{};
  ApiClient api_client{};
};

/// Finds key, root and version: flags, then the profile that a flag or CLERKCTL_PROFILE chose, then the environment,
/// then the `.env` file, then the default profile (in use only when no key was found before it), then defaults. With
/// the key of a chosen profile, root and version are those of flags or of this profile, or the defaults. Fails when a
/// named profile or file is not there or can't be read; a missing key is no failure here.
[[nodiscard]] Outcome<Credentials> find_credentials(const Host& host, const GlobalOptions& options);

/// The same, and a client with them. Fails also when there is no key, and says where one may be put.
[[nodiscard]] Outcome<Context> make_context(Host& host, const GlobalOptions& options);

}  // namespace clerk::ctl
