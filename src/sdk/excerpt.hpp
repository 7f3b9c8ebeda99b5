#pragma once

#include <clerk/headers.hpp>
#include <clerk/secret.hpp>

#include <string>
#include <string_view>

namespace clerk::sdk {

/// At most `limit` bytes of the text, cut between two characters, with each run of spaces and control characters as one
/// space and each byte that is no text as U+FFFD: fit for a log line or a terminal.
[[nodiscard]] std::string one_line(std::string_view text, std::size_t limit);

/// At most `limit` bytes of the text, cut between two characters.
[[nodiscard]] std::string_view cut(std::string_view text, std::size_t limit) noexcept;

/// Takes the key out of a text that came from outside: some servers repeat the request in their error page.
void redact(std::string& text, const Secret& key);

/// Headers, names and values, without the key.
[[nodiscard]] Headers without_key(const Headers& headers, const Secret& key);

/// The same as redact() for a text that may have been cut within the key: the key's beginning goes from its end.
void redact_cut(std::string& text, const Secret& key);

}  // namespace clerk::sdk
