#include "sdk/curl_failure.hpp"

#include "sdk/environment.hpp"
#include "sdk/excerpt.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>

namespace clerk::sdk {

namespace {

using Cause = TransportFailure::Cause;

Cause cause_of(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return Cause::resolve;
    case CURLE_COULDNT_CONNECT:
      return Cause::connect;
    case CURLE_PROXY:
      return Cause::proxy;
    case CURLE_OPERATION_TIMEDOUT:
      return Cause::timeout;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_CLIENTCERT:
      return Cause::tls;
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
      return Cause::configuration;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
      return Cause::connection_lost;
    default:
      return Cause::other;
  }
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// The alerts by which a server refuses the client's certificate, or asks for one. With TLS 1.3 the client has finished
// the handshake by then, and libcurl tells of a connection that broke. The alert that it has expired is put into words
// that libcurl uses for nothing else, as it names the problem where it is the server's certificate.
bool refuses_client_certificate(const CurlReport& report) {
  constexpr auto alerts = std::to_array<std::string_view>(
      {"alert certificate required", "alert bad certificate", "alert unknown ca", "alert certificate expired",
       "alert certificate revoked", "alert certificate unknown", "alert unsupported certificate"});
  if (report.code == CURLE_PEER_FAILED_VERIFICATION) return report.text == "SSL certificate verification failed";
  return report.new_connections > 0 &&
         std::ranges::any_of(alerts, [&report](std::string_view alert) { return has(report.text, alert); });
}

bool has_no_common_version(std::string_view text) {
  return has(text, "alert protocol version") || has(text, "unsupported protocol");
}

// A handshake that breaks off may go well the next time; distrust and disagreement do not go away.
bool is_permanent(const CurlReport& report) {
  switch (report.code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_CLIENTCERT:
      return true;
    case CURLE_SSL_CONNECT_ERROR:
      return has_no_common_version(report.text) || has(report.text, "alert handshake failure") ||
             has(report.text, "wrong version number");
    default:
      return cause_of(report.code) == Cause::configuration;
  }
}

std::string authorities(const Configuration& configuration) {
  if (!configuration.ca_cert_data.empty()) return "; ca_cert_data must hold certificates, PEM";
  if (!configuration.ssl_ca_cert.empty()) return "; ssl_ca_cert names " + configuration.ssl_ca_cert;
  if (!configuration.ssl_ca_directory.empty()) return "; ssl_ca_directory names " + configuration.ssl_ca_directory;
  return "; set ssl_ca_cert (SSL_CERT_FILE) to a file of trusted certificates";
}

std::string distrust(std::string_view text) {
  if (has(text, "expired")) return "; the certificate has to be renewed, unless this machine's clock is wrong";
  if (has(text, "not yet valid")) return "; this machine's clock may be wrong";
  if (has(text, "subject name") || has(text, "match")) return "; the URL must hold a name that the certificate is for";
  return "; for a private authority set ssl_ca_cert (SSL_CERT_FILE) to its certificate";
}

std::string client_certificate(const Configuration& configuration) {
  if (configuration.cert_file.empty()) return "set cert_file and key_file to a client certificate";
  return "cert_file names " + configuration.cert_file +
         (configuration.key_file.empty() ? "" : ", key_file " + configuration.key_file);
}

std::string disagreement(std::string_view text, const Configuration& configuration) {
  if (has_no_common_version(text)) return "; TLS 1.2 or newer is needed";
  if (has(text, "wrong version number")) return "; nobody speaks TLS there: is it https, and the port right?";
  if (has(text, "alert handshake failure"))
    return "; if a client certificate is wanted: " + client_certificate(configuration);
  return {};
}

std::string advice(const CurlReport& report, const Configuration& configuration) {
  switch (report.code) {
    case CURLE_SSL_CACERT_BADFILE:
      return authorities(configuration);
    case CURLE_SSL_CERTPROBLEM:
      return "; " + client_certificate(configuration);
    case CURLE_PEER_FAILED_VERIFICATION:
      return distrust(report.text);
    case CURLE_SSL_CONNECT_ERROR:
      return disagreement(report.text, configuration);
    default:
      return {};
  }
}

/// The proxy that a client may have been using, without its user and password.
struct Proxy {
  std::string_view setting{};
  std::string host{};
  std::string port{};
  bool tls{false};

