#include "codec/serialized.hpp"

#include <boost/json/serializer.hpp>
#include <boost/json/string_view.hpp>
#include <boost/json/value.hpp>

#include <array>

namespace clerk::codec {

std::string serialized(const boost::json::value& value) {
  boost::json::serializer serializer;
  serializer.reset(&value);
  std::array<char, 16 * 1024> chunk;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
  std::string text;
  while (!serializer.done()) {
    const auto part = serializer.read(chunk.data(), chunk.size());
    text.append(part.data(), part.size());
  }
  return text;
}

}  // namespace clerk::codec
