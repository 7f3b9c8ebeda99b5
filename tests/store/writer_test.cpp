#include "server/store/writer.hpp"

#include "tests/store/store_support.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace clerk::server::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

class WriterTest : public testing::Test {
 protected:
  Database database{StoreLocation{}};
  Outcomes outcomes{};
};

TEST_F(WriterTest, WhatWaitsIsOneGroupWithOneCommit) {
  Writer writer{database, patient()};
  Barrier barrier{writer};
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(writer.submit(writing("ins_" + std::to_string(i), outcomes.take("job"))));
  barrier.open();
  for (const auto& [name, outcome] : outcomes.wait_for(10)) EXPECT_EQ(outcome, Outcome::committed);
  EXPECT_EQ(ids_in(database).size(), 10U);
  EXPECT_EQ(writer.counters().groups, 2U) << "the barrier's and the ten's";
  EXPECT_EQ(writer.counters().members, 11U);
  EXPECT_EQ(writer.counters().commits, 1U);
}

TEST_F(WriterTest, AGroupHasAtMostMaxGroupMembers) {
  Writer writer{database, patient({.max_group = 4})};
  Barrier barrier{writer};
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(writer.submit(writing("ins_" + std::to_string(i), outcomes.take("job"))));
  barrier.open();
  outcomes.wait_for(10);
  EXPECT_EQ(writer.counters().commits, 3U);
}

TEST_F(WriterTest, AGroupEndsWhenItsWorkHasTakenLongEnough) {
  Writer writer{database, WriterOptions{.max_group_work = std::chrono::microseconds{0}}};
  Barrier barrier{writer};
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(writer.submit(writing("ins_" + std::to_string(i), outcomes.take("job"))));
  barrier.open();
  outcomes.wait_for(3);
  EXPECT_EQ(writer.counters().commits, 3U);
}

TEST_F(WriterTest, WhatArrivesDuringAGroupIsTheNextOne) {
  Writer writer{database, patient()};
  Job first{.connection = 1};
  first.apply = [&](Transaction& transaction) {
    EXPECT_TRUE(writer.submit(writing("ins_late", outcomes.take("late"))));
    transaction.insert_instance(instance("ins_first"));
    return Verdict::commit;
  };
  EXPECT_TRUE(writer.submit(std::move(first)));
  outcomes.wait_for(1);
  EXPECT_EQ(writer.counters().commits, 2U);
}

TEST_F(WriterTest, ConnectionsAreServedByTurns) {
  Writer writer{database, patient({.max_group = 4})};
  Barrier barrier{writer};
  const auto submit = [&](const std::string& name, std::uint64_t connection) {
    EXPECT_TRUE(writer.submit(writing("ins_" + name, outcomes.take(name), connection)));
  };
  for (int i = 0; i < 6; ++i) submit("greedy_" + std::to_string(i), 1);
  submit("modest", 2);
  submit("other", 3);
  barrier.open();
  std::vector<std::string> first_group;
  for (const auto& [name, outcome] : outcomes.wait_for(8)) first_group.push_back(name);
  first_group.resize(4);
  EXPECT_THAT(first_group, ElementsAre("greedy_0", "modest", "other", "greedy_1"));
}

TEST_F(WriterTest, AMemberSeesItsOwnWritesAndThoseOfEarlierMembers) {
  Writer writer{database, patient()};
  Barrier barrier{writer};
  EXPECT_TRUE(writer.submit(writing("ins_1", outcomes.take("first"))));
  bool saw = false;
  Job second{.connection = 2};
  second.apply = [&](Transaction& transaction) {
    transaction.update_settings("ins_1", "second", 2);
    const auto row = transaction.find_instance("ins_1");
    saw = row && row->document == "second";
    return Verdict::commit;
  };
  second.done = outcomes.take("second");
  EXPECT_TRUE(writer.submit(std::move(second)));
  barrier.open();
  outcomes.wait_for(2);
  EXPECT_TRUE(saw);
  EXPECT_EQ(writer.counters().commits, 1U);
}

