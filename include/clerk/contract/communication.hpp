#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <string>
#include <vector>

namespace clerk {

/// Where messages may be sent. facts 2.7
template <View V>
struct CommunicationSettings {
  static constexpr ModelInfo info =
      info_of<V>({"UpdateInstanceCommunicationRequest", "What may be changed of where messages may be sent."},
                 {"InstanceCommunication", "Where messages may be sent."});

  Derived<V, std::string> object{};
  Setting<V, std::vector<std::string>> blocked_country_codes{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CommunicationSettings;
    field("object", &M::object, {.constant = "instance_communication"}, "Names the type of the object.");
    field("blocked_country_codes", &M::blocked_country_codes,
          {.format = &formats::country_code, .max_items = 250, .unique_items = true, .since = "2026-05-01"},
          "Countries whose phone numbers are refused, as two-letter ISO 3166-1 codes. Replaces the whole list; codes "
          "that name no country are dropped.");
  }

  friend bool operator==(const CommunicationSettings&, const CommunicationSettings&) = default;
};

using UpdateInstanceCommunicationRequest = CommunicationSettings<View::request>;
using InstanceCommunication = CommunicationSettings<View::answer>;

namespace operations {

struct GetInstanceCommunication {
  using Answer = InstanceCommunication;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "get_instance_communication",
      .method = Method::get,
      .path = "/instance/communication",
      .success = 200,
      .errors = {},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Get instance communication settings",
      .description = "The communication settings of the instance.",
  };
};

struct UpdateInstanceCommunication {
  using Body = UpdateInstanceCommunicationRequest;
  using Answer = InstanceCommunication;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "update_instance_communication",
      .method = Method::patch,
      .path = "/instance/communication",
      .success = 200,
      .errors = {422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update instance communication settings",
      .description =
          "Changes the communication settings of the instance and answers with all of them; what the "
          "request leaves out stays as it is.",
      .example = ".blocked_country_codes = {\"KP\", \"SY\"}",
  };
  Body body{};
};

}  // namespace operations
}  // namespace clerk
