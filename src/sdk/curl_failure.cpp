#include "sdk/curl_failure.hpp"

#include "sdk/excerpt.hpp"

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

// A handshake that breaks off may go well the next time; distrust does not go away.
bool is_permanent(CURLcode code) {
  switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_CLIENTCERT:
      return true;
    default:
      return cause_of(code) == Cause::configuration;
  }
}

std::string advice(CURLcode code, const Configuration& configuration) {
  switch (code) {
    case CURLE_SSL_CACERT_BADFILE:
      return configuration.ssl_ca_cert.empty() ? "; set ssl_ca_cert to a file of trusted certificates"
                                               : "; ssl_ca_cert names " + configuration.ssl_ca_cert;
    case CURLE_SSL_CERTPROBLEM:
      return "; cert_file names " + configuration.cert_file +
             (configuration.key_file.empty() ? "" : ", key_file " + configuration.key_file);
    case CURLE_PEER_FAILED_VERIFICATION:
      return "; for a private authority set ssl_ca_cert to its certificate";
    default:
      return {};
  }
}

}  // namespace

TransportFailure curl_failure(CURLcode code, const char* text, const Configuration& configuration) {
  const std::string what = one_line(*text != '\0' ? text : curl_easy_strerror(code), 300);
  return {.cause = cause_of(code), .permanent = is_permanent(code), .message = what + advice(code, configuration)};
}

}  // namespace clerk::sdk
