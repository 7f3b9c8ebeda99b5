#include "server/http/message.hpp"

#include <boost/beast/core/string.hpp>

namespace clerk::server::http {

std::optional<std::string_view> RequestHead::header(std::string_view name) const noexcept {
  for (const Header& candidate : headers) {
    if (boost::beast::iequals(candidate.name, name)) return candidate.value;
  }
  return std::nullopt;
}

}  // namespace clerk::server::http
