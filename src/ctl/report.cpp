#include "ctl/report.hpp"

#include "ctl/key_text.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/output/style.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace clerk::ctl {

namespace json = boost::json;

namespace {

json::object members_of(const Failure& failure) {
  json::object members{
      {"message", failure.message}, {"hint", failure.hint}, {"exit_status", static_cast<int>(failure.status)}};
  for (const auto& detail : failure.details) members.insert(detail);
  return members;
}

// Programs read standard error line by line, each of them JSON.
void print_line(Host& host, const char* what, json::object members) {
  const json::value line{{what, std::move(members)}};
  host.err << without_keys(json::serialize(line)) << '\n' << std::flush;
}

}  // namespace

ExitStatus report(Host& host, const GlobalOptions& options, const Failure& failure) {
  if (options.format == OutputFormat::json) {
    print_line(host, "error", members_of(failure));
    return failure.status;
  }
  const Style style = Style::of_errors(host, options);
  std::string text = style.bad("clerkctl:") + " " + without_keys(failure.message) + "\n";
  if (!failure.hint.empty()) text += "  " + style.faint(without_keys(failure.hint)) + "\n";
  host.err << text << std::flush;
  return failure.status;
}

void warn(Host& host, const GlobalOptions& options, std::string_view warning) {
  if (options.format == OutputFormat::json) return print_line(host, "warning", {{"message", warning}});
  const Style style = Style::of_errors(host, options);
  host.err << style.changed("clerkctl: warning:") << ' ' << without_keys(harmless(warning)) << '\n' << std::flush;
}

}  // namespace clerk::ctl
