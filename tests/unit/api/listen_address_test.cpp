#include "server/api/daemon.hpp"

#include <gtest/gtest.h>

namespace clerk::server::api {

TEST(ListenAddress, takes_names_and_both_kinds_of_addresses) {
  EXPECT_EQ(ListenAddress::parse("127.0.0.1:4500").host, "127.0.0.1");
  EXPECT_EQ(ListenAddress::parse("127.0.0.1:4500").port, 4500);
  EXPECT_EQ(ListenAddress::parse("[::1]:0").host, "::1");
  EXPECT_EQ(ListenAddress::parse("localhost:65535").port, 65535);
}

TEST(ListenAddress, refuses_what_has_no_port_with_an_example) {
  for (const std::string text : {"", "127.0.0.1", "127.0.0.1:", ":4500", "127.0.0.1:65536", "127.0.0.1:x"}) {
    try {
      static_cast<void>(ListenAddress::parse(text));
      FAIL() << text;
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string{error.what()}.find("127.0.0.1:4500"), std::string::npos) << error.what();
    }
  }
}

}  // namespace clerk::server::api
