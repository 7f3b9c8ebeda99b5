#include "server/api/command_line.hpp"

#include <clerk/version.hpp>

#include <CLI/CLI.hpp>

namespace clerk::server::api {

namespace {

constexpr int usage_error = 64;

void add_options(CLI::App& app, CommandLine& line) {
  DaemonOptions& options = line.options;
  options.store = "sqlite:clerkd.db";
  app.add_option("--listen", options.listen, "HOST:PORT to listen on; port 0 picks a free one")
      ->envname("CLERKD_LISTEN")
      ->capture_default_str();
  app.add_option("--store", options.store,
                 "Where data is kept: sqlite:FILE, or memory: for data that ends with the process")
      ->envname("CLERKD_STORE")
      ->capture_default_str();
  app.add_option("--secret-key", options.secret_key,
                 "sk_test_... of the development instance, which is made if missing")
      ->envname("CLERKD_SECRET_KEY");
  app.add_option("--seed", options.seed_file, "YAML file of instances to make or set again at start")
      ->envname("CLERKD_SEED");
  app.add_option("--disposable-domains", options.disposable_domains_file,
                 "File of the domains that block_disposable_email_domains refuses, one a line, instead of the own list")
      ->envname("CLERKD_DISPOSABLE_DOMAINS");
  app.add_flag("--strict", options.application.strict,
               "Refuse with 422 what the real API takes and ignores: unknown fields, null without effect")
      ->envname("CLERKD_STRICT");
  app.add_flag("--production-like", options.application.production_like, "Turn the tools under /__clerkd/ off")
      ->envname("CLERKD_PRODUCTION_LIKE");
  app.add_option("--log-level", line.log_level, "trace, debug, info, warning, error or off")
      ->envname("CLERKD_LOG_LEVEL")
      ->check(CLI::IsMember({"trace", "debug", "info", "warning", "error", "off"}))
      ->capture_default_str();
  app.set_config("--config", "", "File of options, a line each: listen = \"127.0.0.1:4500\"")->envname("CLERKD_CONFIG");
  app.set_version_flag("--version", "clerkd " + std::string{clerk::version});
}

}  // namespace

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
  ParsedCommandLine parsed;
  CLI::App app{"A local Clerk server: it keeps the settings of Clerk instances and answers as api.clerk.com does."};
  app.name("clerkd");
  add_options(app, parsed.command_line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    parsed.exit_status = status == 0 ? 0 : usage_error;
  }
  return parsed;
}

}  // namespace clerk::server::api
