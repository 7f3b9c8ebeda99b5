#include "ctl/settings/apply.hpp"

#include "ctl/settings/comparison.hpp"
#include "ctl/settings/refusal.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <utility>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

// What can't be read back goes last: when an earlier group is refused, nothing that nobody can look up is in doubt.
int place_of(const Group& group) {
  if (group.reading == Reading::none) return 2;
  return group.answers_writes ? 0 : 1;
}

std::vector<const Group*> in_sending_order() {
  std::vector<const Group*> order;
  for (const Group& group : groups()) order.push_back(&group);
  std::ranges::stable_sort(order, {}, [](const Group* group) { return place_of(*group); });
  return order;
}

bool shows(const PlannedField& field, const json::object& answer) {
  const json::value* shown = answer.if_contains(field.field->shown_as);
  return shown != nullptr && field.expected && is_kept_as(*field.field, *field.expected, *shown);
}

std::optional<json::value> shown_in(const json::object& answer, const PlannedField& field) {
  const json::value* shown = answer.if_contains(field.field->shown_as);
  return shown == nullptr ? std::nullopt : std::optional{*shown};
}

bool is_shown_by_reads(const PlannedField& field) {
  return field.group->is_readable(*field.field) && !is_from_state(field.knowledge);
}

/// Whether the state must know of it: nothing that can be read later says as much.
bool is_to_be_noted(const PlannedField& field) {
  return !is_shown_by_reads(field) || field.field->is_role_id || field.sent.is_null();
}

class Applier {
 public:
  Applier(const Plan& plan, Service& service, State& state, const ApplySurroundings& surroundings)
      : plan_{plan},
        service_{service},
        state_{state},
        applied_{state.instances[plan.instance.instance_id]},
        surroundings_{surroundings} {}

  ApplyReport run() {
    report_.instance = plan_.instance;
    for (const Group* group : in_sending_order()) {
      const std::vector<PlannedField> pending = pending_of(*group);
      if (pending.empty()) continue;
      if (!report_.failure && surroundings_.stop_asked()) report_.failure = stopped();
      if (report_.failure) {
        leave_out(pending);
      } else {
        apply_group(*group, pending);
      }
    }
    if (connection_failed_) {
      note_unread("as the connection failed");
    } else {
      wait_for_reads();
    }
    return std::move(report_);
  }

 private:
  [[nodiscard]] std::vector<PlannedField> pending_of(const Group& group) const {
    std::vector<PlannedField> pending;
    for (const PlannedField& field : plan_.fields) {
      if (field.group == &group && field.is_pending()) pending.push_back(field);
    }
    return pending;
  }

  static Failure stopped() {
    return {.message = "stopped by a signal",
            .hint = "what was applied before it stays, and the next run goes on from there"};
  }

  void leave_out(const std::vector<PlannedField>& pending) {
    for (const PlannedField& field : pending) report_.fields.push_back({.planned = field});
  }

  void apply_group(const Group& group, const std::vector<PlannedField>& pending) {
    surroundings_.progress("applying " + std::string{group.name});
    if (auto failure = put_in_doubt(pending)) {
      failure->message =
          std::string{group.name} + " was not sent, as what is applied of it can't be noted: " + failure->message;
      report_.failure = std::move(failure);
      take_back(pending);
      return leave_out(pending);
    }
    const auto answer = send(group, pending, "");
    former_.clear();
    if (answer && !report_.failure) put_back(group, *answer);
    if (!std::exchange(has_news_, false)) return;
    if (auto failure = surroundings_.save(state_)) {
      failure->message = "what was applied of " + std::string{group.name} + " can't be noted: " + failure->message;
      if (!report_.failure) report_.failure = std::move(failure);
    }
  }

  // Whatever ends the program while the request is under way: what was applied before must not be taken for what is
  // there, nor what is sent. It also shows that the state can be saved, before there is something to note.
  std::optional<Failure> put_in_doubt(const std::vector<PlannedField>& fields) {
    bool is_to_be_saved = false;
    for (const PlannedField& field : fields) {
      const std::string& setting = field.field->setting;
      auto known = applied_.extract(setting);
      is_to_be_saved = is_to_be_saved || is_to_be_noted(field) || !known.empty();
      if (!known.empty()) former_.insert(std::move(known));
      if (is_to_be_noted(field)) {
        applied_[setting] = {.value = field.sent, .date = surroundings_.now(), .in_doubt = true};
      }
    }
    return is_to_be_saved ? surroundings_.save(state_) : std::nullopt;
  }

