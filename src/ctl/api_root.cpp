#include "ctl/api_root.hpp"

#include <boost/url/host_type.hpp>
#include <boost/url/ipv4_address.hpp>
#include <boost/url/ipv6_address.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <string>

namespace clerk::ctl {

bool leads_to_this_machine(std::string_view url) {
  const auto parsed = boost::urls::parse_uri(url);
  if (parsed.has_error() || !parsed->has_authority()) return false;
  // The parser lets anything follow an address: `127.0.0.1.example.com` is another host to the network than to it.
  const std::string_view path = parsed->encoded_path();
  if (!path.empty() && path.front() != '/') return false;
  switch (parsed->host_type()) {
    case boost::urls::host_type::ipv4:
      return parsed->host_ipv4_address().is_loopback();
    case boost::urls::host_type::ipv6:
      return parsed->host_ipv6_address().is_loopback();
    default:
      const std::string name = parsed->host_name();
      return name == "localhost" || name.ends_with(".localhost");
  }
}

}  // namespace clerk::ctl