  [[nodiscard]] std::string text() const {
    return "the proxy" + (host.empty() ? "" : " " + host + ":" + port) + " (" + std::string{setting} + ")";
  }
};

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
  const std::unique_ptr<char, void (*)(void*)> owner{text, &curl_free};
  return text;
}

std::optional<Proxy> proxy_of(const ClientSettings& settings) {
  NamedValue given{"Configuration::proxy", settings.configuration.proxy};
  if (given.value.empty()) {
    if (settings.loopback) return std::nullopt;
    given = proxy_variable(settings.base_url.substr(0, settings.base_url.find(':')));
  }
  if (given.value.empty()) return std::nullopt;
  Proxy proxy{.setting = given.name};
  const std::unique_ptr<CURLU, void (*)(CURLU*)> url{curl_url(), &curl_url_cleanup};
  if (!url || curl_url_set(url.get(), CURLUPART_URL, given.value.c_str(),
                           CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
    return proxy;
  }
  proxy.tls = part_of(url.get(), CURLUPART_SCHEME) == "https";
  proxy.host = part_of(url.get(), CURLUPART_HOST);
  proxy.port = part_of(url.get(), CURLUPART_PORT);
  if (proxy.port.empty()) proxy.port = proxy.tls ? "443" : "1080";  // as libcurl takes it
  return proxy;
}

bool refused_tunnel(const CurlReport& report) { return report.before_request && report.proxy_status >= 300; }

// libcurl does not say whether it used a proxy, so its traces have to.
bool failed_at(const Proxy& proxy, const CurlReport& report) {
  if (!report.before_request) return false;
  if (report.code == CURLE_COULDNT_RESOLVE_PROXY || report.code == CURLE_PROXY) return true;
  std::string_view host = proxy.host;
  if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
  if (has(report.text, " to " + std::string{host} + " port " + proxy.port + " ")) return true;
  if (std::to_string(report.port) != proxy.port || report.proxy_status != 0) return false;
  return proxy.tls || has(report.text, "CONNECT");
}

TransportFailure tunnel_refusal(const Proxy& proxy, long status) {
  std::string message = proxy.text() + " answered " + std::to_string(status) + " to CONNECT";
  if (status == 407) message += "; put user and password into its URL, as in http://user:password@127.0.0.1:3128";
  if (status == 403) message += "; it has to allow the host";
  const bool for_now = status >= 500 || status == 408 || status == 429;
  return {.cause = Cause::proxy, .permanent = !for_now, .message = std::move(message)};
}

// libcurl repeats a proxy's URL that it can't use, password and all.
bool repeats_proxy(std::string_view text) { return text.starts_with("Unsupported proxy"); }

}  // namespace

TransportFailure curl_failure(const CurlReport& report, const ClientSettings& settings) {
  const std::optional<Proxy> proxy = proxy_of(settings);
  if (proxy && repeats_proxy(report.text)) {
    return {.cause = Cause::configuration,
            .permanent = true,
            .message = std::string{proxy->setting} + " can't be used; give it as http://127.0.0.1:3128"};
  }
  if (proxy && refused_tunnel(report)) return tunnel_refusal(*proxy, report.proxy_status);

  const Configuration& configuration = settings.configuration;
  const std::string text = one_line(report.text.empty() ? curl_easy_strerror(report.code) : report.text, 300);
  if (refuses_client_certificate(report)) {
    return {.cause = Cause::tls, .permanent = true, .message = text + "; " + client_certificate(configuration)};
  }
  const std::string who = proxy && failed_at(*proxy, report) ? proxy->text() + ": " : "";
  return {.cause = cause_of(report.code),
          .permanent = is_permanent(report),
          .message = who + text + advice(report, configuration)};
}

}  // namespace clerk::sdk
