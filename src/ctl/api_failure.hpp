#pragma once

#include "ctl/failure.hpp"

#include <clerk/error.hpp>

#include <boost/json/object.hpp>

#include <string_view>

namespace clerk::ctl {

/// A call's error for people, with what to do about it. `key_source` says where the key came from; `doing` completes
/// "while …" and may be empty.
[[nodiscard]] Failure api_failure(const Error& error, std::string_view key_source, std::string_view doing = {});

/// The same for programs, stable between versions: `kind`, `operation`, `status`, `errors`, `clerk_trace_id` and
/// `retry_after_seconds`, as far as they are known.
[[nodiscard]] boost::json::object details_of(const Error& error);

/// Whether the server does not have the version of the API that was asked for.
[[nodiscard]] bool refuses_version(const Error& error);

}  // namespace clerk::ctl
