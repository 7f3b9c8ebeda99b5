#pragma once

#include "tests/field/hostile_peer.hpp"

#include <clerk/headers.hpp>

#include <string>
#include <string_view>

namespace clerk::field {

/// The bytes of a whole answer, with the right Content-Length.
[[nodiscard]] std::string answer(int status, std::string_view body = {}, const Headers& headers = {});

/// The same with the body's type JSON.
[[nodiscard]] std::string json_answer(int status, std::string_view body, Headers headers = {});

/// The bytes of a head, which may promise what does not come.
[[nodiscard]] std::string head(int status, const Headers& headers);

/// Answers every request with these bytes.
[[nodiscard]] HostilePeer::Script always(std::string bytes);

/// Answers as the API does, with success.
[[nodiscard]] Steps succeed(const SeenRequest& request);

[[nodiscard]] std::string instance_body();
[[nodiscard]] std::string restrictions_body();
[[nodiscard]] std::string organization_settings_body();

/// A refusal with code `form_param_invalid` for the field `support_email`, and trace id `trace_of_body`.
[[nodiscard]] std::string refusal_body();

}  // namespace clerk::field
