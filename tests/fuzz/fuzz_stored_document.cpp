#include "server/store/settings_document.hpp"
#include "tests/fuzz/property.hpp"

#include <optional>

// What a server finds in its database: an instance's settings, or its traits when the first byte is odd.
namespace clerk::fuzz {

namespace {

namespace store = clerk::server::store;

template <class Document, class Read, class Write>
void check(std::string_view text, const Read& read, const Write& write) {
  std::optional<Document> document;
  try {
    document = read(text);
  } catch (const store::UnreadableDocument&) {
    return;
  }
  // From here on nothing may throw: the server would not start, or a write would fail for good.
  const std::string written = write(*document);
  require(read(written) == *document, "a document is read back as it was", written);
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clerk::fuzz;
  Input input{data, size};
  if (input.choice() % 2 == 0) {
    check<store::SettingsDocument>(
        input.rest(), [](std::string_view text) { return store::decode_document(text, {}); }, store::encode_document);
  } else {
    check<store::InstanceTraits>(input.rest(), store::decode_traits, store::encode_traits);
  }
  return 0;
}
