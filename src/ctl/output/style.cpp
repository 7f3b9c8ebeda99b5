#include "ctl/output/style.hpp"

namespace clerk::ctl {

namespace {

bool is_set(const Host& host, const std::string& name) { return !host.environment(name).value_or("").empty(); }

bool wants_color(const Host& host, const GlobalOptions& options, bool is_terminal) {
  if (options.color) return *options.color;
  if (is_set(host, "NO_COLOR")) return false;
  if (is_set(host, "CLICOLOR_FORCE") && host.environment("CLICOLOR_FORCE") != "0") return true;
  return is_terminal && host.environment("TERM") != "dumb";
}

std::string painted(bool colored, std::string_view code, std::string_view text) {
  if (!colored || text.empty()) return std::string{text};
  return std::string{"\x1b["}.append(code).append("m").append(text).append("\x1b[0m");
}

}  // namespace

Style Style::of_output(const Host& host, const GlobalOptions& options) {
  return Style{wants_color(host, options, host.out_is_terminal)};
}

Style Style::of_errors(const Host& host, const GlobalOptions& options) {
  return Style{wants_color(host, options, host.err_is_terminal)};
}

std::string Style::strong(std::string_view text) const { return painted(colored_, "1", text); }
std::string Style::faint(std::string_view text) const { return painted(colored_, "2", text); }
std::string Style::good(std::string_view text) const { return painted(colored_, "32", text); }
std::string Style::changed(std::string_view text) const { return painted(colored_, "33", text); }
std::string Style::bad(std::string_view text) const { return painted(colored_, "31", text); }

}  // namespace clerk::ctl
