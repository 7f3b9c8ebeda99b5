#include "ctl/settings/plan.hpp"

#include "ctl/output/nearest_name.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/settings/comparison.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <iterator>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

class Planner {
 public:
  Planner(const Document& document, const Observation& observation, const AppliedSettings& applied)
      : document_{document}, observation_{observation}, applied_{applied} {}

  Outcome<Plan> plan() {
    plan_.instance = observation_.instance;
    if (!observation_.roles_problem.empty() && document_.names_roles()) {
      plan_.notes.push_back("the roles of the instance can't be listed: " + observation_.roles_problem);
    }
    for (const Group* group : document_.named) plan_group(*group);
    if (!mistakes_.empty()) return failure_of(mistakes_, document_.name);
    return std::move(plan_);
  }

 private:
  void plan_group(const Group& group) {
    answer_ = observation_.find(group);
    if (const UnreadGroup* unread = observation_.find_unread(group)) {
      plan_.notes.push_back(std::string{group.name} +
                            " can't be read, and is known only as what was last applied: " + unread->reason);
    }
    if (answer_ != nullptr && answer_->by_empty_patch && group.get != nullptr) {
      plan_.notes.push_back(std::string{group.name} +
                            ": this server has no route to read them; an empty PATCH, which changes nothing, answered");
    }
    for (const Field& field : group.fields) {
      if (const Wanted* wanted = document_.find(group, field)) {
        plan_.fields.push_back(planned(group, *wanted));
      } else if (!field.is_retired() && !document_.names_setting(field.setting)) {
        note_unmanaged(group, field);
      }
    }
    for (const ReadOnlyField& field : document_.read_only) {
      if (field.group == &group) note_read_only(group, field.name);
    }
  }

  PlannedField planned(const Group& group, const Wanted& wanted) {
    const Field& field = *wanted.field;
    PlannedField planned{.group = &group,
                         .field = &field,
                         .name = std::string{wanted.name()},
                         .wanted = wanted.value,
                         .sent = wanted.value,
                         .note = wanted.note};
    look_up(group, field, planned);
    if (wanted.without_effect) {
      planned.action = Action::without_effect;
    } else if (field.is_role_id) {
      plan_role(wanted, planned);
    } else if (was_read(group, field)) {
      plan_readable(field, planned);
    } else {
      plan_unreadable(field, planned);
    }
    return planned;
  }

  [[nodiscard]] bool was_read(const Group& group, const Field& field) const {
    return group.is_readable(field) && answer_ != nullptr;
  }

  // What is known of the field now.
  void look_up(const Group& group, const Field& field, PlannedField& planned) const {
    if (was_read(group, field)) {
      planned.knowledge = answer_->by_empty_patch ? Knowledge::empty_patch : Knowledge::read;
      if (const json::value* shown = answer_->fields.if_contains(field.shown_as)) planned.current = *shown;
    } else {
      look_up_applied(field, planned);
    }
  }

  void look_up_applied(const Field& field, PlannedField& planned) const {
    const auto entry = applied_.find(field.setting);
    if (entry == applied_.end()) {
      planned.knowledge = Knowledge::never_applied;
      planned.current.reset();
      return;
    }
    planned.knowledge = entry->second.in_doubt ? Knowledge::in_doubt : Knowledge::last_applied;
    planned.current = entry->second.value;
    planned.applied_at = entry->second.date;
  }

  void plan_readable(const Field& field, PlannedField& planned) const {
    // What a reset leads to only the server knows, so what it answered is remembered.
    if (planned.wanted->is_null()) {
      const auto entry = applied_.find(field.setting);
      const bool was_reset = entry != applied_.end() && entry->second.value.is_null() && entry->second.answered &&
                             planned.current && is_same(*entry->second.answered, *planned.current);
      const bool is_null = !planned.current || planned.current->is_null();
      planned.action = is_null || was_reset ? Action::none : Action::change;
      if (was_reset && !is_null) planned.note = "null goes back to what the server has of its own, which is this";
      return;
    }
    planned.expected = planned.wanted;
    decide(planned, planned.current && is_kept_as(field, *planned.wanted, *planned.current));
  }

  static void decide(PlannedField& planned, bool is_as_wanted) {
    const bool is_set = planned.current && !is_nothing(*planned.current);
    planned.action = is_as_wanted ? Action::none : is_set ? Action::change : Action::add;
  }

  void plan_unreadable(const Field& field, PlannedField& planned) const {
    // The answer to the write shows it, but for what a reset leads to.
    if (!field.shown_as.empty() && !planned.wanted->is_null()) planned.expected = planned.wanted;
    decide_by_state(planned, planned.current && is_kept_as(field, *planned.wanted, *planned.current));
    if (planned.action == Action::none) compare_with_other_name(field, planned);
  }

  // What another name shows may be the same setting: enough to send it again, and too little to be told as read.
  void compare_with_other_name(const Field& field, PlannedField& planned) const {
    const auto place = find_readable(field.setting);
    const GroupAnswer* answer = place ? observation_.find(*place->group) : nullptr;
    const json::value* shown = answer == nullptr ? nullptr : answer->fields.if_contains(place->field->shown_as);
    if (shown == nullptr || is_same(*shown, *planned.wanted)) return;
    planned.action = Action::send;
    planned.note = path_of(*place->group, place->field->name) + ", probably the same setting, is " +
                   harmless(json::serialize(*shown));
  }

  static void decide_by_state(PlannedField& planned, bool is_as_applied) {
    const bool is_known = planned.knowledge == Knowledge::last_applied;
    planned.action = is_known && is_as_applied ? Action::none : Action::send;
  }

