#pragma once

#include "ctl/settings/apply.hpp"
#include "ctl/settings/comparison.hpp"
#include "ctl/settings/document.hpp"
#include "ctl/settings/observation.hpp"
#include "ctl/settings/plan.hpp"
#include "ctl/settings/service.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace clerk::ctl::settings {

/// An instance without a network, that can be told to misbehave.
class FakeInstance final : public Service {
 public:
  struct Write {
    std::string group{};
    boost::json::object fields{};
  };
  struct Trouble {
    Error error{};
    bool acts{false};  ///< and fails only afterwards
  };

  FakeInstance() {
    role_names = std::vector<RoleName>{{"role_1", "org:admin"}, {"role_2", "org:member"}, {"role_3", "org:boss"}};
    set("instance", R"({"object":"instance","id":"ins_1","environment_type":"development","allowed_origins":null,
                        "workspace_id":null})");
    set("restrictions", R"({"object":"instance_restrictions","allowlist":false,"blocklist":false,
                            "allowlist_blocklist_disabled_on_sign_in":true,"block_email_subaddresses":false,
                            "block_disposable_email_domains":false})");
    set("organization_settings", R"({"object":"organization_settings","enabled":false,"max_allowed_memberships":5,
                                     "max_allowed_roles":10,"max_allowed_domains":10,"creator_role":"org:admin",
                                     "admin_delete_enabled":true,"domains_enabled":false,"slug_disabled":true,
                                     "domains_enrollment_modes":[],"domains_default_role":"org:member",
                                     "force_organization_selection":false})");
    set("communication", R"({"object":"instance_communication","blocked_country_codes":[]})");
    set("protect", R"({"object":"instance_protect","rules_enabled":false,"specter_enabled":false,
                       "checks_bypassed":false})");
    set("oauth_application_settings",
        R"({"object":"oauth_application_settings","dynamic_oauth_client_registration":false,"default_scopes":null,
            "oauth_jwt_access_tokens":false,"client_id_metadata_documents_advertised":false,
            "client_id_metadata_documents_only_allow_pre_registered_clients":false,
            "client_id_metadata_documents_block_implicitly_allowed_clients":false})");
    set("instance_settings", R"({"object":"instance_settings","id":"ins_1","restricted_to_allowlist":false,
                                 "from_email_address":"noreply","progressive_sign_up":true})");
  }

  Result<GroupAnswer> read(const Group& group) override {
    const std::string name{group.name};
    reads.push_back(name);
    if (const auto error = read_errors.find(name); error != read_errors.end()) return Error{error->second};
    const bool is_late = reads_behind > 0 && before_.contains(name);
    if (is_late && !late_.contains(name)) late_[name] = reads_behind;
    const boost::json::object& shown = is_late && late_.at(name)-- > 0 ? before_.at(name) : state.at(name);
    const bool by_patch = group.get == nullptr || without_read_route.contains(name);
    return GroupAnswer{.fields = shown, .by_empty_patch = by_patch};
  }

  Result<PatchAnswer> write(const Group& group, const boost::json::object& fields) override {
    const std::string name{group.name};
    on_write(name);
    writes.push_back({name, fields});
    const auto trouble = troubles.find(name);
    if (trouble != troubles.end() && !trouble->second.acts) return Error{trouble->second.error};
    before_[name] = state.at(name);
    late_.erase(name);
    for (const auto& entry : fields) keep(group, entry.key(), entry.value());
    if (group.name == "organization_settings") settle_selection(fields);
    if (trouble != troubles.end()) return Error{trouble->second.error};
    PatchAnswer answer{.warning = warnings[name]};
    if (group.answers_writes) answer.fields = state.at(name);
    return answer;
  }

  Result<std::vector<RoleName>> roles() override {
    if (roles_error) return Error{*roles_error};
    if (!role_names) {
      return Error{.status = 403, .errors = {{.code = "not_allowed"}}, .operation = "list_organization_roles"};
    }
    return std::vector<RoleName>{*role_names};
  }

  void set(const std::string& group, std::string_view fields) { state[group] = boost::json::parse(fields).as_object(); }
  void set(const std::string& group, std::string_view field, boost::json::value value) {
    state.at(group).insert_or_assign(field, std::move(value));
  }
  [[nodiscard]] const boost::json::value& at(const std::string& group, std::string_view field) const {
    return state.at(group).at(field);
  }

  std::map<std::string, boost::json::object> state{};  ///< what answers show
  std::map<std::string, boost::json::value> hidden{};  ///< `group.field`, what no answer shows
  std::optional<std::vector<RoleName>> role_names{};   ///< withheld where there are none
  std::optional<Error> roles_error{};
  std::set<std::string> dropped{};             ///< `group.field`, taken and not kept
  std::set<std::string> without_read_route{};  ///< groups
  std::map<std::string, Trouble> troubles{};   ///< of writes, by group
  std::map<std::string, Error> read_errors{};
  std::map<std::string, std::string> warnings{};  ///< that writes are answered with, by group
  int reads_behind{0};                            ///< so many reads after a write show what was before it
  bool writes_small{false};
  std::function<void(const std::string& group)> on_write{[](const std::string&) {}};  ///< before it is done
  std::vector<Write> writes{};
  std::vector<std::string> reads{};

 private:
  void keep(const Group& group, std::string_view name, boost::json::value value) {
    const Field* field = group.find(name);
    if (field == nullptr) throw std::logic_error{"no field " + std::string{name}};
    if (dropped.contains(path_of(group, name))) return;
    if (field->shown_as.empty()) {
      hidden[path_of(group, name)] = std::move(value);
      return;
    }
    if (field->is_role_id) value = key_of_role(value.as_string());
    if (writes_small) fold(value);
    state.at(std::string{group.name}).insert_or_assign(field->shown_as, std::move(value));
  }

  boost::json::value key_of_role(std::string_view id) const {
    for (const RoleName& role : role_names.value()) {
      if (role.id == id) return boost::json::value(role.key);
    }
    throw std::logic_error{"no role " + std::string{id}};
  }

  static void fold(boost::json::value& value) {
    if (boost::json::string* text = value.if_string()) {
      for (char& c : *text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (boost::json::array* items = value.if_array()) {
      for (boost::json::value& item : *items) fold(item);
    }
  }

  void settle_selection(const boost::json::object& sent) {
    boost::json::object& after = state.at("organization_settings");
    const bool was_enabled = before_.at("organization_settings").at("enabled").as_bool();
    if (!was_enabled && after.at("enabled").as_bool() && !sent.contains("force_organization_selection")) {
      after["force_organization_selection"] = true;
    }
  }

  std::map<std::string, boost::json::object> before_{};
  std::map<std::string, int> late_{};
};

/// A settings file that has no mistakes.
inline Document document_of(std::string_view json) {
  CheckedDocument checked = check_document(boost::json::parse(json));
  if (!checked.mistakes.empty()) throw std::logic_error{failure_of(checked.mistakes, "the test's file").message};
  return std::move(checked.document);
}

inline Observation observation_for(const Document& document, Service& service) {
  auto observation = observe(service, {.groups = document.named, .roles = document.names_roles()});
  if (!observation) throw std::logic_error{observation.error().message};
  return *std::move(observation);
}

inline Plan plan_of(const Document& document, Service& service, const State& state = {}) {
  auto plan = make_plan(document, observation_for(document, service), state.of("ins_1"));
  if (!plan) throw std::logic_error{plan.error().message};
  return *std::move(plan);
}

inline const PlannedField& field_of(const Plan& plan, std::string_view path) {
  for (const PlannedField& field : plan.fields) {
    if (field.path() == path) return field;
  }
  throw std::logic_error{"the plan has no " + std::string{path}};
}

}  // namespace clerk::ctl::settings
