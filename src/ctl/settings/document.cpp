#include "ctl/settings/document.hpp"

#include "codec/json_text.hpp"
#include "ctl/key_text.hpp"
#include "ctl/output/fault_text.hpp"
#include "ctl/output/nearest_name.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/settings/comparison.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

constexpr std::string_view environment_key = "environment";
constexpr std::string_view instance_key = "instance_id";
constexpr std::array<std::string_view, 2> environments{development, production};

std::string text_of(const json::value& value) { return harmless(json::serialize(value)); }

/// The names that a group of the file may have, those that only an answer has left out.
std::vector<std::string_view> names_of(const Group& group) {
  std::vector<std::string_view> names;
  for (const Field& field : group.fields) {
    if (!field.is_retired()) names.push_back(field.name);
    if (field.is_role_id) names.push_back(field.shown_as);
  }
  return names;
}

/// The other groups that have a field of this name.
std::string homes_of(std::string_view name) {
  std::string homes;
  for (const Group& group : groups()) {
    if (group.find(name) != nullptr) homes.append(homes.empty() ? "" : " and ").append(group.name);
  }
  return homes;
}

class Checker {
 public:
  CheckedDocument check(const json::value& file) {
    const json::object* object = file.if_object();
    if (object == nullptr) {
      find_mistake("", "the file is of type " + std::string{codec::type_name(file)} +
                           ", and must be a mapping of groups such as `restrictions`");
      return std::move(checked_);
    }
    check_keys(*object);
    for (const Group& group : groups()) {
      if (const json::value* fields = object->if_contains(group.name)) check_group(group, *fields);
    }
    find_contradictions();
    return std::move(checked_);
  }

 private:
  Document& document() { return checked_.document; }
  void find_mistake(const std::string& path, const std::string& problem) {
    // A key in the file must not get into a log by way of a message.
    checked_.mistakes.push_back({without_keys(path), without_keys(problem)});
  }
  void warn(std::string warning) { checked_.warnings.push_back(std::move(warning)); }

  void check_keys(const json::object& file) {
    std::vector<std::string_view> names{environment_key, instance_key};
    for (const Group& group : groups()) names.push_back(group.name);
    for (const auto& entry : file) {
      const std::string_view key = entry.key();
      if (key == environment_key) {
        say_environment(key, entry.value());
      } else if (key == instance_key) {
        say_instance(key, entry.value());
      } else if (find_group(key) == nullptr) {
        const std::string homes = homes_of(key);
        find_mistake(harmless(key), "is no group of settings" +
                                        (homes.empty() ? did_you_mean(key, names) : "; it is a field of " + homes));
      }
    }
  }

  // Two places may say which instance is meant: keys of their own, and what a pulled file has under `instance`.
  void say_environment(std::string_view path, const json::value& value) {
    const json::string* text = value.if_string();
    if (text == nullptr || std::ranges::find(environments, std::string_view{*text}) == environments.end()) {
      return find_mistake(std::string{path}, "is " + text_of(value) + ", and must be development or production");
    }
    say(path, *text, document().environment);
  }
  void say_instance(std::string_view path, const json::value& value) {
    const json::string* text = value.if_string();
    if (text == nullptr || text->empty()) {
      return find_mistake(std::string{path}, "is " + text_of(value) + ", and must be the id of an instance, ins_…");
    }
    say(path, *text, document().instance_id);
  }
  void say(std::string_view path, std::string_view value, std::string& said) {
    if (!said.empty() && said != value) {
      return find_mistake(std::string{path}, "is " + harmless(value) + ", but the file also says " + harmless(said));
    }
    said = value;
  }

  void check_group(const Group& group, const json::value& value) {
    const json::object* fields = value.if_object();
    if (fields == nullptr) {
      return find_mistake(std::string{group.name}, value.is_null()
                                                       ? "is empty: give it fields, or take it out"
                                                       : "is of type " + std::string{codec::type_name(value)} +
                                                             ", and must be a mapping of fields");
    }
    document().named.push_back(&group);
    const json::object sendable = take_read_only(group, *fields);
    std::map<std::string, codec::FaultKind, std::less<>> without_effect;
    const FieldsCheck check = group.check(sendable);
    if (!check.problem.empty()) return find_mistake(std::string{group.name}, "can't be sent: " + check.problem);
    for (const codec::Fault& fault : check.faults) take_fault(group, fault, without_effect);
    for (const Field& field : group.fields) {
      const json::value* wanted = sendable.if_contains(field.name);
      if (wanted != nullptr) want(group, field, *wanted, without_effect);
      if (field.is_role_id) want_by_key(group, field, *fields, wanted != nullptr);
    }
  }

  // What a pulled file has beside the settings. It is not sent, and named so that nobody thinks that it acts.
  json::object take_read_only(const Group& group, const json::object& fields) {
    json::object sendable;
    for (const auto& entry : fields) {
      const std::string_view key = entry.key();
      if (std::ranges::find(group.read_only, key) == group.read_only.end()) {
        sendable.emplace(key, entry.value());
        continue;
      }
      if (group.role_shown_as(key) != nullptr) continue;  // the key of a role is wanted as well as its id
      const std::string path = path_of(group, key);
      if (path == "instance.id") {
        say_instance(path, entry.value());
      } else if (path == "instance.environment_type") {
        say_environment(path, entry.value());
      } else {
        document().read_only.push_back({&group, std::string{key}});
      }
    }
    return sendable;
  }

