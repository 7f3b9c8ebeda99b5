#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clerk::server::api {

/// An id such as `ins_2b6fcd92dvf96q05x8e4a8xvt6a`: prefix and 27 characters that sort by time. facts 6
[[nodiscard]] std::string make_id(std::string_view prefix, std::int64_t now_ms);

/// 32 lower-case hexadecimal digits. Unique, not secret.
[[nodiscard]] std::string make_trace_id();

/// Bytes from the system's source of randomness, for salts.
[[nodiscard]] std::string random_text(std::size_t count);

/// The PEM of a new private RSA key of 2048 bits. Slow.
[[nodiscard]] std::string make_rsa_key();

/// A secret key such as `sk_test_…`, from the system's source of randomness.
[[nodiscard]] std::string make_secret_key(std::string_view environment_type);

/// What is kept of a secret key: its SHA-256, in hexadecimal.
[[nodiscard]] std::string key_digest(std::string_view secret_key);

}  // namespace clerk::server::api
