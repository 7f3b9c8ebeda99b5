#include "tests/tls/tls_peer.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <openssl/x509.h>

#include <array>
#include <memory>
#include <utility>

namespace clerk::test {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
namespace http = boost::beast::http;

namespace {

using HttpRequest = http::request<http::string_body>;
using HttpAnswer = http::response<http::string_body>;

HttpAnswer answer_to(const HttpRequest& request) {
  HttpAnswer answer;
  answer.keep_alive(request.keep_alive());
  if (request.method() == http::verb::get) {
    answer.body() = R"({"object":"instance","id":"ins_1","environment_type":"development",)"
                    R"("allowed_origins":null,"workspace_id":null})";
  } else {
    answer.result(http::status::no_content);
  }
  answer.prepare_payload();
  return answer;
}

std::string client_name(SSL* connection) {
  const std::unique_ptr<X509, decltype(&X509_free)> certificate{SSL_get1_peer_certificate(connection), &X509_free};
  if (!certificate) return {};
  std::array<char, 64> text{};
  X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, text.data(),
                            static_cast<int>(text.size()));
  return text.data();
}

ssl::context context_for(const TlsPeer::Options& options) {
  ssl::context context = server_context(options.credentials);
  SSL_CTX_set_min_proto_version(context.native_handle(), options.oldest);
  SSL_CTX_set_max_proto_version(context.native_handle(), options.newest);
  if (options.client_authority.empty()) return context;
  context.add_certificate_authority(asio::buffer(options.client_authority));
  context.set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert);
  constexpr std::array<unsigned char, 4> name{'p', 'e', 'e', 'r'};  // without one no session can be resumed
  SSL_CTX_set_session_id_context(context.native_handle(), name.data(), name.size());
  return context;
}

// Closing with unread bytes resets the connection, which can overtake the alert that says why.
asio::awaitable<void> drain(LoopbackServer::Socket& socket) {
  boost::system::error_code error;
  socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
  std::array<char, 4096> ignored{};
  while (!error) {
    co_await socket.async_read_some(asio::buffer(ignored), asio::redirect_error(asio::use_awaitable, error));
  }
}

}  // namespace

ssl::context server_context(const Credentials& credentials) {
  ssl::context context{ssl::context::tls_server};
  SSL_CTX_set_security_level(context.native_handle(), 0);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_VERSION);
  context.use_certificate_chain(asio::buffer(credentials.certificate));
  context.use_private_key(asio::buffer(credentials.key), ssl::context::pem);
  return context;
}

TlsPeer::TlsPeer(const Options& options)
    : context_{context_for(options)}, server_{[this](LoopbackServer::Socket socket, int number) {
        return serve(std::move(socket), number);
      }} {}

std::string TlsPeer::url(std::string_view host) const {
  return "https://" + std::string{host} + ":" + std::to_string(port());
}

int TlsPeer::handshakes() const {
  const std::lock_guard lock{mutex_};
  return handshakes_;
}

std::vector<TlsPeer::Request> TlsPeer::requests() const {
  const std::lock_guard lock{mutex_};
  return requests_;
}

asio::awaitable<void> TlsPeer::serve(LoopbackServer::Socket socket, int number) {
  ssl::stream<LoopbackServer::Socket> stream{std::move(socket), context_};
  boost::system::error_code refused;
  co_await stream.async_handshake(ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, refused));
  if (refused) {
    co_await drain(stream.next_layer());
    co_return;
  }
  {
    const std::lock_guard lock{mutex_};
    ++handshakes_;
  }
  boost::beast::flat_buffer buffer;
  for (;;) {
    HttpRequest request;
    co_await http::async_read(stream, buffer, request, asio::use_awaitable);
    Request seen;
    seen.method = std::string{request.method_string()};
    seen.target = std::string{request.target()};
    seen.connection = number;
    seen.client = client_name(stream.native_handle());
    for (const auto& field : request) seen.headers.add(std::string{field.name_string()}, std::string{field.value()});
    {
      const std::lock_guard lock{mutex_};
      requests_.push_back(std::move(seen));
    }
    HttpAnswer answer = answer_to(request);
    co_await http::async_write(stream, answer, asio::use_awaitable);
  }
}

}  // namespace clerk::test
