#include "ctl/examination.hpp"

#include "ctl/api_failure.hpp"
#include "ctl/api_root.hpp"
#include "ctl/key_text.hpp"
#include "ctl/variables.hpp"

#include <clerk/api/instance_settings_api.hpp>
#include <clerk/contract/error_codes.hpp>

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <iomanip>
#include <locale>
#include <span>
#include <sstream>

namespace clerk::ctl {

namespace {

constexpr std::string_view test_key = "sk_test_";
constexpr std::string_view live_key = "sk_live_";
// Stands in for a key that can't be used, so that the way to the server is looked at all the same.
constexpr const char* stand_in_key = "sk_test_clerkctl_doctor";
constexpr const char* where_keys_are = "Copy the secret key of the instance from the API keys page of the dashboard.";

constexpr const char* private_authority =
    "If it is of a private authority, of the server or of a proxy that looks inside, give the authority's certificate "
    "with SSL_CERT_FILE or SSL_CERT_DIR.";
// The checks in their order, by what they need.
constexpr std::array<std::string_view, 3> checks_of_sources{"key", "url", "proxy"};
constexpr std::array<std::string_view, 5> checks_of_call{"reachability", "tls", "clock", "api_version", "instance"};

struct OtherKey {
  std::string_view prefix;
  std::string_view what;
};
constexpr std::array other_keys{
    OtherKey{"pk_", "a publishable key"}, OtherKey{"whsec_", "the secret of a webhook"},
    OtherKey{"ak_", "an API key of a user"}, OtherKey{"mt_", "a token of a machine"},
    OtherKey{"Bearer ", "the value of a header: the word Bearer does not belong to the key"}};

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }

// What is wrong with the key, without any of it.
std::string fault_of_key(std::string_view key) {
  if (is_space(key.front()) || is_space(key.back())) return "it begins or ends with a space or a line break";
  if (is_quote(key.front()) || is_quote(key.back())) return "it has quotes around it, which are not part of it";
  if (key.starts_with("$")) return "it is the name of a variable that was not replaced by its value";
  for (const OtherKey& other : other_keys) {
    if (key.starts_with(other.prefix)) return "it is no secret key but " + std::string{other.what};
  }
  if (!key.starts_with("sk_")) return "it does not begin with sk_test_ or sk_live_";
  if (key == test_key || key == live_key) return "nothing follows its beginning";
  if (std::ranges::any_of(key, is_space)) return "it has a space or a line break inside";
  if (std::ranges::any_of(key, [](char c) { return std::isgraph(static_cast<unsigned char>(c)) == 0; })) {
    return "it has a character that no key has";
  }
  return {};
}

std::string kind_of_key(std::string_view key) {
  if (key.starts_with(test_key)) return "sk_test_…, a development key";
  if (key.starts_with(live_key)) return "sk_live_…, a production key";
  return "sk_…, of no kind that is known";
}

Check skipped(std::string_view name, std::string_view why) {
  return {.name = name, .verdict = Verdict::skipped, .finding = std::string{why}};
}

std::string seconds_text(std::chrono::seconds seconds) {
  const auto count = seconds.count();
  return count < 120 ? std::to_string(count) + " s" : std::to_string(count / 60) + " min";
}

/// By how much at least this machine's clock is ahead of the server's; the header has whole seconds only.
std::chrono::seconds ahead_by(std::chrono::system_clock::time_point date, const TrialCall& call) {
  using std::chrono::floor;
  using std::chrono::seconds;
  if (call.began > date + seconds{1}) return floor<seconds>(call.began - date - seconds{1});
  if (call.ended < date) return -floor<seconds>(date - call.ended);
  return seconds{0};
}

bool is_tls(const Credentials& credentials) {
  const auto parsed = boost::urls::parse_uri(credentials.configuration.host);
  return parsed.has_value() && parsed->scheme_id() == boost::urls::scheme::https;
}

bool handshake_failed(const TrialCall& call) { return call.error && call.error->kind == ErrorKind::tls; }

Check check_reachability(const Credentials& credentials, const TrialCall& call) {
  constexpr std::string_view name = "reachability";
  if (call.status != 0) return {.name = name, .finding = "answered with status " + std::to_string(call.status)};
  const Error& error = *call.error;
  switch (error.kind) {
    case ErrorKind::tls:
      return {.name = name, .finding = "somebody answers there"};
    case ErrorKind::bad_configuration:
    case ErrorKind::bad_request:
      return {.name = name,
              .verdict = Verdict::failed,
              .finding = "nothing could be sent: " + error.detail,
              .advice = "Correct what it names."};
    case ErrorKind::timeout:
      return {.name = name,
              .verdict = Verdict::failed,
              .finding = "no answer in time: " + error.detail,
              .advice = "Look at the network, a firewall and the proxy, or give more time with --timeout."};
    case ErrorKind::not_sent:
      return {.name = name,
              .verdict = Verdict::failed,
              .finding = error.detail,
              .advice = "Check host name and port of the root (" + credentials.url_source + ")" +
                        ", that a server runs there, and network, firewall and proxy."};
    default:
      return {
          .name = name,
          .verdict = Verdict::failed,
          .finding = error.detail,
          .advice = "The connection broke before a whole answer came: try again, then look at the proxy or server."};
  }
}

/// What to do about a handshake that failed, by words of what the library says of it: it gives no code for the reason.
struct TlsAdvice {
  std::string_view sign;
  std::string_view advice;
  bool is_about_address{false};
};
// In this order: what the server wrote into its certificate stands in the text of the first only.
constexpr std::array tls_advices{
    TlsAdvice{"subject name",
              "The address must have a name that the certificate is for, or the server needs one for this name.", true},
    TlsAdvice{"wrong version number",
              "Begin the address with http:// if the server there speaks no TLS, or correct its port.", true},
    TlsAdvice{"client certificate",
              "The server may want a certificate of who calls it, and clerkctl has none to give."},
    TlsAdvice{"not yet valid",
              "Look at this machine's clock first: by it the certificate is not valid yet (timedatectl set-ntp true)."},
    TlsAdvice{"expired", "The server's certificate has to be renewed, unless this machine's clock is ahead."},
    TlsAdvice{"TLS 1.2 or newer",
              "The server, or what stands before it, is too old: it has to speak TLS 1.2 or newer."},
    TlsAdvice{"certificate problem", private_authority},
};

std::string advice_on_tls(const Credentials& credentials, const std::string& detail) {
  const auto found = std::ranges::find_if(
      tls_advices, [&](const TlsAdvice& each) { return detail.find(each.sign) != std::string::npos; });
  if (found == tls_advices.end()) return "Look at the server, and at the proxy and the network on the way: try again.";
  const std::string address =
      detail.starts_with("the proxy") ? "the proxy" : "the root (" + credentials.url_source + ")";
  return std::string{found->advice} + (found->is_about_address ? " It is that of " + address + "." : "");
}

Check check_tls(const Credentials& credentials, const TrialCall& call) {
  constexpr std::string_view name = "tls";
  if (!is_tls(credentials)) return skipped(name, "not used by this root");
  if (handshake_failed(call)) {
    return {.name = name,
            .verdict = Verdict::failed,
            .finding = call.error->detail,
            .advice = advice_on_tls(credentials, call.error->detail)};
  }
  if (call.status == 0) return skipped(name, "there was no connection");
  const Configuration& configuration = credentials.configuration;
  std::string trust = "the system's authorities";
  if (!configuration.ssl_ca_directory.empty()) trust = configuration.ssl_ca_directory;
  if (!configuration.ssl_ca_cert.empty()) trust = configuration.ssl_ca_cert;
  return {.name = name, .finding = "the server's certificate is trusted by " + trust};
}

Check check_clock(const TrialCall& call) {
  using namespace std::chrono_literals;
  constexpr std::string_view name = "clock";
  const std::string* header = call.headers.find("Date");
  const auto date = header == nullptr ? std::nullopt : http_date(*header);
  if (!date) return skipped(name, call.status == 0 ? "there was no answer" : "the answer has no date");
  const std::chrono::seconds ahead = ahead_by(*date, call);
  const std::chrono::seconds distance = std::chrono::abs(ahead);
  if (distance <= 5s) return {.name = name, .finding = "agrees with the server's"};
  return {.name = name,
          .verdict = distance > 5min ? Verdict::failed : Verdict::warning,
          .finding = "this machine's is " + seconds_text(distance) + (ahead > 0s ? " ahead" : " behind"),
          .advice = "Set it by the network (timedatectl set-ntp true): certificates and session tokens depend on it."};
}

bool version_is_refused(const TrialCall& call) { return call.error && refuses_version(*call.error); }

bool refuses_key(const TrialCall& call) { return call.status == 401 || call.status == 403; }

Check check_version(const Credentials& credentials, const TrialCall& call) {
  constexpr std::string_view name = "api_version";
  const std::string& asked = credentials.configuration.api_version;
  if (version_is_refused(call)) {
    return {.name = name,
            .verdict = Verdict::failed,
            .finding = asked + " is refused",
            .advice = "Correct " + credentials.version_source + "; this version of clerkctl is made for " +
                      std::string{default_api_version} + "."};
  }
  if (!call.instance) return skipped(name, "only an accepted call tells of it");
  const std::string* answered = call.headers.find("Clerk-API-Version");
  if (answered != nullptr && *answered != asked) {
    return {.name = name,
            .verdict = Verdict::warning,
            .finding = asked + " was asked for, and " + *answered + " answered",
            .advice = "Something between here and the API changes the header, or the server holds one version only."};
  }
  return {.name = name, .finding = asked + " is accepted"};
}

Check instance_of(const Credentials& credentials, const Instance& instance) {
  Check check{.name = "instance", .finding = instance.id + ", " + instance.environment_type};
  const std::string_view key = credentials.configuration.access_token.reveal();
  const std::string_view of_key = environment_of_key(key);
  if (!of_key.empty() && of_key != instance.environment_type) {
    check.verdict = Verdict::warning;
    check.finding += ", and the key is " + kind_of_key(key);
    check.advice = "Make sure that the key (" + credentials.key_source + ") and the root (" + credentials.url_source +
                   ") belong together.";
  }
  return check;
}

std::string advice_on_refusal(const Credentials& credentials, const Error& error) {
  constexpr int payment_required = 402;
  constexpr int too_many_requests = 429;
  constexpr int first_of_server_faults = 500;
  const std::string when =
      error.retry_after ? "in " + seconds_text(std::chrono::ceil<std::chrono::seconds>(*error.retry_after)) : "later";
  if (error.status == payment_required) {
    return "The plan of the instance does not allow the call: look at it in the dashboard.";
  }
  if (error.status == too_many_requests) return "Too many calls were made with this key: try again " + when + ".";
  if (error.status >= first_of_server_faults) {
    return "The fault is the server's, and nothing here has to be changed: try again " + when + ".";
  }
  return "Check that the root (" + credentials.url_source + ") is that of the Clerk API.";
}

Check check_acceptance(const Credentials& credentials, const TrialCall& call) {
  constexpr std::string_view name = "instance";
  if (!call.with_own_key) return skipped(name, "there is no key that could be tried");
  if (call.instance) return instance_of(credentials, *call.instance);
  const Error& error = *call.error;
  if (refuses_key(call)) {
    return {.name = name,
            .verdict = Verdict::failed,
            .finding = "the key is refused: " + error.message(),
            .advice = "The key may have been deleted, or be of another server than " + credentials.configuration.host +
                      ". " + where_keys_are};
  }
  if (error.status == 0 || version_is_refused(call)) return skipped(name, "the call did not get so far");
  return {.name = name,
          .verdict = Verdict::failed,
          .finding = error.message(),
          .advice = advice_on_refusal(credentials, error)};
}

TrialCall try_call(const Host& host, const GlobalOptions& options, const Credentials& credentials, bool key_is_good) {
  using namespace std::chrono_literals;
  Configuration configuration = credentials.configuration;
  configuration.retries = RetryPolicy::none();
  configuration.timeouts.total = options.timeout.value_or(10s);
  if (!key_is_good) configuration.access_token = stand_in_key;
  TrialCall call{.began = host.now(), .with_own_key = key_is_good};
  const auto result = ApiClient{configuration}.send(operations::GetInstance{});
  call.ended = host.now();
  if (result) {
    call.instance = result->value;
    call.status = result->status;
    call.headers = result->headers;
  } else {
    call.error = result.error();
    call.status = call.error->status;
    call.headers = call.error->headers;
  }
  return call;
}

template <std::size_t Count>
void skip(const std::array<std::string_view, Count>& names, std::string_view why, std::vector<Check>& checks) {
  for (const std::string_view name : names) checks.push_back(skipped(name, why));
}

constexpr std::string_view sources_check = "sources";

Check check_sources(const Credentials& credentials) {
  std::string finding = "key: " + (credentials.key_source.empty() ? "none" : credentials.key_source) +
                        "; root: " + credentials.url_source + "; version: " + credentials.version_source;
  if (!credentials.profile.empty()) finding += "; profile: " + credentials.profile;
  return {.name = sources_check, .finding = std::move(finding)};
}

}  // namespace