  void take_fault(const Group& group, const codec::Fault& fault,
                  std::map<std::string, codec::FaultKind, std::less<>>& without_effect) {
    std::string path = path_of(group, harmless(fault.path));
    if (fault.kind == codec::FaultKind::unknown_field) {
      const std::string homes = homes_of(fault.path);
      find_mistake(path, "is no field of " + std::string{group.name} +
                             (homes.empty() ? did_you_mean(fault.path, names_of(group)) : "; it is one of " + homes));
    } else if (std::string problem = ctl::text_of(fault); !problem.empty()) {
      find_mistake(path, problem);
    } else {
      without_effect.emplace(fault.path, fault.kind);
    }
  }

  void want(const Group& group, const Field& field, const json::value& value,
            const std::map<std::string, codec::FaultKind, std::less<>>& without_effect) {
    Wanted wanted{.group = &group, .field = &field, .value = value};
    const std::string path = path_of(group, field.name);
    if (const auto found = without_effect.find(field.name); found != without_effect.end()) {
      wanted.without_effect = true;
      wanted.note = found->second == codec::FaultKind::retired_field ? std::string{field.entry->doc}
                    : value.is_null()                                ? "null changes nothing here"
                                                                     : "an empty list changes nothing here";
      warn(path + ": " + wanted.note);
    } else if (field.rules().standing == Standing::deprecated) {
      warn(path + " is deprecated: " + std::string{field.entry->doc});
    }
    document().wanted.push_back(std::move(wanted));
  }

  void want_by_key(const Group& group, const Field& field, const json::object& fields, bool is_named_by_id) {
    const json::value* key = fields.if_contains(field.shown_as);
    if (key == nullptr) return;
    if (is_named_by_id) {
      return find_mistake(path_of(group, field.shown_as), "names the role that " + std::string{field.name} +
                                                              " names already: leave one of the two out");
    }
    if (!key->is_string() || key->get_string().empty()) {
      return find_mistake(path_of(group, field.shown_as), "is " + text_of(*key) + ", and must be the key of a role");
    }
    document().wanted.push_back({.group = &group, .field = &field, .value = *key, .is_role_key = true});
  }

  // Which of two values the server would keep depends on the order in which they arrive.
  void find_contradictions() {
    const std::vector<Wanted>& wanted = document().wanted;
    for (auto one = wanted.begin(); one != wanted.end(); ++one) {
      const auto other = std::find_if(wanted.begin(), one, [&](const Wanted& earlier) {
        return earlier.field->setting == one->field->setting && !earlier.without_effect && !one->without_effect;
      });
      if (other == one || is_same(other->value, one->value)) continue;
      find_mistake(path_of(*one->group, one->name()),
                   "is " + text_of(one->value) + ", but " + path_of(*other->group, other->name()) +
                       ", another name of the same setting, is " + text_of(other->value));
    }
  }

  CheckedDocument checked_{};
};

bool lists(const Group& group, int status) {
  return std::ranges::find(group.update->errors, status) != group.update->errors.end();
}

}  // namespace

const Wanted* Document::find(const Group& group, const Field& field) const {
  const auto found =
      std::ranges::find_if(wanted, [&](const Wanted& one) { return one.group == &group && one.field == &field; });
  return found == wanted.end() ? nullptr : &*found;
}

bool Document::names_setting(std::string_view setting) const {
  return std::ranges::any_of(wanted, [&](const Wanted& one) { return one.field->setting == setting; });
}

bool Document::names_roles() const {
  return std::ranges::any_of(wanted, [](const Wanted& one) { return one.field->is_role_id; });
}

CheckedDocument check_document(const json::value& file) { return Checker{}.check(file); }

Failure failure_of(const std::vector<Mistake>& mistakes, std::string_view name) {
  const std::string count = mistakes.size() == 1 ? "a mistake" : std::to_string(mistakes.size()) + " mistakes";
  std::string message = harmless(name) + " has " + count + ":";
  for (const Mistake& mistake : mistakes) {
    message.append("\n  ").append(mistake.path).append(mistake.path.empty() ? "" : " ").append(mistake.problem);
  }
  return {.message = std::move(message), .hint = "nothing was sent; correct the file, then run it again"};
}

std::vector<std::string> checks_left_to_the_server(std::span<const Group* const> changed) {
  std::vector<std::string> checks;
  const auto add = [&](const char* check, auto&& concerns) {
    std::string named;
    for (const Group* group : changed) {
      if (concerns(*group)) named.append(named.empty() ? "" : ", ").append(group->name);
    }
    if (!named.empty()) checks.push_back(check + (" (" + named + ")"));
  };
  const auto by_status = [](int status) { return [status](const Group& group) { return lists(group, status); }; };
  add("whether the plan has the features", by_status(402));
  add("whether the workspace may use them", by_status(403));
  add("whether the roles exist and may do what they must", by_status(404));
  add("whether the values go together and their prerequisites are met", by_status(422));
  return checks;
}

}  // namespace clerk::ctl::settings
