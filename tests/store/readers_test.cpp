#include "server/store/readers.hpp"

#include "server/store/session.hpp"
#include "server/store/work_pool.hpp"
#include "tests/store/store_support.hpp"

#include <atomic>
#include <latch>
#include <thread>

namespace clerk::server::store {
namespace {

class ReadersTest : public testing::Test {
 protected:
  void insert(const std::string& id) {
    writer->begin_write();
    Transaction{*writer}.insert_instance(instance(id));
    writer->commit();
  }

  Database database{StoreLocation{}};
  std::unique_ptr<Session> writer{database.open_session()};
};

TEST_F(ReadersTest, AReadSeesWhatWasCommittedBeforeItAndNothingLater) {
  Readers readers{database};
  insert("ins_1");
  readers.read([&](Transaction& transaction) {
    EXPECT_TRUE(transaction.find_instance("ins_1"));
    insert("ins_2");
    EXPECT_FALSE(transaction.find_instance("ins_2"));
  });
  readers.read([](Transaction& transaction) { EXPECT_TRUE(transaction.find_instance("ins_2")); });
}

TEST_F(ReadersTest, AReadCannotWrite) {
  Readers readers{database};
  EXPECT_THROW(readers.read([](Transaction& transaction) { transaction.insert_instance(instance("ins_1")); }),
               StoreError);
  readers.read([](Transaction& transaction) { EXPECT_FALSE(transaction.find_instance("ins_1")); });
}

TEST_F(ReadersTest, WhatAReadThrowsReachesTheOneWhoAsked) {
  Readers readers{database};
  EXPECT_THROW(readers.read([](Transaction&) { throw std::logic_error{"mine"}; }), std::logic_error);

  std::promise<std::exception_ptr> thrown;
  ASSERT_TRUE(readers.read_aside([](Transaction&) { throw std::logic_error{"mine"}; },
                                 [&](std::exception_ptr problem) { thrown.set_value(std::move(problem)); }));
  EXPECT_THROW(std::rethrow_exception(thrown.get_future().get()), std::logic_error);
}

TEST_F(ReadersTest, ScansOfSeveralThreadsReadAtTheSameTime) {
  Readers readers{database, {.threads = 2}};
  std::latch together{2};
  std::latch done{2};
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(readers.read_aside([&](Transaction&) { together.arrive_and_wait(); },
                                   [&](const std::exception_ptr& problem) {
                                     EXPECT_FALSE(problem);
                                     done.count_down();
                                   }));
  }
  done.wait();
}

TEST(WorkPool, TakesNoMoreThanMayWaitAndFinishesWhatItTook) {
  std::latch begun{1};
  std::latch go_on{1};
  std::atomic<int> finished{0};
  WorkPool pool{{.threads = 1, .max_waiting = 2, .niceness = 5}};
  ASSERT_TRUE(pool.submit([&] {
    begun.count_down();
    go_on.wait();
    ++finished;
  }));
  begun.wait();
  ASSERT_TRUE(pool.submit([&] { ++finished; }));
  ASSERT_TRUE(pool.submit([&] { ++finished; }));
  EXPECT_FALSE(pool.submit([&] { ++finished; }));
  go_on.count_down();
  pool.stop();
  EXPECT_EQ(finished.load(), 3);
  EXPECT_FALSE(pool.submit([] {}));
}

}  // namespace
}  // namespace clerk::server::store
