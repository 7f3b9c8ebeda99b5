#include "server/store/session.hpp"

#include "tests/store/store_support.hpp"

#include <sqlite3.h>

#include <fstream>
#include <limits>

namespace clerk::server::store {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Kind = StoreError::Kind;

class SessionTest : public testing::Test {
 protected:
  static Row one(Value value) { return Row{std::move(value)}; }

  SessionTest() {
    session.execute("CREATE TABLE t (id BIGINT PRIMARY KEY, name TEXT UNIQUE, must TEXT NOT NULL DEFAULT 'x')");
    session.execute("CREATE TABLE child (parent BIGINT NOT NULL REFERENCES t (id))");
    session.execute("INSERT INTO t (id, name) VALUES (1, 'one'), (2, 'two'), (3, 'three')");
  }

  PlacedFile place{};
  Session session{place.file, Session::Durability::full};
};

TEST_F(SessionTest, TwoKeptSelectsSeeTheNewestCommitAfterAlternating) {
  Session writer{place.file, Session::Durability::full};
  for (std::int64_t i = 0; i < 5; ++i) {
    writer.execute("UPDATE t SET name = :name WHERE id = 1", {{"name", std::to_string(i)}});
    EXPECT_EQ(session.query("SELECT name FROM t WHERE id = :id", {{"id", 1}}).at(0), one(std::to_string(i)));
    EXPECT_EQ(session.query("SELECT count(*) FROM t").at(0), one(3));
    EXPECT_EQ(session.query("SELECT name FROM t").at(0), one(std::to_string(i)));
  }
}

TEST_F(SessionTest, AKeptUpdateReturningDoesNotBreakCommit) {
  for (std::int64_t i = 0; i < 3; ++i) {
    session.begin_write();
    EXPECT_EQ(session.query("UPDATE t SET must = :must RETURNING id", {{"must", std::to_string(i)}}, 1).size(), 1U);
    session.commit();
    EXPECT_FALSE(session.in_transaction());
  }
  EXPECT_EQ(number(session, "SELECT count(*) FROM t WHERE must = '2'"), 3);
}

TEST_F(SessionTest, AStatementThatFailedDoesNotBreakCommit) {
  session.begin_write();
  EXPECT_EQ(kind_of([&] { (void)session.query("UPDATE t SET name = 'same' RETURNING id"); }), Kind::constraint);
  session.execute("UPDATE t SET must = 'kept' WHERE id = 1");
  session.commit();
  EXPECT_EQ(number(session, "SELECT count(*) FROM t WHERE must = 'kept'"), 1);
}

TEST_F(SessionTest, AQueryCutShortHoldsNoSnapshot) {
  Session writer{place.file, Session::Durability::full};
  EXPECT_EQ(session.query("SELECT id FROM t", {}, 1).size(), 1U);
  writer.execute("DELETE FROM t WHERE id = 3");
  EXPECT_EQ(session.query("SELECT id FROM t", {}, 500).size(), 2U);
}

TEST_F(SessionTest, AReadSeesOneStateUntilItEnds) {
  Session writer{place.file, Session::Durability::full};
  session.begin_read();
  EXPECT_EQ(number(session, "SELECT count(*) FROM t"), 3);
  writer.execute("DELETE FROM t WHERE id = 3");
  EXPECT_EQ(number(session, "SELECT count(*) FROM t"), 3);
  session.commit();
  EXPECT_EQ(number(session, "SELECT count(*) FROM t"), 2);
}

TEST_F(SessionTest, ErrorsCarryNoBoundValue) {
  const std::string secret = "sk_test_secret";
  const auto text_of = [&](std::string_view sql, const std::vector<Parameter>& parameters) {
    return sentence_of<StoreError>([&] { session.execute(sql, parameters); });
  };
  session.execute("INSERT INTO t (id, name) VALUES (9, :name)", {{"name", secret}});
  session.execute("CREATE TRIGGER loud BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'sk_test_secret'); END");

  const std::string unique = text_of("INSERT INTO t (id, name) VALUES (10, :name)", {{"name", secret}});
  EXPECT_THAT(unique, HasSubstr("t.name"));
  EXPECT_THAT(unique, HasSubstr("SQLite 2067"));
  for (const std::string& text :
       {unique, text_of("INSERT INTO nowhere VALUES (:name)", {{"name", secret}}),
        text_of("INSERT INTO t (id, name) VALUES (11, :name)", {{"other", secret}}),
        text_of("INSERT INTO child (parent) VALUES (CAST(:name AS BIGINT) + 77)", {{"name", secret}}),
        text_of("DELETE FROM t WHERE name = :name", {{"name", secret}}),
        text_of("INSERT INTO t (id, name) VALUES (12, :name)", {{"name", secret + '\0'}})}) {
    EXPECT_THAT(text, Not(IsEmpty()));
    EXPECT_THAT(text, Not(HasSubstr("secret")));
  }
}

TEST_F(SessionTest, NulAndInvalidUtf8AreRefusedInEveryBoundText) {
  using namespace std::string_literals;
  for (const std::string& text : {"a\0b"s, "\0"s, "\xff"s, "\xc0\xaf"s, "\xed\xa0\x80"s, "cut \xe2\x82"s}) {
    EXPECT_EQ(kind_of([&] {
                session.execute("INSERT INTO t (id, name) VALUES (4, :name)", {{"name", text}});
              }),
              Kind::bad_text);
    EXPECT_EQ(kind_of([&] {
                (void)session.query("SELECT id FROM t WHERE name = :name", {{"name", text}});
              }),
              Kind::bad_text);
  }
  EXPECT_EQ(number(session, "SELECT count(*) FROM t"), 3);
  EXPECT_THAT(sentence_of<StoreError>([&] {
                session.execute("INSERT INTO t (id, name) VALUES (4, :name)", {{"name", "\xff"}});
              }),
              HasSubstr("name"));
}

TEST_F(SessionTest, ANullParameterIsNullWhateverTheStatementWasKeptFor) {
  const auto is_null = [&](Value value) {
    return session.query("SELECT CAST(:p AS TEXT) IS NULL", {{"p", std::move(value)}}).at(0) == one(1);
  };
  EXPECT_TRUE(is_null({}));
  EXPECT_FALSE(is_null("text"));
  EXPECT_TRUE(is_null({}));
  EXPECT_FALSE(is_null(7));
  EXPECT_TRUE(is_null({}));
  EXPECT_FALSE(is_null(""));

  session.execute("INSERT INTO t (id, name) VALUES (:id, :name)", {{"id", 4}, {"name", Value{}}});
  EXPECT_EQ(session.query("SELECT name FROM t WHERE id = 4").at(0), one(Value{}));
}

TEST_F(SessionTest, IntegersAndTextsComeBackAsTheyWent) {
  for (const std::int64_t value : {std::numeric_limits<std::int64_t>::min(), std::int64_t{0}, std::int64_t{1} << 53,
                                   std::numeric_limits<std::int64_t>::max()}) {
    EXPECT_EQ(session.query("SELECT :p", {{"p", value}}).at(0), one(value));
  }
  for (const std::string text :
       {"", " ", "it's \"quoted\"", "\xc3\xa4\xf0\x9f\x98\x80", "\xef\xbb\xbf", ":name", "0012"}) {
    EXPECT_EQ(session.query("SELECT :p", {{"p", text}}).at(0), one(text));
  }
  const std::string large(3'000'000, 'x');
  EXPECT_EQ(session.query("SELECT :p", {{"p", large}}).at(0), one(large));
}

TEST_F(SessionTest, ParametersThatDoNotFitTheStatementAreRefused) {
  const auto refused = [&](std::string_view sql, const std::vector<Parameter>& parameters) {
    return kind_of([&] { session.execute(sql, parameters); }) == Kind::other;
  };
  EXPECT_TRUE(refused("DELETE FROM t WHERE id = :id", {}));
  EXPECT_TRUE(refused("DELETE FROM t WHERE id = :id", {{"ids", 1}}));
  EXPECT_TRUE(refused("DELETE FROM t WHERE id = :id", {{"id", 1}, {"name", "x"}}));
  EXPECT_TRUE(refused("DELETE FROM t WHERE id = :id OR id = :id", {{"id", 1}})) << "each name stands once";
  EXPECT_EQ(number(session, "SELECT count(*) FROM t"), 3);
  session.execute("DELETE FROM t WHERE id = :id OR id = :id_b", {{"id", 1}, {"id_b", 2}});
  EXPECT_EQ(session.changed_rows(), 2);
}

TEST_F(SessionTest, ChangedRowsAreThoseOfTheLastStatement) {
  session.execute("UPDATE t SET must = 'y'");
  EXPECT_EQ(session.changed_rows(), 3);
  session.begin_write();
  EXPECT_EQ(session.changed_rows(), 0);
  session.execute("UPDATE t SET must = 'y' WHERE id = 77");
  EXPECT_EQ(session.changed_rows(), 0);
  session.rollback();
}

TEST_F(SessionTest, ASavepointThatIsUndoneLeavesTheTransactionOpen) {
  session.begin_write();
  session.savepoint();
  session.execute("DELETE FROM t");
  session.undo_savepoint();
  EXPECT_TRUE(session.in_transaction());
  session.savepoint();
  session.execute("DELETE FROM t WHERE id = 1");
  session.release_savepoint();
  session.commit();
  EXPECT_EQ(number(session, "SELECT count(*) FROM t"), 2);
  session.rollback();  // nothing is open: does nothing
}

TEST_F(SessionTest, EveryConnectionHasItsSettings) {
  for (const auto durability : {Session::Durability::full, Session::Durability::none}) {
    Session other{place.file, durability};
    EXPECT_EQ(other.query("PRAGMA journal_mode").at(0), one("wal"));
    EXPECT_EQ(number(other, "PRAGMA synchronous"), durability == Session::Durability::full ? 2 : 0);
    EXPECT_EQ(number(other, "PRAGMA foreign_keys"), 1);
    EXPECT_EQ(number(other, "PRAGMA wal_autocheckpoint"), 0);
    EXPECT_EQ(number(other, "PRAGMA journal_size_limit"), 64 * 1024 * 1024);
    EXPECT_EQ(number(other, "PRAGMA busy_timeout"), 2'000);
  }
}

TEST_F(SessionTest, BrokenConstraintsAreConstraint) {
  for (const std::string_view sql :
       {"INSERT INTO t (id) VALUES (1)", "INSERT INTO t (id, name) VALUES (7, 'one')",
        "INSERT INTO t (id, must) VALUES (7, NULL)", "INSERT INTO child (parent) VALUES (77)"}) {
    EXPECT_EQ(kind_of([&] { session.execute(sql); }), Kind::constraint) << sql;
  }
}

TEST_F(SessionTest, AFileThatAnotherWritesIsBusy) {
  Session other{place.file, Session::Durability::full};
  sqlite3_busy_timeout(other.native(), 0);
  session.begin_write();
  EXPECT_EQ(kind_of([&] { other.begin_write(); }), Kind::busy);
  session.rollback();
  other.begin_write();
  other.rollback();
}

TEST_F(SessionTest, ASnapshotThatGrewOldIsBusyAndCanNotWrite) {
  Session other{place.file, Session::Durability::full};
  other.begin_read();
  EXPECT_EQ(number(other, "SELECT count(*) FROM t"), 3);
  session.execute("DELETE FROM t WHERE id = 1");
  EXPECT_EQ(kind_of([&] { other.execute("DELETE FROM t WHERE id = 2"); }), Kind::busy);
  other.rollback();
}

TEST_F(SessionTest, AFullFileIsFull) {
  session.execute("PRAGMA max_page_count = " + std::to_string(number(session, "PRAGMA page_count")));
  EXPECT_EQ(kind_of([&] {
              session.execute("INSERT INTO t (id, name) VALUES (5, :name)", {{"name", std::string(100'000, 'x')}});
            }),
            Kind::full);
}

TEST_F(SessionTest, AConnectionThatOnlyReadsIsReadOnly) {
  session.execute("PRAGMA query_only = ON");
  EXPECT_EQ(kind_of([&] { session.execute("DELETE FROM t"); }), Kind::read_only);
}

TEST_F(SessionTest, ADamagedFileIsCorrupt) {
  PlacedFile damaged;
  {
    Session victim{damaged.file, Session::Durability::none};
    victim.execute("CREATE TABLE t (a TEXT)");
    victim.execute("INSERT INTO t VALUES (:a)", {{"a", std::string(50'000, 'a')}});
  }
  std::fstream file{damaged.file, std::ios::in | std::ios::out | std::ios::binary};
  file.seekp(4096);
  file << std::string(40'000, '\xff');
  file.close();
  Session reader{damaged.file, Session::Durability::none};
  EXPECT_EQ(kind_of([&] { (void)reader.query("SELECT a FROM t"); }), Kind::corrupt);
}

TEST_F(SessionTest, AMistakeInTheSqlIsOther) {
  EXPECT_EQ(kind_of([&] { session.execute("SELEKT 1"); }), Kind::other);
  EXPECT_EQ(kind_of([&] { session.execute("SELECT 1 FROM nowhere"); }), Kind::other);
}

TEST(SessionNames, AFileNameMayHoldBlanksAndSigns) {
  const TemporaryFolder folder;
  for (const std::string name : {"a b", "a  b", "a=b", "a;b", "a'b", "a%41b", "\xc3\xa4"}) {
    const std::string file = folder.path() + "/" + name;
    Session session{file, Session::Durability::none};
    session.execute("CREATE TABLE t (a TEXT)");
    EXPECT_EQ(sqlite3_db_filename(session.native(), "main"), file);
  }
  EXPECT_THAT(sentence_of([&] { const Session session(folder.path() + "/a\"b", Session::Durability::none); }),
              HasSubstr("quote"));
}

TEST(SessionNames, AMissingFolderIsASentence) {
  const TemporaryFolder folder;
  EXPECT_THAT(sentence_of([&] { const Session session(folder.path() + "/no/file", Session::Durability::none); }),
              HasSubstr("can't be opened"));
}

}  // namespace
}  // namespace clerk::server::store
