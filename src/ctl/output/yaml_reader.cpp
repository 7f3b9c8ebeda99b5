#include "ctl/output/yaml_reader.hpp"

#include "ctl/output/plain_text.hpp"
#include "ctl/output/yaml_scalar.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

namespace clerk::ctl {

namespace json = boost::json;

namespace {

constexpr std::size_t max_copied_bytes = 4U << 20U;
constexpr std::string_view core = "tag:yaml.org,2002:";

TextPosition position_of(const YAML::Mark& mark) {
  const auto counted = [](int from_zero) { return static_cast<std::size_t>(std::max(from_zero, 0)) + 1; };
  return {.line = counted(mark.line), .column = counted(mark.column)};
}

constexpr const char* write_it_out = "Write out what it stands for.";
constexpr const char* without_tag = "Leave the tag out; a text may have quotes.";

[[noreturn]] void refuse(const YAML::Mark& mark, std::string problem, std::string_view hint) {
  throw YamlProblem{.position = position_of(mark), .problem = std::move(problem), .hint = std::string{hint}};
}

struct Extent {
  std::size_t bytes{0};
  std::size_t depth{0};
};

Extent extent_of(const json::value& value) {
  Extent extent{.bytes = sizeof(json::value), .depth = 0};
  const auto add = [&](std::size_t name_size, const json::value& inner) {
    const Extent part = extent_of(inner);
    extent = {.bytes = extent.bytes + name_size + part.bytes, .depth = std::max(extent.depth, part.depth)};
  };
  if (const auto* object = value.if_object()) {
    for (const auto& entry : *object) add(entry.key().size(), entry.value());
  } else if (const auto* array = value.if_array()) {
    for (const json::value& item : *array) add(0, item);
  } else if (const auto* string = value.if_string()) {
    extent.bytes += string->size();
  }
  if (value.is_structured()) ++extent.depth;
  return extent;
}

/// The library writes the escapes `\N` and `\_` as the single bytes 85 and A0. All else is UTF-8, where such a byte
/// begins no character; so it can be told, and made U+0085 or U+00A0.
std::string with_latin_1_mended(std::string_view text) {
  std::string mended;
  std::size_t continuations = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) {
      continuations = byte >= 0xF0U ? 3 : byte >= 0xE0U ? 2 : byte >= 0xC0U ? 1 : 0;
    } else if (continuations > 0) {
      --continuations;
    } else {
      mended.push_back('\xC2');
    }
    mended.push_back(c);
  }
  return mended;
}

/// A scalar whose tag says what it is to be.
json::value tagged(const YAML::Mark& mark, const std::string& tag, const std::string& text) {
  if (tag == "!" || tag == std::string{core} + "str") return json::string{text};
  auto resolved = resolve_scalar(text);
  if (!resolved) refuse(mark, std::move(resolved.error().text), {});
  if (tag == "?") return *std::move(resolved);
  const json::value& value = *resolved;
  const bool fits = (tag == std::string{core} + "null" && value.is_null()) ||
                    (tag == std::string{core} + "bool" && value.is_bool()) ||
                    (tag == std::string{core} + "int" && (value.is_int64() || value.is_uint64())) ||
                    (tag == std::string{core} + "float" && value.is_number());
  if (!fits)
    refuse(mark, "the tag " + harmless(tag) + " and the value " + shortened(harmless(text), 40) + " do not fit",
           without_tag);
  return value;
}

/// Builds JSON of what the parser reads. Problems leave through the parser as exceptions, the only way out of it.
class JsonBuilder : public YAML::EventHandler {
 public:
  explicit JsonBuilder(std::size_t max_depth) : max_depth_{max_depth} {}

