#include "server/store/database.hpp"

#include "server/store/migrations.hpp"
#include "tests/store/store_support.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace clerk::server::store {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string bytes_of(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

void write_bytes(const std::string& file, std::string_view bytes) { std::ofstream{file, std::ios::binary} << bytes; }

std::string refusal_of(const std::string& file) {
  return sentence_of([&] { const Database database{StoreLocation{.file = file}}; });
}

void add(const Database& database, const std::string& id) {
  const auto session = database.open_session();
  session->begin_write();
  Transaction{*session}.insert_instance(instance(id));
  session->commit();
}

/// Another program's database.
void make_foreign(const std::string& file, const char* sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_close(handle);
}

TEST(StoreLocation, HasTwoForms) {
  EXPECT_TRUE(StoreLocation::parse("memory:").is_memory());
  EXPECT_EQ(StoreLocation::parse("sqlite:data/clerkd.db").file, "data/clerkd.db");
  for (const std::string_view text : {"", "sqlite:", "clerkd.db", "memory", "postgres://u:password@host/db"}) {
    EXPECT_THAT(sentence_of([&] { (void)StoreLocation::parse(text); }),
                AllOf(HasSubstr("sqlite:FILE"), HasSubstr("memory:"), Not(HasSubstr("password"))));
  }
}

TEST(Database, ARestartKeepsEverything) {
  const PlacedFile place;
  {
    const Database database{place.location()};
    add(database, "ins_1");
  }
  EXPECT_FALSE(fs::exists(place.file + "-wal")) << "an orderly end leaves no log";
  const Database again{place.location()};
  EXPECT_THAT(ids_in(again), ElementsAre("ins_1"));
  EXPECT_EQ(again.file(), fs::canonical(place.file).string());
  EXPECT_FALSE(again.is_memory());
}

TEST(Database, WhatWasCommittedBeforeACrashIsThere) {
  const PlacedFile place;
  const PlacedFile crashed;
  const Database database{place.location()};
  const auto held_open = database.open_session();
  add(database, "ins_1");
  for (const std::string suffix : {"", "-wal"}) fs::copy_file(place.file + suffix, crashed.file + suffix);
  const Database again{crashed.location()};
  EXPECT_THAT(ids_in(again), ElementsAre("ins_1"));
}

TEST(Database, APartOfAPageAtTheEndOfAFileIsReplacedByTheLog) {
  const PlacedFile place;
  const PlacedFile crashed;
  const Database database{place.location()};
  const auto held_open = database.open_session();
  add(database, "ins_1");
  for (const std::string suffix : {"", "-wal"}) fs::copy_file(place.file + suffix, crashed.file + suffix);
  std::ofstream{crashed.file, std::ios::binary | std::ios::app} << std::string(100, 'x');
  EXPECT_THAT(ids_in(Database{crashed.location()}), ElementsAre("ins_1"));
}

TEST(Database, AFileThatWasNeverFilledIsTakenAsNew) {
  const PlacedFile place;
  write_bytes(place.file, "");
  const Database database{place.location()};
  EXPECT_THAT(ids_in(database), IsEmpty());
}

TEST(Database, ItsFilesAreReadableForTheirOwnerOnly) {
  const PlacedFile place;
  const Database database{place.location()};
  const auto held_open = database.open_session();
  add(database, "ins_1");
  for (const std::string suffix : {"", "-wal", "-shm", ".lock"}) {
    struct ::stat status {};
    ASSERT_EQ(::stat((place.file + suffix).c_str(), &status), 0) << suffix;
    EXPECT_EQ(status.st_mode & 0777U, 0600U) << suffix;
  }
}

TEST(Database, ASecondOwnerIsRefusedWithASentence) {
  const PlacedFile place;
  const Database database{place.location()};
  EXPECT_THAT(refusal_of(place.file),
              AllOf(HasSubstr(place.file + " is in use by another clerkd (process " + std::to_string(::getpid()) + ")"),
                    HasSubstr("Stop that one, or name another file")));
  fs::create_symlink(place.file, place.file + ".link");
  EXPECT_THAT(refusal_of(place.file + ".link"), HasSubstr("in use")) << "two names of one file";
  add(database, "ins_1");
  EXPECT_THAT(ids_in(database), ElementsAre("ins_1")) << "the first goes on";
}

