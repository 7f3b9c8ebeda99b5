#include "codec/codec.hpp"
#include "sdk/excerpt.hpp"

#include <clerk/error.hpp>

#include <boost/assert/source_location.hpp>

#include <algorithm>

namespace clerk {

namespace {

std::string reason(const ClerkError& error) {
  std::string text = error.long_message.empty() ? error.message : error.long_message;
  if (text.ends_with('.')) text.pop_back();
  const std::string field = param_name(error);
  std::string where = error.code;
  if (!field.empty()) where += (where.empty() ? "field " : ", field ") + field;
  if (where.empty()) return text;
  return text.empty() ? where : text + " (" + where + ")";
}

std::string reasons(const std::vector<ClerkError>& errors) {
  constexpr std::size_t shown = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(errors.size(), shown); ++i) {
    const std::string said = reason(errors[i]);
    if (!said.empty()) text += (text.empty() ? "" : "; ") + said;
  }
  if (text.empty()) return text;
  if (errors.size() > shown) text += "; and " + std::to_string(errors.size() - shown) + " more";
  return sdk::one_line(text, 1000);
}

std::string seconds_text(std::chrono::milliseconds wait) {
  const auto whole = std::chrono::ceil<std::chrono::seconds>(wait).count();
  return std::to_string(whole) + (whole == 1 ? " second" : " seconds");
}

std::string answered(const Error& error) {
  std::string text = "was answered " + std::to_string(error.status);
  if (const std::string said = reasons(error.errors); !said.empty()) return text + ": " + said;
  if (const std::string body = sdk::one_line(error.body_excerpt, 200); !body.empty()) {
    return text + " with a body that is no Clerk error: " + body;
  }
  return text + " with no reason given";
}

std::string broken_off(const Error& error) {
  return error.status == 0 ? "" : "; an answer " + std::to_string(error.status) + " broke off";
}

std::string what_happened(const Error& error) {
  switch (error.kind) {
    case ErrorKind::http:
      return answered(error);
    case ErrorKind::not_sent:
      return "was not sent";
    case ErrorKind::outcome_unknown:
      return "was sent, but whether it acted is not known" + broken_off(error);
    case ErrorKind::no_answer:
      return "was sent, but no whole answer came back" + broken_off(error);
    case ErrorKind::timeout:
      return "ran out of time" + broken_off(error);
    case ErrorKind::tls:
      return "was not sent, as there is no trusted connection";
    case ErrorKind::canceled:
      return "was canceled";
    case ErrorKind::malformed_answer:
      return (error.status != 0 ? "was answered " + std::to_string(error.status) + ", " : std::string{}) +
             "but the answer can't be used";
    case ErrorKind::bad_configuration:
      return "was not sent, as the configuration can't be used";
    case ErrorKind::bad_request:
      return "was not sent, as the request can't be written";
  }
  return "failed";
}

}  // namespace

std::string_view to_string(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::http:
      return "http";
    case ErrorKind::not_sent:
      return "not_sent";
    case ErrorKind::outcome_unknown:
      return "outcome_unknown";
    case ErrorKind::no_answer:
      return "no_answer";
    case ErrorKind::timeout:
      return "timeout";
    case ErrorKind::tls:
      return "tls";
    case ErrorKind::canceled:
      return "canceled";
    case ErrorKind::malformed_answer:
      return "malformed_answer";
    case ErrorKind::bad_configuration:
      return "bad_configuration";
    case ErrorKind::bad_request:
      return "bad_request";
  }
  return "";
}

std::string_view Error::code() const noexcept {
  return errors.empty() ? std::string_view{} : std::string_view{errors.front().code};
}

bool Error::has_code(std::string_view code) const noexcept {
  return std::ranges::any_of(errors, [code](const ClerkError& error) { return error.code == code; });
}

std::string Error::message() const {
  std::string text = (operation.empty() ? std::string{"the call"} : operation) + " " + what_happened(*this);
  if (!detail.empty()) text += ": " + sdk::one_line(detail, 600);
  if (retry_after) text += "; retry after " + seconds_text(*retry_after);
  if (attempts.size() > 1) text += "; " + std::to_string(attempts.size()) + " attempts";
  if (!clerk_trace_id.empty()) text += "; trace id " + sdk::one_line(clerk_trace_id, 64);
  return text;
}

std::string param_name(const ClerkError& error) { return codec::string_in(error.meta, "param_name").value_or(""); }

ApiException::ApiException(Error error)
    : std::runtime_error{error.message()}, error_{std::make_shared<const Error>(std::move(error))} {}

void throw_exception(const Error& error) {
  switch (error.kind) {
    case ErrorKind::http:
      break;
    case ErrorKind::malformed_answer:
    case ErrorKind::bad_configuration:
    case ErrorKind::bad_request:
      throw ApiException{error};
    default:
      throw TransportException{error};
  }
  switch (error.status) {
    case 400:
      throw BadRequestException{error};
    case 401:
      throw UnauthorizedException{error};
    case 402:
      throw PaymentRequiredException{error};
    case 403:
      throw ForbiddenException{error};
    case 404:
      throw NotFoundException{error};
    case 422:
      throw UnprocessableEntityException{error};
    case 429:
      throw TooManyRequestsException{error};
    default:
      break;
  }
  if (error.status >= 500) throw ServiceException{error};
  throw ApiException{error};
}

void throw_exception_from_error(const Error& error, const boost::source_location& /*location*/) {
  throw_exception(error);
}

}  // namespace clerk
