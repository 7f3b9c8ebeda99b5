#include "ctl/api_root.hpp"

#include <boost/url/grammar/ci_string.hpp>
#include <boost/url/host_type.hpp>
#include <boost/url/ipv4_address.hpp>
#include <boost/url/ipv6_address.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/scheme.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace clerk::ctl {

namespace urls = boost::urls;

namespace {

// The parser lets anything follow an address: `127.0.0.1.example.com` is another host to the network than to it.
std::optional<urls::url_view> parse(std::string_view text) {
  const auto url = urls::parse_uri(text);
  if (url.has_error() || !url->has_authority()) return std::nullopt;
  const std::string_view path = url->encoded_path();
  if (!path.empty() && path.front() != '/') return std::nullopt;
  return *url;
}

bool is_loopback(const urls::ipv6_address& address) {
  if (!address.is_v4_mapped()) return address.is_loopback();
  const auto bytes = address.to_bytes();
  return urls::ipv4_address{{bytes[12], bytes[13], bytes[14], bytes[15]}}.is_loopback();
}

// As it is written: an encoded name is another to the network.
bool is_local_name(std::string_view name) {
  constexpr std::string_view local = "localhost";
  if (name.ends_with('.')) name.remove_suffix(1);
  const std::string_view end = name.substr(name.size() - std::min(name.size(), local.size()));
  const bool is_whole_label = name.size() == end.size() || name[name.size() - end.size() - 1] == '.';
  return is_whole_label && urls::grammar::ci_is_equal(end, local);
}

bool may_be_root(const urls::url_view& url) { return !url.has_userinfo() && !url.has_query() && !url.has_fragment(); }

std::string_view port_of(const urls::url_view& url) {
  const std::string_view port = url.port();
  const std::string_view usual = url.scheme_id() == urls::scheme::https ? "443" : "80";
  return port == usual ? std::string_view{} : port;
}

std::string_view path_before_version(const urls::url_view& url) {
  constexpr std::string_view version = "/v1";
  std::string_view path = url.encoded_path();
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.ends_with(version)) path.remove_suffix(version.size());
  return path;
}

}  // namespace

bool leads_to_this_machine(std::string_view text) {
  const auto url = parse(text);
  if (!url) return false;
  switch (url->host_type()) {
    case urls::host_type::ipv4:
      return url->host_ipv4_address().is_loopback();
    case urls::host_type::ipv6:
      return is_loopback(url->host_ipv6_address());
    default:
      return is_local_name(url->encoded_host());
  }
}

bool is_same_root(std::string_view one, std::string_view other) {
  const auto first = parse(one);
  const auto second = parse(other);
  return first && second && may_be_root(*first) && may_be_root(*second) &&
         urls::grammar::ci_is_equal(first->scheme(), second->scheme()) &&
         urls::grammar::ci_is_equal(first->encoded_host(), second->encoded_host()) &&
         port_of(*first) == port_of(*second) && path_before_version(*first) == path_before_version(*second);
}

}  // namespace clerk::ctl
