#include "ctl/api_root.hpp"

#include "sdk/base_url.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace clerk::ctl {
namespace {

// The library decides by its own rules on what goes around a proxy, and does not export them.
TEST(ApiRoots, lead_to_this_machine_where_the_library_says_so) {
  struct Row {
    std::string host;
    bool leads;
  };
  for (const auto& [host, leads] : std::vector<Row>{
           {"localhost", true},
           {"LOCALHOST", true},
           {"localhost.", true},
           {"localhost..", false},
           {"api.Localhost", true},
           {".localhost", true},
           {"notlocalhost", false},
           {"localhost.example.com", false},
           {"localhost@example.com", false},
           {"%6Cocalhost", false},
           {"127.0.0.1", true},
           {"127.0.0.0", true},
           {"127.255.255.255", true},
           {"127.1", false},
           {"127.0.0.1.", false},
           {"127.0.0.1.example.com", false},
           {"126.255.255.255", false},
           {"128.0.0.0", false},
           {"0.0.0.0", false},
           {"[::1]", true},
           {"[0:0:0:0:0:0:0:1]", true},
           {"[::2]", false},
           {"[::]", false},
           {"[::127.0.0.1]", false},
           {"[::ffff:127.0.0.1]", true},
           {"[::FFFF:7f12:3456]", true},
           {"[::ffff:128.0.0.1]", false},
           {"[::1]@example.com", false},
           {"", false},
       }) {
    for (const char* scheme : {"http://", "HTTPS://"}) {
      for (const char* rest : {"", ":4500", "/v1", ":4500/a/v1/"}) {
        const std::string url = scheme + host + rest;
        EXPECT_EQ(leads_to_this_machine(url), leads) << url;
        EXPECT_EQ(sdk::is_loopback(url), leads) << url;
      }
    }
  }
  for (const char* text : {"", "localhost", "http:localhost", "http://a b", "//localhost"}) {
    EXPECT_EQ(leads_to_this_machine(text), sdk::is_loopback(text)) << text;
  }
}

TEST(ApiRoots, are_the_same_in_each_of_their_forms) {
  struct Row {
    std::string other;
    bool same;
  };
  for (const auto& [other, same] : std::vector<Row>{
           {"https://api.clerk.com/v1", true},
           {"https://api.clerk.com/v1/", true},
           {"https://api.clerk.com", true},
           {"https://api.clerk.com/", true},
           {"HTTPS://API.Clerk.com", true},
           {"https://api.clerk.com:443", true},
           {"https://api.clerk.com:", true},
           {"http://api.clerk.com", false},
           {"https://api.clerk.com:8443", false},
           {"https://api.clerk.com:99999", false},
           {"https://api.clerk.com/v2", false},
           {"https://api.clerk.com/other/v1", false},
           {"https://api.clerk.com/v1?a", false},
           {"https://api.clerk.com/v1#a", false},
           {"https://user@api.clerk.com/v1", false},
           {"https://api.clerk.com@example.com/v1", false},
           {"https://api.clerk.com.example.com", false},
           {"https://example.com", false},
           {"api.clerk.com", false},
           {"", false},
       }) {
    EXPECT_EQ(is_same_root(other, "https://api.clerk.com/v1"), same) << other;
    EXPECT_EQ(is_same_root("https://api.clerk.com", other), same) << other;
  }
}

}  // namespace
}  // namespace clerk::ctl
