#pragma once

#include "ctl/operations/request.hpp"

#include <boost/json/value.hpp>

namespace clerk::ctl::operations {

/// The query and the parameters of the path, in the forms that the codec reads; of a form the body too.
[[nodiscard]] Outcome<CallInput> input_without_body(const Host& host, const Fields& fields, const Given& given);

/// The JSON body: `--data`, and over it the flags.
[[nodiscard]] Outcome<boost::json::value> body_value(Host& host, const Fields& fields, const Given& given);

}  // namespace clerk::ctl::operations
