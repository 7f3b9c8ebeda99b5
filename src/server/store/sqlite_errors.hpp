#pragma once

#include "server/store/store_error.hpp"

#include <string>
#include <string_view>

namespace clerk::server::store {

/// Whether the cause lies outside of the program, so that the same work may succeed later.
[[nodiscard]] bool is_passing(StoreError::Kind kind) noexcept;

[[nodiscard]] std::string_view to_string(StoreError::Kind kind) noexcept;

[[nodiscard]] StoreError::Kind kind_of_sqlite(int extended_code) noexcept;

/// The error for an extended result code. Of the database's own `message` only what names columns is kept.
[[nodiscard]] StoreError sqlite_error(int extended_code, std::string_view message);

/// A sentence for the person who starts the server: which file fails, how, and what to do.
[[nodiscard]] StoreUnavailable unavailable(const std::string& file, const StoreError& error);

}  // namespace clerk::server::store
