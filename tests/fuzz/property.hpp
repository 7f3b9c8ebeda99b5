#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace clerk::fuzz {

/// Says that an input breaks a property. Nothing catches it under the fuzzer, which keeps the input; the replay does.
class PropertyBroken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void require(bool holds, std::string_view property, std::string_view seen = {}) {
  if (holds) return;
  throw PropertyBroken{std::string{property} + (seen.empty() ? "" : ": ") + std::string{seen}};
}

/// The fuzzer's bytes: the first ones may choose, the rest is what is read.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : bytes_{reinterpret_cast<const char*>(data), size} {}

  /// The next byte, or 0 at the end.
  std::uint8_t choice() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }

  /// What stands before the next `end`, which is taken too, or all.
  std::string_view until(char end) {
    const std::size_t at = bytes_.find(end);
    const std::string_view taken = bytes_.substr(0, at);
    bytes_.remove_prefix(at == std::string_view::npos ? bytes_.size() : at + 1);
    return taken;
  }

  [[nodiscard]] std::string_view rest() const noexcept { return bytes_; }

 private:
  std::string_view bytes_;
};

/// A control character of ASCII, which must not reach a log line or a terminal.
constexpr bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }

}  // namespace clerk::fuzz
