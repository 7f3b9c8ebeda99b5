#pragma once

#include "server/api/daemon.hpp"
#include "server/store/temporary_folder.hpp"
#include "tests/durability/http_client.hpp"
#include "tests/durability/sqlite_file.hpp"
#include "tests/store/fault_vfs.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace clerk::testing {

/// The support address in a settings document, as the server shows it or as it is stored.
inline std::string support_email_in(const std::string& settings) {
  return std::string{boost::json::parse(settings).at("instance").at("support_email").as_string()};
}

inline std::string email_patch(const std::string& name) { return R"({"support_email":")" + name + R"(@example.com"})"; }

/// The whole server in this process, on a file, with a disk that can be made to fail.
class DaemonOnADisk : public ::testing::Test {
 protected:
  static constexpr const char* key = "sk_test_durability0123456789";

  [[nodiscard]] std::string support_email() { return support_email_in(client.get("/__clerkd/settings")->body); }
  /// As any program reads it from the file.
  [[nodiscard]] std::string support_email_in_file() const {
    return support_email_in(run_sql(file, "SELECT document FROM instances"));
  }
  [[nodiscard]] unsigned readiness() { return client.get("/readyz")->status; }

  server::store::FaultVfs disk{};
  server::store::TemporaryFolder folder{};
  const std::string file{folder.path() + "/clerkd.db"};
  server::api::Daemon daemon{{.listen = "127.0.0.1:0", .store = "sqlite:" + file, .secret_key = key}};
  HttpClient client{daemon.port(), key};
};

}  // namespace clerk::testing
