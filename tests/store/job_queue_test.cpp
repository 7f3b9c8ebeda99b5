#include "server/store/job_queue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

namespace clerk::server::store {
namespace {

using testing::ElementsAre;

std::vector<std::uint64_t> connections_of(JobQueue& queue) {
  std::vector<std::uint64_t> connections;
  while (auto job = queue.pop()) connections.push_back(job->connection);
  return connections;
}

TEST(JobQueue, ServesConnectionsByTurns) {
  JobQueue queue{10};
  for (const std::uint64_t connection : {1U, 1U, 1U, 1U, 2U, 3U, 3U})
    EXPECT_TRUE(queue.push({.connection = connection}));
  EXPECT_THAT(connections_of(queue), ElementsAre(1, 2, 3, 1, 3, 1, 1));
  EXPECT_EQ(queue.size(), 0U);
}

TEST(JobQueue, KeepsTheOrderWithinAConnection) {
  JobQueue queue{10};
  for (const std::size_t loop : {1U, 2U, 3U}) EXPECT_TRUE(queue.push({.connection = 7, .loop = loop}));
  EXPECT_EQ(queue.pop()->loop, 1U);
  EXPECT_EQ(queue.pop()->loop, 2U);
  EXPECT_EQ(queue.pop()->loop, 3U);
}

TEST(JobQueue, AConnectionThatComesBackWaitsBehindTheOthers) {
  JobQueue queue{10};
  for (const std::uint64_t connection : {1U, 1U, 2U}) EXPECT_TRUE(queue.push({.connection = connection}));
  EXPECT_EQ(queue.pop()->connection, 1U);
  EXPECT_TRUE(queue.push({.connection = 3}));
  EXPECT_THAT(connections_of(queue), ElementsAre(2, 1, 3));
}

TEST(JobQueue, TakesNoMoreThanItsCapacity) {
  JobQueue queue{2};
  EXPECT_TRUE(queue.push({.connection = 1}));
  EXPECT_TRUE(queue.push({.connection = 2}));
  EXPECT_FALSE(queue.push({.connection = 3}));
  EXPECT_TRUE(queue.pop());
  EXPECT_TRUE(queue.push({.connection = 3}));
}

TEST(JobQueue, AfterTheCloseItTakesNothingAndGivesWhatWaits) {
  JobQueue queue{10};
  EXPECT_TRUE(queue.push({.connection = 1}));
  queue.close();
  EXPECT_FALSE(queue.push({.connection = 1}));
  EXPECT_EQ(queue.wait(), JobQueue::Wake::jobs);
  EXPECT_TRUE(queue.pop());
  EXPECT_EQ(queue.wait(), JobQueue::Wake::closed);
}

TEST(JobQueue, AWaitThatGivesUpSaysSo) {
  JobQueue queue{10};
  EXPECT_EQ(queue.wait_for(std::chrono::milliseconds{0}), JobQueue::Wake::nothing);
}

TEST(JobQueue, AWaitThatIsWokenSaysThatThereIsNothing) {
  JobQueue queue{10};
  queue.wake();
  EXPECT_EQ(queue.wait(), JobQueue::Wake::nothing) << "a wake that comes before the wait counts too";
  EXPECT_TRUE(queue.push({.connection = 1}));
  queue.wake();
  EXPECT_EQ(queue.wait(), JobQueue::Wake::jobs);
  EXPECT_TRUE(queue.pop());
  EXPECT_EQ(queue.wait_for(std::chrono::milliseconds{0}), JobQueue::Wake::nothing);

  auto waiting = std::async(std::launch::async, [&] { return queue.wait(); });
  queue.wake();
  EXPECT_EQ(waiting.get(), JobQueue::Wake::nothing);
}

}  // namespace
}  // namespace clerk::server::store
