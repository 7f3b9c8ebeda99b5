#pragma once

#include "ctl/output/style.hpp"
#include "ctl/settings/apply.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace clerk::ctl::settings {

/// The stable form for programs: `instance_id`, `environment`, `applied`, `dropped`, `failed`, `not_tried`,
/// `warnings`, `failure` and `summary`.
[[nodiscard]] boost::json::object to_json(const ApplyReport& report);

/// The same for people, without the failure, which goes to standard error.
[[nodiscard]] std::string table_of(const ApplyReport& report, const Style& style);

/// The failure that fields which the server dropped are, if there are any.
[[nodiscard]] std::optional<Failure> dropped_failure(const ApplyReport& report);

}  // namespace clerk::ctl::settings