  void plan_role(const Wanted& wanted, PlannedField& planned) {
    const std::string_view name = wanted.value.get_string();
    if (answer_ == nullptr) return plan_unread_role(wanted, planned);
    if (wanted.is_role_key) return plan_role_by_key(name, planned);
    if (!observation_.roles) {
      look_up_applied(*wanted.field, planned);
      planned.note = "the answer names roles by key, and without the list of roles the id can't be compared";
      return decide_by_state(planned, planned.current && is_same(*planned.wanted, *planned.current));
    }
    const RoleName* role = observation_.role_with_id(name);
    if (role == nullptr) {
      planned.note = "no role of this instance has this id";
    } else {
      planned.note = "the role " + role->key;
      planned.expected = role->key;
    }
    const bool is_as_wanted = role != nullptr && planned.current && *planned.current == json::value(role->key);
    show_current_by_id(planned);
    decide(planned, is_as_wanted);
  }

  // What was last applied is the role's id, whatever name the file has for it.
  void plan_unread_role(const Wanted& wanted, PlannedField& planned) {
    const std::string_view name = wanted.value.get_string();
    const RoleName* role = wanted.is_role_key ? observation_.role_with_key(name) : observation_.role_with_id(name);
    if (role != nullptr) {
      planned.sent = role->id;
      planned.expected = role->key;
      if (!wanted.is_role_key) planned.note = "the role " + role->key;
    } else if (wanted.is_role_key) {
      mistakes_.push_back({planned.path(), no_role_with(name)});
    }
    decide_by_state(planned, planned.current && is_same(planned.sent, *planned.current));
  }

  void show_current_by_id(PlannedField& planned) const {
    if (!planned.current || !planned.current->is_string()) return;
    if (const RoleName* role = observation_.role_with_key(planned.current->get_string())) planned.current = role->id;
  }

  void plan_role_by_key(std::string_view key, PlannedField& planned) {
    decide(planned, planned.current && is_same(*planned.wanted, *planned.current));
    if (const RoleName* role = observation_.role_with_key(key)) {
      planned.sent = role->id;
      planned.expected = planned.wanted;
    } else if (planned.action != Action::none) {
      mistakes_.push_back({planned.path(), no_role_with(key)});
    }
  }

  [[nodiscard]] std::string no_role_with(std::string_view key) const {
    if (!observation_.roles) {
      return "names a role by its key, and without the list of roles its id is unknown (" + observation_.roles_problem +
             ")";
    }
    std::vector<std::string_view> keys;
    for (const RoleName& role : *observation_.roles) keys.emplace_back(role.key);
    return "is " + harmless(key) + ", and no role of the instance has this key" + did_you_mean(key, keys);
  }

  void note_unmanaged(const Group& group, const Field& field) {
    PlannedField unmanaged{
        .group = &group, .field = &field, .name = std::string{field.name}, .action = Action::unmanaged};
    look_up(group, field, unmanaged);
    if (field.is_role_id && was_read(group, field)) unmanaged.name = field.shown_as;  // by its key
    if (unmanaged.current && !unmanaged.current->is_null()) plan_.fields.push_back(std::move(unmanaged));
  }

  void note_read_only(const Group& group, const std::string& name) {
    PlannedField field{.group = &group,
                       .name = name,
                       .action = Action::read_only,
                       .note = "can't be set; what the file says of it is ignored"};
    if (answer_ == nullptr) {
      field.knowledge = Knowledge::never_applied;
    } else if (const json::value* shown = answer_->fields.if_contains(name)) {
      field.knowledge = answer_->by_empty_patch ? Knowledge::empty_patch : Knowledge::read;
      field.current = *shown;
    }
    plan_.fields.push_back(std::move(field));
  }

  const Document& document_;
  const Observation& observation_;
  const AppliedSettings& applied_;
  const GroupAnswer* answer_{nullptr};  ///< of the group at hand
  Plan plan_{};
  std::vector<Mistake> mistakes_{};
};

}  // namespace

std::string_view to_string(Knowledge knowledge) {
  switch (knowledge) {
    case Knowledge::read:
      return "read";
    case Knowledge::empty_patch:
      return "empty_patch";
    case Knowledge::last_applied:
      return "last_applied";
    case Knowledge::never_applied:
      return "never_applied";
    case Knowledge::in_doubt:
      return "in_doubt";
  }
  return "";
}

std::string_view to_string(Action action) {
  switch (action) {
    case Action::none:
      return "none";
    case Action::add:
      return "add";
    case Action::change:
      return "change";
    case Action::send:
      return "send";
    case Action::unmanaged:
      return "unmanaged";
    case Action::read_only:
      return "read_only";
    case Action::without_effect:
      return "without_effect";
  }
  return "";
}

bool Plan::has_changes() const { return std::ranges::any_of(fields, &PlannedField::is_pending); }

std::size_t Plan::count(Action action) const {
  return static_cast<std::size_t>(std::ranges::count(fields, action, &PlannedField::action));
}

Plan Plan::pending() const {
  Plan pending{.instance = instance, .notes = notes};
  std::ranges::copy_if(fields, std::back_inserter(pending.fields), &PlannedField::is_pending);
  return pending;
}

std::vector<const Group*> Plan::changed_groups() const {
  std::vector<const Group*> changed;
  for (const PlannedField& field : fields) {
    if (field.is_pending() && std::ranges::find(changed, field.group) == changed.end()) changed.push_back(field.group);
  }
  return changed;
}

Outcome<Plan> make_plan(const Document& document, const Observation& observation, const AppliedSettings& applied) {
  return Planner{document, observation, applied}.plan();
}

bool is_drift(const PlannedField& field) { return field.is_pending() && field.knowledge != Knowledge::never_applied; }

}  // namespace clerk::ctl::settings
