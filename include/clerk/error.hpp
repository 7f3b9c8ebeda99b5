#pragma once

#include <clerk/contract/errors.hpp>
#include <clerk/export.hpp>
#include <clerk/headers.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace boost {
struct source_location;
}

namespace clerk {

enum class ErrorKind {
  http,               ///< the server answered with a status that is no success: see `status` and `errors`
  not_sent,           ///< the request never went out: no connection, or it broke before the first byte
  outcome_unknown,    ///< a write went out and no answer came back: it may or may not have acted
  no_answer,          ///< a read went out and no whole answer came back
  timeout,            ///< time ran out before the request went out, or while reading
  tls,                ///< no trust or no agreement in the TLS handshake; nothing was sent
  canceled,           ///< by its cancellation slot, or the client was destroyed
  malformed_answer,   ///< a success whose body is not what the operation answers
  bad_configuration,  ///< the client's or the call's options can't be used; nothing was sent
  bad_request,        ///< a field or parameter can't be sent as it is; nothing was sent
};

[[nodiscard]] CLERK_EXPORT std::string_view to_string(ErrorKind kind) noexcept;

/// One request of a call that came to nothing.
struct Attempt {
  ErrorKind cause{ErrorKind::http};
  int status{0};     ///< 0 without an answer
  bool sent{false};  ///< at least one byte of the request went out
  std::string message{};
  std::chrono::milliseconds elapsed{0};
  std::chrono::milliseconds waited{0};  ///< after it, before the next
};

/// Why a call failed, with all that is known of it.
struct CLERK_EXPORT Error {
  ErrorKind kind{ErrorKind::http};
  int status{0};  ///< 0 without an answer; also set when one broke off
  Headers headers{};
  std::vector<ClerkError> errors{};  ///< the server's reasons, unchanged; none of a body above 1 MiB. facts 4.1
  RawJson meta{};                    ///< details that concern the whole call. facts 4.1
  std::string clerk_trace_id{};      ///< for Clerk's support
  std::optional<std::chrono::milliseconds> retry_after{};
  std::vector<Attempt> attempts{};
  std::string body_excerpt{};  ///< the first bytes of the answer's body, at most `max_body_excerpt`
  std::string operation{};     ///< such as `update_instance`
  std::string detail{};        ///< what happened or what to fix, for people

  static constexpr std::size_t max_body_excerpt = 2048;

  /// Code of the first reason, or empty.
  [[nodiscard]] std::string_view code() const noexcept;

  /// Whether one of the reasons has this code.
  [[nodiscard]] bool has_code(std::string_view code) const noexcept;

  /// One sentence with the operation, status, reasons, fields and trace id.
  [[nodiscard]] std::string message() const;
};

/// The field that a reason is about, from its `meta.param_name`; empty when it names none.
[[nodiscard]] CLERK_EXPORT std::string param_name(const ClerkError& error);

/// The base of all that `Result::value()` throws.
class CLERK_EXPORT ApiException : public std::runtime_error {
 public:
  explicit ApiException(Error error);

  [[nodiscard]] const Error& error() const noexcept { return *error_; }
  [[nodiscard]] int status() const noexcept { return error_->status; }

 private:
  std::shared_ptr<const Error> error_;  // shared, so that copying the exception can't throw
};

/// 400
class CLERK_EXPORT BadRequestException : public ApiException {
  using ApiException::ApiException;
};
/// 401
class CLERK_EXPORT UnauthorizedException : public ApiException {
  using ApiException::ApiException;
};
/// 402: the plan lacks the feature
class CLERK_EXPORT PaymentRequiredException : public ApiException {
  using ApiException::ApiException;
};
/// 403
class CLERK_EXPORT ForbiddenException : public ApiException {
  using ApiException::ApiException;
};
/// 404
class CLERK_EXPORT NotFoundException : public ApiException {
  using ApiException::ApiException;
};
/// 422: a field is not accepted
class CLERK_EXPORT UnprocessableEntityException : public ApiException {
  using ApiException::ApiException;
};
/// 429
class CLERK_EXPORT TooManyRequestsException : public ApiException {
  using ApiException::ApiException;
};
/// 500 and above
class CLERK_EXPORT ServiceException : public ApiException {
  using ApiException::ApiException;
};
/// No answer: not sent, outcome unknown, no answer, timeout, TLS, canceled
class CLERK_EXPORT TransportException : public ApiException {
  using ApiException::ApiException;
};

/// Throws the exception that fits the error.
[[noreturn]] CLERK_EXPORT void throw_exception(const Error& error);

/// Found by `boost::system::result` when `.value()` is called on a failure.
[[noreturn]] CLERK_EXPORT void throw_exception_from_error(const Error& error, const boost::source_location& location);

}  // namespace clerk
