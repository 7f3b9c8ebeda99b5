#include "ctl/settings/pull.hpp"

#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"
#include "ctl/settings/comparison.hpp"

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

/// Whether putting the value into a file would say something.
bool has_effect(const Field& field, const json::value& value) {
  if (value.is_null()) return false;
  return !value.is_array() || !value.get_array().empty() || field.rules().empty_list_has_effect;
}

void pull_role(const Group& group, const Field& field, const json::value& key, const Observation& observation,
               json::object& fields, Pulled& pulled) {
  const std::string path = path_of(group, field.name);
  const RoleName* role = key.is_string() ? observation.role_with_key(key.get_string()) : nullptr;
  if (role != nullptr) {
    fields.emplace(field.name, role->id);
    pulled.remarks.push_back(path + ": " + role->id + " is the role " + role->key);
    return;
  }
  const std::string why = observation.roles ? "no role has the key that was answered"
                                            : "the roles can't be listed: " + observation.roles_problem;
  pulled.warnings.push_back(path + " was left out: " + why);
}

json::object pull_group(const Group& group, const Observation& observation, Pulled& pulled) {
  json::object fields;
  const GroupAnswer* answer = observation.find(group);
  for (const Field& field : group.fields) {
    if (field.is_retired()) continue;
    if (!group.is_readable(field)) {
      if (field.rules().alias_of.empty()) pulled.left_out.push_back(path_of(group, field.name));
      continue;
    }
    const json::value* shown = answer == nullptr ? nullptr : answer->fields.if_contains(field.shown_as);
    if (shown == nullptr || !has_effect(field, *shown)) continue;
    if (field.is_role_id) {
      pull_role(group, field, *shown, observation, fields, pulled);
    } else {
      fields.emplace(field.name, *shown);
    }
  }
  return fields;
}

std::string head_of(const Pulled& pulled) {
  std::string head = "# Settings of the " + harmless(pulled.instance.environment) + " instance " +
                     harmless(pulled.instance.instance_id) + ", for `clerkctl settings plan` and `apply`.\n";
  for (const std::string& remark : pulled.remarks) head.append("# ").append(harmless(remark)).append("\n");
  if (!pulled.left_out.empty()) {
    head.append("# These can be set here, but can't be read:\n");
    for (const std::string& path : pulled.left_out) head.append("#   ").append(path).append("\n");
  }
  return head;
}

}  // namespace

Pulled pull(const Observation& observation) {
  Pulled pulled{.instance = observation.instance};
  for (const UnreadGroup& unread : observation.unread) {
    pulled.warnings.push_back(std::string{unread.group->name} + " was left out: " + unread.reason);
  }
  for (const Group& group : groups()) {
    json::object fields = pull_group(group, observation, pulled);
    if (!fields.empty()) pulled.file.emplace(group.name, std::move(fields));
  }
  return pulled;
}

void pin(Pulled& pulled) {
  json::object pinned{{"environment", pulled.instance.environment}, {"instance_id", pulled.instance.instance_id}};
  for (const auto& entry : pulled.file) pinned.insert(entry);
  pulled.file = std::move(pinned);
}

std::string text_of(const Pulled& pulled, OutputFormat format) {
  if (format == OutputFormat::json) return render(pulled.file, OutputFormat::json);
  return head_of(pulled) + render(pulled.file, OutputFormat::yaml);
}

}  // namespace clerk::ctl::settings
