#pragma once

#include <cstdint>
#include <string>

namespace clerk::server::store {

class Session;

/// The newest schema this program knows.
[[nodiscard]] std::int64_t known_schema() noexcept;

/// Reads what a file holds, changing nothing. \return its schema, 0 for an empty file
/// \throws StoreUnavailable for another program's file, a damaged one and a newer schema
[[nodiscard]] std::int64_t schema_of(Session& session, const std::string& file);

/// Brings the file up to date, each step in a transaction of its own.
void migrate(Session& session, std::int64_t from);

}  // namespace clerk::server::store
