#include "ctl/settings/actions.hpp"

#include "ctl/command_line.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"
#include "ctl/output/style.hpp"
#include "ctl/output/utc.hpp"
#include "ctl/report.hpp"
#include "ctl/settings/plan_output.hpp"
#include "ctl/settings/pull.hpp"
#include "ctl/settings/saved_plan.hpp"
#include "ctl/settings/session.hpp"
#include "ctl/settings/whole_file.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

/// A plan of a file, and the client that it was made with.
struct Compared {
  SettingsFile file{};
  Plan plan{};
};

Outcome<Compared> compare(Host& host, const GlobalOptions& options, const std::string& file, const std::string& state) {
  auto settings = read_settings_file(host, file);
  if (!settings) return std::move(settings).error();
  print_warnings(host, options, settings->warnings);
  const auto noted = StateFile{state_path(host, file, state)}.load();
  if (!noted) return noted.error();
  const auto context = make_context(host, options);
  if (!context) return context.error();
  print_progress(host, options, "reading the instance");
  ApiService service{context->api_client};
  auto plan = plan_for(*settings, *context, service, *noted);
  if (!plan) return std::move(plan).error();
  return Compared{.file = *std::move(settings), .plan = *std::move(plan)};
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list.append(list.empty() ? "" : ", ").append(text);
  return list;
}

// What is there may be replaced by a plan only if it is one: `--out` is easily given the settings file.
std::optional<Failure> check_place_of_plan(const std::filesystem::path& path, const std::string& name) {
  if (name == standard_stream) {
    return Failure{.message = "--out takes the name of a file",
                   .hint = "`--format json` prints the plan; one that is to be applied is saved in a file",
                   .status = ExitStatus::usage};
  }
  if (auto failure = check_can_be_replaced(path)) return failure;
  const auto there = read_whole_file(path);
  if (!there) return there.error();
  if (!*there || is_saved_plan(**there)) return std::nullopt;
  return Failure{.message = "there is a file " + harmless(name) + " already, and it is no plan",
                 .hint = "nothing was written; give --out another name"};
}

std::optional<Failure> save_plan(Host& host, const Compared& compared, const PlanOptions& command) {
  const std::filesystem::path path = (host.directory / command.out).lexically_normal();
  if (auto failure = check_place_of_plan(path, command.out)) return failure;
  const std::filesystem::path state = state_path(host, command.file, command.state);
  const SavedPlan saved{.created_at = utc_text(host.now()),
                        .state_file = state.lexically_normal().lexically_relative(path.parent_path()).string(),
                        .instance = compared.plan.instance,
                        .document = compared.file.document,
                        .basis = basis_of(compared.plan)};
  return write_whole_file(path, render(to_json(saved), OutputFormat::json), Existing::replace);
}

void print_checks(Host& host, const Style& style, const std::vector<std::string>& checks) {
  if (checks.empty()) return;
  std::string text = "Only the server can check";
  for (const std::string& check : checks) text.append("\n  ").append(check);
  host.out << style.faint(text) << '\n';
}

void print_plan(Host& host, const GlobalOptions& options, const Compared& compared, const PlanOptions& command) {
  const std::vector<std::string> checks = checks_left_to_the_server(compared.plan.changed_groups());
  if (options.format != OutputFormat::table) {
    json::object object = to_json(compared.plan);
    object.emplace("server_checks", json::array(checks.begin(), checks.end()));
    if (!command.out.empty()) object.emplace("saved_to", command.out);
    return print(host, options, object);
  }
  const Style style = Style::of_output(host, options);
  host.out << table_of(compared.plan, style);
  print_checks(host, style, checks);
  if (!command.out.empty()) {
    host.out << "Saved; do exactly this with: clerkctl settings apply --plan " << harmless(command.out) << '\n';
  }
}

Outcome<Pulled> pull_everything(Host& host, const GlobalOptions& options) {
  const auto context = make_context(host, options);
  if (!context) return context.error();
  print_progress(host, options, "reading the instance");
  ApiService service{context->api_client};
  Inquiry everything{.roles = true, .forgives_missing_routes = true, .key_source = context->credentials.key_source};
  for (const Group& group : groups()) everything.groups.push_back(&group);
  const auto observation = observe(service, everything);
  if (!observation) return observation.error();
  return pull(*observation);
}

OutputFormat pull_format(const GlobalOptions& options, const std::string& out) {
  if (out.ends_with(".json")) return OutputFormat::json;
  if (is_yaml_name(out)) return OutputFormat::yaml;
  return options.format == OutputFormat::json ? OutputFormat::json : OutputFormat::yaml;
}