std::string_view to_string(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::ok:
      return "ok";
    case Verdict::warning:
      return "warning";
    case Verdict::failed:
      return "failed";
    case Verdict::skipped:
      return "skipped";
  }
  return "";
}

Check check_key(const Credentials& credentials) {
  constexpr std::string_view name = "key";
  const std::string& key = credentials.configuration.access_token.reveal();
  if (key.empty()) {
    return {.name = name,
            .verdict = Verdict::failed,
            .finding = "there is none",
            .advice = std::string{"Set CLERK_SECRET_KEY, or put it into .env or a profile. "} + where_keys_are};
  }
  if (const std::string fault = fault_of_key(key); !fault.empty()) {
    return {.name = name,
            .verdict = Verdict::failed,
            .finding = fault,
            .advice = "Correct " + credentials.key_source + ". " + where_keys_are};
  }
  return {.name = name, .finding = kind_of_key(key)};
}

Check check_url(const Credentials& credentials) {
  constexpr std::string_view name = "url";
  const std::string& root = credentials.configuration.host;
  const auto parsed = boost::urls::parse_uri(root);
  const auto scheme = parsed.has_value() ? parsed->scheme_id() : boost::urls::scheme::none;
  const bool is_web = scheme == boost::urls::scheme::https || scheme == boost::urls::scheme::http;
  if (!is_web || parsed->encoded_host().empty() || parsed->has_userinfo() || parsed->has_query() ||
      parsed->has_fragment()) {
    // It is not repeated: what is wrong with it may be a password.
    return {.name = name,
            .verdict = Verdict::failed,
            .finding = credentials.url_source + " is no root of an API",
            .advice = "Give scheme, host and, if need be, port and path, such as https://api.clerk.com/v1."};
  }
  if (scheme == boost::urls::scheme::http && !leads_to_this_machine(root)) {
    return {.name = name,
            .verdict = Verdict::warning,
            .finding = root + " sends the key unencrypted",
            .advice = "Use https, or a server on this machine."};
  }
  return {.name = name, .finding = root};
}

