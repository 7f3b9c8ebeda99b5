#pragma once

#include "server/http/message.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <cstddef>
#include <string>

namespace clerk::server::http {

/// Beast's grammar, written straight into our request: no header map in between.
class RequestParser : public boost::beast::http::basic_parser<true> {
 public:
  explicit RequestParser(std::size_t max_head_bytes);

  /// put() for what follows the head. Beast 1.81 asserts, once it has read the size of a last chunk, that it is given
  /// five bytes or more from there on; of `0 CR LF` that came alone there are three.
  std::size_t put_body(boost::asio::const_buffer bytes, boost::beast::error_code& error);

  [[nodiscard]] RequestHead& head() noexcept { return head_; }
  [[nodiscard]] unsigned version() const noexcept { return version_; }  ///< 10 or 11
  [[nodiscard]] std::string& body() noexcept { return body_; }

  /// Whether two readers of this head could disagree on where its body ends (request smuggling).
  [[nodiscard]] bool ambiguous() const noexcept;
  [[nodiscard]] bool has_body() const noexcept { return chunked() || head_.content_length.value_or(0) > 0; }
  [[nodiscard]] bool expects_continue() const noexcept;

 private:
  using Verb = boost::beast::http::verb;
  using Field = boost::beast::http::field;
  using Text = boost::beast::string_view;
  using Error = boost::beast::error_code;

  void on_request_impl(Verb verb, Text method, Text target, int version, Error& error) override;
  void on_response_impl(int code, Text reason, int version, Error& error) override;
  void on_field_impl(Field field, Text name, Text value, Error& error) override;
  void on_header_impl(Error& error) override;
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, Error& error) override;
  std::size_t on_body_impl(Text bytes, Error& error) override;
  void on_chunk_header_impl(std::uint64_t size, Text extensions, Error& error) override;
  std::size_t on_chunk_body_impl(std::uint64_t remaining, Text bytes, Error& error) override;
  void on_finish_impl(Error& error) override;

  RequestHead head_{};
  std::string body_{};
  unsigned version_{11};
  bool head_done_{false};
  bool in_last_chunk_{false};
  bool expect_seen_{false};
  unsigned lengths_{0};
  unsigned encodings_{0};
  bool plain_framing_{true};
};

}  // namespace clerk::server::http