TEST_F(WriterTest, AMemberThatRefusesOrThrowsLeavesNothingWhileOthersCommit) {
  Writer writer{database, patient()};
  Barrier barrier{writer};
  EXPECT_TRUE(writer.submit(writing("ins_before", outcomes.take("before"), 1)));
  Job refusing = writing("ins_refused", outcomes.take("refusing"), 2);
  refusing.apply = [insert = refusing.apply](Transaction& transaction) {
    insert(transaction);
    return Verdict::undo;
  };
  Job throwing = writing("ins_thrown", outcomes.take("throwing"), 3);
  throwing.apply = [insert = throwing.apply](Transaction& transaction) -> Verdict {
    insert(transaction);
    throw std::runtime_error{"a mistake"};
  };
  EXPECT_TRUE(writer.submit(std::move(refusing)));
  EXPECT_TRUE(writer.submit(std::move(throwing)));
  EXPECT_TRUE(writer.submit(writing("ins_before", outcomes.take("conflicting"), 4)));
  EXPECT_TRUE(writer.submit(writing("ins_after", outcomes.take("after"), 5)));
  barrier.open();
  EXPECT_THAT(outcomes.wait_for(5),
              UnorderedElementsAre(Pair("before", Outcome::committed), Pair("refusing", Outcome::committed),
                                   Pair("throwing", Outcome::failed), Pair("conflicting", Outcome::failed),
                                   Pair("after", Outcome::committed)));
  EXPECT_THAT(ids_in(database), UnorderedElementsAre("ins_before", "ins_after"));
  EXPECT_EQ(writer.counters().commits, 1U);
}

TEST_F(WriterTest, WhatIsNoExceptionClassIsCaughtToo) {
  Writer writer{database, patient()};
  Job job{.done = outcomes.take("odd")};
  job.apply = [](Transaction&) -> Verdict { throw 7; };
  EXPECT_TRUE(writer.submit(std::move(job)));
  EXPECT_THAT(outcomes.wait_for(1), ElementsAre(Pair("odd", Outcome::failed)));
}

TEST_F(WriterTest, ExpiredAndAbandonedJobsAreDroppedBeforeTheyBegin) {
  Writer writer{database, patient()};
  Barrier barrier{writer};
  int asked = 0;
  Job expired = writing("ins_expired", outcomes.take("expired"), 1);
  expired.deadline = std::chrono::steady_clock::now();
  Job abandoned = writing("ins_abandoned", outcomes.take("abandoned"), 2);
  abandoned.abandoned = [&] { return ++asked > 0; };
  Job in_time = writing("ins_in_time", outcomes.take("in time"), 3);
  in_time.deadline = std::chrono::steady_clock::now() + std::chrono::hours{1};
  in_time.abandoned = [] { return false; };
  EXPECT_TRUE(writer.submit(std::move(expired)));
  EXPECT_TRUE(writer.submit(std::move(abandoned)));
  EXPECT_TRUE(writer.submit(std::move(in_time)));
  barrier.open();
  EXPECT_THAT(outcomes.wait_for(3),
              UnorderedElementsAre(Pair("expired", Outcome::expired), Pair("abandoned", Outcome::expired),
                                   Pair("in time", Outcome::committed)));
  EXPECT_THAT(ids_in(database), ElementsAre("ins_in_time"));
  EXPECT_EQ(asked, 1);
}

TEST_F(WriterTest, AJobThatHasBegunIsNeverDropped) {
  Writer writer{database, patient()};
  std::atomic<bool> left{false};
  Job job = writing("ins_1", outcomes.take("job"));
  job.abandoned = [&] { return left.load(); };
  job.apply = [&, insert = job.apply](Transaction& transaction) {
    left = true;
    return insert(transaction);
  };
  EXPECT_TRUE(writer.submit(std::move(job)));
  EXPECT_THAT(outcomes.wait_for(1), ElementsAre(Pair("job", Outcome::committed)));
}

TEST_F(WriterTest, AFullQueueTakesNothingAndDoesNotAnswer) {
  Writer writer{database, patient({.max_queue = 2})};
  Barrier barrier{writer};
  EXPECT_TRUE(writer.submit(writing("ins_1", outcomes.take("1"))));
  EXPECT_TRUE(writer.submit(writing("ins_2", outcomes.take("2"))));
  EXPECT_FALSE(writer.submit(writing("ins_3", outcomes.take("3"))));
  barrier.open();
  writer.stop();
  EXPECT_EQ(outcomes.size(), 2U);
  EXPECT_THAT(ids_in(database), UnorderedElementsAre("ins_1", "ins_2"));
}

TEST_F(WriterTest, DoneComesAfterTheCommit) {
  Writer writer{database, patient()};
  std::promise<std::vector<std::string>> seen;
  EXPECT_TRUE(writer.submit(writing("ins_1", [&](Outcome) { seen.set_value(ids_in(database)); })));
  EXPECT_THAT(seen.get_future().get(), ElementsAre("ins_1")) << "another connection sees the row";
}

