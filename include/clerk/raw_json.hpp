#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk {

/// JSON kept as text: metadata, error details and fields this version of the library does not know.
/// The text is not checked when it is set; sending text that is not JSON fails with an error that names the field.
/// `<clerk/json.hpp>` parses it for callers who use Boost.JSON.
class RawJson {
 public:
  RawJson() = default;
  explicit RawJson(std::string text) : text_{std::move(text)} {}

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }

  friend bool operator==(const RawJson&, const RawJson&) = default;

 private:
  std::string text_;
};

/// Fields beside those a model declares, in the order they came: unknown fields of an answer land here, and what a
/// caller puts here goes out with a request, so that a setting newer than the library can be read and sent.
class RawFields {
 public:
  using Entry = std::pair<std::string, RawJson>;

  RawFields() = default;
  RawFields(std::initializer_list<Entry> entries) : entries_{entries} {}

  void set(std::string name, RawJson value) {
    for (Entry& entry : entries_) {
      if (entry.first == name) {
        entry.second = std::move(value);
        return;
      }
    }
    entries_.emplace_back(std::move(name), std::move(value));
  }

  [[nodiscard]] const RawJson* find(std::string_view name) const noexcept {
    for (const Entry& entry : entries_) {
      if (entry.first == name) return &entry.second;
    }
    return nullptr;
  }

  [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
  [[nodiscard]] auto begin() const noexcept { return entries_.begin(); }
  [[nodiscard]] auto end() const noexcept { return entries_.end(); }

  friend bool operator==(const RawFields&, const RawFields&) = default;

 private:
  std::vector<Entry> entries_;
};

}  // namespace clerk
