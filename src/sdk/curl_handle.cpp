#include "sdk/curl_handle.hpp"

#include "sdk/ascii.hpp"
#include "sdk/curl_failure.hpp"
#include "sdk/excerpt.hpp"

#include <new>
#include <sys/socket.h>
#include <utility>

namespace clerk::sdk {

namespace {

// libcurl's own initialization is safe from many threads since 7.84; it is never undone, as others may use libcurl too.
void initialize_once() {
  static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (done != CURLE_OK) throw std::bad_alloc{};
}

void append(HeaderLines& lines, const std::string& line) {
  curl_slist* longer = curl_slist_append(lines.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc{};
  static_cast<void>(lines.release());  // it is part of the longer one
  lines.reset(longer);
}

HeaderLines lines_of(const Headers& headers) {
  HeaderLines lines;
  for (const Header& header : headers) {
    // A semicolon is how libcurl is told to send a field without a value.
    append(lines, header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
  }
  return lines;
}

// What libcurl can undo, as it would say itself, but made once and not for each transfer.
const std::string& accept_encoding() {
  static const std::string line = [] {
    const auto has = [features = curl_version_info(CURLVERSION_NOW)->features](int bit) {
      return (features & bit) != 0;
    };
    std::string codings = has(CURL_VERSION_LIBZ) ? "deflate, gzip" : "";
    if (has(CURL_VERSION_BROTLI)) codings += codings.empty() ? "br" : ", br";
    if (has(CURL_VERSION_ZSTD)) codings += codings.empty() ? "zstd" : ", zstd";
    return "Accept-Encoding: " + (codings.empty() ? "identity" : codings);
  }();
  return line;
}

template <class Value>
void set(CURL* easy, CURLoption option, Value value) {
  curl_easy_setopt(easy, option, value);
}

void set_text(CURL* easy, CURLoption option, const std::string& text) {
  if (!text.empty()) set(easy, option, text.c_str());
}

}  // namespace

void CurlHandle::prepare_process() {
  initialize_once();
  accept_encoding();
}

CurlHandle::CurlHandle(const ClientSettings& settings) : settings_{&settings} {
  initialize_once();
  easy_.reset(curl_easy_init());
  if (!easy_) throw std::bad_alloc{};
  CURL* easy = easy_.get();
  set(easy, CURLOPT_ERRORBUFFER, error_.data());
  set(easy, CURLOPT_HEADERFUNCTION, &CurlHandle::on_head);
  set(easy, CURLOPT_HEADERDATA, this);
  set(easy, CURLOPT_WRITEFUNCTION, &CurlHandle::on_body);
  set(easy, CURLOPT_WRITEDATA, this);
  set(easy, CURLOPT_OPENSOCKETFUNCTION, &CurlHandle::on_open);
  set(easy, CURLOPT_PREREQFUNCTION, &CurlHandle::on_ready_to_send);
  set(easy, CURLOPT_PREREQDATA, this);
  set_connection_options();
  set_proxy_options(settings);
  set_tls_options(settings.configuration);
  set_trust(settings.configuration);
}

void CurlHandle::set_connection_options() {
  CURL* easy = easy_.get();
  set(easy, CURLOPT_NOSIGNAL, 1L);  // signals belong to the program
  set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(easy, CURLOPT_ACCEPT_ENCODING, "");  // undo all that libcurl can
  set(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  set(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
}

void CurlHandle::set_proxy_options(const ClientSettings& settings) {
  CURL* easy = easy_.get();
  const std::string& proxy = settings.configuration.proxy;
  if (!proxy.empty()) {
    set(easy, CURLOPT_PROXY, proxy.c_str());
    set(easy, CURLOPT_NOPROXY, "");  // that of the environment is for the environment's proxy
  } else if (settings.loopback) {
    set(easy, CURLOPT_PROXY, "");  // no proxy reaches the servers of this machine
  }
  proxy_lines_ = lines_of(settings.configuration.proxy_headers);
  set(easy, CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));  // the key is not the proxy's business
  if (proxy_lines_) set(easy, CURLOPT_PROXYHEADER, proxy_lines_.get());
}

void CurlHandle::set_tls_options(const Configuration& configuration) {
  CURL* easy = easy_.get();
  for (const CURLoption option : {CURLOPT_SSLVERSION, CURLOPT_PROXY_SSLVERSION}) {
    set(easy, option, static_cast<long>(CURL_SSLVERSION_TLSv1_2));  // or newer
  }
  for (const CURLoption option : {CURLOPT_SSL_VERIFYPEER, CURLOPT_PROXY_SSL_VERIFYPEER}) {
    set(easy, option, configuration.verify_ssl ? 1L : 0L);
  }
  for (const CURLoption option : {CURLOPT_SSL_VERIFYHOST, CURLOPT_PROXY_SSL_VERIFYHOST}) {
    set(easy, option, configuration.verify_ssl ? 2L : 0L);
  }
  set_text(easy, CURLOPT_SSLCERT, configuration.cert_file);
  set_text(easy, CURLOPT_SSLKEY, configuration.key_file);
}

// libcurl is built with a file and with a directory of the system's. Who sets one must not trust the other unawares.
void CurlHandle::set_trust(const Configuration& configuration) {
  const std::string& data = configuration.ca_cert_data;
  const auto text_of = [](const std::string& text) { return text.empty() ? nullptr : text.c_str(); };
  if (data.empty() && configuration.ssl_ca_cert.empty() && configuration.ssl_ca_directory.empty()) return;
  CURL* easy = easy_.get();
  for (const CURLoption option : {CURLOPT_CAINFO, CURLOPT_PROXY_CAINFO}) {
    set(easy, option, text_of(configuration.ssl_ca_cert));
  }
  for (const CURLoption option : {CURLOPT_CAPATH, CURLOPT_PROXY_CAPATH}) {
    set(easy, option, text_of(configuration.ssl_ca_directory));
  }
  if (data.empty()) return;
  curl_blob blob{};
  blob.data = const_cast<char*>(data.data());  // not copied, not changed
  blob.len = data.size();
  blob.flags = CURL_BLOB_NOCOPY;
  for (const CURLoption option : {CURLOPT_CAINFO_BLOB, CURLOPT_PROXY_CAINFO_BLOB}) set(easy, option, &blob);
}

void CurlHandle::begin(const TransportRequest& request) {
  CURL* easy = easy_.get();
  request_ = &request;
  answer_ = {};
  head_size_ = 0;
  head_is_whole_ = too_large_ = would_send_twice_ = ready_to_send_ = false;
  sent_before_ = 0;
  error_.front() = '\0';

  set_target(request);
  set_lines(request);
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect_timeout.count()));
  set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
}

// Most calls of a client are alike, and libcurl copies texts each time they are set.
void CurlHandle::set_target(const TransportRequest& request) {
  CURL* easy = easy_.get();
  if (url_ != request.url) set_url(request.url);
  if (request.method == Method::get) {
    if (method_ == Method::get) return;
    set(easy, CURLOPT_HTTPGET, 1L);
    set<const char*>(easy, CURLOPT_CUSTOMREQUEST, nullptr);
  } else {
    if (method_ != request.method) {
      set(easy, CURLOPT_POST, 1L);
      set(easy, CURLOPT_CUSTOMREQUEST, to_string(request.method).data());  // literals, so they end with a null
    }
    set(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(easy, CURLOPT_POSTFIELDS, request.body.c_str());
  }
  method_ = request.method;
}

// libcurl parses a text anew for each transfer and writes it out again; of a parsed one it takes a copy. A URL that
// does not parse is left to the transfer, which then fails by it, and so is one with a zone, which 7.88 does not copy.
void CurlHandle::set_url(const std::string& url) {
  url_.clear();  // so that it is set again when there is no memory for the copy below
  ParsedUrl parsed{curl_url()};
  if (!parsed) throw std::bad_alloc{};
  char* zone = nullptr;
  const bool usable = curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) == CURLUE_OK &&
                      curl_url_get(parsed.get(), CURLUPART_ZONEID, &zone, 0) == CURLUE_NO_ZONEID;
  curl_free(zone);
  set(easy_.get(), CURLOPT_URL, url.c_str());
  set(easy_.get(), CURLOPT_CURLU, usable ? parsed.get() : nullptr);
  parsed_url_ = std::move(parsed);
  url_ = url;
}

void CurlHandle::set_lines(const TransportRequest& request) {
  const BodySize body = size_of(request.body);
  if (lines_ && headers_ == request.headers && lines_for_ == body) return;
  HeaderLines lines = lines_of(request.headers);
  if (body == BodySize::large) append(lines, "Expect:");  // without it libcurl may wait for a 100 before it sends
  if (body == BodySize::none) append(lines, "Content-Type:");
  if (request.headers.find("Accept-Encoding") == nullptr) append(lines, accept_encoding());
  headers_ = request.headers;
  set(easy_.get(), CURLOPT_HTTPHEADER, lines.get());
  lines_ = std::move(lines);
  lines_for_ = body;
}

CurlHandle::BodySize CurlHandle::size_of(std::string_view body) noexcept {
  constexpr std::size_t small = 1024;  // no release of libcurl expects a 100 for that
  if (body.empty()) return BodySize::none;
  return body.size() <= small ? BodySize::small : BodySize::large;
}

TransportResult CurlHandle::end(CURLcode code) {
  answer_.status = status();
  // A refusal stands by its head, whatever became of its body. libcurl also takes half a head for a whole one.
  const bool stands = head_is_whole_ && (code == CURLE_OK || answer_.status >= 400);
  if (!stands) return failure(code);
  return std::move(answer_);
}

int CurlHandle::status() const noexcept {
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  return static_cast<int>(status);
}

TransportFailure CurlHandle::failure(CURLcode code) const {
  CurlReport report{.code = code, .text = error_.data()};
  curl_easy_getinfo(easy_.get(), CURLINFO_HTTP_CONNECTCODE, &report.proxy_status);
  curl_easy_getinfo(easy_.get(), CURLINFO_PRIMARY_PORT, &report.port);
  curl_easy_getinfo(easy_.get(), CURLINFO_NUM_CONNECTS, &report.new_connections);
  report.before_request = !ready_to_send_;
  TransportFailure failure = curl_failure(report, *settings_);
  // With TLS 1.3 the request may leave before the server has refused the handshake; it never reads it then.
  failure.sent = sent() && failure.cause != TransportFailure::Cause::tls;
  failure.status = answer_.status;
  failure.headers = answer_.headers;
  // No option is at fault any more: that code also stands for an answer in another protocol.
  if (failure.sent && failure.cause == TransportFailure::Cause::configuration) {
    failure.cause = TransportFailure::Cause::connection_lost;
    failure.message = "what came back is no HTTP answer: " + failure.message;
    failure.permanent = false;
  }
  if (code == CURLE_OK) {
    failure.cause = TransportFailure::Cause::connection_lost;
    failure.message = "the connection was closed within the head of the answer";
  }
  if (too_large_) {
    failure.cause = TransportFailure::Cause::answer_too_large;
    failure.message = head_is_whole_ ? "the answer is larger than " + std::to_string(max_body) + " bytes"
                                     : "the answer's head is larger than " + std::to_string(max_head) + " bytes";
    failure.permanent = true;
  }
  if (would_send_twice_) {
    failure.cause = TransportFailure::Cause::connection_lost;
    failure.message = "the server closed the connection after the request was sent";
  }
  return failure;
}

bool CurlHandle::sent() const noexcept { return ready_to_send_ && bytes_sent() > sent_before_; }

long CurlHandle::bytes_sent() const noexcept {
  long bytes = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_REQUEST_SIZE, &bytes);
  return bytes;
}

curl_socket_t CurlHandle::on_open(void* /*self*/, curlsocktype /*purpose*/, curl_sockaddr* address) noexcept {
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// When a kept connection breaks before the answer, libcurl sends the request again on a new one, writes too. This is
// called before each of them and refuses the second if the first went out.
int CurlHandle::on_ready_to_send(void* self, char* /*to*/, char* /*from*/, int /*to_port*/,
                                 int /*from_port*/) noexcept {
  auto& handle = *static_cast<CurlHandle*>(self);
  if (handle.request_->at_most_once && handle.sent()) {
    handle.would_send_twice_ = true;
    return CURL_PREREQFUNC_ABORT;
  }
  handle.ready_to_send_ = true;
  handle.sent_before_ = handle.bytes_sent();
  return CURL_PREREQFUNC_OK;
}

std::size_t CurlHandle::on_head(char* data, std::size_t size, std::size_t count, void* self) noexcept {
  auto& handle = *static_cast<CurlHandle*>(self);
  const std::string_view line{data, size * count};
  handle.head_size_ += line.size();
  if (handle.head_size_ > max_head) {
    handle.too_large_ = true;
    return 0;
  }
  try {
    handle.read_head_line(line);
  } catch (...) {
    return 0;  // no memory
  }
  return line.size();
}

void CurlHandle::read_head_line(std::string_view line) {
  if (line.starts_with("HTTP/")) {  // of an interim answer, or of the final one
    answer_.headers = {};
    return;
  }
  if (trim(line).empty() && status() >= 200) head_is_whole_ = true;
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return;
  answer_.headers.add(std::string{trim(line.substr(0, colon))}, std::string{trim(line.substr(colon + 1))});
}

std::size_t CurlHandle::on_body(char* data, std::size_t size, std::size_t count, void* self) noexcept {
  auto& handle = *static_cast<CurlHandle*>(self);
  const std::size_t length = size * count;
  if (handle.answer_.body.size() + length > max_body) {
    handle.too_large_ = true;
    return 0;
  }
  try {
    handle.answer_.body.append(data, length);
  } catch (...) {
    return 0;  // no memory
  }
  return length;
}

}  // namespace clerk::sdk
