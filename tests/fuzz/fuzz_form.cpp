#include "codec/form_text.hpp"
#include "tests/fuzz/property.hpp"

#include <algorithm>

// A body of multipart/form-data: the first line is its media type, the rest is the body.
namespace clerk::fuzz {

namespace {

constexpr std::size_t max_parts = 8;

bool is_line(std::string_view text) { return std::ranges::none_of(text, is_control); }

// What a writer may be given, and what reads back as it was: `%22` stands for a quote, and some quote by a backslash.
bool is_plain(const codec::FormPart& part) {
  const std::string names = part.name + part.file_name.value_or("");
  return is_line(names) && is_line(part.content_type) && names.find("%22") == std::string::npos &&
         names.find('\\') == std::string::npos && (part.file_name || part.content_type.empty());
}

void check(Input input) {
  const std::string_view content_type = input.until('\n');
  const auto parts = codec::read_form(content_type, input.rest(), max_parts);
  if (!parts) return;
  require(parts->size() <= max_parts, "there are no more parts than may be");
  for (const codec::FormPart& part : *parts) {
    require(input.rest().find(part.bytes) != std::string_view::npos, "a part is in the body", part.name);
  }
  if (!std::ranges::all_of(*parts, is_plain)) return;
  const codec::FormText written = codec::write_form(*parts);
  const auto again = codec::read_form(written.content_type, written.body, max_parts);
  require(again.has_value(), "what is written can be read", written.body);
  require(*again == *parts, "what is written reads as it was", written.body);
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  clerk::fuzz::check(clerk::fuzz::Input{data, size});
  return 0;
}
