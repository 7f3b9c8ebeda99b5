#pragma once

#include "ctl/failure.hpp"

#include <clerk/error.hpp>

#include <boost/json/value.hpp>

#include <string_view>

namespace clerk::ctl::operations {

/// A call's error for people, with what to do about it. `key_source` says where the key came from.
[[nodiscard]] Failure api_failure(const Error& error, std::string_view key_source);

/// The same for programs: stable between versions. The members of `error` are those of any failure (`message`, `hint`,
/// `exit_status`) and `kind`, `operation`, `status`, `errors`, `clerk_trace_id`, `retry_after_seconds`, as far as they
/// are known.
[[nodiscard]] boost::json::value api_failure_json(const Error& error, const Failure& failure);

}  // namespace clerk::ctl::operations
