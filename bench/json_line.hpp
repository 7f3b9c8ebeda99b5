#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace clerk::bench {

/// What a program found, as one line of JSON.
class JsonLine {
 public:
  JsonLine& add(std::string_view name, std::string_view text) { return raw(name, '"' + std::string{text} + '"'); }
  JsonLine& add(std::string_view name, const char* text) { return add(name, std::string_view{text}); }
  JsonLine& add(std::string_view name, std::size_t number) { return raw(name, std::to_string(number)); }
  JsonLine& add(std::string_view name, long number) { return raw(name, std::to_string(number)); }
  JsonLine& add(std::string_view name, double number) {
    std::string digits(32, '\0');
    digits.resize(static_cast<std::size_t>(std::snprintf(digits.data(), digits.size(), "%.2f", number)));
    return raw(name, digits);
  }

  void print() const { std::printf("{%s}\n", fields_.c_str()); }

 private:
  JsonLine& raw(std::string_view name, const std::string& value) {
    if (!fields_.empty()) fields_ += ", ";
    fields_.append("\"").append(name).append("\": ").append(value);
    return *this;
  }

  std::string fields_;
};

}  // namespace clerk::bench
