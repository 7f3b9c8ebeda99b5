#include "tests/durability/sqlite_file.hpp"

#include "server/store/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>

namespace clerk::testing {

namespace {

int take_first_value(void* text, int count, char** values, char** /*names*/) {
  if (count > 0 && values[0] != nullptr) *static_cast<std::string*>(text) = values[0];
  return 0;
}

}  // namespace

std::string run_sql(const std::string& file, const std::string& sql) {
  sqlite3* handle = nullptr;
  std::string text;
  EXPECT_EQ(sqlite3_open(file.c_str(), &handle), SQLITE_OK) << file;
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), take_first_value, &text, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
  sqlite3_close(handle);
  return text;
}

std::string integrity_of(const std::string& file) {
  namespace fs = std::filesystem;
  const server::store::TemporaryFolder folder;
  const std::string copy = folder.path() + "/copy.db";
  for (const std::string suffix : {"", "-wal"}) {
    if (fs::exists(file + suffix)) fs::copy_file(file + suffix, copy + suffix);
  }
  return run_sql(copy, "PRAGMA integrity_check");
}

}  // namespace clerk::testing
