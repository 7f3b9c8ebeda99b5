#include "ctl/report.hpp"

#include "ctl/key_text.hpp"
#include "ctl/output/style.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace clerk::ctl {

namespace {

std::string failure_json(const std::string& message, const std::string& hint, ExitStatus status) {
  const boost::json::value value{
      {"error", {{"message", message}, {"hint", hint}, {"exit_status", static_cast<int>(status)}}}};
  return boost::json::serialize(value) + "\n";
}

}  // namespace

ExitStatus report(Host& host, const GlobalOptions& options, const Failure& failure) {
  const std::string message = without_keys(failure.message);
  const std::string hint = without_keys(failure.hint);
  if (options.format == OutputFormat::json) {
    host.err << failure_json(message, hint, failure.status) << std::flush;
    return failure.status;
  }
  const Style style = Style::of_errors(host, options);
  std::string text = style.bad("clerkctl:") + " " + message + "\n";
  if (!hint.empty()) text += "  " + style.faint(hint) + "\n";
  host.err << text << std::flush;
  return failure.status;
}

}  // namespace clerk::ctl
