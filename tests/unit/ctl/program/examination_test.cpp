#include "ctl/doctor.hpp"
#include "tests/unit/ctl/program/machine.hpp"

#include <clerk/contract/registry.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>

namespace clerk::ctl::test {
namespace {

using clerk::testing::ScriptedTransport;
using clerk::testing::Stage;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* development =
    R"({"object":"instance","id":"ins_1","environment_type":"development","allowed_origins":null,"workspace_id":null})";
constexpr const char* production =
    R"({"object":"instance","id":"ins_2","environment_type":"production","allowed_origins":null,"workspace_id":null})";
constexpr const char* now_text = "Tue, 01 Dec 2026 00:00:00 GMT";  // what Machine::now is

class ExaminationTest : public ::testing::Test {
 protected:
  ExaminationTest() {
    credentials.configuration.access_token = "sk_test_value";
    credentials.configuration.host = "https://api.example.com/v1";
    credentials.configuration.transport = transport;
    credentials.key_source = "CLERK_SECRET_KEY";
    credentials.url_source = "--api-url";
    credentials.version_source = "default";
  }

  std::map<std::string, Check> examine() {
    std::map<std::string, Check> by_name;
    for (Check& check : ctl::examine(machine.host(), {}, credentials)) {
      EXPECT_THAT(check.finding + check.advice, Not(HasSubstr("_value"))) << check.name;
      const bool needs_advice = check.verdict == Verdict::warning || check.verdict == Verdict::failed;
      EXPECT_EQ(check.advice.empty(), !needs_advice) << check.name;
      by_name.emplace(check.name, std::move(check));
    }
    return by_name;
  }

  std::map<std::string, Check> examine_after(TransportResult result) {
    transport = std::make_shared<ScriptedTransport>(std::deque<TransportResult>{std::move(result)});
    credentials.configuration.transport = transport;
    return examine();
  }

  static TransportResult answered(int status, std::string body, const std::string& date = now_text) {
    return clerk::testing::answer(status, std::move(body), {{"Date", date}, {"Content-Type", "application/json"}});
  }

