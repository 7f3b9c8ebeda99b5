#include "ctl/documents/conventions.hpp"

#include <array>

namespace clerk::ctl {

std::span<const Convention> environment_variables() {
  static constexpr std::array variables{
      Convention{"CLERK_SECRET_KEY", "The instance's secret key, sk_test_… or sk_live_…."},
      Convention{"CLERK_API_URL",
                 "Root of the API, with or without /v1; the default is https://api.clerk.com/v1. Neither it nor "
                 "CLERK_API_VERSION counts where a chosen profile gives the key."},
      Convention{"CLERK_API_VERSION", "Version of the API to ask for, such as 2026-05-12."},
      Convention{"CLERKCTL_PROFILE", "The profile to use, as --profile."},
      Convention{"CLERKCTL_CONFIG", "The profiles file, in the place of the usual one."},
      Convention{"SSL_CERT_FILE, SSL_CERT_DIR", "Certificates to trust, in the place of the system's."},
      Convention{"HTTPS_PROXY, ALL_PROXY, NO_PROXY", "The proxy, and the hosts that are reached without it."},
      Convention{"NO_COLOR", "Without colours, unless --color asks for them."},
      Convention{"CLICOLOR_FORCE", "With colours also where the output is no terminal; 0 counts as not set."},
  };
  return variables;
}

std::span<const Convention> files() {
  static constexpr std::array known{
      Convention{".env",
                 "Of the current directory: lines NAME=value, of which those for CLERK_SECRET_KEY, CLERK_API_URL and "
                 "CLERK_API_VERSION are taken, after the environment. The root it names gets no key that comes from "
                 "elsewhere, unless it is the default, or on this machine, or the file is named with --env-file. Lines "
                 "of another form are left out."},
      Convention{
          "~/.config/clerkctl/profiles.yaml",
          "Named connections, below XDG_CONFIG_HOME where that is set: `default: NAME` and `profiles:` with, for "
          "each name, one of secret_key_env, secret_key_file and secret_key, and api_url and api_version. A file "
          "that holds a key must be readable by its owner only."},
      Convention{".clerkctl/state.json",
                 "Beside the settings file: what was last applied, as not all settings can be read back. No secrets."},
  };
  return known;
}

std::span<const Convention> exit_statuses() {
  static constexpr std::array statuses{
      Convention{"0", "Done, or nothing to do."},
      Convention{"1", "Something went wrong, or was refused."},
      Convention{"2", "Changes are pending: settings plan --detailed-exitcode, and settings drift always."},
      Convention{"3", "The server took the request and did not keep a field of it."},
      Convention{"64", "The command line can't be understood; nothing was sent."},
  };
  return statuses;
}

std::string_view key_sources() {
  return "The secret key comes from the profile that --profile or CLERKCTL_PROFILE names, from CLERK_SECRET_KEY in the "
         "environment or in .env, or from the default profile, in this order. There is no flag for it, as every user "
         "of "
         "a machine can read the flags of its programs.";
}

}  // namespace clerk::ctl
