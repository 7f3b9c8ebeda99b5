#include "server/api/instance_directory.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace clerk::server::api {

namespace {

store::InstanceState state(std::string id, std::int64_t version) {
  store::InstanceState made;
  made.id = std::move(id);
  made.version = version;
  return made;
}

}  // namespace

TEST(InstanceDirectory, finds_by_key_and_by_id) {
  InstanceDirectory directory;
  directory.publish(state("ins_1", 1));
  directory.publish_key("digest", "ins_1");
  EXPECT_EQ(directory.find_by_key("digest")->id, "ins_1");
  EXPECT_EQ(directory.find("ins_1")->version, 1);
  EXPECT_EQ(directory.find_by_key("other"), nullptr);
  EXPECT_EQ(directory.find("ins_2"), nullptr);
  EXPECT_EQ(directory.all().size(), 1U);
}

TEST(InstanceDirectory, an_older_version_never_replaces_a_newer_one) {
  InstanceDirectory directory;
  directory.publish(state("ins_1", 2));
  directory.publish(state("ins_1", 1));
  EXPECT_EQ(directory.find("ins_1")->version, 2);
}

TEST(InstanceDirectory, may_be_read_while_it_is_written) {
  InstanceDirectory directory;
  directory.publish(state("ins_1", 1));
  directory.publish_key("digest", "ins_1");
  std::thread writing{[&] {
    for (std::int64_t version = 2; version < 2000; ++version) directory.publish(state("ins_1", version));
  }};
  std::int64_t last = 0;
  while (last < 1999) {
    const std::int64_t seen = directory.find_by_key("digest")->version;
    EXPECT_GE(seen, last);
    last = seen;
  }
  writing.join();
}

}  // namespace clerk::server::api
