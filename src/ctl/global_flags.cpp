#include "ctl/global_flags.hpp"

#include "ctl/empty_value.hpp"

#include <clerk/version.hpp>

#include <CLI/CLI.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl {

namespace {

struct FormatName {
  std::string_view name;
  OutputFormat format;
};

constexpr std::array format_names{FormatName{"table", OutputFormat::table}, FormatName{"json", OutputFormat::json},
                                  FormatName{"yaml", OutputFormat::yaml}};

void add_format(CLI::App& root, GlobalOptions& options) {
  std::vector<std::string> names;
  for (const FormatName& known : format_names) names.emplace_back(known.name);
  const auto set = [&options](const std::string& name) {
    for (const FormatName& known : format_names) {
      if (known.name == name) options.format = known.format;
    }
  };
  root.add_option_function<std::string>("--format", set,
                                        "How to print: a table for people, or JSON or YAML, which stay as they are.")
      ->check(CLI::IsMember(names));
}

void add_colors(CLI::App& root, GlobalOptions& options) {
  auto* on = root.add_flag_callback(
      "--color", [&options] { options.color = true; },
      "Colours also where the output is no terminal, or NO_COLOR is set.");
  root.add_flag_callback(
          "--no-color", [&options] { options.color = false; }, "No colours.")
      ->excludes(on);
}

void set_timeout(GlobalOptions& options, const std::string& text) {
  constexpr double longest = 24 * 60 * 60;
  double seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || !(seconds > 0) || seconds > longest) {
    throw CLI::ValidationError{"--timeout", "it has to be a number of seconds above 0, such as 30 or 2.5"};
  }
  options.timeout = std::chrono::milliseconds{static_cast<std::chrono::milliseconds::rep>(std::ceil(seconds * 1000))};
}

void add_text(CLI::App& root, const char* flag, std::string& value, const char* form, const char* doc) {
  root.add_option(flag, value, doc)->type_name(form)->check(fault_of_empty);
}

}  // namespace

void add_global_flags(CLI::App& root, GlobalOptions& options) {
  add_format(root, options);
  add_colors(root, options);
  add_text(root, "--profile", options.profile, "NAME", "The profile of the profiles file to connect with.");
  add_text(root, "--env-file", options.env_file, "FILE", "The file to read in the place of .env.");
  add_text(root, "--api-url", options.api_url, "URL", "Root of the API, with or without /v1.");
  add_text(root, "--api-version", options.api_version, "DATE", "Version of the API to ask for.");
  root.add_option_function<std::string>(
          "--timeout", [&options](const std::string& text) { set_timeout(options, text); },
          "How long each call may take as a whole, with its retries.")
      ->type_name("SECONDS");
  root.add_flag("--verbose", options.verbose, "Tell of each request and answer on standard error, without the key.");
  root.set_version_flag("--version", "clerkctl " + std::string{version}, "Print the version.");
}

}  // namespace clerk::ctl
