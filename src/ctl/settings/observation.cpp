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

/// Why the group counts as one that can't be read; nothing when that it can't is a failure.
std::optional<std::string> reason_to_leave_out(const Error& error, const Inquiry& inquiry) {
  if (is_withheld(error)) return error.message();
  if (inquiry.forgives_missing_routes && is_missing_route(error)) return "this server has no route for it";
  return std::nullopt;
}

std::optional<Failure> ask_for_roles(Service& service, const Inquiry& inquiry, Observation& observation) {
  auto listed = service.roles();
  if (listed) {
    observation.roles = *std::move(listed);
  } else if (is_withheld(listed.error()) || is_missing_route(listed.error())) {
    observation.roles_problem = listed.error().message();
  } else {
    return api_failure(listed.error(), inquiry.key_source, "listing the roles");
  }
  return std::nullopt;
}

Failure failure_to_read(const Group& group, const Error& error, const Inquiry& inquiry) {
  Failure failure = api_failure(error, inquiry.key_source, "reading " + std::string{group.name});
  if (group.name != instance_group && is_missing_route(error)) {
    failure.hint =
        "The server has no route for it: take the group out of the file, or ask for another version of the API by "
        "--api-version.";
  }
  return failure;
}

}  // namespace

const GroupAnswer* Observation::find(const Group& group) const {
  const auto found = groups.find(group.name);
  return found == groups.end() ? nullptr : &found->second;
}

const UnreadGroup* Observation::find_unread(const Group& group) const {
  const auto found = std::ranges::find(unread, &group, &UnreadGroup::group);
  return found == unread.end() ? nullptr : &*found;
}

const RoleName* Observation::role_with_id(std::string_view id) const { return find_role(*this, id, &RoleName::id); }
const RoleName* Observation::role_with_key(std::string_view key) const { return find_role(*this, key, &RoleName::key); }

Outcome<Observation> observe(Service& service, const Inquiry& inquiry) {
  Observation observation;
  for (const Group& group : settings::groups()) {
    const bool is_instance = group.name == instance_group;
    const bool is_asked = std::ranges::find(inquiry.groups, &group) != inquiry.groups.end();
    const bool is_aside = std::ranges::find(inquiry.asides, &group) != inquiry.asides.end();
    if (group.reading == Reading::none || !(is_instance || is_asked || is_aside)) continue;
    auto answer = service.read(group);
    if (!answer && !is_instance && !is_asked) continue;
    if (!answer) {
      auto reason = is_instance ? std::nullopt : reason_to_leave_out(answer.error(), inquiry);
      if (!reason) return failure_to_read(group, answer.error(), inquiry);
      observation.unread.push_back({.group = &group, .reason = *std::move(reason)});
      continue;
    }
    observation.groups.emplace(group.name, *std::move(answer));
    if (!is_instance) continue;
    observation.instance = identity_in(observation.groups.at(group.name).fields);
    if (inquiry.accept) {
      if (auto refused = inquiry.accept(observation.instance)) return *std::move(refused);
    }
  }
  if (inquiry.roles) {
    if (auto failure = ask_for_roles(service, inquiry, observation)) return *std::move(failure);
  }
  return observation;
}

}  // namespace clerk::ctl::settings