  Machine machine{};
  std::shared_ptr<ScriptedTransport> transport{std::make_shared<ScriptedTransport>()};
  Credentials credentials{};
};

TEST_F(ExaminationTest, finds_nothing_where_all_is_well) {
  const auto checks = examine_after(answered(200, development));
  EXPECT_EQ(checks.size(), 9U);
  for (const auto& [name, check] : checks) {
    EXPECT_EQ(check.verdict, Verdict::ok) << name << ": " << check.finding;
    EXPECT_EQ(check.advice, "") << name;
  }
  EXPECT_EQ(checks.at("instance").finding, "ins_1, development");
  EXPECT_EQ(checks.at("sources").finding, "key: CLERK_SECRET_KEY; root: --api-url; version: default");
  ASSERT_EQ(transport->requests().size(), 1U);
  EXPECT_EQ(transport->requests().front().url, "https://api.example.com/v1/instance");
}

TEST_F(ExaminationTest, tells_what_is_wrong_with_the_key_and_looks_at_the_way_all_the_same) {
  struct Row {
    std::string key;
    std::string finding;
  };
  for (const auto& [key, finding] : std::vector<Row>{
           {"", "there is none"},
           {" sk_test_value", "begins or ends with a space"},
           {"sk_test_value\n", "begins or ends with a space"},
           {"\"sk_test_value\"", "quotes"},
           {"'sk_test_value'", "quotes"},
           {"sk_test_ value", "inside"},
           {"pk_test_value", "a publishable key"},
           {"whsec_value", "a webhook"},
           {"Bearer sk_test_value", "Bearer"},
           {"$CLERK_SECRET_KEY", "variable"},
           {"${CLERK_SECRET_KEY}", "variable"},
           {"sk_test_", "nothing follows"},
           {"something_value", "does not begin with sk_test_ or sk_live_"},
           {"sk_test_\x01value", "character"},
       }) {
    credentials.configuration.access_token = key;
    const auto checks = examine_after(answered(401, R"({"errors":[{"code":"authentication_invalid"}]})"));
    EXPECT_EQ(checks.at("key").verdict, Verdict::failed) << key;
    EXPECT_THAT(checks.at("key").finding, HasSubstr(finding)) << key;
    EXPECT_EQ(checks.at("reachability").verdict, Verdict::ok) << key;
    EXPECT_EQ(checks.at("tls").verdict, Verdict::ok) << key;
    EXPECT_EQ(checks.at("clock").verdict, Verdict::ok) << key;
    EXPECT_EQ(checks.at("instance").verdict, Verdict::skipped) << key;
  }
}

TEST_F(ExaminationTest, tells_what_is_wrong_with_the_root_and_calls_nobody) {
  for (const std::string root :
       {"api.clerk.com", "ftp://api.clerk.com", "https://", "https://user:_value@api.clerk.com",
        "https://api.clerk.com/?a=_value", "https://api clerk.com", ""}) {
    credentials.configuration.host = root;
    const auto checks = examine();
    EXPECT_EQ(checks.at("url").verdict, Verdict::failed) << root;
    EXPECT_EQ(checks.at("reachability").verdict, Verdict::skipped) << root;
  }
  EXPECT_TRUE(transport->requests().empty());
  credentials.configuration.host = "http://api.example.com";
  EXPECT_EQ(check_url(credentials).verdict, Verdict::warning) << "the key goes unencrypted";
  for (const char* root : {"http://127.0.0.1:4500", "HTTP://127.0.0.1:4500", "HTTPS://api.clerk.com"}) {
    credentials.configuration.host = root;
    EXPECT_EQ(check_url(credentials).verdict, Verdict::ok) << root;
  }
}

TEST_F(ExaminationTest, looks_at_tls_whatever_the_case_of_the_scheme) {
  credentials.configuration.host = "HTTPS://api.example.com";
  EXPECT_EQ(examine_after(answered(200, development)).at("tls").verdict, Verdict::ok);
}

TEST_F(ExaminationTest, advises_by_what_the_server_answered) {
  struct Row {
    int status;
    Headers headers;
    std::string advice;
  };
  for (const auto& [status, headers, advice] : std::vector<Row>{
           {402, {}, "The plan of the instance"},
           {429, {}, "try again later."},
           {429, {{"Retry-After", "7"}}, "Too many calls were made with this key: try again in 7 s."},
           {500, {}, "The fault is the server's"},
           {503, {{"Retry-After", "600"}}, "try again in 10 min."},
           {404, {}, "root (--api-url)"},
       }) {
    const Check instance = examine_after(clerk::testing::answer(status, "{}", headers)).at("instance");
    EXPECT_EQ(instance.verdict, Verdict::failed) << status;
    EXPECT_THAT(instance.advice, HasSubstr(advice)) << status;
  }
}

TEST_F(ExaminationTest, tells_where_the_way_ends) {
  struct Row {
    Stage stage;
    Verdict reachability;
    Verdict tls;
  };
  for (const auto& [stage, reachability, tls] : std::vector<Row>{{Stage::resolving, Verdict::failed, Verdict::skipped},
                                                                 {Stage::connecting, Verdict::failed, Verdict::skipped},
                                                                 {Stage::tls_handshake, Verdict::ok, Verdict::failed},
                                                                 {Stage::sending, Verdict::failed, Verdict::skipped},
                                                                 {Stage::waiting, Verdict::failed, Verdict::skipped},
                                                                 {Stage::timeout, Verdict::failed, Verdict::skipped}}) {
    const auto checks = examine_after(clerk::testing::failure(stage));
    const auto number = static_cast<int>(stage);
    EXPECT_EQ(checks.at("reachability").verdict, reachability) << number;
    EXPECT_EQ(checks.at("tls").verdict, tls) << number;
    for (const char* name : {"clock", "api_version", "instance"}) {
      EXPECT_EQ(checks.at(name).verdict, Verdict::skipped) << name << number;
    }
    EXPECT_EQ(transport->requests().size(), 1U) << "without trying again";
  }
}

TEST_F(ExaminationTest, tells_by_how_much_the_clock_is_wrong) {
  struct Row {
    std::string date;
    Verdict verdict;
    std::string finding;
  };
  for (const auto& [date, verdict, finding] : std::vector<Row>{
           {"Tue, 01 Dec 2026 00:00:05 GMT", Verdict::ok, "agrees"},
           {"Mon, 30 Nov 2026 23:59:54 GMT", Verdict::ok, "agrees"},
           {"Tue, 01 Dec 2026 00:00:06 GMT", Verdict::warning, "6 s behind"},
           {"Mon, 30 Nov 2026 23:59:53 GMT", Verdict::warning, "6 s ahead"},
           {"Tue, 01 Dec 2026 00:05:00 GMT", Verdict::warning, "5 min behind"},
           {"Tue, 01 Dec 2026 00:05:01 GMT", Verdict::failed, "5 min behind"},
           {"Tue, 01 Dec 2020 00:00:00 GMT", Verdict::failed, "ahead"},
           {"yesterday", Verdict::skipped, "no date"},
       }) {
    const Check clock = examine_after(answered(200, development, date)).at("clock");
    EXPECT_EQ(clock.verdict, verdict) << date;
    EXPECT_THAT(clock.finding, HasSubstr(finding)) << date;
  }
  // The clock is looked at whatever else is refused.
  const auto checks = examine_after(answered(401, "{}", "Tue, 01 Dec 2026 01:00:00 GMT"));
  EXPECT_EQ(checks.at("clock").verdict, Verdict::failed);
}

TEST_F(ExaminationTest, tells_what_the_server_refuses) {
  auto checks = examine_after(answered(401, R"({"errors":[{"code":"authentication_invalid","message":"no"}]})"));
  EXPECT_EQ(checks.at("instance").verdict, Verdict::failed);
  EXPECT_THAT(checks.at("instance").finding, HasSubstr("the key is refused"));
  EXPECT_EQ(checks.at("api_version").verdict, Verdict::skipped);

  checks = examine_after(answered(400, R"({"errors":[{"code":"api_version_invalid","message":"no"}]})"));
  EXPECT_EQ(checks.at("api_version").verdict, Verdict::failed);
  EXPECT_EQ(checks.at("instance").verdict, Verdict::skipped);

  checks = examine_after(answered(404, "<html>"));
  EXPECT_EQ(checks.at("instance").verdict, Verdict::failed);
  EXPECT_THAT(checks.at("instance").advice, HasSubstr("root (--api-url)"));
  EXPECT_EQ(checks.at("reachability").verdict, Verdict::ok);
}

TEST_F(ExaminationTest, warns_of_a_key_of_the_other_environment_and_of_another_version) {
  EXPECT_EQ(examine_after(answered(200, production)).at("instance").verdict, Verdict::warning);
  credentials.configuration.access_token = "sk_live_value";
  EXPECT_EQ(examine_after(answered(200, production)).at("instance").verdict, Verdict::ok);
  EXPECT_EQ(examine_after(answered(200, development)).at("instance").verdict, Verdict::warning);
  const auto other = clerk::testing::answer(200, production, {{"Clerk-API-Version", "2025-11-10"}});
  EXPECT_EQ(examine_after(other).at("api_version").verdict, Verdict::warning);
}

TEST_F(ExaminationTest, names_the_proxy_without_its_password) {
  machine.environment["HTTPS_PROXY"] = "http://user:_value@proxy.example.com:3128";
  const Check proxy = check_proxy(credentials, machine.host());
  EXPECT_EQ(proxy.finding, "proxy.example.com:3128 (HTTPS_PROXY), except for hosts of NO_PROXY");
  credentials.configuration.host = "http://127.0.0.1:4500";
  EXPECT_EQ(check_proxy(credentials, machine.host()).finding, "none for this machine");
}

TEST_F(ExaminationTest, is_printed_for_people_and_for_programs) {
  const std::vector<Check> checks{
      {.name = "key", .finding = "sk_test_…, a development key"},
      {.name = "clock", .verdict = Verdict::failed, .finding = "behind", .advice = "Set it."}};
  EXPECT_EQ(checks_text(checks, machine.host(), {}),
            "ok       key    sk_test_…, a development key\n"
            "failed   clock  behind\n"
            "                Set it.\n");
  EXPECT_EQ(boost::json::parse(checks_text(checks, machine.host(), {.format = OutputFormat::json})),
            boost::json::parse(R"(
      {"healthy":false,"checks":[
        {"name":"key","verdict":"ok","finding":"sk_test_…, a development key","advice":null},
        {"name":"clock","verdict":"failed","finding":"behind","advice":"Set it."}]})"));
  EXPECT_EQ(status_of(checks), ExitStatus::failed);
  EXPECT_EQ(status_of({{.verdict = Verdict::warning}, {.verdict = Verdict::skipped}}), ExitStatus::done);
}

TEST_F(ExaminationTest, is_what_doctor_prints_when_not_even_the_credentials_are_found) {
  const Ended ended = machine.run({"doctor", "--profile", "gone", "--format", "json"});
  EXPECT_EQ(ended.status, ExitStatus::failed);
  EXPECT_THAT(ended.out, HasSubstr("there is no profile 'gone'"));
  const boost::json::value printed = boost::json::parse(ended.out);
  std::vector<std::string> names;
  for (const boost::json::value& check : printed.at("checks").as_array()) {
    EXPECT_EQ(check.at("verdict"), names.empty() ? "failed" : "skipped") << check;
    EXPECT_NE(check.at("finding"), "") << check;
    names.emplace_back(check.at("name").as_string());
  }
  std::vector<std::string> all;
  for (const Check& check : ctl::examine(machine.host(), {}, credentials)) all.emplace_back(check.name);
  EXPECT_EQ(names, all);
}

TEST_F(ExaminationTest, advises_by_the_reason_for_which_a_handshake_failed) {
  struct Row {
    std::string detail;
    std::string advice;
  };
  const std::vector<Row> rows{
      {"SSL: no alternative certificate subject name matches target host name 'expired.com'", "a name that the"},
      {"SSL: certificate subject name 'expired' does not match target host name 'a.com'", "the root (--api-url)"},
      {"error:0A00010B:SSL routines::wrong version number; nobody speaks TLS there", "with http://"},
      {"the proxy a:1 (https_proxy): error:0A00010B:SSL routines::wrong version number", "is that of the proxy"},
      {"SSL certificate problem: certificate is not yet valid", "clock first"},
      {"SSL certificate problem: certificate has expired", "to be renewed"},
      {"error: alert protocol version; TLS 1.2 or newer is needed", "speak TLS 1.2"},
      {"error: alert certificate required; set cert_file and key_file to a client certificate", "has none to give"},
      {"SSL certificate problem: self-signed certificate", "SSL_CERT_FILE"},
      {"SSL certificate problem: unable to get local issuer certificate", "SSL_CERT_FILE"},
      {"Connection reset by peer", "try again"},
  };
  for (const auto& [detail, advice] : rows) {
    const Check tls =
        examine_after(TransportFailure{.cause = TransportFailure::Cause::tls, .permanent = true, .message = detail})
            .at("tls");
    EXPECT_EQ(tls.verdict, Verdict::failed) << detail;
    EXPECT_THAT(tls.finding, HasSubstr(detail));
    EXPECT_THAT(tls.advice, HasSubstr(advice)) << detail;
    const bool is_of_trust = advice == "SSL_CERT_FILE";
    EXPECT_EQ(tls.advice.find("SSL_CERT_FILE") != std::string::npos, is_of_trust) << detail;
  }
}

TEST(HttpDates, are_read_as_they_are_written) {
  using namespace std::chrono;
  EXPECT_EQ(http_date("Sun, 06 Nov 1994 08:49:37 GMT"), sys_days{year{1994} / 11 / 6} + 8h + 49min + 37s);
  for (const char* text :
       {"", "now", "Sun, 06 Foo 1994 08:49:37 GMT", "06 Nov 1994 08:49:37", "Sun, 31 Feb 2026 00:00:00 GMT"}) {
    EXPECT_EQ(http_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace clerk::ctl::test
