#include "ctl/settings/service.hpp"

#include <clerk/contract/organization_roles.hpp>
#include <clerk/pager.hpp>

namespace clerk::ctl::settings {

namespace json = boost::json;

Result<GroupAnswer> ApiService::read(const Group& group) {
  if (group.get == nullptr) return read_by_empty_patch(group);
  auto answer = group.get(api_client_);
  if (answer) return GroupAnswer{.fields = *std::move(answer)};
  if (group.reading == Reading::get_or_empty_patch && is_missing_route(answer.error())) {
    return read_by_empty_patch(group);
  }
  return std::move(answer).error();
}

Result<GroupAnswer> ApiService::read_by_empty_patch(const Group& group) const {
  CallOptions options;
  options.retry = api_client_.configuration().retries;
  options.retry->replay_idempotent = true;  // it changes nothing, however often it arrives
  auto answer = group.patch(api_client_, {}, options);
  if (!answer) return std::move(answer).error();
  return GroupAnswer{.fields = std::move(answer->fields).value_or(json::object{}), .by_empty_patch = true};
}

Result<PatchAnswer> ApiService::write(const Group& group, const json::object& fields) {
  return group.patch(api_client_, fields, {});
}

Result<std::vector<RoleName>> ApiService::roles() {
  std::vector<RoleName> roles;
  Pager pager{api_client_, operations::ListOrganizationRoles{}};
  while (auto role = pager.next()) {
    if (!*role) return std::move(*role).error();
    roles.push_back({.id = (*role)->id, .key = (*role)->key});
  }
  return roles;
}

bool is_missing_route(const Error& error) {
  return error.kind == ErrorKind::http && (error.status == 404 || error.status == 405);
}

bool is_withheld(const Error& error) {
  // A refusal that gives no reason in the API's form comes from something in between.
  return error.kind == ErrorKind::http && (error.status == 402 || error.status == 403) && !error.errors.empty();
}

bool may_have_acted(const Error& error) {
  switch (error.kind) {
    case ErrorKind::outcome_unknown:
    case ErrorKind::no_answer:
    case ErrorKind::malformed_answer:
      return true;
    case ErrorKind::http:
      return error.status >= 500;
    default:
      return false;
  }
}

}  // namespace clerk::ctl::settings
