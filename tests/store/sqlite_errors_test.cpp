#include "server/store/sqlite_errors.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>

namespace clerk::server::store {
namespace {

using Kind = StoreError::Kind;

TEST(SqliteErrors, ExtendedCodesAreClassifiedByTheirPrimaryCode) {
  const std::pair<int, Kind> expected[] = {
      {SQLITE_CONSTRAINT, Kind::constraint},
      {SQLITE_CONSTRAINT_UNIQUE, Kind::constraint},
      {SQLITE_CONSTRAINT_FOREIGNKEY, Kind::constraint},
      {SQLITE_CONSTRAINT_COMMITHOOK, Kind::constraint},
      {SQLITE_BUSY, Kind::busy},
      {SQLITE_BUSY_SNAPSHOT, Kind::busy},
      {SQLITE_LOCKED_SHAREDCACHE, Kind::busy},
      {SQLITE_FULL, Kind::full},
      {SQLITE_IOERR_FSYNC, Kind::io},
      {SQLITE_IOERR_WRITE, Kind::io},
      {SQLITE_CANTOPEN_ISDIR, Kind::io},
      {SQLITE_READONLY_DBMOVED, Kind::read_only},
      {SQLITE_PERM, Kind::read_only},
      {SQLITE_CORRUPT_INDEX, Kind::corrupt},
      {SQLITE_NOTADB, Kind::corrupt},
      {SQLITE_ERROR, Kind::other},
      {SQLITE_NOMEM, Kind::other},
  };
  for (const auto& [code, kind] : expected) EXPECT_EQ(kind_of_sqlite(code), kind) << code;
}

TEST(SqliteErrors, AMessageIsKeptOnlyWhereItNamesColumns) {
  EXPECT_STREQ(sqlite_error(SQLITE_CONSTRAINT_UNIQUE, "UNIQUE constraint failed: t.a").what(),
               "constraint: UNIQUE constraint failed: t.a (SQLite 2067)");
  EXPECT_THAT(std::string{sqlite_error(SQLITE_CONSTRAINT_TRIGGER, "secret").what()},
              testing::Not(testing::HasSubstr("secret")));
  EXPECT_THAT(std::string{sqlite_error(SQLITE_ERROR, "near \"secret\"").what()},
              testing::Not(testing::HasSubstr("secret")));
}

TEST(SqliteErrors, WhatLiesOutsideOfTheProgramMayPass) {
  for (const Kind kind : {Kind::busy, Kind::full, Kind::io, Kind::read_only}) EXPECT_TRUE(is_passing(kind));
  for (const Kind kind : {Kind::constraint, Kind::corrupt, Kind::bad_text, Kind::stale_version, Kind::other}) {
    EXPECT_FALSE(is_passing(kind));
  }
}

}  // namespace
}  // namespace clerk::server::store
