#include "server/rules/origin_rules.hpp"

#include "rules_support.hpp"

#include <gtest/gtest.h>

namespace clerk::server::rules {
namespace {

struct Row {
  const char* what;
  std::string_view environment_type;
  std::vector<std::string> allowed_origins;
  std::string development_origin;
  std::string home_url;
  std::string origin;
  bool allowed;
};

TEST(OriginRules, AnOriginIsAllowedByTheListTheDevelopmentOriginOrTheMachine) {
  const std::vector<Row> rows{
      {"listed", production, {"capacitor://localhost"}, "", "", "capacitor://localhost", true},
      {"not listed", production, {"capacitor://localhost"}, "", "", "https://evil.example", false},
      {"nothing is listed", production, {}, "", "", "https://app.example.com", false},
      {"home of a production instance", production, {}, "", "https://app.example.com", "https://app.example.com", true},
      {"home of another", production, {}, "", "https://app.example.com", "https://app.example.com.evil", false},
      {"this machine while developing", development, {}, "", "", "http://localhost:3000", true},
      {"this machine by number", development, {}, "", "", "http://127.0.0.1:5173", true},
      {"a host that begins like this machine", development, {}, "", "", "http://localhost.evil.example", false},
      {"this machine in production", production, {}, "", "", "http://localhost:3000", false},
      {"development origin", development, {}, "https://dev.example.com/app", "", "https://dev.example.com", true},
      {"development origin in production",
       production,
       {},
       "https://dev.example.com",
       "",
       "https://dev.example.com",
       false},
      {"another port", development, {}, "https://dev.example.com", "", "https://dev.example.com:444", false},
      {"no origin", development, {}, "", "", "", false},
      {"an opaque origin", development, {"null"}, "", "", "null", false},
  };
  for (const Row& row : rows) {
    store::InstanceState instance = fresh(row.environment_type);
    if (!row.allowed_origins.empty()) instance.settings.instance.allowed_origins = row.allowed_origins;
    instance.settings.instance.development_origin = row.development_origin;
    if (!row.home_url.empty()) instance.traits.home_url = row.home_url;
    EXPECT_EQ(is_origin_allowed(instance, row.origin), row.allowed) << row.what;
  }
}

}  // namespace
}  // namespace clerk::server::rules