TEST(Database, ASecondProcessIsRefused) {
  const PlacedFile place;
  const Database database{place.location()};
  const pid_t child = ::fork();
  if (child == 0) ::_exit(refusal_of(place.file).find("in use") != std::string::npos ? 0 : 1);
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

TEST(Database, TheOwnershipEndsWithTheObject) {
  const PlacedFile place;
  { const Database database{place.location()}; }
  EXPECT_THAT(refusal_of(place.file), IsEmpty());
}

TEST(Database, ANewerSchemaIsRefusedAndTheFileLeftAsItIs) {
  const PlacedFile place;
  {
    const Database database{place.location()};
    database.open_session()->execute("UPDATE schema_version SET version = 99");
  }
  const std::string before = bytes_of(place.file);
  EXPECT_THAT(refusal_of(place.file),
              AllOf(HasSubstr(place.file), HasSubstr("newer clerkd (schema 99"), HasSubstr("Start that clerkd")));
  EXPECT_EQ(bytes_of(place.file), before);
}

TEST(Database, AnotherProgramsFileIsRefusedAndLeftAsItIs) {
  for (const char* sql : {"CREATE TABLE t (a TEXT)", "CREATE TABLE schema_version (version BIGINT)",
                          "PRAGMA application_id = 7", "PRAGMA journal_mode = WAL; CREATE TABLE t (a TEXT)"}) {
    const PlacedFile place;
    make_foreign(place.file, sql);
    const std::string before = bytes_of(place.file);
    const std::string log_before = bytes_of(place.file + "-wal");
    EXPECT_THAT(refusal_of(place.file),
                AllOf(HasSubstr(place.file + " holds the data of another program"), HasSubstr("Name another file")))
        << sql;
    EXPECT_EQ(bytes_of(place.file), before) << sql;
    EXPECT_EQ(bytes_of(place.file + "-wal"), log_before) << sql;
  }
}

TEST(Database, AFileThatIsNoDatabaseIsRefusedAndLeftAsItIs) {
  for (const std::string& bytes : {std::string{"hello"}, std::string(10'000, 'x'), std::string(4'096, '\0')}) {
    const PlacedFile place;
    write_bytes(place.file, bytes);
    EXPECT_THAT(refusal_of(place.file), HasSubstr(place.file + " is damaged or no database of clerkd"));
    EXPECT_EQ(bytes_of(place.file), bytes);
  }
}

TEST(Database, ADamagedFileIsRefusedAndLeftAsItIs) {
  const PlacedFile place;
  {
    const Database database{place.location()};
    const auto session = database.open_session();
    session->begin_write();
    for (int i = 0; i < 100; ++i) Transaction{*session}.insert_instance(instance("ins_" + std::to_string(i)));
    session->commit();
  }
  const std::string whole = bytes_of(place.file);
  std::string scribbled = whole;
  scribbled.replace(4'096 * 2, 3'000, std::string(3'000, '\x5a'));
  for (const std::string& bytes : {whole.substr(0, whole.size() / 2), scribbled}) {
    write_bytes(place.file, bytes);
    EXPECT_THAT(refusal_of(place.file),
                AllOf(HasSubstr(place.file + " is damaged"), HasSubstr("Put a copy in its place")));
    EXPECT_EQ(bytes_of(place.file), bytes);
  }
}

TEST(Database, AMissingFolderIsASentenceThatSaysWhatToDo) {
  const TemporaryFolder folder;
  EXPECT_THAT(refusal_of(folder.path() + "/a/b/clerkd.db"),
              AllOf(HasSubstr("does not exist"), HasSubstr("mkdir -p " + folder.path() + "/a/b")));
  EXPECT_THAT(refusal_of(folder.path()), HasSubstr("is a folder. Name a file in it"));
}

/// Takes the rights of an ordinary user for a while: to root everything can be written.
class OrdinaryUser {
 public:
  explicit OrdinaryUser(const std::string& folder) {
    if (was_ != 0) return;
    EXPECT_EQ(::chown(folder.c_str(), nobody, static_cast<gid_t>(-1)), 0);
    EXPECT_EQ(::seteuid(nobody), 0);
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;
  ~OrdinaryUser() { EXPECT_EQ(::seteuid(was_), 0); }

 private:
  static constexpr uid_t nobody = 65534;
  uid_t was_ = ::geteuid();
};

TEST(Database, AFileThatCanNotBeWrittenIsASentence) {
  const PlacedFile place;
  const OrdinaryUser user{place.folder.path()};
  { const Database database{place.location()}; }
  fs::permissions(place.file, fs::perms::owner_read);
  EXPECT_THAT(refusal_of(place.file), AllOf(HasSubstr(place.file + " can't be written: Permission denied"),
                                            HasSubstr("Give clerkd the right")));
}

TEST(Database, AFolderThatCanNotBeWrittenIsASentence) {
  const PlacedFile place;
  const OrdinaryUser user{place.folder.path()};
  fs::permissions(place.folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_THAT(refusal_of(place.file),
              AllOf(HasSubstr("can't be written: Permission denied"), HasSubstr("that folder")));
  fs::permissions(place.folder.path(), fs::perms::owner_all);
}

TEST(Database, MemoryIsAFileThatVanishes) {
  std::string file;
  {
    const Database database{StoreLocation{}};
    file = database.file();
    EXPECT_TRUE(database.is_memory());
    add(database, "ins_1");
    EXPECT_THAT(ids_in(database), ElementsAre("ins_1")) << "all connections see one database";
    EXPECT_EQ(number(*database.open_session(), "PRAGMA synchronous"), 0);
    EXPECT_EQ(fs::status(fs::path{file}.parent_path()).permissions(), fs::perms::owner_all);

    const Database other{StoreLocation{}};
    EXPECT_THAT(ids_in(other), IsEmpty());
  }
  EXPECT_FALSE(fs::exists(file));
  EXPECT_FALSE(fs::exists(fs::path{file}.parent_path()));
}

TEST(Database, AFileIsDurableOnEveryConnection) {
  const PlacedFile place;
  const Database database{place.location()};
  EXPECT_EQ(number(*database.open_session(), "PRAGMA synchronous"), 2);
}

TEST(Schema, UsesOnlyWhatPostgresqlHasToo) {
  const PlacedFile place;
  const Database database{place.location()};
  const auto session = database.open_session();
  EXPECT_EQ(number(*session, "SELECT version FROM schema_version"), known_schema());
  for (const Row& table : session->query("SELECT name, sql FROM sqlite_master WHERE type = 'table'")) {
    const auto& name = std::get<std::string>(table.at(0));
    EXPECT_THAT(std::get<std::string>(table.at(1)), Not(HasSubstr("::")));
    for (const Row& column : session->query("SELECT name, type, \"notnull\" FROM pragma_table_info('" + name + "')")) {
      const std::string place_of = name + "." + std::get<std::string>(column.at(0));
      EXPECT_THAT(std::get<std::string>(column.at(1)), testing::AnyOf("BIGINT", "SMALLINT", "TEXT")) << place_of;
      EXPECT_EQ(std::get<std::int64_t>(column.at(2)), 1) << place_of << " may be NULL";
    }
  }
}

}  // namespace
}  // namespace clerk::server::store
