#include "ctl/settings/observation.hpp"

#include "ctl/api_failure.hpp"

#include <algorithm>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

std::string text_at(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string{value->get_string()} : std::string{};
}

const RoleName* find_role(const Observation& observation, std::string_view wanted, std::string RoleName::*member) {
  if (!observation.roles) return nullptr;
  const auto found = std::ranges::find(*observation.roles, wanted, member);
  return found == observation.roles->end() ? nullptr : &*found;
}

constexpr std::string_view instance_group = "instance";  // the first, and the one that says who it is

Identity identity_in(const json::object& instance) {
  return {.instance_id = text_at(instance, "id"), .environment = text_at(instance, "environment_type")};
}

void ask_for_roles(Service& service, Observation& observation) {
  auto listed = service.roles();
  if (listed) {
    observation.roles = *std::move(listed);
  } else {
    observation.roles_problem = listed.error().message();
  }
}

}  // namespace

const GroupAnswer* Observation::find(const Group& group) const {
  const auto found = groups.find(group.name);
  return found == groups.end() ? nullptr : &found->second;
}

const RoleName* Observation::role_with_id(std::string_view id) const { return find_role(*this, id, &RoleName::id); }
const RoleName* Observation::role_with_key(std::string_view key) const { return find_role(*this, key, &RoleName::key); }

Outcome<Observation> observe(Service& service, const Inquiry& inquiry) {
  Observation observation;
  for (const Group& group : settings::groups()) {
    const bool is_instance = group.name == instance_group;
    const bool is_asked = std::ranges::find(inquiry.groups, &group) != inquiry.groups.end();
    if (group.reading == Reading::none || (!is_instance && !is_asked)) continue;
    auto answer = service.read(group);
    if (!answer && !is_instance && inquiry.forgives_missing_routes && is_missing_route(answer.error())) {
      observation.missing.emplace_back(group.name);
      continue;
    }
    if (!answer) return api_failure(answer.error(), inquiry.key_source, "reading " + std::string{group.name});
    observation.groups.emplace(group.name, *std::move(answer));
    if (!is_instance) continue;
    observation.instance = identity_in(observation.groups.at(group.name).fields);
    if (inquiry.accept) {
      if (auto refused = inquiry.accept(observation.instance)) return *std::move(refused);
    }
  }
  if (inquiry.roles) ask_for_roles(service, observation);
  return observation;
}

}  // namespace clerk::ctl::settings
