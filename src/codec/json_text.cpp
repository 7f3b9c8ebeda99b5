#include "codec/json_text.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_stack.hpp>

#include <charconv>
#include <cmath>
#include <limits>
#include <set>

namespace clerk::codec {

namespace json = boost::json;

namespace {

// The finite double nearest to the text. The parser's own can be a few last places off, so that a number would wander
// each time it is read and written; and one too large for it is infinite, which can't be written as JSON.
double nearest_double(json::string_view text, double parsed) {
  if (std::isinf(parsed)) return std::copysign(std::numeric_limits<double>::max(), parsed);
  double exact = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exact);
  return error == std::errc{} && end == text.data() + text.size() ? exact : parsed;
}

// Builds what the parser reads.
class ValueBuilder {
 public:
  static constexpr std::size_t max_object_size = json::object::max_size();
  static constexpr std::size_t max_array_size = json::array::max_size();
  static constexpr std::size_t max_key_size = json::string::max_size();
  static constexpr std::size_t max_string_size = json::string::max_size();

  ValueBuilder() { stack_.reset(); }
  [[nodiscard]] json::value take() { return stack_.release(); }

  bool on_document_begin(json::error_code& /*ec*/) { return true; }
  bool on_document_end(json::error_code& /*ec*/) { return true; }
  bool on_object_begin(json::error_code& /*ec*/) { return true; }
  bool on_object_end(std::size_t size, json::error_code& /*ec*/) { return stack_.push_object(size), true; }
  bool on_array_begin(json::error_code& /*ec*/) { return true; }
  bool on_array_end(std::size_t size, json::error_code& /*ec*/) { return stack_.push_array(size), true; }
  bool on_key_part(json::string_view part, std::size_t /*size*/, json::error_code& /*ec*/) { return chars(part); }
  bool on_key(json::string_view part, std::size_t /*size*/, json::error_code& /*ec*/) {
    return stack_.push_key(part), true;
  }
  bool on_string_part(json::string_view part, std::size_t /*size*/, json::error_code& /*ec*/) { return chars(part); }
  bool on_string(json::string_view part, std::size_t /*size*/, json::error_code& /*ec*/) {
    return stack_.push_string(part), true;
  }
  bool on_number_part(json::string_view /*part*/, json::error_code& /*ec*/) { return true; }
  bool on_int64(std::int64_t value, json::string_view /*text*/, json::error_code& /*ec*/) {
    return stack_.push_int64(value), true;
  }
  bool on_uint64(std::uint64_t value, json::string_view /*text*/, json::error_code& /*ec*/) {
    return stack_.push_uint64(value), true;
  }
  bool on_double(double value, json::string_view text, json::error_code& /*ec*/) {
    return stack_.push_double(nearest_double(text, value)), true;
  }
  bool on_bool(bool value, json::error_code& /*ec*/) { return stack_.push_bool(value), true; }
  bool on_null(json::error_code& /*ec*/) { return stack_.push_null(), true; }
  bool on_comment_part(json::string_view /*part*/, json::error_code& /*ec*/) { return true; }
  bool on_comment(json::string_view /*part*/, json::error_code& /*ec*/) { return true; }

 private:
  bool chars(json::string_view part) { return stack_.push_chars(part), true; }

  json::value_stack stack_{};
};

// Listens to the parser and keeps, for each open object, the keys it has seen.
class DuplicateFinder {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  explicit DuplicateFinder(std::size_t most) : most_{most} {}
  [[nodiscard]] std::vector<std::string> take() { return std::move(found_); }

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
    if (!frame.keys.insert(frame.key).second && found_.size() < most_) found_.push_back(path());
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

  std::size_t most_;
  std::vector<std::string> found_{};
  std::vector<Frame> frames_{};
  std::string key_{};
};

json::parse_options options_for(const Limits& limits) {
  json::parse_options options;
  options.max_depth = limits.max_depth;
  return options;
}

// What of a text from outside is repeated in a message: whole characters, no more than anybody reads.
std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 64;
  if (text.size() <= longest) return std::string{text};
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string{text.substr(0, end)} + "…";
}

}  // namespace

Limits tolerant_limits(std::string_view text) { return {.max_depth = 64, .max_bytes = text.size()}; }

boost::system::result<json::value, NotAnObject> parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.max_bytes) {
    return NotAnObject{"it is larger than " + std::to_string(limits.max_bytes) + " bytes"};
  }
  json::basic_parser<ValueBuilder> parser{options_for(limits)};
  json::error_code ec;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), ec);
  if (!ec && read < text.size()) ec = json::error::extra_data;
  if (ec) return NotAnObject{"it is not JSON: " + ec.message()};
  return parser.handler().take();
}

std::vector<std::string> duplicate_keys(std::string_view text, const Limits& limits) {
  json::basic_parser<DuplicateFinder> parser{options_for(limits), limits.max_faults};
  json::error_code ec;
  parser.write_some(false, text.data(), text.size(), ec);
  return parser.handler().take();
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
  return shortened(value.is_string() ? std::string_view{value.get_string()} : std::string_view{json::serialize(value)});
}

std::string join_path(std::string_view parent, std::string_view name) {
  std::string path{parent};
  if (!path.empty()) path += '.';
  return path.append(shortened(name));
}

std::string item_path(std::string_view list, std::size_t index) {
  return std::string{list} + '[' + std::to_string(index) + ']';
}

}  // namespace clerk::codec
