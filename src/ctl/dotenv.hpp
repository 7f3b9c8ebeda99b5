#pragma once

#include "ctl/failure.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace clerk::ctl {

using Variables = std::map<std::string, std::string, std::less<>>;

/// The variables of a `.env` file whose names begin with `CLERK_`: lines `NAME=value`, with or without `export`, values
/// bare, in single quotes (as they are) or in double quotes (with \n, \t, \", \\ and \$), comments from `#`. Nothing is
/// expanded. Lines of another form are left out, unless their name begins so or a quote is not closed. `name` is the
/// file's, for messages, which never repeat a value.
[[nodiscard]] Outcome<Variables> read_dotenv(std::string_view text, std::string_view name);

}  // namespace clerk::ctl
