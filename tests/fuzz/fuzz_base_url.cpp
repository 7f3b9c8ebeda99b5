#include "sdk/base_url.hpp"
#include "tests/fuzz/property.hpp"

#include <boost/url/parse.hpp>
#include <curl/curl.h>

#include <algorithm>
#include <memory>

// The host that a user configures, and what the transport then makes of it.
namespace clerk::fuzz {

namespace {

struct Cleanup {
  void operator()(CURLU* handle) const { curl_url_cleanup(handle); }
  void operator()(char* text) const { curl_free(text); }
};

// The host name that libcurl would look for; empty when it refuses the URL, or has an address, which it writes its own
// way.
std::string name_for_curl(const std::string& url) {
  const std::unique_ptr<CURLU, Cleanup> handle{curl_url()};
  if (curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return {};
  char* host = nullptr;
  if (curl_url_get(handle.get(), CURLUPART_HOST, &host, 0) != CURLUE_OK) return {};
  const std::unique_ptr<char, Cleanup> owner{host};
  const bool is_address = *host == '[' || std::string_view{host}.find_first_not_of(".0123456789") == std::string::npos;
  return is_address ? std::string{} : host;
}

bool same_but_for_case(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(left, right, {}, lower, lower);
}

void check(std::string_view text) {
  const auto root = sdk::base_url(text);
  if (root.has_error()) {
    return require(std::ranges::none_of(root.error().text, is_control), "a problem is one line");
  }
  require(std::ranges::none_of(*root, [](char c) { return is_control(c) || c == ' '; }), "a URL has no blanks");
  require(!root->ends_with('/'), "an operation's path follows", *root);
  const auto again = sdk::base_url(*root);
  require(again.has_value() && *again == *root, "a root is its own root", *root);

  const std::string url = *root + "/instance";
  const auto parsed = boost::urls::parse_uri(url);
  require(parsed.has_value(), "with a path it is a URL", url);
  require(!parsed->has_userinfo() && !parsed->has_query() && !parsed->has_fragment(), "it has no other parts", url);
  const std::string path{parsed->encoded_path()};
  require(path.ends_with("/instance") && path.find("/v") != std::string::npos, "its path has a version", url);
  const std::string host = name_for_curl(url);
  require(host.empty() || same_but_for_case(host, std::string{parsed->encoded_host()}) ||
              same_but_for_case(host, parsed->host()),
          "the transport connects to the host that was judged", url);
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  clerk::fuzz::check(clerk::fuzz::Input{data, size}.rest());
  return 0;
}
