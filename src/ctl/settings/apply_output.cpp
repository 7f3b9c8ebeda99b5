#include "ctl/settings/apply_output.hpp"

#include "ctl/output/plain_text.hpp"
#include "ctl/settings/plan_output.hpp"

#include <boost/json/array.hpp>

#include <array>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

constexpr std::array all_fates{Fate::confirmed, Fate::taken,          Fate::dropped,
                               Fate::refused,   Fate::may_have_acted, Fate::not_tried};

json::object to_json(const AppliedField& applied) {
  json::object entry{{"group", applied.planned.group->name},
                     {"field", applied.planned.name},
                     {"wanted", applied.planned.wanted.value_or(json::value{})},
                     {"fate", to_string(applied.fate)}};
  if (applied.fate == Fate::dropped && applied.answered) entry.emplace("answered", *applied.answered);
  if (!applied.note.empty()) entry.emplace("note", applied.note);
  return entry;
}

std::string_view key_of(Fate fate) {
  switch (fate) {
    case Fate::confirmed:
    case Fate::taken:
      return "applied";
    case Fate::dropped:
      return "dropped";
    case Fate::refused:
    case Fate::may_have_acted:
      return "failed";
    case Fate::not_tried:
      return "not_tried";
  }
  return "not_tried";
}

std::string word_for(Fate fate, const Style& style) {
  switch (fate) {
    case Fate::confirmed:
    case Fate::taken:
      return style.good("applied  ");
    case Fate::dropped:
      return style.bad("dropped  ");
    case Fate::refused:
      return style.bad("refused  ");
    case Fate::may_have_acted:
      return style.bad("unknown  ");
    case Fate::not_tried:
      return style.faint("not tried");
  }
  return "";
}

std::string remark_on(const AppliedField& applied) {
  std::string remark = applied.note;
  const auto add = [&](std::string_view text) { remark.append(remark.empty() ? "" : "; ").append(text); };
  if (applied.fate == Fate::taken)
    add(!applied.note.empty()            ? "unconfirmed"
        : applied.planned.sent.is_null() ? "the server took it; what it led to is for the next plan to show"
                                         : "the server took it; it cannot be read back");
  if (applied.fate == Fate::dropped) {
    add(applied.answered ? "the answer shows " + brief(*applied.answered) : "no answer shows it");
  }
  return harmless(remark);
}

std::string summary_of(const ApplyReport& report) {
  const std::size_t applied = report.count(Fate::confirmed) + report.count(Fate::taken);
  std::string text = std::to_string(applied) + " applied";
  const auto add = [&](Fate fate, const char* what) {
    if (const std::size_t count = report.count(fate); count > 0) {
      text.append(", ").append(std::to_string(count)).append(what);
    }
  };
  add(Fate::dropped, " dropped by the server");
  add(Fate::refused, " refused");
  add(Fate::may_have_acted, " of unknown outcome");
  add(Fate::not_tried, " not tried");
  return text;
}

}  // namespace

json::object to_json(const ApplyReport& report) {
  json::object object{{"instance_id", report.instance.instance_id},
                      {"environment", report.instance.environment},
                      {"applied", json::array{}},
                      {"dropped", json::array{}},
                      {"failed", json::array{}},
                      {"not_tried", json::array{}}};
  for (const AppliedField& applied : report.fields) {
    object.at(key_of(applied.fate)).as_array().push_back(to_json(applied));
  }
  object.emplace("warnings", json::array(report.warnings.begin(), report.warnings.end()));
  object.emplace("failure", report.failure ? json::value(report.failure->message) : json::value(nullptr));
  json::object summary;
  for (const Fate fate : all_fates) summary.emplace(to_string(fate), report.count(fate));
  object.emplace("summary", std::move(summary));
  return object;
}

std::string table_of(const ApplyReport& report, const Style& style) {
  std::string text;
  for (const AppliedField& applied : report.fields) {
    text += word_for(applied.fate, style) + "  " + applied.planned.path();
    if (applied.planned.wanted) text += "  " + brief(*applied.planned.wanted);
    const std::string remark = remark_on(applied);
    text += (remark.empty() ? "" : "  " + style.faint("(" + remark + ")")) + '\n';
  }
  for (const std::string& warning : report.warnings) text += style.changed("warning: " + harmless(warning)) + '\n';
  return text + '\n' + summary_of(report) + ".\n";
}

std::optional<Failure> dropped_failure(const ApplyReport& report) {
  std::string names;
  for (const AppliedField& applied : report.fields) {
    if (applied.fate == Fate::dropped) names.append(names.empty() ? "" : ", ").append(applied.planned.path());
  }
  if (names.empty()) return std::nullopt;
  return Failure{.message = "the server took the request and dropped " + names,
                 .hint = std::string{"the instance's plan, environment or version may not have it"} +
                         (report.failure ? "" : "; the rest was applied"),
                 .status = ExitStatus::field_dropped};
}

}  // namespace clerk::ctl::settings
