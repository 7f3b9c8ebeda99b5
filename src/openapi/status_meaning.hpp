#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

namespace clerk::openapi {

/// What a status says, in the words of the API's description.
struct StatusMeaning {
  int status{};
  std::string_view name{};     ///< a word, for references
  std::string_view meaning{};  ///< for people
};

inline constexpr auto status_meanings = std::to_array<StatusMeaning>({
    {200, "Success", "Success"},
    {202, "Accepted", "Accepted"},
    {204, "NoContent", "Accepted"},
    {400, "BadRequest", "Bad request"},
    {401, "Unauthorized", "The key is missing or invalid"},
    {402, "PaymentRequired", "Payment required"},
    {403, "Forbidden", "Forbidden"},
    {404, "NotFound", "Resource not found"},
    {408, "RequestTimeout", "The request did not arrive in time"},
    {409, "Conflict", "The state of the resource does not allow it"},
    {413, "ContentTooLarge", "The body is too large"},
    {415, "UnsupportedMediaType", "The media type is not supported"},
    {422, "UnprocessableEntity", "Invalid request parameters"},
    {429, "TooManyRequests", "Too many requests; try again after Retry-After"},
    {431, "RequestHeaderFieldsTooLarge", "The head of the request is too large"},
    {500, "InternalServerError", "An error on the server's side"},
    {501, "NotImplemented", "The local server does not hold the operation"},
    {503, "ServiceUnavailable", "Unavailable for the moment; try again after Retry-After"},
});

/// \throws std::logic_error for a status that the table lacks: documents would say nothing of it
constexpr const StatusMeaning& meaning_of(int status) {
  for (const StatusMeaning& each : status_meanings) {
    if (each.status == status) return each;
  }
  throw std::logic_error{"no meaning is known of status " + std::to_string(status)};
}

}  // namespace clerk::openapi
