#include "codec/json_text.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <set>

namespace clerk::codec {

namespace json = boost::json;

namespace {

// Listens to the parser and keeps, for each open object, the keys it has seen.
class DuplicateFinder {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  std::vector<std::string> found;

  bool on_document_begin(json::error_code& /*ec*/) { return true; }
  bool on_document_end(json::error_code& /*ec*/) { return true; }
  bool on_object_begin(json::error_code& /*ec*/) { return open(false); }
  bool on_object_end(std::size_t /*size*/, json::error_code& /*ec*/) { return close(); }
  bool on_array_begin(json::error_code& /*ec*/) { return open(true); }
  bool on_array_end(std::size_t /*size*/, json::error_code& /*ec*/) { return close(); }
  bool on_key_part(json::string_view part, std::size_t /*size*/, json::error_code& /*ec*/) {
    key_.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t /*size*/, json::error_code& /*ec*/) {
    key_.append(part.data(), part.size());
    Frame& frame = frames_.back();
    frame.key = std::move(key_);
    key_.clear();
    if (!frame.keys.insert(frame.key).second) found.push_back(path());
    return true;
  }
  bool on_string_part(json::string_view /*part*/, std::size_t /*size*/, json::error_code& /*ec*/) { return true; }
  bool on_string(json::string_view /*part*/, std::size_t /*size*/, json::error_code& /*ec*/) { return leaf(); }
  bool on_number_part(json::string_view /*part*/, json::error_code& /*ec*/) { return true; }
  bool on_int64(std::int64_t /*value*/, json::string_view /*text*/, json::error_code& /*ec*/) { return leaf(); }
  bool on_uint64(std::uint64_t /*value*/, json::string_view /*text*/, json::error_code& /*ec*/) { return leaf(); }
  bool on_double(double /*value*/, json::string_view /*text*/, json::error_code& /*ec*/) { return leaf(); }
  bool on_bool(bool /*value*/, json::error_code& /*ec*/) { return leaf(); }
  bool on_null(json::error_code& /*ec*/) { return leaf(); }
  bool on_comment_part(json::string_view /*part*/, json::error_code& /*ec*/) { return true; }
  bool on_comment(json::string_view /*part*/, json::error_code& /*ec*/) { return true; }

 private:
  struct Frame {
    bool is_array{};
    std::size_t index{};
    std::string key{};
    std::set<std::string, std::less<>> keys{};
  };

  bool open(bool is_array) {
    frames_.push_back({.is_array = is_array});
    return true;
  }
  bool close() {
    frames_.pop_back();
    return leaf();
  }
  bool leaf() {
    if (!frames_.empty()) ++frames_.back().index;
    return true;
  }
  [[nodiscard]] std::string path() const {
    std::string path;
    for (const Frame& frame : frames_) {
      path = frame.is_array ? item_path(path, frame.index) : join_path(path, frame.key);
    }
    return path;
  }

  std::vector<Frame> frames_;
  std::string key_;
};

json::parse_options options_for(const Limits& limits) {
  json::parse_options options;
  options.max_depth = limits.max_depth;
  return options;
}

}  // namespace

boost::system::result<json::value, NotAnObject> parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.max_bytes) {
    return NotAnObject{"it is larger than " + std::to_string(limits.max_bytes) + " bytes"};
  }
  json::error_code ec;
  json::value value = json::parse(text, ec, {}, options_for(limits));
  if (ec) return NotAnObject{"it is not JSON: " + ec.message()};
  return value;
}

std::vector<std::string> duplicate_keys(std::string_view text, const Limits& limits) {
  json::basic_parser<DuplicateFinder> parser{options_for(limits)};
  json::error_code ec;
  parser.write_some(false, text.data(), text.size(), ec);
  return std::move(parser.handler().found);
}

std::string_view type_name(const json::value& value) noexcept {
  switch (value.kind()) {
    case json::kind::null:
      return "null";
    case json::kind::bool_:
      return "boolean";
    case json::kind::int64:
    case json::kind::uint64:
      return "integer";
    case json::kind::double_:
      return "number";
    case json::kind::string:
      return "string";
    case json::kind::array:
      return "array";
    case json::kind::object:
      return "object";
  }
  return "value";
}

std::string excerpt(const json::value& value) {
  constexpr std::size_t longest = 64;
  std::string text = value.is_string() ? std::string{value.get_string()} : json::serialize(value);
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // whole characters only
  return text.substr(0, end) + "…";
}

std::string join_path(std::string_view parent, std::string_view name) {
  std::string path{parent};
  if (!path.empty()) path += '.';
  return path.append(name);
}

std::string item_path(std::string_view list, std::size_t index) {
  return std::string{list} + '[' + std::to_string(index) + ']';
}

}  // namespace clerk::codec
