#include "codec/codec.hpp"
#include "tests/fuzz/models.hpp"
#include "tests/fuzz/property.hpp"

// An answer's body, read tolerantly; the first byte chooses the model.
namespace clerk::fuzz {

namespace {

template <Model M>
void check(std::string_view text) {
  const auto read = codec::decode_answer<M>(text);
  if (read.has_error()) return require(!read.error().problem.empty(), "a refused answer has its reason");
  const auto written = codec::encode(*read);
  require(written.has_value(), "what was read can be written", written.has_error() ? written.error().problem : "");
  const auto again = codec::decode_answer<M>(*written);
  require(again.has_value(), "what was written can be read", *written);
  // A constant that was missing is there from the first writing on, so it is the texts that must agree.
  const auto rewritten = codec::encode(*again);
  require(rewritten.has_value() && *rewritten == *written, "an answer is read back as it was", *written);
  require(again->extra == read->extra, "unknown fields are read back as they were", *written);
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clerk::fuzz;
  Input input{data, size};
  const std::size_t wanted = chosen(input.choice(), answer_count());
  std::size_t index = 0;
  for_each_answer([&]<class M>() {
    if (index++ == wanted) check<M>(input.rest());
  });
  return 0;
}
