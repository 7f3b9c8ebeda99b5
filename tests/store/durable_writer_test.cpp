#include "server/store/writer.hpp"
#include "tests/store/fault_vfs.hpp"
#include "tests/store/store_support.hpp"

#include <filesystem>
#include <thread>

namespace clerk::server::store {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;

/// What is written and synced on the way to an answer.
class DurableWriterTest : public testing::Test {
 protected:
  /// A log that begins has its head synced too: that is not counted.
  void begin_log(Writer& writer) {
    writer.run([](Transaction& transaction) { transaction.insert_instance(instance("ins_first")); });
  }

  /// The syncs that `count` writes need which wait together.
  int syncs_of(int count, WriterOptions options) {
    Writer writer{database, patient(std::move(options))};
    begin_log(writer);
    const int before = disk.log_syncs;
    Barrier barrier{writer};
    for (int i = 0; i < count; ++i) {
      EXPECT_TRUE(writer.submit(writing("ins_" + std::to_string(i), outcomes.take("job"))));
    }
    barrier.open();
    for (const auto& [name, outcome] : outcomes.wait_for(static_cast<std::size_t>(count))) {
      EXPECT_EQ(outcome, Outcome::committed);
    }
    const int syncs = disk.log_syncs - before;
    EXPECT_THAT(ids_in(database), SizeIs(count + 1));
    return syncs;
  }

  FaultVfs disk{};
  PlacedFile place{};
  Database database{place.location()};
  Outcomes outcomes{};
};

TEST_F(DurableWriterTest, EveryConnectionOfTheWriterSyncsFully) {
  std::vector<std::int64_t> synchronous;
  Writer writer{database,
                {.on_open = [&](Session& session) { synchronous.push_back(number(session, "PRAGMA synchronous")); }}};
  disk.fail_log_syncs = true;
  EXPECT_TRUE(writer.submit(writing("ins_1", outcomes.take("job"))));
  EXPECT_THAT(outcomes.wait_for(1), Each(testing::Pair("job", Outcome::unknown)));
  disk.fail_log_syncs = false;
  while (!writer.healthy()) std::this_thread::yield();
  writer.stop();
  EXPECT_THAT(synchronous, SizeIs(testing::Ge(2U))) << "the first, and the one after the failure";
  EXPECT_THAT(synchronous, Each(2)) << "FULL";
}

TEST_F(DurableWriterTest, EachOfManyGroupsIsSyncedOnce) { EXPECT_EQ(syncs_of(20, {.max_group = 1}), 20); }

TEST_F(DurableWriterTest, AFullGroupIsSyncedOnce) { EXPECT_EQ(syncs_of(64, {}), 1); }

TEST_F(DurableWriterTest, WhatIsBeyondAFullGroupIsSyncedWithTheNext) { EXPECT_EQ(syncs_of(65, {}), 2); }

TEST_F(DurableWriterTest, NoAnswerIsGivenBeforeTheSyncHasReturned) {
  Writer writer{database, patient()};
  begin_log(writer);
  Barrier barrier{writer};
  std::vector<std::size_t> answered_in_sync;
  disk.before_sync_returns = [&] { answered_in_sync.push_back(outcomes.size()); };
  for (int i = 0; i < 5; ++i) {
    EXPECT_TRUE(writer.submit(writing("ins_" + std::to_string(i), outcomes.take("job"))));
  }
  Job refusing{.done = outcomes.take("refusing")};
  refusing.apply = [](Transaction&) { return Verdict::undo; };
  EXPECT_TRUE(writer.submit(std::move(refusing)));
  barrier.open();
  EXPECT_THAT(outcomes.wait_for(6), SizeIs(6));
  EXPECT_THAT(answered_in_sync, ElementsAre(0U)) << "one sync, and nobody had an answer then";
  writer.stop();
  disk.before_sync_returns = nullptr;
}

TEST_F(DurableWriterTest, AGroupOfRefusalsDoesNotCommit) {
  Writer writer{database, patient()};
  begin_log(writer);
  const int before = disk.log_syncs;
  Barrier barrier{writer};
  for (int i = 0; i < 5; ++i) {
    Job job{.done = outcomes.take("refusing")};
    job.apply = [](Transaction& transaction) {
      transaction.update_traits("ins_first", "undone");
      return Verdict::undo;
    };
    EXPECT_TRUE(writer.submit(std::move(job)));
  }
  barrier.open();
  for (const auto& [name, outcome] : outcomes.wait_for(5)) EXPECT_EQ(outcome, Outcome::committed);
  EXPECT_EQ(disk.log_syncs, before);
  EXPECT_EQ(writer.counters().commits, 1U) << "that of run()";
}

TEST_F(DurableWriterTest, ARestartKeepsWhatWasAnswered) {
  Writer writer{database, patient()};
  EXPECT_TRUE(writer.submit(writing("ins_1", outcomes.take("job"))));
  outcomes.wait_for(1);
  const PlacedFile crashed;
  for (const std::string suffix : {"", "-wal"}) {
    std::filesystem::copy_file(place.file + suffix, crashed.file + suffix);
  }
  EXPECT_THAT(ids_in(Database{crashed.location()}), ElementsAre("ins_1"));
}

}  // namespace
}  // namespace clerk::server::store
