#include "sdk/base_url.hpp"

#include "sdk/ascii.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>

#include <algorithm>

namespace clerk::sdk {

namespace {

bool is_version(std::string_view segment) {
  return segment.size() >= 2 && segment.front() == 'v' && std::ranges::all_of(segment.substr(1), is_digit);
}

// An empty one means the scheme's own.
bool is_port(std::string_view digits) {
  const auto significant = digits.find_first_not_of('0');
  if (digits.empty() || significant == std::string_view::npos) return digits.empty();
  digits.remove_prefix(significant);
  return digits.size() < 5 || (digits.size() == 5 && digits <= "65535");
}

// The parser lets anything follow an address: `[::1]@example.com` and `127.0.0.1.example.com` are other hosts to the
// transport than to it.
bool follows_authority(std::string_view path) { return path.empty() || path.front() == '/'; }

Problem problem(std::string_view what) {
  return {"host " + std::string{what} + ", for example https://api.clerk.com/v1"};
}

// What an operation's path is appended to must end where the path ends.
std::string with_version(const boost::urls::url_view& url) {
  std::string path{url.encoded_path()};
  while (path.ends_with('/')) path.pop_back();
  const auto slash = path.rfind('/');
  const std::string last = slash == std::string::npos ? path : path.substr(slash + 1);
  if (!is_version(last)) path += "/v1";

  std::string scheme{url.scheme()};
  std::ranges::transform(scheme, scheme.begin(), lower);
  return scheme + "://" + std::string{url.encoded_authority()} + path;
}

bool is_loopback(const boost::asio::ip::address& address) {
  namespace ip = boost::asio::ip;
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return ip::make_address_v4(ip::v4_mapped, address.to_v6()).is_loopback();
  }
  return address.is_loopback();
}

}  // namespace

boost::system::result<std::string, Problem> base_url(std::string_view host) {
  if (host.empty()) return problem("is empty: give the root of the API");
  // The text is not repeated in these: it may hold a password.
  if (std::ranges::any_of(host, [](char c) { return is_control(c) || c == ' '; })) {
    return problem("holds a space, a line break or another control character: take it out");
  }
  const auto parsed = boost::urls::parse_uri(host);
  if (parsed.has_error() || !parsed->has_authority() || !follows_authority(parsed->encoded_path())) {
    return problem("is no URL: give scheme, host name and, if need be, port and path");
  }
  if (parsed->scheme_id() != boost::urls::scheme::http && parsed->scheme_id() != boost::urls::scheme::https) {
    return problem("must start with https:// or http://");
  }
  if (parsed->has_userinfo()) return problem("must not hold a user name or password: take out what is before the @");
  if (parsed->encoded_host().empty()) return problem("has no host name: give one");
  if (parsed->has_port() && !is_port(std::string{parsed->port()})) {
    return problem("has a port that is not between 1 and 65535");
  }
  if (parsed->has_query() || parsed->has_fragment()) return problem("must not hold a ? or #: take it and the rest out");
  return {boost::system::in_place_value, with_version(*parsed)};
}

bool is_loopback(std::string_view base_url) {
  const auto parsed = boost::urls::parse_uri(base_url);
  if (parsed.has_error() || !follows_authority(parsed->encoded_path())) return false;
  std::string host{parsed->encoded_host()};
  std::ranges::transform(host, host.begin(), lower);
  if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(host, error);
  if (!error) return is_loopback(address);
  if (host.ends_with('.')) host.pop_back();
  return host == "localhost" || host.ends_with(".localhost");
}

}  // namespace clerk::sdk
