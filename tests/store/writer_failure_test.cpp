#include "server/store/writer.hpp"
#include "tests/store/fault_vfs.hpp"
#include "tests/store/store_support.hpp"

#include <sqlite3.h>

#include <atomic>
#include <thread>

namespace clerk::server::store {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::StartsWith;
using testing::UnorderedElementsAre;

class WriterFailureTest : public testing::Test {
 protected:
  void submit_three(Writer& writer) {
    std::uint64_t connection = 0;
    for (const std::string name : {"a", "b", "c"}) {
      EXPECT_TRUE(writer.submit(writing("ins_" + name, outcomes.take(name), ++connection)));
    }
  }

  Job large(const std::string& name) {
    Job job{.connection = static_cast<std::uint64_t>(name.front()), .done = outcomes.take(name)};
    job.apply = [name](Transaction& transaction) {
      InstanceRow row = instance("ins_" + name);
      row.document.assign(2'000'000, 'x');
      transaction.insert_instance(row);
      return Verdict::commit;
    };
    return job;
  }

  static void wait_until_healthy(const Writer& writer) {
    while (!writer.healthy()) std::this_thread::yield();
  }

  FaultVfs disk{};
  PlacedFile place{};
  Database database{place.location()};
  Outcomes outcomes{};
};

/// Room for small rows, not for a large one.
void limit_pages(Session& session) {
  session.execute("PRAGMA max_page_count = " + std::to_string(number(session, "PRAGMA page_count") + 40));
}

TEST_F(WriterFailureTest, AFullDiskInOneMemberHarmsNoOther) {
  Writer writer{database, patient({.on_open = limit_pages})};
  Barrier barrier{writer};
  std::atomic<int> runs{};
  Job first = writing("ins_a", outcomes.take("a"), 'a');
  first.apply = [&, insert = first.apply](Transaction& transaction) {
    ++runs;
    return insert(transaction);
  };
  EXPECT_TRUE(writer.submit(std::move(first)));
  EXPECT_TRUE(writer.submit(large("b")));
  EXPECT_TRUE(writer.submit(writing("ins_c", outcomes.take("c"), 'c')));
  barrier.open();
  EXPECT_THAT(outcomes.wait_for(3),
              UnorderedElementsAre(Pair("a", Outcome::committed), Pair("b", Outcome::not_committed),
                                   Pair("c", Outcome::committed)));
  EXPECT_EQ(runs, 2) << "the full disk ended the whole transaction";
  EXPECT_THAT(ids_in(database), ElementsAre("ins_a", "ins_c"));
  EXPECT_TRUE(writer.healthy());
}

TEST_F(WriterFailureTest, AFullDiskThatAMemberHidesIsSeenAllTheSame) {
  Writer writer{database, patient({.on_open = limit_pages})};
  Barrier barrier{writer};
  EXPECT_TRUE(writer.submit(writing("ins_a", outcomes.take("a"), 'a')));
  Job hiding = large("b");
  hiding.apply = [insert = hiding.apply](Transaction& transaction) {
    try {
      return insert(transaction);
    } catch (const StoreError&) {
      return Verdict::commit;
    }
  };
  EXPECT_TRUE(writer.submit(std::move(hiding)));
  barrier.open();
  const auto all = outcomes.wait_for(2);
  EXPECT_THAT(all, Contains(Pair("a", Outcome::committed)));
  EXPECT_THAT(ids_in(database), ElementsAre("ins_a"));
}

TEST_F(WriterFailureTest, ATransactionThatEndedByItselfIsRunAgainMemberByMember) {
  std::atomic<sqlite3*> handle{};
  Writer writer{database, patient({.on_open = [&](Session& session) { handle = session.native(); }})};
  Barrier barrier{writer};
  std::atomic<int> runs{};
  Job first = writing("ins_a", outcomes.take("a"), 'a');
  first.apply = [&, insert = first.apply](Transaction& transaction) {
    ++runs;
    return insert(transaction);
  };
  Job ending = writing("ins_b", outcomes.take("b"), 'b');
  ending.apply = [&, insert = ending.apply](Transaction& transaction) {
    const Verdict verdict = insert(transaction);
    sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);  // as SQLite does on a full disk
    return verdict;
  };
  EXPECT_TRUE(writer.submit(std::move(first)));
  EXPECT_TRUE(writer.submit(std::move(ending)));
  EXPECT_TRUE(writer.submit(writing("ins_c", outcomes.take("c"), 'c')));
  barrier.open();
  EXPECT_THAT(outcomes.wait_for(3),
              UnorderedElementsAre(Pair("a", Outcome::committed), Pair("b", Outcome::not_committed),
                                   Pair("c", Outcome::committed)));
  EXPECT_EQ(runs, 2);
  EXPECT_THAT(ids_in(database), UnorderedElementsAre("ins_a", "ins_c"));
}

