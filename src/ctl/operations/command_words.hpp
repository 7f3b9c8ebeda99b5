#pragma once

#include "ctl/operations/fields.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::operations {

/// The flags that give these values, as words of a command line: what reading flags does, the other way round. What no
/// flag can say, such as a list of one empty text, goes into `--data`.
[[nodiscard]] std::vector<std::string> words_of(const Fields& fields, const boost::json::object& values);

/// A word as a shell takes it.
[[nodiscard]] std::string shell_quoted(std::string_view word);

/// Such as `clerkctl users create-user`.
[[nodiscard]] std::string command_of(const Fields& fields);

/// A whole command that works as it stands, but for its ids and files.
[[nodiscard]] std::string example_line(const Fields& fields);

}  // namespace clerk::ctl::operations
