#include "ctl/settings/plan_output.hpp"

#include "ctl/output/plain_text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

constexpr std::array all_actions{Action::add,       Action::change,    Action::send,          Action::none,
                                 Action::unmanaged, Action::read_only, Action::without_effect};

json::object to_json(const PlannedField& field) {
  json::object entry{{"group", field.group->name},
                     {"field", field.name},
                     {"action", to_string(field.action)},
                     {"knowledge", to_string(field.knowledge)}};
  if (field.current) entry.emplace("current", *field.current);
  if (field.wanted) entry.emplace("wanted", *field.wanted);
  if (!field.applied_at.empty()) entry.emplace("applied_at", field.applied_at);
  if (!field.note.empty()) entry.emplace("note", field.note);
  return entry;
}

std::string sign_of(Action action, const Style& style) {
  switch (action) {
    case Action::add:
      return style.good("+");
    case Action::change:
      return style.changed("~");
    case Action::send:
      return style.changed("?");
    case Action::none:
      return style.faint("=");
    case Action::without_effect:
      return style.bad("!");
    case Action::unmanaged:
    case Action::read_only:
      return style.faint(".");
  }
  return " ";
}

std::string values_of(const PlannedField& field) {
  const std::string current = field.current ? brief(*field.current) : "";
  switch (field.action) {
    case Action::change:
    case Action::send:
      return (current.empty() ? "" : current + " → ") + brief(*field.wanted);
    case Action::add:
    case Action::none:
    case Action::without_effect:
      return brief(*field.wanted);
    case Action::unmanaged:
    case Action::read_only:
      return current;
  }
  return "";
}

std::string remark_on(const PlannedField& field) {
  std::string remark;
  const auto add = [&](std::string_view text) { remark.append(remark.empty() ? "" : "; ").append(text); };
  if (field.action == Action::unmanaged) add("not in the file");
  const bool is_of_file = field.is_managed() || field.action == Action::unmanaged;
  if (is_of_file && field.knowledge == Knowledge::last_applied) {
    add("cannot be read; last applied " + brief(*field.current) + " on " + harmless(field.applied_at));
  }
  if (is_of_file && field.knowledge == Knowledge::never_applied)
    add("cannot be read; never applied by this state file");
  if (is_of_file && field.knowledge == Knowledge::in_doubt) {
    add("cannot be read; " + brief(*field.current) + " was sent on " + harmless(field.applied_at) +
        ", and no answer confirmed it");
  }
  if (!field.note.empty()) add(harmless(field.note));
  return remark;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t wide = display_width(text);
  return text.append(wide < width ? width - wide : 0, ' ');
}

struct Widths {
  std::size_t name{0}, values{0};
};

Widths widths_of(const Group& group, const Plan& plan) {
  constexpr std::size_t widest = 40;  // a long list does not push every remark off the screen
  Widths widths;
  for (const PlannedField& field : plan.fields) {
    if (field.group != &group) continue;
    widths.name = std::max(widths.name, display_width(field.name));
    widths.values = std::max(widths.values, std::min(widest, display_width(values_of(field))));
  }
  return widths;
}

std::string line_of(const PlannedField& field, const Widths& widths, const Style& style) {
  const std::string name = padded(field.name, widths.name);
  const std::string values = values_of(field);
  const std::string remark = remark_on(field);
  const bool is_faint = !field.is_pending() && field.action != Action::without_effect;
  std::string line = "  " + sign_of(field.action, style) + ' ';
  line += (is_faint ? style.faint(name) : name) + "  ";
  const std::string shown = remark.empty() ? values : padded(values, widths.values);
  line += is_faint ? style.faint(shown) : shown;
  if (!remark.empty()) line += "  " + style.faint("(" + remark + ")");
  return line + '\n';
}

std::string title_of(const Group& group, const Plan& plan, const Style& style) {
  const bool by_empty_patch = std::ranges::any_of(plan.fields, [&](const PlannedField& field) {
    return field.group == &group && field.knowledge == Knowledge::empty_patch;
  });
  std::string title = style.strong(std::string{group.name});
  if (by_empty_patch) title += style.faint("  (answered by an empty PATCH, as there is no read route)");
  return title + '\n';
}

std::string summary_of(const Plan& plan) {
  std::string text;
  const auto add = [&](Action action, const char* what) {
    if (const std::size_t count = plan.count(action); count > 0) {
      text.append(text.empty() ? "" : ", ").append(std::to_string(count)).append(what);
    }
  };
  add(Action::add, " to add");
  add(Action::change, " to change");
  add(Action::send, " to send that cannot be read");
  add(Action::none, " as wanted");
  add(Action::unmanaged, " unmanaged");
  add(Action::read_only, " read-only and ignored");
  add(Action::without_effect, " without effect");
  return text;
}

}  // namespace

std::string brief(const json::value& value) {
  constexpr std::size_t columns = 72;
  return shortened(harmless(json::serialize(value)), columns);
}

json::object to_json(const Plan& plan) {
  json::array changes;
  json::array fields;
  for (const PlannedField& field : plan.fields) {
    if (field.is_pending()) changes.push_back(to_json(field));
    fields.push_back(to_json(field));
  }
  json::object summary;
  for (const Action action : all_actions) summary.emplace(to_string(action), plan.count(action));
  return {{"instance_id", plan.instance.instance_id},
          {"environment", plan.instance.environment},
          {"changes", std::move(changes)},
          {"fields", std::move(fields)},
          {"notes", json::array(plan.notes.begin(), plan.notes.end())},
          {"summary", std::move(summary)}};
}

std::string table_of(const Plan& plan, const Style& style) {
  std::string text = "Instance " + style.strong(harmless(plan.instance.instance_id)) + " (" +
                     harmless(plan.instance.environment) + ")\n";
  const Group* group = nullptr;
  Widths widths;
  for (const PlannedField& field : plan.fields) {
    if (field.group != group) {
      group = field.group;
      widths = widths_of(*group, plan);
      text += '\n' + title_of(*group, plan, style);
    }
    text += line_of(field, widths, style);
  }
  text += '\n';
  for (const std::string& note : plan.notes) text += style.faint("note: " + harmless(note)) + '\n';
  const std::string summary = summary_of(plan);
  text += plan.has_changes() ? "Plan: " + summary + ".\n"
                             : "Nothing to do" + (summary.empty() ? "" : ": " + summary) + ".\n";
  return text;
}

}  // namespace clerk::ctl::settings
