#include "ctl/doctor.hpp"

#include "ctl/command_line.hpp"
#include "ctl/documents/help.hpp"
#include "ctl/documents/wrap.hpp"
#include "ctl/key_text.hpp"
#include "ctl/output/render.hpp"
#include "ctl/output/style.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace clerk::ctl {

namespace {

boost::json::value as_json(const std::vector<Check>& checks) {
  boost::json::array list;
  for (const Check& check : checks) {
    boost::json::object entry{{"name", check.name}, {"verdict", to_string(check.verdict)}};
    entry["finding"] = without_keys(check.finding);
    entry["advice"] = nullptr;
    if (!check.advice.empty()) entry["advice"] = without_keys(check.advice);
    list.push_back(std::move(entry));
  }
  return boost::json::object{{"healthy", status_of(checks) == ExitStatus::done}, {"checks", std::move(list)}};
}

// Of the longest, `warning`, and a space.
constexpr std::size_t verdict_width = 8;

std::string colored(const Style& style, Verdict verdict) {
  const std::string padded =
      std::string{to_string(verdict)} + std::string(verdict_width - to_string(verdict).size(), ' ');
  switch (verdict) {
    case Verdict::ok:
      return style.good(padded);
    case Verdict::warning:
      return style.changed(padded);
    case Verdict::failed:
      return style.bad(padded);
    case Verdict::skipped:
      return style.faint(padded);
  }
  return padded;
}

std::string for_people(const std::vector<Check>& checks, const Style& style) {
  std::size_t widest = 0;
  for (const Check& check : checks) widest = std::max(widest, check.name.size());
  const std::size_t column = verdict_width + 1 + widest + 2;
  std::string text;
  for (const Check& check : checks) {
    const std::string padding(widest - check.name.size() + 2, ' ');
    text += colored(style, check.verdict) + " " + style.strong(check.name) + padding +
            wrapped(without_keys(check.finding), help_width, column) + "\n";
    if (check.advice.empty()) continue;
    text += std::string(column, ' ') + wrapped(without_keys(check.advice), help_width, column) + "\n";
  }
  return text;
}

ExitStatus run_doctor(Host& host, const GlobalOptions& options) {
  const auto credentials = find_credentials(host, options);
  const std::vector<Check> checks =
      credentials ? examine(host, options, *credentials) : without_sources(credentials.error());
  host.out << checks_text(checks, host, options);
  return status_of(checks);
}

}  // namespace

std::string checks_text(const std::vector<Check>& checks, const Host& host, const GlobalOptions& options) {
  if (options.format != OutputFormat::table) return render(as_json(checks), options.format);
  return for_people(checks, Style::of_output(host, options));
}

ExitStatus status_of(const std::vector<Check>& checks) {
  const bool any_failed =
      std::ranges::any_of(checks, [](const Check& check) { return check.verdict == Verdict::failed; });
  return any_failed ? ExitStatus::failed : ExitStatus::done;
}

void add_doctor_command(CLI::App& root, Invocation& invocation) {
  CLI::App* command = root.add_subcommand(
      "doctor",
      "Look for what keeps calls from working, and say what to do about it.\n\n"
      "In this order: where key, root and version come from, the shape of the key and of the root, the proxy, whether "
      "the server can be reached, TLS, the clock, the version of the API, and whose the key is. It makes one call, "
      "which changes nothing. The exit status is 1 when a check has failed; warnings are no failures.");
  command->callback([&invocation] { invocation.action = run_doctor; });
}

}  // namespace clerk::ctl