  // Of what did not act.
  void take_back(const std::vector<PlannedField>& fields) {
    for (const PlannedField& field : fields) {
      auto former = former_.extract(field.field->setting);
      has_news_ = applied_.erase(field.field->setting) > 0 || !former.empty() || has_news_;
      if (!former.empty()) applied_.insert(std::move(former));
    }
  }

  // A write may change more than it says: turning organizations on also forces their selection. What the file names of
  // that is set back, or the plan would not be empty afterwards.
  void put_back(const Group& group, const json::object& answer) {
    std::vector<PlannedField> changed;
    for (const PlannedField& field : plan_.fields) {
      if (field.group == &group && field.action == Action::unmanaged) warn_of_change(field, answer);
      const bool is_settled = field.group == &group && field.action == Action::none && field.expected;
      if (is_settled && group.is_readable(*field.field) && !shows(field, answer)) changed.push_back(field);
    }
    if (changed.empty()) return;
    auto failure = put_in_doubt(changed);
    for (auto& [setting, former] : former_) former.in_doubt = true;  // the answer has shown something else
    if (failure) {
      failure->message = "what the server changed along was not set back, as it can't be noted: " + failure->message;
      report_.failure = std::move(failure);
      take_back(changed);
    } else {
      (void)send(group, changed, "the server had changed it along with the others");
    }
    former_.clear();
  }

  void warn_of_change(const PlannedField& unmanaged, const json::object& answer) {
    const auto shown = shown_in(answer, unmanaged);
    if (!is_shown_by_reads(unmanaged) || !shown || is_same(*unmanaged.current, *shown)) return;
    report_.warnings.push_back("the server changed " + unmanaged.path() + " along, from " +
                               json::serialize(*unmanaged.current) + " to " + json::serialize(*shown) +
                               "; a file that names it keeps it as it was");
  }

  /// Gives the state that the server answered with, if it did.
  std::optional<json::object> send(const Group& group, const std::vector<PlannedField>& fields,
                                   const std::string& note) {
    json::object body;
    for (const PlannedField& field : fields) body.insert_or_assign(field.field->name, field.sent);
    auto answer = service_.write(group, body);
    if (!answer) {
      refuse(answer.error(), fields);
      return std::nullopt;
    }
    if (!answer->warning.empty()) {
      report_.warnings.push_back("of " + std::string{group.name} + " the server says: " + answer->warning);
    }
    for (const PlannedField& field : fields) {
      AppliedField applied{.planned = field, .note = note};
      judge(applied, answer->fields);
      report_.fields.push_back(std::move(applied));
    }
    return std::move(answer->fields);
  }

  void judge(AppliedField& applied, const std::optional<json::object>& answer) {
    const PlannedField& field = applied.planned;
    applied.fate = Fate::taken;
    if (answer && !field.field->shown_as.empty() && field.expected) {
      applied.fate = shows(field, *answer) ? Fate::confirmed : Fate::dropped;
      applied.answered = shown_in(*answer, field);
    }
    if (applied.fate != Fate::dropped) note_in_state(field, answer);
  }

  void note_in_state(const PlannedField& field, const std::optional<json::object>& answer) {
    const std::string& setting = field.field->setting;
    if (!is_to_be_noted(field)) return;
    Applied entry{.value = field.sent, .date = surroundings_.now()};
    if (field.sent.is_null() && answer) entry.answered = shown_in(*answer, field);
    applied_.insert_or_assign(setting, std::move(entry));
    report_.noted = report_.noted || !is_shown_by_reads(field);
    has_news_ = true;
  }

  void refuse(const Error& error, const std::vector<PlannedField>& sent) {
    Refusal refusal = refusal_of(error, sent);
    const bool unknown = may_have_acted(error);
    for (const PlannedField& field : sent) {
      AppliedField applied{.planned = field, .fate = unknown ? Fate::may_have_acted : Fate::refused};
      const bool is_blamed = std::ranges::find(refusal.fields, field.name) != refusal.fields.end();
      if (!is_blamed) applied.note = "was in the same request";
      report_.fields.push_back(std::move(applied));
    }
    if (!unknown) take_back(sent);
    connection_failed_ = error.kind != ErrorKind::http;
    report_.failure = std::move(refusal.failure);
  }

