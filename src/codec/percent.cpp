#include "codec/percent.hpp"

#include <boost/url/decode_view.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace clerk::codec {

namespace urls = boost::urls;

std::string percent_encoded(std::string_view text) { return urls::encode(text, urls::unreserved_chars); }

std::optional<std::string> percent_decoded(std::string_view text, Plus plus) {
  const auto checked = urls::make_pct_string_view(text);
  if (!checked) return std::nullopt;
  return checked->decode(urls::encoding_opts{plus == Plus::is_a_space});
}

}  // namespace clerk::codec
