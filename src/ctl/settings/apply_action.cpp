#include "ctl/command_line.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/output/style.hpp"
#include "ctl/output/utc.hpp"
#include "ctl/report.hpp"
#include "ctl/settings/actions.hpp"
#include "ctl/settings/apply.hpp"
#include "ctl/settings/apply_output.hpp"
#include "ctl/settings/plan_output.hpp"
#include "ctl/settings/saved_plan.hpp"
#include "ctl/settings/session.hpp"
#include "ctl/settings/stop_signals.hpp"

#include <chrono>
#include <thread>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

constexpr const char* stop_notice =
    "\nStopping after the group that is under way. Once more ends it at once, and nobody knows what became of it.\n";

/// One run of `apply`, from a settings file or from a saved plan.
class ApplyRun {
 public:
  ApplyRun(Host& host, const GlobalOptions& options, const ApplyOptions& command)
      : host_{host}, options_{options}, command_{command} {}

  ExitStatus run() {
    const auto status = prepare_and_apply();
    if (status) return *status;
    return report(host_, options_, status.error());
  }

 private:
  Outcome<ExitStatus> prepare_and_apply() {
    if (auto failure = read_what_is_wanted()) return *std::move(failure);
    print_warnings(host_, options_, file_.warnings);
    const auto context = make_context(host_, options_);
    if (!context) return context.error();

    const StateFile state_file{state_path()};
    const auto lock = StateLock::take(state_file);
    if (!lock) return lock.error();
    auto state = state_file.load();
    if (!state) return state.error();

    print_progress(host_, options_, "reading the instance");
    ApiService service{context->api_client};
    const auto plan = plan_for(file_, *context, service, *state, saved_ ? &saved_->instance : nullptr);
    if (!plan) return plan.error();
    if (saved_) {
      if (auto stale = find_stale(*saved_, *plan, command_.plan)) {
        stale->hint += "; what was applied is looked up in " + harmless(state_file.path().string());
        return *std::move(stale);
      }
    }
    const bool production = is_production(plan->instance, context->credentials.configuration.access_token);
    const bool has_to_agree = plan->has_changes() && !agrees(command_.consent, production);
    const bool input_is_taken = file_name() == standard_stream;
    print_plan(*plan, has_to_agree && can_ask(host_, input_is_taken));
    if (has_to_agree) {
      auto refused = ask_to_go_on(host_, plan->instance, production, command_.consent, input_is_taken);
      if (refused) return *std::move(refused);
    }
    const StopSignals signals{host_.err_is_terminal ? stop_notice : nullptr};
    return conclude(apply(*plan, service, *state, surroundings(state_file, signals)), state_file);
  }

  [[nodiscard]] std::filesystem::path state_path() const {
    if (!saved_ || !command_.state.empty()) return settings::state_path(host_, command_.file, command_.state);
    const std::filesystem::path plan = command_.plan == standard_stream ? "" : command_.plan;
    return ((host_.directory / plan).parent_path() / saved_->state_file).lexically_normal();
  }

  [[nodiscard]] const std::string& file_name() const { return saved_ ? command_.plan : command_.file; }

  std::optional<Failure> read_what_is_wanted() {
    if (command_.plan.empty()) {
      auto file = read_settings_file(host_, command_.file);
      if (!file) return std::move(file).error();
      file_ = *std::move(file);
      return std::nullopt;
    }
    const auto text = read_text(host_, command_.plan,
                                "`clerkctl settings plan FILE --out " + harmless(command_.plan) + "` makes one");
    if (!text) return text.error();
    auto saved = read_saved_plan(*text, name_of(command_.plan));
    if (!saved) return std::move(saved).error();
    saved_ = *std::move(saved);
    file_ = {.document = saved_->document};
    file_.document.name = name_of(command_.plan);
    return std::nullopt;
  }

  // Who is to answer a question needs what it is about, and where it is asked; `plan` shows the rest.
  void print_plan(const Plan& plan, bool asks) {
    if (asks) {
      host_.err << table_of(plan.pending(), Style::of_errors(host_, options_)) << std::flush;
    } else if (options_.format == OutputFormat::table) {
      host_.out << table_of(plan.pending(), Style::of_output(host_, options_)) << std::flush;
    }
  }

  [[nodiscard]] ApplySurroundings surroundings(const StateFile& file, const StopSignals& signals) {
    return {.save = [&file](const State& state) { return file.save(state); },
            .now = [this] { return utc_text(host_.now()); },
            .wait = [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); },
            .progress = [this](const std::string& doing) { print_progress(host_, options_, doing); },
            .stop_asked = [&signals] { return signals.asked(); }};
  }

  ExitStatus conclude(const ApplyReport& report, const StateFile& state) {
    if (options_.format != OutputFormat::table) {
      json::object object = to_json(report);
      object.emplace("state_file", state.path().string());
      print(host_, options_, object);
    } else if (!report.fields.empty()) {
      const Style style = Style::of_output(host_, options_);
      host_.out << '\n' << table_of(report, style);
      if (report.noted) {
        host_.out << style.faint("What cannot be read back is noted in " + harmless(state.path().string()) + ".")
                  << '\n';
      }
      host_.out << std::flush;
    }
    if (const auto dropped = dropped_failure(report)) ctl::report(host_, options_, *dropped);
    if (report.failure) ctl::report(host_, options_, *report.failure);
    return report.status();
  }

  Host& host_;
  const GlobalOptions& options_;
  const ApplyOptions& command_;
  std::optional<SavedPlan> saved_{};
  SettingsFile file_{};
};

}  // namespace

ExitStatus run_apply(Host& host, const GlobalOptions& options, const ApplyOptions& command) {
  return ApplyRun{host, options, command}.run();
}

}  // namespace clerk::ctl::settings
