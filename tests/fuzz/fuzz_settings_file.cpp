#include "codec/utf8.hpp"
#include "ctl/dotenv.hpp"
#include "ctl/output/render.hpp"
#include "ctl/settings/document.hpp"
#include "ctl/settings/saved_plan.hpp"
#include "ctl/settings/state.hpp"
#include "tests/fuzz/property.hpp"

#include <algorithm>

// The files that clerkctl reads: any YAML or JSON, settings files, saved plans, its state, and .env.
namespace clerk::fuzz {

namespace {

using namespace ctl;
using namespace ctl::settings;

void check_readable(std::string_view text) {
  const bool is_plain = std::ranges::none_of(text, [](char c) { return is_control(c) && c != '\n'; });
  require(codec::is_utf8(text) && is_plain, "a message is fit for a terminal", text);
}

void check_written(const boost::json::value& value) {
  for (const OutputFormat format : {OutputFormat::json, OutputFormat::yaml}) {
    const std::string written = render(value, format);
    const auto again = read_document(written, format == OutputFormat::json ? "a.json" : "a.yaml");
    require(again.has_value(), "what is written can be read", written);
    require(*again == value, "what is written reads as it was", written);
  }
}

// Of an instance that nothing is known of, every setting is planned.
void check_saved(const Document& document) {
  const Observation nothing{.instance = {.instance_id = "ins_1", .environment = "development"}};
  const auto plan = make_plan(document, nothing, {});
  if (!plan) return check_readable(plan.error().message);
  const SavedPlan saved{.created_at = "2026-05-12T07:15:20Z",
                        .instance = nothing.instance,
                        .document = document,
                        .basis = basis_of(*plan)};
  const auto again = read_saved_plan(render(to_json(saved), OutputFormat::json), "plan.json");
  require(again.has_value(), "a saved plan can be read");
  require(!find_stale(*again, *plan, "plan.json"), "a saved plan is not stale at once");
}

void check_settings(const boost::json::value& file) {
  const CheckedDocument checked = check_document(file);
  for (const Mistake& mistake : checked.mistakes) check_readable(mistake.path + mistake.problem);
  for (const std::string& warning : checked.warnings) check_readable(warning);
  if (!checked.mistakes.empty()) return;
  check_saved(checked.document);
}

void check_kept(std::string_view text) {
  const auto state = read_state(text, "state.json");
  if (state) {
    const auto again = read_state(render(to_json(*state), OutputFormat::json), "state.json");
    require(again.has_value() && *again == *state, "a state is kept as it is");
  } else {
    check_readable(state.error().message);
  }
  if (const auto saved = read_saved_plan(text, "plan.json"); !saved) check_readable(saved.error().message);
  if (const auto variables = read_dotenv(text, ".env"); !variables) check_readable(variables.error().message);
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = clerk::fuzz::Input{data, size}.rest();
  if (const auto value = clerk::ctl::read_document(text, "settings.yaml")) {
    clerk::fuzz::check_written(*value);
    clerk::fuzz::check_settings(*value);
  } else {
    clerk::fuzz::check_readable(value.error().message);
  }
  clerk::fuzz::check_kept(text);
  return 0;
}
