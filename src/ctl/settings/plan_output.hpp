#pragma once

#include "ctl/output/style.hpp"
#include "ctl/settings/plan.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>

namespace clerk::ctl::settings {

/// The stable form for programs: `instance_id`, `environment`, `changes` (what is pending), `fields` (everything),
/// `notes` and `summary`.
[[nodiscard]] boost::json::object to_json(const Plan& plan);

/// The same for people.
[[nodiscard]] std::string table_of(const Plan& plan, const Style& style);

/// A value for people, on one line and not too long.
[[nodiscard]] std::string brief(const boost::json::value& value);

}  // namespace clerk::ctl::settings
