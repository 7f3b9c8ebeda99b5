#include "ctl/settings/session.hpp"

#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"
#include "ctl/output/style.hpp"
#include "ctl/report.hpp"
#include "ctl/settings/actions.hpp"
#include "ctl/settings/safety.hpp"
#include "ctl/settings/whole_file.hpp"

namespace clerk::ctl::settings {

namespace json = boost::json;

std::string name_of(const std::string& file) {
  return file == standard_stream ? std::string{standard_input} : harmless(file);
}

Outcome<std::string> read_text(Host& host, const std::string& file, const std::string& hint, std::size_t largest) {
  if (file == standard_stream) return read_standard_input(host, largest);
  auto text = read_whole_file(host.directory / file, largest);
  if (!text) return std::move(text).error();
  if (!*text) return Failure{.message = "there is no file " + harmless(file), .hint = hint};
  return {boost::system::in_place_value, **std::move(text)};
}

Outcome<CheckedDocument> check_file(Host& host, const std::string& file) {
  const auto text = read_text(
      host, file, "`clerkctl settings pull --out " + harmless(file) + "` writes one of what the instance holds",
      largest_document);
  if (!text) return text.error();
  const Failure empty{.message = name_of(file) + " has no settings: it is empty",
                      .hint = "`clerkctl settings pull` shows what stands in such a file"};
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) return empty;  // which is no JSON either
  const auto document = read_document(*text, name_of(file));
  if (!document) return document.error();
  return document->is_null() ? empty : Outcome<CheckedDocument>{check_document(*document)};
}

Outcome<SettingsFile> read_settings_file(Host& host, const std::string& file) {
  auto checked = check_file(host, file);
  if (!checked) return std::move(checked).error();
  if (!checked->mistakes.empty()) return failure_of(checked->mistakes, name_of(file));
  checked->document.name = name_of(file);
  return SettingsFile{.document = std::move(checked->document), .warnings = std::move(checked->warnings)};
}

std::filesystem::path state_path(const Host& host, const std::string& settings_file, const std::string& given) {
  if (!given.empty()) return host.directory / given;
  const std::filesystem::path beside = settings_file == standard_stream ? "" : settings_file;
  return (host.directory / beside).parent_path() / ".clerkctl" / "state.json";
}

namespace {

/// Those that show by another name what its own group does not.
std::vector<const Group*> groups_with_other_names(const Document& document) {
  std::vector<const Group*> groups;
  for (const Wanted& wanted : document.wanted) {
    if (wanted.group->is_readable(*wanted.field)) continue;
    if (const auto place = find_readable(wanted.field->setting)) groups.push_back(place->group);
  }
  return groups;
}

}  // namespace

Outcome<Plan> plan_for(const SettingsFile& file, const Context& context, Service& service, const State& state,
                       const Identity* planned_for) {
  const Secret& key = context.credentials.configuration.access_token;
  if (auto refused = check_key(file.document, key, file.document.name)) return *std::move(refused);
  const Inquiry inquiry{.groups = file.document.named,
                        .asides = groups_with_other_names(file.document),
                        .roles = file.document.names_roles(),
                        .accept = [&](const Identity& instance) -> std::optional<Failure> {
                          if (planned_for != nullptr && *planned_for != instance) {
                            return other_instance(*planned_for, instance, file.document.name);
                          }
                          return check_instance(file.document, instance, file.document.name);
                        },
                        .key_source = context.credentials.key_source};
  const auto observation = observe(service, inquiry);
  if (!observation) return observation.error();
  return make_plan(file.document, *observation, state.of(observation->instance.instance_id));
}

void print(Host& host, const GlobalOptions& options, const json::value& value) {
  host.out << render(value, options.format);
}

void print_warnings(Host& host, const GlobalOptions& options, const std::vector<std::string>& warnings) {
  for (const std::string& warning : warnings) warn(host, options, warning);
}

void print_progress(Host& host, const GlobalOptions& options, const std::string& doing) {
  if (host.err_is_terminal) host.err << Style::of_errors(host, options).faint(doing + " …") << '\n' << std::flush;
}

}  // namespace clerk::ctl::settings
