#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct SessionStatuses {
  static constexpr std::string_view name = "SessionStatus";
  static constexpr std::string_view active = "active";
  static constexpr std::string_view pending = "pending";
  static constexpr std::string_view revoked = "revoked";
  static constexpr std::string_view ended = "ended";
  static constexpr std::string_view expired = "expired";
  static constexpr std::string_view removed = "removed";
  static constexpr std::string_view abandoned = "abandoned";
  static constexpr std::string_view replaced = "replaced";
  static constexpr std::array values{active, pending, revoked, ended, expired, removed, abandoned, replaced};
};
/// `SessionStatus::active`, `::pending`, `::revoked`, `::ended`, `::expired`, `::removed`, `::abandoned`, `::replaced`,
/// or a later value.
using SessionStatus = OpenEnum<SessionStatuses>;

/// From where a session was last used.
struct SessionActivity {
  static constexpr ModelInfo info{"SessionActivity", "From where a session was last used."};

  std::string object{};
  std::string id{};
  std::optional<std::string> device_type{};
  bool is_mobile{};
  std::optional<std::string> browser_name{};
  std::optional<std::string> browser_version{};
  std::optional<std::string> ip_address{};
  std::optional<std::string> city{};
  std::optional<std::string> country{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SessionActivity;
    field("object", &M::object, {}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the activity.");
    field("device_type", &M::device_type, {.required = false}, "The kind of device.");
    field("is_mobile", &M::is_mobile, {}, "Whether the device is a mobile one.");
    field("browser_name", &M::browser_name, {.required = false}, "The browser.");
    field("browser_version", &M::browser_version, {.required = false}, "Its version.");
    field("ip_address", &M::ip_address, {.required = false}, "The IP address.");
    field("city", &M::city, {.required = false}, "The city of that address.");
    field("country", &M::country, {.required = false}, "The country of that address.");
  }

  friend bool operator==(const SessionActivity&, const SessionActivity&) = default;
};

/// What a user must still do before a session is active. facts 3.3
struct SessionTask {
  static constexpr ModelInfo info{"SessionTask", "What a user must still do before a session is active."};

  std::string key{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("key", &SessionTask::key, {}, "Names the task, such as `choose-organization`.");
  }

  friend bool operator==(const SessionTask&, const SessionTask&) = default;
};

/// A user's session.
struct Session {
  static constexpr ModelInfo info{"Session", "A user's session."};

  std::string object{};
  std::string id{};
  std::string user_id{};
  std::string client_id{};
  std::optional<RawJson> actor{};
  SessionStatus status{};
  std::optional<std::string> last_active_organization_id{};
  std::int64_t last_active_at{};
  std::optional<SessionActivity> latest_activity{};
  std::int64_t expire_at{};
  std::int64_t abandon_at{};
  std::int64_t updated_at{};
  std::int64_t created_at{};
  std::optional<std::vector<SessionTask>> tasks{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Session;
    field("object", &M::object, {.constant = "session"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the session.");
    field("user_id", &M::user_id, {}, "Id of the user.");
    field("client_id", &M::client_id, {}, "Id of the client, the device or browser.");
    field("actor", &M::actor, {.required = false, .answered_null = true},
          "Who acts in the user's name, a JSON object.");
    field("status", &M::status, {}, "How it stands.");
    field("last_active_organization_id", &M::last_active_organization_id, {.required = false, .answered_null = true},
          "Id of the organization that was last active.");
    field("last_active_at", &M::last_active_at, {}, "When it was last active, in Unix milliseconds.");
    field("latest_activity", &M::latest_activity, {.required = false, .answered_null = true},
          "From where it was last used.");
    field("expire_at", &M::expire_at, {}, "When it expires, in Unix milliseconds.");
    field("abandon_at", &M::abandon_at, {}, "When it counts as abandoned, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("tasks", &M::tasks, {.required = false, .answered_null = true}, "What the user must still do.");
  }

  friend bool operator==(const Session&, const Session&) = default;
};

/// Sessions of users.
struct Sessions {
  static constexpr ModelInfo info{"Sessions", "Sessions of users."};

  std::vector<Session> data{};
  std::optional<std::int64_t> total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Sessions;
    field("data", &M::data, {}, "The sessions of this page.");
    field("total_count", &M::total_count, {.required = false},
          "How many there are on all pages. Missing where paginated was not true.");
  }

  friend bool operator==(const Sessions&, const Sessions&) = default;
};

/// A token of a session.
struct SessionToken {
  static constexpr ModelInfo info{"SessionToken", "A token of a session."};

  std::string object{};
  std::string jwt{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SessionToken;
    field("object", &M::object, {.required = false, .constant = "token"}, "Names the type of the object.");
    field("jwt", &M::jwt, {}, "The token, a signed JWT.");
  }

  friend bool operator==(const SessionToken&, const SessionToken&) = default;
};

/// Which sessions to list.
struct GetSessionListRequest {
  static constexpr ModelInfo info{"GetSessionListRequest", "Which sessions to list."};

  std::optional<std::string> client_id{};
  std::optional<std::string> user_id{};
  std::optional<SessionStatus> status{};
  std::optional<bool> paginated{true};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = GetSessionListRequest;
    field("client_id", &M::client_id, {.nullable = false, .required = false}, "Only those of this client.");
    field("user_id", &M::user_id, {.nullable = false, .required = false}, "Only those of this user.");
    field("status", &M::status, {.nullable = false, .required = false}, "Only those of this status.");
    field("paginated", &M::paginated, {.nullable = false, .required = false},
          "Whether total_count is told. The library sends true unless told otherwise.");
    field("limit", &M::limit, page_limit, "The most sessions to give.");
    field("offset", &M::offset, page_offset, "How many sessions to leave out first.");
  }

  friend bool operator==(const GetSessionListRequest&, const GetSessionListRequest&) = default;
};

/// Whose session to make.
struct CreateSessionRequest {
  static constexpr ModelInfo info{"CreateSessionRequest", "Whose session to make."};

