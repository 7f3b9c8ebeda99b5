#include "ctl/operations/input.hpp"

#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"
#include "ctl/text_file.hpp"

#include <filesystem>

namespace clerk::ctl::operations {

namespace {

Outcome<std::string> read_named(const Host& host, std::string_view flag, std::string_view name, std::size_t largest) {
  if (name.empty()) return misuse(std::string{flag} + ": @ has no name after it", "Was a variable not set?");
  const std::string place = std::string{flag} + ": " + harmless(name);
  return read_text_file(host.directory / std::filesystem::path{name}, place, largest);
}

/// None of a blank text.
std::string_view first_character(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view{} : text.substr(at, 1);
}

/// Whether it was meant to be JSON: what else is told there helps only then.
bool begins_like_json(std::string_view text) {
  return std::string_view{"{[\""}.find(first_character(text)) != std::string_view::npos;
}

}  // namespace

Outcome<std::string> read_file(const Host& host, std::string_view flag, std::string_view name) {
  return read_named(host, flag, name, largest_text);
}

Outcome<InputText> read_input(const Host& host, std::string_view flag, std::string_view given) {
  if (!given.starts_with('@')) {
    return InputText{
        .text = std::string{given},
        .name = std::string{flag},
        .advice = std::string{flag} + " takes JSON, such as {\"name\":\"text\"}, or @FILE for a file of it."};
  }
  const std::string_view name = given.substr(1);
  auto text = read_named(host, flag, name, largest_document);
  if (!text) return text.error();
  return InputText{.text = *std::move(text),
                   .name = std::string{name},
                   .advice = "A file of YAML has a name that ends in .yaml or .yml.",
                   .is_yaml = is_yaml_name(name)};
}

Outcome<InputText> read_standard_input(Host& host) {
  auto text = ctl::read_standard_input(host, largest_document);
  if (!text) return text.error();
  return InputText{
      .text = *std::move(text), .name = std::string{standard_input}, .advice = "From standard input JSON is taken."};
}

Outcome<boost::json::value> value_of(const InputText& input) {
  if (first_character(input.text).empty()) {
    return misuse(harmless(input.name) + " holds nothing", "An empty object is {}, an empty list is [].");
  }
  auto value = input.is_yaml ? read_document(input.text, input.name) : read_json(input.text, input.name);
  if (value) return value;
  Failure failure = value.error();
  failure.status = ExitStatus::usage;
  if (!input.is_yaml && !begins_like_json(input.text)) failure.hint = input.advice;
  return failure;
}

}  // namespace clerk::ctl::operations
