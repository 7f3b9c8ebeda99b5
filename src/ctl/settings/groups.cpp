#include "ctl/settings/groups.hpp"

#include "codec/codec.hpp"
#include "codec/json_text.hpp"
#include "ctl/output/server_warning.hpp"

#include <clerk/contract/beta_features.hpp>
#include <clerk/contract/communication.hpp>
#include <clerk/contract/instance.hpp>
#include <clerk/contract/oauth_application_settings.hpp>
#include <clerk/contract/organization_settings.hpp>
#include <clerk/contract/protect.hpp>
#include <clerk/contract/restrictions.hpp>

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace clerk::ctl::settings {

namespace json = boost::json;
using openapi::FieldEntry;
using openapi::ModelEntry;

namespace {

/// Settings of the beta path that have their home in another group. The contract says so in words only.
struct OtherName {
  std::string_view group, field, home;
};
constexpr std::array other_names{OtherName{"instance_settings", "restricted_to_allowlist", "restrictions.allowlist"},
                                 OtherName{"instance_settings", "test_mode", "instance.test_mode"}};

template <Model M>
json::object object_of(const M& answer) {
  const std::string text = codec::encode_sound(answer);
  return std::move(codec::parse(text, codec::tolerant_limits(text))->as_object());
}

template <class Update>
FieldsCheck check(const json::object& fields) {
  auto decoded = codec::decode_request<typename Update::Body>(json::serialize(fields));
  if (!decoded) return {.problem = std::move(decoded.error().problem)};
  return {.faults = std::move(decoded->faults)};
}

template <class Get>
Result<json::object> get(const ApiClient& api_client) {
  auto response = api_client.send(Get{});
  if (!response) return std::move(response).error();
  return object_of(response->value);
}

template <class Update>
Result<PatchAnswer> patch(const ApiClient& api_client, const json::object& fields, const CallOptions& options) {
  auto decoded = codec::decode_request<typename Update::Body>(json::serialize(fields));
  if (!decoded) throw std::logic_error{"fields were sent that had not been checked: " + decoded.error().problem};
  auto response = api_client.send(Update{.body = std::move(decoded->value)}, options);
  if (!response) return std::move(response).error();
  PatchAnswer answer{.warning = server_warning(response->headers)};
  if constexpr (!std::is_void_v<typename Update::Answer>) answer.fields = object_of(response->value);
  return answer;
}

const FieldEntry* find_entry(const ModelEntry& model, std::string_view name) {
  const auto found = std::ranges::find(model.fields, name, &FieldEntry::name);
  return found == model.fields.end() ? nullptr : &*found;
}

std::string setting_of(std::string_view group, const FieldEntry& entry) {
  for (const OtherName& other : other_names) {
    if (other.group == group && other.field == entry.name) return std::string{other.home};
  }
  const std::string_view name = entry.rules.alias_of.empty() ? entry.name : entry.rules.alias_of;
  return std::string{group}.append(".").append(name);
}

Field field_of(std::string_view group, const FieldEntry& entry, const ModelEntry& answer) {
  Field field{.name = entry.name, .entry = &entry, .setting = setting_of(group, entry)};
  if (entry.rules.standing == Standing::retired) return field;
  const std::string_view alias = entry.rules.alias_of;
  if (find_entry(answer, entry.name) != nullptr) {
    field.shown_as = entry.name;
  } else if (!alias.empty() && find_entry(answer, alias) != nullptr) {
    // The one reason for which the contract answers a setting under another name than the request's.
    field.shown_as = alias;
    field.is_role_id = true;
  }
  return field;
}

template <class Update, class Answer, class Get = void>
Group group(std::string_view name, Reading reading) {
  Group made{.name = name,
             .reading = reading,
             .update = &Update::info,
             .answers_writes = !std::is_void_v<typename Update::Answer>,
             .check = check<Update>,
             .patch = patch<Update>};
  if constexpr (!std::is_void_v<Get>) made.get = get<Get>;
  const ModelEntry& request = openapi::catalog().model(Update::Body::info.name);
  const ModelEntry& answer = openapi::catalog().model(Answer::info.name);
  for (const FieldEntry& entry : request.fields) made.fields.push_back(field_of(name, entry, answer));
  for (const FieldEntry& entry : answer.fields) {
    if (find_entry(request, entry.name) == nullptr) made.read_only.push_back(entry.name);
  }
  return made;
}

std::vector<Group> all_groups() {
  using namespace operations;
  return {
      group<UpdateInstance, Instance, GetInstance>("instance", Reading::get),
      group<UpdateInstanceRestrictions, InstanceRestrictions>("restrictions", Reading::empty_patch),
      group<UpdateInstanceOrganizationSettings, OrganizationSettings, GetInstanceOrganizationSettings>(
          "organization_settings", Reading::get_or_empty_patch),
      group<UpdateInstanceCommunication, InstanceCommunication, GetInstanceCommunication>("communication",
                                                                                          Reading::get),
      group<UpdateInstanceProtect, InstanceProtect, GetInstanceProtect>("protect", Reading::get),
      group<UpdateInstanceOAuthApplicationSettings, InstanceOAuthApplicationSettings,
            GetInstanceOAuthApplicationSettings>("oauth_application_settings", Reading::get),
      // That an empty PATCH answers here too has been seen of no real instance, so it is not counted on. facts 2.10
      group<UpdateInstanceAuthConfig, InstanceAuthConfig>("instance_settings", Reading::none),
  };
}

}  // namespace

const Field* Group::find(std::string_view field) const {
  const auto found = std::ranges::find(fields, field, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

const Field* Group::role_shown_as(std::string_view key_name) const {
  const auto found =
      std::ranges::find_if(fields, [&](const Field& field) { return field.is_role_id && field.shown_as == key_name; });
  return found == fields.end() ? nullptr : &*found;
}

std::span<const Group> groups() {
  static const std::vector<Group> all = all_groups();
  return all;
}

const Group* find_group(std::string_view name) {
  const auto found = std::ranges::find(groups(), name, &Group::name);
  return found == groups().end() ? nullptr : &*found;
}

std::string path_of(const Group& group, std::string_view field) {
  return std::string{group.name}.append(".").append(field);
}

std::optional<Place> find_readable(std::string_view setting) {
  for (const Group& group : groups()) {
    for (const Field& field : group.fields) {
      if (field.setting == setting && group.is_readable(field)) return Place{.group = &group, .field = &field};
    }
  }
  return std::nullopt;
}

}  // namespace clerk::ctl::settings