Check check_proxy(const Credentials& credentials, const Host& host) {
  constexpr std::string_view name = "proxy";
  if (leads_to_this_machine(credentials.configuration.host)) return {.name = name, .finding = "none for this machine"};
  // As the library reads them: of the one for roots without TLS only the form in small letters.
  constexpr std::array for_tls{"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
  constexpr std::array without_tls{"http_proxy", "all_proxy", "ALL_PROXY"};
  const auto names =
      is_tls(credentials) ? std::span<const char* const>{for_tls} : std::span<const char* const>{without_tls};
  for (const char* variable_name : names) {
    const auto value = variable(host, variable_name);
    if (!value) continue;
    // Only what follows a password.
    const std::string address = value->substr(value->rfind('@') == std::string::npos ? 0 : value->rfind('@') + 1);
    return {.name = name, .finding = address + " (" + variable_name + "), except for hosts of NO_PROXY"};
  }
  return {.name = name, .finding = "none"};
}

std::vector<Check> check_call(const Credentials& credentials, const TrialCall& call) {
  return {check_reachability(credentials, call), check_tls(credentials, call), check_clock(call),
          check_version(credentials, call), check_acceptance(credentials, call)};
}

std::vector<Check> examine(const Host& host, const GlobalOptions& options, const Credentials& credentials) {
  std::vector<Check> checks{check_sources(credentials), check_key(credentials), check_url(credentials),
                            check_proxy(credentials, host)};
  const bool key_is_good = checks[1].verdict == Verdict::ok;
  if (checks[2].verdict == Verdict::failed) {
    skip(checks_of_call, "there is no root to call", checks);
    return checks;
  }
  for (Check& check : check_call(credentials, try_call(host, options, credentials, key_is_good))) {
    checks.push_back(std::move(check));
  }
  return checks;
}

std::vector<Check> without_sources(const Failure& failure) {
  std::vector<Check> checks{
      {.name = sources_check, .verdict = Verdict::failed, .finding = failure.message, .advice = failure.hint}};
  constexpr std::string_view why = "it is not known what to use";
  skip(checks_of_sources, why, checks);
  skip(checks_of_call, why, checks);
  return checks;
}

std::optional<std::chrono::system_clock::time_point> http_date(std::string_view text) {
  std::istringstream in{std::string{text}};
  in.imbue(std::locale::classic());
  std::tm parts{};
  in >> std::get_time(&parts, "%a, %d %b %Y %H:%M:%S GMT");
  if (in.fail()) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year{parts.tm_year + 1900},
                                        std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
                                        std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days{day} + std::chrono::hours{parts.tm_hour} + std::chrono::minutes{parts.tm_min} +
         std::chrono::seconds{parts.tm_sec};
}

}  // namespace clerk::ctl