  std::string user_id{};
  std::optional<std::string> active_organization_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateSessionRequest;
    field("user_id", &M::user_id, {.nullable = false}, "Id of the user.");
    field("active_organization_id", &M::active_organization_id, {.nullable = false, .required = false},
          "Id of the organization that shall be active.");
  }

  friend bool operator==(const CreateSessionRequest&, const CreateSessionRequest&) = default;
};

/// How long a token shall last.
struct CreateSessionTokenRequest {
  static constexpr ModelInfo info{"CreateSessionTokenRequest", "How long a token shall last."};

  std::optional<std::int64_t> expires_in_seconds{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("expires_in_seconds", &CreateSessionTokenRequest::expires_in_seconds,
          {.required = false, .minimum = 30, .maximum = 315360000},
          "For how many seconds, instead of as long as such tokens last.");
  }

  friend bool operator==(const CreateSessionTokenRequest&, const CreateSessionTokenRequest&) = default;
};

namespace operations {

struct GetSessionList {
  using Query = GetSessionListRequest;
  using Answer = Sessions;
  static constexpr OperationInfo info{
      .api = "SessionsApi",
      .name = "get_session_list",
      .method = Method::get,
      .path = "/sessions",
      .success = 200,
      .errors = {400, 401, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all sessions",
      .description = "A page of sessions. The API wants a client or a user named.",
      .example = ".user_id = \"user_2abc\", .limit = 100",
  };
  Query query{};
};

struct CreateSession {
  using Body = CreateSessionRequest;
  using Answer = Session;
  static constexpr OperationInfo info{
      .api = "SessionsApi",
      .name = "create_session",
      .method = Method::post,
      .path = "/sessions",
      .success = 200,
      .errors = {400, 401, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create a new active session",
      .description = "Makes a session for a user without a sign-in. For tests: development instances only.",
      .example = ".user_id = \"user_2abc\"",
  };
  Body body{};
};

struct GetSession {
  using Answer = Session;
  static constexpr OperationInfo info{
      .api = "SessionsApi",
      .name = "get_session",
      .method = Method::get,
      .path = "/sessions/{session_id}",
      .success = 200,
      .errors = {400, 401, 404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve a session",
      .description = "One session.",
  };
  std::string session_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("session_id", &GetSession::session_id, {.example = "sess_2abc"}, "Id of the session.");
  }
};

struct RevokeSession {
  using Answer = Session;
  static constexpr OperationInfo info{
      .api = "SessionsApi",
      .name = "revoke_session",
      .method = Method::post,
      .path = "/sessions/{session_id}/revoke",
      .success = 200,
      .errors = {400, 401, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Revoke a session",
      .description = "Ends a session: the user is signed out there.",
  };
  std::string session_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("session_id", &RevokeSession::session_id, {.example = "sess_2abc"}, "Id of the session.");
  }
};

struct CreateSessionToken {
  using Body = CreateSessionTokenRequest;
  using Answer = SessionToken;
  static constexpr OperationInfo info{
      .api = "SessionsApi",
      .name = "create_session_token",
      .method = Method::post,
      .path = "/sessions/{session_id}/tokens",
      .success = 200,
      .errors = {401, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Create a session token",
      .description = "Makes a token of a session, as a browser would have it.",
      .example = ".expires_in_seconds = 300",
  };
  std::string session_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("session_id", &CreateSessionToken::session_id, {.example = "sess_2abc"}, "Id of the session.");
  }
};

struct CreateSessionTokenFromTemplate {
  using Body = CreateSessionTokenRequest;
  using Answer = SessionToken;
  static constexpr OperationInfo info{
      .api = "SessionsApi",
      .name = "create_session_token_from_template",
      .method = Method::post,
      .path = "/sessions/{session_id}/tokens/{template_name}",
      .success = 200,
      .errors = {401, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Create a session token from a JWT template",
      .description = "Makes a token of a session with the claims of a JWT template.",
      .example = ".expires_in_seconds = 300",
  };
  std::string session_id{};
  std::string template_name{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    using O = CreateSessionTokenFromTemplate;
    parameter("session_id", &O::session_id, {.example = "sess_2abc"}, "Id of the session.");
    parameter("template_name", &O::template_name, {.example = "backend"}, "Name of the JWT template.");
  }
};

}  // namespace operations
}  // namespace clerk