TEST_F(WriterFailureTest, WhenCommitIsRefusedNobodyIsAcknowledgedAndNothingIsThere) {
  std::atomic<int> refuse{1};
  Writer writer{database, patient({.on_open = [&](Session& session) {
                  sqlite3_commit_hook(
                      session.native(), [](void* flag) { return static_cast<std::atomic<int>*>(flag)->load(); },
                      &refuse);
                }})};
  Barrier barrier{writer};
  submit_three(writer);
  Job refusing{.connection = 'd', .done = outcomes.take("refusing")};
  refusing.apply = [](Transaction&) { return Verdict::undo; };
  EXPECT_TRUE(writer.submit(std::move(refusing)));
  barrier.open();
  EXPECT_THAT(outcomes.wait_for(4), Each(Pair(testing::_, Outcome::not_committed)))
      << "a refusal too: it was decided on what the others wrote";
  EXPECT_THAT(ids_in(database), IsEmpty());
  EXPECT_EQ(writer.counters().commits, 0U);

  refuse = 0;
  EXPECT_TRUE(writer.submit(writing("ins_a", outcomes.take("again"))));
  EXPECT_THAT(outcomes.wait_for(5), Contains(Pair("again", Outcome::committed)));
}

TEST_F(WriterFailureTest, RunThrowsWhenItsCommitIsRefused) {
  Writer writer{database, patient({.on_open = [](Session& session) {
                  sqlite3_commit_hook(
                      session.native(), [](void*) { return 1; }, nullptr);
                }})};
  EXPECT_THROW(writer.run([](Transaction& transaction) { transaction.insert_instance(instance("ins_1")); }),
               StoreError);
  EXPECT_THAT(ids_in(database), IsEmpty());
}

TEST_F(WriterFailureTest, RunNamesTheFileWhenTheDatabaseItselfFails) {
  Writer writer{database, patient({.on_open = [](Session& session) { sqlite3_busy_timeout(session.native(), 0); }})};
  const auto run = [&] { writer.run([](Transaction& t) { t.insert_instance(instance("ins_1")); }); };
  disk.disk_is_full = true;
  EXPECT_THAT(sentence_of(run),
              AllOf(StartsWith(database.file() + " can't be written: disk full"), HasSubstr("Make room on its disk")));
  disk.disk_is_full = false;
  const auto other = database.open_session();
  other->begin_write();
  EXPECT_THAT(sentence_of(run), AllOf(StartsWith(database.file() + " is locked by another program: busy"),
                                      HasSubstr("Close that program")));
  other->rollback();
  EXPECT_THAT(sentence_of([&] {
                writer.run([](Transaction&) { throw StoreError{StoreError::Kind::corrupt, "damaged: a page"}; });
              }),
              StartsWith(database.file() + " is damaged: damaged: a page. Put a copy"));
  run();
  EXPECT_THAT(ids_in(database), ElementsAre("ins_1"));
}

TEST_F(WriterFailureTest, ADiskThatIsFullAtCommitLeavesNothingAndMayBeTriedAgain) {
  Writer writer{database, patient()};
  Barrier barrier{writer};
  submit_three(writer);
  disk.disk_is_full = true;
  barrier.open();
  EXPECT_THAT(outcomes.wait_for(3), Each(Pair(testing::_, Outcome::not_committed)));
  disk.disk_is_full = false;
  EXPECT_THAT(ids_in(database), IsEmpty());
  submit_three(writer);
  outcomes.wait_for(6);
  EXPECT_EQ(ids_in(database).size(), 3U);
}

TEST_F(WriterFailureTest, AnIoErrorAtCommitMakesTheOutcomeUnknownUntilTheDiskWorksAgain) {
  std::atomic<int> opened{};
  Writer writer{database, patient({.on_open = [&](Session&) { ++opened; }})};
  Barrier barrier{writer};
  submit_three(writer);
  disk.fail_opens = true;
  disk.fail_log_syncs = true;
  barrier.open();
  EXPECT_THAT(outcomes.wait_for(3), Each(Pair(testing::_, Outcome::unknown)));
  EXPECT_FALSE(writer.healthy());

  EXPECT_TRUE(writer.submit(writing("ins_d", outcomes.take("d"))));
  EXPECT_THAT(outcomes.wait_for(4), Contains(Pair("d", Outcome::not_committed))) << "there is no connection";
  EXPECT_FALSE(writer.healthy());

  disk.fail_log_syncs = false;
  disk.fail_opens = false;
  wait_until_healthy(writer);
  EXPECT_EQ(opened, 2);
  EXPECT_TRUE(writer.submit(writing("ins_e", outcomes.take("e"))));
  EXPECT_THAT(outcomes.wait_for(5), Contains(Pair("e", Outcome::committed)));
  EXPECT_THAT(ids_in(database), Contains("ins_e"));
}

TEST_F(WriterFailureTest, ReadinessComesBackOnlyWhenAWriteHasReachedTheDisk) {
  std::atomic<int> opened{};
  Writer writer{database, patient({.on_open = [&](Session&) { ++opened; }})};
  disk.fail_log_syncs = true;
  EXPECT_TRUE(writer.submit(writing("ins_a", outcomes.take("a"))));
  EXPECT_THAT(outcomes.wait_for(1), Contains(Pair("a", Outcome::unknown)));
  // Each try that fails opens the file anew.
  while (opened < 4) {
    EXPECT_FALSE(writer.healthy());
    std::this_thread::yield();
  }
  const int syncs = disk.log_syncs;
  disk.fail_log_syncs = false;
  wait_until_healthy(writer);
  EXPECT_GT(disk.log_syncs, syncs);
}

