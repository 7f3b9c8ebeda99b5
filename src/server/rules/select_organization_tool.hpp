#pragma once

#include <clerk/contract/operation.hpp>
#include <clerk/contract/sessions.hpp>

#include <optional>
#include <string>

namespace clerk::server::tools {

/// The organization that a session shall be in.
struct SelectOrganizationRequest {
  std::optional<std::string> organization_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("organization_id", &SelectOrganizationRequest::organization_id, {},
          "Id of an organization of the user; none: the personal account.");
  }
};

/// `POST /__clerkd/sessions/{session_id}/organization`: what a front end does when its user switches.
struct SelectOrganization {
  using Body = SelectOrganizationRequest;
  using Answer = Session;
  static constexpr OperationInfo info{.name = "select_organization",
                                      .method = Method::post,
                                      .path = "/sessions/{session_id}/organization",
                                      .success = 200,
                                      .kind = OperationKind::write};
  std::string session_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("session_id", &SelectOrganization::session_id, {}, "Id of the session.");
  }
};

}  // namespace clerk::server::tools