  [[nodiscard]] json::value take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (expects_name()) refuse(mark, "a name is missing or is null; in quotes it can be any text", {});
    add(anchor, nullptr);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchored_.find(anchor);
    if (found == anchored_.end()) refuse(mark, "an alias inside of what it stands for", "Take it out.");
    if (expects_name()) {
      if (!found->second.is_string()) refuse(mark, "an alias as a name that is no text", write_it_out);
      return set_name(mark, found->second.get_string());
    }
    const Extent extent = extent_of(found->second);
    copied_bytes_ += extent.bytes;
    if (copied_bytes_ > max_copied_bytes) refuse(mark, "the aliases make it too large", "Take some of them out.");
    check_depth(mark, extent.depth);
    add(YAML::NullAnchor, found->second);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& written) override {
    const std::string text = with_latin_1_mended(written);
    if (!expects_name()) return add(anchor, tagged(mark, tag, text));
    if (tag != "?" && tag != "!" && tag != std::string{core} + "str")
      refuse(mark, "a name with the tag " + harmless(tag), without_tag);
    if (anchor != YAML::NullAnchor) anchored_[anchor] = json::string{text};
    set_name(mark, text);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, "seq", {.value = json::array{}, .anchor = anchor});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, "map", {.value = json::object{}, .anchor = anchor});
  }
  void OnMapEnd() override { close(); }

 private:
  /// A list or an object that has not ended.
  struct Frame {
    json::value value{};
    YAML::anchor_t anchor{YAML::NullAnchor};
    std::optional<std::string> name{};  ///< of the member whose value comes next
  };

  [[nodiscard]] bool expects_name() const {
    return !frames_.empty() && frames_.back().value.is_object() && !frames_.back().name;
  }

  void set_name(const YAML::Mark& mark, std::string_view name) {
    if (frames_.back().value.get_object().contains(name)) {
      refuse(mark, "the name " + shortened(harmless(name), 40) + std::string{stands_twice}, keep_one);
    }
    frames_.back().name = name;
  }

  void open(const YAML::Mark& mark, const std::string& tag, std::string_view kind, Frame frame) {
    if (expects_name())
      refuse(mark, "a list or an object as a name", "A name is a text. If none is meant, a bracket is not closed.");
    if (tag != "?" && tag != "!" && tag != std::string{core}.append(kind))
      refuse(mark, "the tag " + harmless(tag), without_tag);
    frames_.push_back(std::move(frame));
    check_depth(mark, 0);
  }

  void close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    add(frame.anchor, std::move(frame.value));
  }

  void check_depth(const YAML::Mark& mark, std::size_t more) const {
    if (frames_.size() + more > max_depth_) throw too_deep(position_of(mark), max_depth_);
  }

  void add(YAML::anchor_t anchor, json::value value) {
    if (anchor != YAML::NullAnchor) anchored_[anchor] = value;
    if (frames_.empty()) {
      root_ = std::move(value);
    } else if (auto* array = frames_.back().value.if_array()) {
      array->push_back(std::move(value));
    } else {
      frames_.back().value.get_object()[*std::exchange(frames_.back().name, std::nullopt)] = std::move(value);
    }
  }

  std::size_t max_depth_;
  std::size_t copied_bytes_{0};
  json::value root_{};
  std::vector<Frame> frames_{};
  std::map<YAML::anchor_t, json::value> anchored_{};
};

/// Only tells that there is something more.
class Refusal : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& mark) override {
    refuse(mark, "a second document; one is all it may hold", "Keep one, and take out the --- between them.");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
  void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& /*text*/) override {}
  void OnSequenceStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {}
  void OnMapEnd() override {}
};

std::string_view line_of(std::string_view text, std::size_t number) {
  for (; number > 1 && !text.empty(); --number) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text.substr(0, text.find('\n'));
}

/// A quote that is open at the end of a last line would end there for the library, as if it had been closed.
std::string with_end(std::string_view text) { return std::string{text} + (text.ends_with('\n') ? "...\n" : ""); }

bool is_open_quote(const std::string& problem) {
  return problem == YAML::ErrorMsg::EOF_IN_SCALAR || problem == YAML::ErrorMsg::DOC_IN_SCALAR;
}

/// What the library says of a line that a tab indents, where YAML can't have one: elsewhere a tab does no harm.
bool may_be_of_a_tab(std::string_view problem) {
  namespace of = YAML::ErrorMsg;
  const std::array<std::string_view, 6> problems{of::TAB_IN_INDENTATION, of::BLOCK_ENTRY, of::MAP_KEY,
                                                 of::MAP_VALUE,          of::END_OF_MAP,  of::END_OF_SEQ};
  return std::ranges::find(problems, problem) != problems.end();
}

YamlProblem problem_of(const YAML::Exception& error, std::string_view text) {
  const TextPosition position = position_of(error.mark);
  const std::string_view line = line_of(text, position.line);
  const std::size_t tab = line.substr(0, line.find_first_not_of(" \t")).find('\t');
  if (tab != std::string_view::npos && may_be_of_a_tab(error.msg)) {
    return {.position = {.line = position.line, .column = tab + 1},
            .problem = "the line is indented with a tab",
            .hint = "YAML indents with spaces: put them in the place of tabs.",
            .is_syntax = true};
  }
  if (is_open_quote(error.msg)) {
    return {.position = position,
            .problem = "it is not YAML: a quote is open at the end",
            .hint = "Close the quote where its text ends.",
            .is_syntax = true};
  }
  return {.position = position,
          .problem = "it is not YAML: " + harmless(error.msg),
          .hint =
              "YAML has a space after the colon of a name, lines of one level at one column, and quotes around a "
              "text with special characters.",
          .is_syntax = true};
}

}  // namespace

YamlProblem too_deep(TextPosition position, std::size_t max_depth) {
  return {.position = position,
          .problem = "it is nested deeper than " + std::to_string(max_depth),
          .hint = "Nothing that is read here goes so deep: look at its brackets."};
}

boost::system::result<json::value, YamlProblem> read_yaml(std::string_view text, std::size_t max_depth) {
  try {
    std::istringstream stream{with_end(text)};
    YAML::Parser parser{stream};
    JsonBuilder builder{max_depth};
    if (!parser.HandleNextDocument(builder)) return json::value(nullptr);
    Refusal refusal;
    parser.HandleNextDocument(refusal);
    return builder.take();
  } catch (YamlProblem& problem) {
    return std::move(problem);
  } catch (const YAML::Exception& error) {
    return problem_of(error, text);
  }
}

}  // namespace clerk::ctl
