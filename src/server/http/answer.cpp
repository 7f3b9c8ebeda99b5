#include "server/http/answer.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <ostream>

namespace clerk::server::http {

namespace {

constexpr bool is_token_character(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view{"!#$%&'*+-.^_`|~"}.find(static_cast<char>(c)) != std::string_view::npos;
}

constexpr std::array<bool, 256> token_characters = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table.at(c) = is_token_character(static_cast<unsigned char>(c));
  return table;
}();

bool is_token(std::string_view name) {
  return !name.empty() &&
         std::ranges::all_of(name, [](char c) { return token_characters[static_cast<unsigned char>(c)]; });
}

// The headers that say where an answer ends are the connection's alone.
bool is_ours(std::string_view name) {
  constexpr std::array ours{std::string_view{"content-length"}, std::string_view{"connection"},
                            std::string_view{"transfer-encoding"}, std::string_view{"date"},
                            std::string_view{"server"}};
  return std::ranges::any_of(
      ours, [&](std::string_view mine) { return name.size() == mine.size() && boost::beast::iequals(name, mine); });
}

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

void append_header(std::string& out, const Header& header) {
  if (!is_token(header.name) || is_ours(header.name)) return;
  out.append(header.name).append(": ");
  const auto begin = static_cast<std::ptrdiff_t>(out.size());
  out.append(header.value);
  std::replace_if(out.begin() + begin, out.end(), is_control, ' ');
  out.append("\r\n");
}

void append_number(std::string& out, std::size_t number) {
  std::array<char, 24> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end);
}

// An answer that is none would leave the client waiting.
unsigned sent_status(const Response& response) {
  return response.status >= 200 && response.status <= 599 ? response.status : 500;
}

bool has_no_length(unsigned status) { return status == 204 || status == 304; }

}  // namespace

void append_head(std::string& out, const Response& response, const Framing& framing) {
  const unsigned status = sent_status(response);
  out.append("HTTP/1.1 ");
  append_number(out, status);
  const auto reason = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));
  out.append(" ").append(reason.data(), reason.size()).append("\r\nServer: clerkd\r\nDate: ").append(framing.date);
  out.append("\r\n");
  for (const Header& header : response.headers) append_header(out, header);
  if (!has_no_length(status)) {
    out.append("Content-Length: ");
    append_number(out, response.body.size());
    out.append("\r\n");
  }
  if (!framing.keep_alive) {
    out.append("Connection: close\r\n");
  } else if (framing.version < 11) {
    out.append("Connection: keep-alive\r\n");
  }
  out.append("\r\n");
}

bool sends_body(const Response& response, const Framing& framing) noexcept {
  return !framing.to_head && !has_no_length(sent_status(response)) && !response.body.empty();
}

std::string http_date(long long seconds) {
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 64> text{};
  // Not strftime: the names must not follow a locale.
  const int size = std::snprintf(text.data(), text.size(), "%s, %02d %s %d %02d:%02d:%02d GMT",
                                 days.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                                 months.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900, parts.tm_hour,
                                 parts.tm_min, parts.tm_sec);
  return {text.data(), static_cast<std::size_t>(size)};
}

}  // namespace clerk::server::http
