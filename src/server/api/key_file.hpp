#pragma once

#include <string>
#include <string_view>

namespace clerk::server::api {

/// Development keys that the server made lie in a file beside the database, readable by its owner alone, so that they
/// can be found again; the database itself holds digests only.
[[nodiscard]] std::string key_file_of(const std::string& database_file);

/// Adds a key as a line. \throws std::runtime_error naming the file when it can't be written
void write_key_file(const std::string& file, std::string_view secret_key);

}  // namespace clerk::server::api
