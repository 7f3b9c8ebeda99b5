#include "ctl/operations/input.hpp"

#include "ctl/output/plain_text.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <istream>
#include <optional>
#include <system_error>

namespace clerk::ctl::operations {

namespace {

constexpr std::size_t largest = 16U << 20U;  // more than the API takes of any body

/// Nothing when there is more than the largest.
std::optional<std::string> read_all(std::istream& stream) {
  std::string text;
  std::array<char, 64 * 1024> piece{};
  while (stream.read(piece.data(), piece.size()), stream.gcount() > 0) {
    text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    if (text.size() > largest) return std::nullopt;
  }
  return text;
}

Failure too_large(const std::string& name) {
  return {.message = name + " is larger than " + std::to_string(largest) + " bytes"};
}

}  // namespace

Outcome<std::string> read_file(const Host& host, std::string_view flag, std::string_view name) {
  const std::string place = std::string{flag} + ": " + harmless(name);
  const std::filesystem::path path = host.directory / std::filesystem::path{name};
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return Failure{.message = place + " is a folder"};
  }
  errno = 0;
  std::ifstream file{path, std::ios::binary};
  if (!file) {
    return Failure{.message = place + " can't be read: " + std::generic_category().message(errno)};
  }
  auto text = read_all(file);
  if (!text) return too_large(place);
  return {boost::system::in_place_value, *std::move(text)};
}

Outcome<InputText> read_input(const Host& host, std::string_view flag, std::string_view given) {
  if (!given.starts_with('@')) return InputText{.text = std::string{given}, .name = std::string{flag}};
  const std::string_view name = given.substr(1);
  auto text = read_file(host, flag, name);
  if (!text) return text.error();
  return InputText{.text = *std::move(text), .name = std::string{name}};
}

Outcome<InputText> read_standard_input(Host& host) {
  auto text = read_all(host.in);
  if (!text) return too_large("standard input");
  return InputText{.text = *std::move(text), .name = "standard input"};
}

}  // namespace clerk::ctl::operations
