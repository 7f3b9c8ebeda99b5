#include "ctl/settings/saved_plan.hpp"

#include "codec/json_text.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/settings/comparison.hpp"
#include "ctl/settings/safety.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

// What tells a plan from any other file.
constexpr std::string_view version_key = "clerkctl_plan";

Failure damaged(const std::string& name, std::string_view problem) {
  return {.message = harmless(name) + " is no plan that can be applied: " + std::string{problem},
          .hint = "make a new one: clerkctl settings plan FILE --out PLAN"};
}

json::object to_json(const Basis& basis, const json::value& wanted) {
  json::object field{{"path", basis.path},
                     {"wanted", wanted},
                     {"action", basis.action},
                     {"knowledge", basis.knowledge},
                     {"sent", basis.sent}};
  if (basis.current) field.emplace("current", *basis.current);
  return field;
}

const json::value* wanted_value(const Document& document, std::string_view path) {
  const auto found = std::ranges::find_if(
      document.wanted, [&](const Wanted& wanted) { return path_of(*wanted.group, wanted.name()) == path; });
  return found == document.wanted.end() ? nullptr : &found->value;
}

/// Reads members of one kind and remembers whether one was missing.
class MemberReader {
 public:
  explicit MemberReader(const json::object& object) : object_{object} {}

  std::string text(std::string_view name) {
    const json::value* value = object_.if_contains(name);
    if (value == nullptr || !value->is_string()) return sound_ = false, std::string{};
    return std::string{value->get_string()};
  }
  json::value any(std::string_view name) {
    const json::value* value = object_.if_contains(name);
    if (value == nullptr) sound_ = false;
    return value == nullptr ? json::value{} : *value;
  }
  [[nodiscard]] bool is_sound() const { return sound_; }

 private:
  const json::object& object_;
  bool sound_{true};
};

/// Puts a field of the plan where a settings file has it.
void put(json::object& file, std::string_view path, json::value value) {
  const std::size_t dot = std::min(path.find('.'), path.size());
  json::value& group = file[path.substr(0, dot)];
  if (!group.is_object()) group = json::object{};
  group.get_object().insert_or_assign(path.substr(std::min(dot + 1, path.size())), std::move(value));
}

bool read_fields(const json::array& fields, SavedPlan& saved, json::object& file) {
  for (const json::value& value : fields) {
    if (!value.is_object()) return false;
    MemberReader members{value.get_object()};
    Basis basis{.path = members.text("path"),
                .action = members.text("action"),
                .knowledge = members.text("knowledge"),
                .sent = members.any("sent")};
    put(file, basis.path, members.any("wanted"));
    if (!members.is_sound()) return false;
    if (const json::value* current = value.get_object().if_contains("current")) basis.current = *current;
    saved.basis.push_back(std::move(basis));
  }
  return true;
}

bool is_same_current(const Basis& before, const Basis& now) {
  if (!before.current || !now.current) return before.current.has_value() == now.current.has_value();
  return is_same(*before.current, *now.current);
}

std::string current_text(const Basis& basis) {
  const std::string value = basis.current ? harmless(json::serialize(*basis.current)) : "not set";
  return basis.knowledge == to_string(Knowledge::last_applied)    ? "last applied as " + value
         : basis.knowledge == to_string(Knowledge::never_applied) ? "never applied"
         : basis.knowledge == to_string(Knowledge::in_doubt)      ? "sent as " + value + ", with unknown outcome"
                                                                  : value;
}

bool holds(const Basis& before, const Basis& now) {
  const bool is_idle = before.action == to_string(Action::none);
  return before.action == now.action && before.knowledge == now.knowledge && is_same_current(before, now) &&
         (is_idle || before.sent == now.sent);
}

}  // namespace

std::vector<Basis> basis_of(const Plan& plan) {
  std::vector<Basis> all;
  for (const PlannedField& field : plan.fields) {
    if (!field.is_managed()) continue;
    all.push_back({.path = field.path(),
                   .action = std::string{to_string(field.action)},
                   .knowledge = std::string{to_string(field.knowledge)},
                   .current = field.current,
                   .sent = field.sent});
  }
  return all;
}

bool is_saved_plan(std::string_view text) {
  const auto parsed = codec::parse(text, codec::tolerant_limits(text));
  const json::object* object = parsed ? parsed->if_object() : nullptr;
  return object != nullptr && object->contains(version_key);
}

json::value to_json(const SavedPlan& saved) {
  json::array fields;
  for (const Basis& basis : saved.basis) {
    const json::value* wanted = wanted_value(saved.document, basis.path);
    fields.push_back(to_json(basis, wanted == nullptr ? json::value{} : *wanted));
  }
  return json::object{{version_key, SavedPlan::version},
                      {"created_at", saved.created_at},
                      {"state_file", saved.state_file},
                      {"instance_id", saved.instance.instance_id},
                      {"environment", saved.instance.environment},
                      {"fields", std::move(fields)}};
}

Outcome<SavedPlan> read_saved_plan(std::string_view text, const std::string& name) {
  const auto parsed = codec::parse(text, codec::tolerant_limits(text));
  if (!parsed) return damaged(name, parsed.error().problem);
  const json::object* object = parsed->if_object();
  const json::value* version = object == nullptr ? nullptr : object->if_contains(version_key);
  if (version == nullptr) return damaged(name, "it was not written by `clerkctl settings plan --out`");
  if (*version != json::value(SavedPlan::version)) {
    return damaged(name, "it is of version " + harmless(json::serialize(*version)) +
                             ", and this program knows version " + std::to_string(SavedPlan::version));
  }
  MemberReader members{*object};
  SavedPlan saved{.created_at = members.text("created_at"),
                  .state_file = members.text("state_file"),
                  .instance = {.instance_id = members.text("instance_id"), .environment = members.text("environment")}};
  json::object file;
  const json::value fields = members.any("fields");
  if (!members.is_sound() || !fields.is_array() || !read_fields(fields.get_array(), saved, file)) {
    return damaged(name, "something is missing from it");
  }
  CheckedDocument checked = check_document(file);
  if (!checked.mistakes.empty()) return damaged(name, failure_of(checked.mistakes, name).message);
  saved.document = std::move(checked.document);
  return saved;
}

std::optional<Failure> find_stale(const SavedPlan& saved, const Plan& now, const std::string& name) {
  if (now.instance != saved.instance) return other_instance(saved.instance, now.instance, name);
  const std::vector<Basis> current = basis_of(now);
  std::string changes;
  for (const Basis& before : saved.basis) {
    const auto found = std::ranges::find(current, before.path, &Basis::path);
    if (found != current.end() && holds(before, *found)) continue;
    changes.append("\n  ").append(before.path).append(" was ").append(current_text(before));
    changes.append(found == current.end() ? ", and is no longer planned" : ", and now is " + current_text(*found));
  }
  if (changes.empty()) return std::nullopt;
  return Failure{.message = harmless(name) + " is stale; since it was made on " + harmless(saved.created_at) +
                            ", this has changed:" + changes,
                 .hint = "nothing was sent; make a new plan, look at it and apply that"};
}

}  // namespace clerk::ctl::settings
