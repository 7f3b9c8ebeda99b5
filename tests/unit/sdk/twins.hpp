#pragma once

#include "tests/unit/sdk/peer.hpp"

#include <clerk/async.hpp>

#include <boost/asio/thread_pool.hpp>
#include <gtest/gtest.h>

#include <string>

namespace clerk::test {

/// Asks a peer that answers nothing but 404, and names each operation whose refusal came back.
class Twins : public testing::Test {
 protected:
  ~Twins() override { pool.join(); }

  template <class Future>
  void expect(const std::string& operation, Future answered) {
    const auto result = answered.get();
    ASSERT_FALSE(result) << operation;
    EXPECT_EQ(result.error().operation, operation);
    EXPECT_EQ(result.error().status, 404) << operation;
  }

  Peer peer{[](const PeerRequest&) { return Reply{.status = 404}; }};
  boost::asio::thread_pool pool{1};
  AsyncClient client{{.host = peer.url(), .access_token = "sk_test_key"}, pool};
};

}  // namespace clerk::test
