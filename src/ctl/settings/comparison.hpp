#pragma once

#include "ctl/settings/groups.hpp"

#include <boost/json/value.hpp>

namespace clerk::ctl::settings {

/// Whether both say the same. Lists of settings are sets: neither order nor repetition counts.
[[nodiscard]] bool is_same(const boost::json::value& one, const boost::json::value& other);

/// Whether an answer shows that the setting is as it is wanted: it is the same, or what becomes of it where upper and
/// lower case mean one thing, as in the host of an origin or the domain of an address, and the API writes it small.
[[nodiscard]] bool is_kept_as(const Field& field, const boost::json::value& wanted, const boost::json::value& answered);

/// Whether it is as good as nothing: null, an empty text or an empty list.
[[nodiscard]] bool is_nothing(const boost::json::value& value);

}  // namespace clerk::ctl::settings
