#include "codec/query_text.hpp"

#include "codec/json_text.hpp"
#include "codec/percent.hpp"
#include "codec/utf8.hpp"

#include <boost/json/serialize.hpp>

namespace clerk::codec {

std::vector<QueryParameter> parse_query(std::string_view text) {
  std::vector<QueryParameter> parameters;
  while (!text.empty()) {
    const std::size_t end = text.find('&');
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::size_t equals = pair.find('=');
    auto name = percent_decoded(pair.substr(0, equals), Plus::is_a_space);
    auto value = percent_decoded(equals == std::string_view::npos ? "" : pair.substr(equals + 1), Plus::is_a_space);
    if (name && !name->empty() && value) parameters.push_back({*std::move(name), *std::move(value)});
  }
  return parameters;
}

std::optional<std::string> plain_text(const RawJson& json) {
  const auto parsed = parse(json.text(), tolerant_limits(json.text()));
  if (parsed.has_error() || parsed->is_null() || parsed->is_object() || parsed->is_array()) return std::nullopt;
  if (parsed->is_string()) return std::string{std::string_view{parsed->get_string()}};
  return boost::json::serialize(*parsed);
}

std::string excerpt_of_text(std::string_view text) {
  if (!is_utf8(text)) return "text that is not UTF-8";
  return excerpt(boost::json::value(boost::json::string{text}));
}

}  // namespace clerk::codec