TEST_F(WriterTest, TheAnswersOfAGroupAreHandedOverOncePerLoop) {
  Writer writer{database, patient()};
  std::mutex mutex;
  std::map<std::size_t, std::vector<std::size_t>> batches;
  writer.publish_by([&](std::size_t loop, std::vector<std::function<void()>> functions) {
    {
      const std::lock_guard lock{mutex};
      batches[loop].push_back(functions.size());
    }
    for (const auto& function : functions) function();
  });
  Barrier barrier{writer};
  for (int i = 0; i < 9; ++i) {
    Job job = writing("ins_" + std::to_string(i % 8), outcomes.take("job"), static_cast<std::uint64_t>(i));
    job.loop = static_cast<std::size_t>(i % 3);
    EXPECT_TRUE(writer.submit(std::move(job)));
  }
  barrier.open();
  outcomes.wait_for(9);
  writer.stop();
  EXPECT_THAT(batches, ElementsAre(Pair(0, ElementsAre(3)), Pair(1, ElementsAre(3)), Pair(2, ElementsAre(3))));
}

TEST_F(WriterTest, WhatAJobHoldsDiesWithItsDoneAndNotOnTheWritersThread) {
  Writer writer{database, patient()};
  std::vector<std::function<void()>> kept;
  std::promise<void> handed;
  writer.publish_by([&](std::size_t, std::vector<std::function<void()>> functions) {
    kept = std::move(functions);
    handed.set_value();
  });
  auto held = std::make_shared<int>(1);
  const std::weak_ptr<int> watched = held;
  Job job{};
  job.abandoned = [held] { return false; };
  job.apply = [held](Transaction&) { return Verdict::undo; };
  job.done = [held](Outcome) {};
  held.reset();
  EXPECT_TRUE(writer.submit(std::move(job)));
  handed.get_future().wait();
  writer.stop();
  EXPECT_EQ(watched.use_count(), 1);
  kept.clear();
  EXPECT_TRUE(watched.expired());
}

TEST_F(WriterTest, RunWaitsForItsCommitAndHandsExceptionsOn) {
  Writer writer{database, patient()};
  writer.run([](Transaction& transaction) { transaction.insert_instance(instance("ins_1")); });
  EXPECT_THAT(ids_in(database), ElementsAre("ins_1"));
  EXPECT_THROW(writer.run([](Transaction& transaction) {
    transaction.insert_instance(instance("ins_2"));
    throw std::out_of_range{"a mistake"};
  }),
               std::out_of_range);
  EXPECT_EQ(kind_of([&] { writer.run([](Transaction& t) { t.insert_instance(instance("ins_1")); }); }),
            StoreError::Kind::constraint);
  EXPECT_THAT(ids_in(database), ElementsAre("ins_1"));
  EXPECT_EQ(writer.counters().commits, 1U);
}

TEST_F(WriterTest, RunAndJobsOfManyThreadsTakeTurns) {
  Writer writer{database, patient()};
  std::vector<std::future<void>> threads;
  for (int t = 0; t < 4; ++t) {
    threads.push_back(std::async(std::launch::async, [&, t] {
      for (int i = 0; i < 25; ++i) {
        const std::string id = "ins_" + std::to_string(t) + "_" + std::to_string(i);
        if (t == 0) {
          writer.run([&](Transaction& transaction) { transaction.insert_instance(instance(id)); });
        } else {
          EXPECT_TRUE(writer.submit(writing(id, outcomes.take(id), static_cast<std::uint64_t>(t))));
        }
      }
    }));
  }
  for (auto& thread : threads) thread.get();
  outcomes.wait_for(75);
  EXPECT_EQ(ids_in(database).size(), 100U);
}

TEST_F(WriterTest, StopFinishesWhatIsQueuedAndTakesNoMore) {
  Writer writer{database, patient({.max_group = 2})};
  Barrier barrier{writer};
  for (int i = 0; i < 9; ++i) EXPECT_TRUE(writer.submit(writing("ins_" + std::to_string(i), outcomes.take("job"))));
  barrier.open();
  writer.stop();
  EXPECT_EQ(outcomes.size(), 9U);
  EXPECT_EQ(ids_in(database).size(), 9U);
  EXPECT_FALSE(writer.submit(writing("ins_late", outcomes.take("late"))));
  EXPECT_THROW(writer.run([](Transaction&) {}), StoreError);
  writer.stop();
}

}  // namespace
}  // namespace clerk::server::store