std::optional<Failure> find_in_the_way(const Host& host, const PullOptions& command) {
  if (command.out.empty() || command.force) return std::nullopt;
  if (!std::filesystem::exists(std::filesystem::symlink_status(host.directory / command.out))) return std::nullopt;
  return Failure{.message = "there is a file " + harmless(command.out) + " already",
                 .hint = "nothing was written; name another one, or pass --force to replace it"};
}

}  // namespace

ExitStatus run_pull(Host& host, const GlobalOptions& options, const PullOptions& command) {
  if (auto failure = find_in_the_way(host, command)) return report(host, options, *failure);
  auto pulled = pull_everything(host, options);
  if (!pulled) return report(host, options, pulled.error());
  if (command.pin) pin(*pulled);
  const std::string text = text_of(*pulled, pull_format(options, command.out));
  if (command.out.empty() || command.out == standard_stream) {
    host.out << text;
  } else if (auto failure = write_whole_file(host.directory / command.out, text,
                                             command.force ? Existing::replace : Existing::keep)) {
    return report(host, options, *failure);
  }
  print_warnings(host, options, pulled->warnings);
  warn(host, options, "these can be set and not read, so they are not in the file: " + list_of(pulled->left_out));
  return ExitStatus::done;
}

ExitStatus run_plan(Host& host, const GlobalOptions& options, const PlanOptions& command) {
  const auto compared = compare(host, options, command.file, command.state);
  if (!compared) return report(host, options, compared.error());
  if (!command.out.empty()) {
    if (auto failure = save_plan(host, *compared, command)) return report(host, options, *failure);
  }
  print_plan(host, options, *compared, command);
  const bool says_so = command.detailed_exit_code && compared->plan.has_changes();
  return says_so ? ExitStatus::changes_pending : ExitStatus::done;
}

ExitStatus run_drift(Host& host, const GlobalOptions& options, const DriftOptions& command) {
  const auto compared = compare(host, options, command.file, command.state);
  if (!compared) return report(host, options, compared.error());
  const Plan& plan = compared->plan;
  const bool differs = std::ranges::any_of(plan.fields, is_drift);
  std::vector<std::string> unchecked;
  for (const PlannedField& field : plan.fields) {
    if (field.is_managed() && is_from_state(field.knowledge)) unchecked.push_back(field.path());
  }
  if (options.format == OutputFormat::table) {
    host.out << table_of(plan, Style::of_output(host, options));
    if (!unchecked.empty()) host.out << "Cannot be checked, as no answer shows them: " << list_of(unchecked) << ".\n";
    const bool is_seen = std::ranges::any_of(plan.fields, [](const PlannedField& field) {
      return is_drift(field) && field.knowledge != Knowledge::in_doubt;
    });
    host.out << (is_seen   ? "The instance differs from "
                 : differs ? "The instance may differ from "
                           : "As far as can be known, the instance is as in ")
             << compared->file.document.name << ".\n";
  } else {
    json::object object = to_json(plan);
    object.emplace("drift", differs);
    object.emplace("not_checkable", json::array(unchecked.begin(), unchecked.end()));
    print(host, options, object);
  }
  return differs ? ExitStatus::changes_pending : ExitStatus::done;
}

ExitStatus run_validate(Host& host, const GlobalOptions& options, const std::string& file) {
  const auto checked = check_file(host, file);
  if (!checked) return report(host, options, checked.error());
  const Document& document = checked->document;
  const std::vector<std::string> checks = checks_left_to_the_server(document.named);
  if (options.format != OutputFormat::table) {
    json::array mistakes;
    for (const Mistake& mistake : checked->mistakes) {
      mistakes.push_back(json::object{{"path", mistake.path}, {"problem", mistake.problem}});
    }
    print(host, options,
          json::object{{"valid", mistakes.empty()},
                       {"settings", document.wanted.size()},
                       {"mistakes", mistakes},
                       {"warnings", json::array(checked->warnings.begin(), checked->warnings.end())},
                       {"server_checks", json::array(checks.begin(), checks.end())}});
    return mistakes.empty() ? ExitStatus::done : ExitStatus::failed;
  }
  print_warnings(host, options, checked->warnings);
  if (!checked->mistakes.empty()) return report(host, options, failure_of(checked->mistakes, name_of(file)));
  host.out << name_of(file) << " is valid: " << document.wanted.size() << " settings in " << document.named.size()
           << " groups.\n";
  print_checks(host, Style::of_output(host, options), checks);
  return ExitStatus::done;
}

}  // namespace clerk::ctl::settings