  /// Whether a read is to show it: what the server took, and reads can show.
  static bool is_to_be_shown(const AppliedField& applied) {
    const bool took = applied.fate == Fate::confirmed || applied.fate == Fate::taken;
    if (is_from_state(applied.planned.knowledge)) return false;  // the server did not show it before
    return took && applied.planned.expected && applied.planned.group->is_readable(*applied.planned.field);
  }

  void note_unread(const std::string& why) {
    for (AppliedField& applied : report_.fields) {
      if (is_to_be_shown(applied) && applied.fate == Fate::taken) applied.note = "not looked at again, " + why;
    }
  }

  // Reads may lag behind a write. Who plans right after this shall see what was applied.
  void wait_for_reads() {
    std::vector<AppliedField*> unseen;
    for (AppliedField& applied : report_.fields) {
      if (is_to_be_shown(applied)) unseen.push_back(&applied);
    }
    for (int again = 0; !unseen.empty(); ++again) {
      if (surroundings_.stop_asked()) {
        if (!report_.failure) report_.failure = stopped();
        return note_unread("as it was stopped");
      }
      if (again > 0) {
        surroundings_.progress("waiting until reads show " + unseen.front()->planned.path());
        surroundings_.wait(read_again_after);
      }
      look_at(unseen);
      if (again == most_reads_again) break;
    }
    for (AppliedField* applied : unseen) conclude_unseen(*applied);
  }

  void look_at(std::vector<AppliedField*>& unseen) {
    for (const Group& group : groups()) {
      const auto is_of_group = [&](const AppliedField* applied) { return applied->planned.group == &group; };
      if (std::ranges::none_of(unseen, is_of_group)) continue;
      const auto answer = service_.read(group);
      std::erase_if(unseen, [&](AppliedField* applied) {
        if (!is_of_group(applied)) return false;
        if (!answer) return report_unread(*applied, answer.error()), true;
        applied->answered = shown_in(answer->fields, applied->planned);
        const bool is_shown = shows(applied->planned, answer->fields);
        if (is_shown) applied->fate = Fate::confirmed;
        return is_shown;
      });
    }
  }

  void report_unread(AppliedField& applied, const Error& error) {
    if (applied.fate == Fate::taken) applied.note = "the read that would show it failed";
    report_.warnings.push_back(applied.planned.path() + " could not be read again: " + error.message());
  }

  // What was echoed and never shown may yet appear, but nobody should rely on it.
  static void conclude_unseen(AppliedField& applied) {
    if (applied.fate == Fate::confirmed) applied.note = "the answer to the write showed it, and later reads did not";
    applied.fate = Fate::dropped;
  }

  const Plan& plan_;
  Service& service_;
  State& state_;
  AppliedSettings& applied_;
  const ApplySurroundings& surroundings_;
  ApplyReport report_{};
  AppliedSettings former_{};  ///< what the state knew of the fields that are being sent
  bool has_news_{false};      ///< the state has changed since it was saved
  bool connection_failed_{false};
};

}  // namespace

std::string_view to_string(Fate fate) {
  switch (fate) {
    case Fate::confirmed:
      return "confirmed";
    case Fate::taken:
      return "taken";
    case Fate::dropped:
      return "dropped";
    case Fate::refused:
      return "refused";
    case Fate::may_have_acted:
      return "may_have_acted";
    case Fate::not_tried:
      return "not_tried";
  }
  return "";
}

std::size_t ApplyReport::count(Fate fate) const {
  return static_cast<std::size_t>(std::ranges::count(fields, fate, &AppliedField::fate));
}

ExitStatus ApplyReport::status() const {
  if (failure) return failure->status;
  return count(Fate::dropped) > 0 ? ExitStatus::field_dropped : ExitStatus::done;
}

ApplyReport apply(const Plan& plan, Service& service, State& state, const ApplySurroundings& surroundings) {
  return Applier{plan, service, state, surroundings}.run();
}

}  // namespace clerk::ctl::settings
