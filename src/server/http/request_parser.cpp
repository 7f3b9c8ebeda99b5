#include "server/http/request_parser.hpp"

#include <boost/beast/core/string.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace clerk::server::http {

namespace {

constexpr std::size_t usual_headers = 12;
// A promised length is only a promise: more than this is taken as the bytes come.
constexpr std::uint64_t most_reserved = 64U * 1024U;

bool is_number(boost::beast::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

RequestParser::RequestParser(std::size_t max_head_bytes) {
  header_limit(static_cast<std::uint32_t>(max_head_bytes));
  body_limit(boost::none);  // judged after the handler has seen the head
}

std::size_t RequestParser::put_body(boost::asio::const_buffer bytes, boost::beast::error_code& error) {
  constexpr std::size_t shortest_end = 5;  // 0 CR LF CR LF
  if (in_last_chunk_ && bytes.size() < shortest_end) {
    error = boost::beast::http::error::need_more;
    return 0;
  }
  const std::size_t used = put(bytes, error);
  const std::string_view unread{static_cast<const char*>(bytes.data()) + used, bytes.size() - used};
  // A line that is whole and yet not taken: the chunk of no bytes, whose trailers are awaited.
  in_last_chunk_ = error == boost::beast::http::error::need_more && unread.starts_with('0') &&
                   unread.find('\n') != std::string_view::npos;
  return used;
}

bool RequestParser::ambiguous() const noexcept {
  const bool encoded = encodings_ > 0;
  return !plain_framing_ || lengths_ > 1 || encodings_ > 1 || (encoded && lengths_ > 0) ||
         (encoded && version() < 11) || (encoded && !chunked());
}

bool RequestParser::expects_continue() const noexcept { return expect_seen_ && version() >= 11; }

void RequestParser::on_request_impl(Verb /*verb*/, Text method, Text target, int version, Error& /*error*/) {
  version_ = static_cast<unsigned>(version);
  head_.method.assign(method.data(), method.size());
  head_.target.assign(target.data(), target.size());
  head_.headers.reserve(usual_headers);
}

void RequestParser::on_response_impl(int /*code*/, Text /*reason*/, int /*version*/, Error& /*error*/) {}

void RequestParser::on_field_impl(Field field, Text name, Text value, Error& /*error*/) {
  if (head_done_) return;  // trailers mean nothing here
  if (field == Field::content_length) {
    ++lengths_;
    plain_framing_ = plain_framing_ && is_number(value);
  } else if (field == Field::transfer_encoding) {
    ++encodings_;
    plain_framing_ = plain_framing_ && boost::beast::iequals(value, "chunked");
  } else if (field == Field::expect) {
    expect_seen_ = boost::beast::iequals(value, "100-continue");
  }
  head_.headers.push_back({std::string{name.data(), name.size()}, std::string{value.data(), value.size()}});
}

void RequestParser::on_header_impl(Error& /*error*/) {
  head_done_ = true;
  if (const auto length = content_length()) head_.content_length = *length;
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, Error& /*error*/) {
  if (length) body_.reserve(static_cast<std::size_t>(std::min(*length, most_reserved)));
}

std::size_t RequestParser::on_body_impl(Text bytes, Error& /*error*/) {
  body_.append(bytes.data(), bytes.size());
  return bytes.size();
}

void RequestParser::on_chunk_header_impl(std::uint64_t /*size*/, Text /*extensions*/, Error& /*error*/) {}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t /*remaining*/, Text bytes, Error& /*error*/) {
  body_.append(bytes.data(), bytes.size());
  return bytes.size();
}

void RequestParser::on_finish_impl(Error& /*error*/) {}

}  // namespace clerk::server::http
