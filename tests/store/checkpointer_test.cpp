#include "server/store/sqlite_checkpointer.hpp"
#include "tests/store/store_support.hpp"

#include <filesystem>
#include <thread>

namespace clerk::server::store {
namespace {

namespace fs = std::filesystem;

class CheckpointerTest : public testing::Test {
 protected:
  void write_some() {
    const std::lock_guard turn{writers_turn};
    writer->execute("INSERT INTO filling (text) VALUES (:text)", {{"text", std::string(50'000, 'x')}});
  }

  [[nodiscard]] std::uintmax_t log_bytes() const { return fs::file_size(place.file + "-wal"); }
  [[nodiscard]] std::uintmax_t file_bytes() const { return fs::file_size(place.file); }

  PlacedFile place{};
  Database database{place.location()};
  TurnLock writers_turn{};
  std::unique_ptr<Session> writer{std::make_unique<Session>(place.file, Session::Durability::none)};

  void SetUp() override { writer->execute("CREATE TABLE filling (text TEXT NOT NULL)"); }
};

TEST_F(CheckpointerTest, ASmallLogIsLeftAlone) {
  SqliteCheckpointer checkpointer{database, writers_turn};
  checkpointer.watch(*writer);
  const auto before = file_bytes();
  for (int i = 0; i < 20; ++i) write_some();
  checkpointer.stop();
  EXPECT_EQ(file_bytes(), before);
  EXPECT_GT(log_bytes(), 1'000'000U);
}

TEST_F(CheckpointerTest, AboveTheFirstSizeTheLogIsMovedBesideTheWriter) {
  SqliteCheckpointer checkpointer{database, writers_turn, {.passive_bytes = 100'000, .truncate_bytes = 1'000'000'000}};
  checkpointer.watch(*writer);
  const auto before = file_bytes();
  while (file_bytes() == before) write_some();
  EXPECT_GT(log_bytes(), 0U);
}

TEST_F(CheckpointerTest, AboveTheSecondSizeTheLogIsCutWithTheWriterPaused) {
  SqliteCheckpointer checkpointer{database, writers_turn, {.passive_bytes = 100'000, .truncate_bytes = 200'000}};
  checkpointer.watch(*writer);
  while (log_bytes() <= 250'000) write_some();
  while (log_bytes() > 250'000) std::this_thread::yield();
  EXPECT_LE(log_bytes(), 250'000U);
}

TEST_F(CheckpointerTest, AReaderThatHoldsTheLogDoesNotStopTheWriter) {
  SqliteCheckpointer checkpointer{database, writers_turn, {.passive_bytes = 100'000, .truncate_bytes = 200'000}};
  checkpointer.watch(*writer);
  const auto reader = database.open_session();
  reader->begin_read();
  EXPECT_EQ(number(*reader, "SELECT count(*) FROM filling"), 0);
  for (int i = 0; i < 8; ++i) write_some();
  EXPECT_EQ(number(*reader, "SELECT count(*) FROM filling"), 0);
  reader->commit();
  checkpointer.stop();
  EXPECT_EQ(number(*reader, "SELECT count(*) FROM filling"), 8);
}

TEST_F(CheckpointerTest, NobodyThatCommitsPaysForACheckpoint) {
  for (int i = 0; i < 120; ++i) write_some();
  EXPECT_GT(log_bytes(), 5'000'000U) << "SQLite's own checkpoints are off";
}

TEST(TurnLock, ServesInTheOrderOfAsking) {
  TurnLock lock;
  int counter = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 1'000; ++i) {
        const std::lock_guard turn{lock};
        ++counter;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(counter, 3'000);
}

}  // namespace
}  // namespace clerk::server::store