TEST_F(WriterFailureTest, AFileThatIsOpenedAnewIsLookedAtBeforeAnythingElse) {
  Writer writer{database, patient()};
  std::atomic<bool> can_look{false};
  std::vector<std::vector<std::string>> seen;
  writer.on_reopen([&](Transaction& transaction) {
    if (!can_look) throw StoreError{StoreError::Kind::io, "I/O: can't be read"};
    auto& ids = seen.emplace_back();
    for (const auto& row : transaction.list_instances()) ids.push_back(row.id);
  });
  EXPECT_TRUE(writer.submit(writing("ins_a", outcomes.take("a"))));
  EXPECT_THAT(outcomes.wait_for(1), Contains(Pair("a", Outcome::committed)));
  disk.fail_log_syncs = true;
  EXPECT_TRUE(writer.submit(writing("ins_b", outcomes.take("b"))));
  EXPECT_THAT(outcomes.wait_for(2), Contains(Pair("b", Outcome::unknown)));
  disk.fail_log_syncs = false;
  EXPECT_TRUE(writer.submit(writing("ins_c", outcomes.take("c"))));
  EXPECT_THAT(outcomes.wait_for(3), Contains(Pair("c", Outcome::not_committed))) << "it can't be looked at yet";
  EXPECT_FALSE(writer.healthy());

  can_look = true;
  wait_until_healthy(writer);
  const auto held = ids_in(database);
  EXPECT_TRUE(writer.submit(writing("ins_d", outcomes.take("d"))));
  outcomes.wait_for(4);
  EXPECT_THAT(seen, ElementsAre(held)) << "once, and what the file held then";
}

TEST_F(WriterFailureTest, AWriteThatFailsAtCommitIsUnknownToo) {
  Writer writer{database, patient()};
  disk.fail_log_writes = true;
  EXPECT_THAT(sentence_of([&] { writer.run([](Transaction& t) { t.insert_instance(instance("ins_1")); }); }),
              StartsWith(database.file() + " can't be used: I/O"));
  EXPECT_FALSE(writer.healthy());
  disk.fail_log_writes = false;
  writer.run([](Transaction& t) { t.insert_instance(instance("ins_2")); });
  EXPECT_TRUE(writer.healthy());
}

TEST_F(WriterFailureTest, ReadinessComesBackWithoutAnyRequestWhenRunHasFailed) {
  Writer writer{database, patient()};
  // After a job its thread sleeps until the next one.
  EXPECT_TRUE(writer.submit(writing("ins_0", outcomes.take("first"))));
  outcomes.wait_for(1);
  disk.fail_log_syncs = true;
  EXPECT_THAT(sentence_of([&] { writer.run([](Transaction& t) { t.insert_instance(instance("ins_1")); }); }),
              StartsWith(database.file() + " can't be used: I/O"));
  EXPECT_FALSE(writer.healthy());
  disk.fail_log_syncs = false;
  wait_until_healthy(writer);
  EXPECT_EQ(writer.counters().groups, 1U) << "the first job's";
}

TEST_F(WriterFailureTest, AConnectionThatCanNotBeginIsReplaced) {
  std::atomic<sqlite3*> handle{};
  std::atomic<int> opened{};
  Writer writer{database, patient({.on_open = [&](Session& session) {
                  handle = session.native();
                  ++opened;
                }})};
  EXPECT_EQ(sqlite3_exec(handle, "BEGIN", nullptr, nullptr, nullptr), SQLITE_OK);
  submit_three(writer);
  EXPECT_THAT(outcomes.wait_for(3), Contains(Pair("a", Outcome::not_committed)));
  wait_until_healthy(writer);
  EXPECT_EQ(opened, 2);
  EXPECT_TRUE(writer.submit(writing("ins_again", outcomes.take("again"))));
  EXPECT_THAT(outcomes.wait_for(4), Contains(Pair("again", Outcome::committed)));
}

TEST_F(WriterFailureTest, AFileThatAnotherProgramHoldsIsNotReadyUntilItIsFree) {
  Writer writer{database, patient({.on_open = [](Session& session) { sqlite3_busy_timeout(session.native(), 0); }})};
  const auto other = database.open_session();
  other->begin_write();
  submit_three(writer);
  EXPECT_THAT(outcomes.wait_for(3), Each(Pair(testing::_, Outcome::not_committed)));
  EXPECT_FALSE(writer.healthy());
  other->rollback();
  wait_until_healthy(writer);
  EXPECT_TRUE(writer.submit(writing("ins_a", outcomes.take("again"))));
  EXPECT_THAT(outcomes.wait_for(4), Contains(Pair("again", Outcome::committed)));
}

}  // namespace
}  // namespace clerk::server::store
