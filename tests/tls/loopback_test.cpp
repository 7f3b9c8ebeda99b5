#include "sdk/base_url.hpp"

#include <gtest/gtest.h>

namespace {

using clerk::sdk::is_loopback;

TEST(Loopback, is_a_root_on_this_machine_however_it_is_written) {
  for (const char* root : {"http://127.0.0.1:4500/v1", "https://127.0.0.1/v1", "http://127.255.0.9/v1",
                           "http://localhost:4500/v1", "http://LOCALHOST/v1", "http://localhost./v1",
                           "http://clerk.localhost/v1", "http://[::1]:4500/v1", "http://[::ffff:127.0.0.1]/v1"}) {
    EXPECT_TRUE(is_loopback(root)) << root;
  }
}

TEST(Loopback, is_no_root_that_only_looks_like_one) {
  for (const char* root :
       {"https://api.clerk.com/v1", "http://localhost.example.com/v1", "http://127.0.0.1.example.com/v1",
        "http://notlocalhost/v1", "http://10.0.0.1/v1", "http://0.0.0.0/v1", "http://[::2]/v1", "http://[::]/v1",
        "http://[::ffff:10.0.0.1]/v1", "http://example.com/127.0.0.1", "nonsense"}) {
    EXPECT_FALSE(is_loopback(root)) << root;
  }
}

}  // namespace
