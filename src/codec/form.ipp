// Definitions of form.hpp, included only where forms are instantiated.
#pragma once

#include "codec/form.hpp"
#include "codec/json_text.hpp"
#include "codec/query_text.hpp"
#include "codec/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clerk::codec {

/// Makes parts of a form's fields.
class FormWriter {
 public:
  template <FormModel M>
  void write(const M& form) {
    for_each_field<M>([&](std::string_view name, auto member, const FieldRules&, std::string_view) {
      if (!problem_) write_field(name, form.*member);
    });
    for (const auto& [name, value] : form.extra) {
      if (problem_) return;
      const auto text = plain_text(value);
      if (!text) return fail(name, "is RawJson, but no string, number or boolean");
      if (holds_control(name)) return fail("extra", "has a name with a control character in it");
      write_field(name, *text);
    }
  }

  [[nodiscard]] std::optional<Unencodable>& problem() noexcept { return problem_; }
  [[nodiscard]] FormText take_text() { return write_form(parts_); }

 private:
  void write_field(std::string_view name, const std::optional<std::string>& text) {
    if (text) write_field(name, *text);
  }
  void write_field(std::string_view name, const std::string& text) {
    if (!is_utf8(text)) return fail(name, "is not valid UTF-8");
    parts_.push_back({.name = std::string{name}, .bytes = text});
  }
  // A file without a name would be taken for text.
  void write_field(std::string_view name, const FormFile& file) {
    if (holds_control(file.name)) return fail(std::string{name} + ".name", "holds a control character");
    if (holds_control(file.content_type)) return fail(std::string{name} + ".content_type", "holds a control character");
    parts_.push_back({.name = std::string{name},
                      .file_name = file.name.empty() ? "file" : file.name,
                      .content_type = file.content_type.empty() ? "application/octet-stream" : file.content_type,
                      .bytes = file.bytes});
  }

  // With a line break somebody could write headers of their own.
  static bool holds_control(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7f'; });
  }

  void fail(std::string_view name, std::string problem) {
    problem_ = Unencodable{.path = std::string{name}, .problem = std::move(problem)};
  }

  std::vector<FormPart> parts_{};
  std::optional<Unencodable> problem_{};
};

/// Reads a form's fields from its parts. Whatever is wrong is noted; a field at fault stays absent.
class FormReader {
 public:
  explicit FormReader(std::vector<FormPart> parts) : parts_{std::move(parts)} {}

  template <FormModel M>
  void read(M& form) {
    for (FormPart& part : parts_) {
      bool known = false;
      for_each_field<M>([&](std::string_view name, auto member, const FieldRules&, std::string_view) {
        if (known || name != part.name) return;
        known = true;
        if (is_first(part)) read_field(part, form.*member);
      });
      if (!known) note(FaultKind::unknown_field, part);
    }
    for_each_field<M>([&]<class T>(std::string_view name, T M::*, const FieldRules& rules, std::string_view) {
      const bool there = std::ranges::find(parts_, name, &FormPart::name) != parts_.end();
      if (rules.required && !there) faults_.push_back({.kind = FaultKind::missing_field, .path = std::string{name}});
    });
  }

  [[nodiscard]] Faults take_faults() { return std::move(faults_); }

 private:
  bool is_first(const FormPart& part) {
    const bool first = &*std::ranges::find(parts_, part.name, &FormPart::name) == &part;
    if (!first) note(FaultKind::duplicate_field, part);
    return first;
  }

  template <class Text>
  void read_field(FormPart& part, Text& field) {
    if (part.file_name || !is_utf8(part.bytes)) return note(FaultKind::wrong_type, part, "string");
    if (part.bytes.find('\0') != std::string::npos) return note(FaultKind::forbidden_character, part);
    field = std::move(part.bytes);
  }
  void read_field(FormPart& part, FormFile& field) {
    if (!part.file_name) return note(FaultKind::wrong_type, part, "file");
    field = {.name = *part.file_name, .content_type = part.content_type, .bytes = std::move(part.bytes)};
  }

  void note(FaultKind kind, const FormPart& part, std::string expected = {}) {
    const std::string path = is_utf8(part.name) ? join_path("", part.name) : "a name that is not UTF-8";
    faults_.push_back({.kind = kind,
                       .path = path,
                       .received = part.file_name ? "file" : excerpt_of_text(part.bytes),
                       .expected = std::move(expected)});
  }

  std::vector<FormPart> parts_;
  Faults faults_{};
};

template <FormModel M>
boost::system::result<FormText, Unencodable> encode_form(const M& form) {
  FormWriter writer;
  writer.write(form);
  if (writer.problem()) return *std::move(writer.problem());
  return {boost::system::in_place_value, writer.take_text()};
}

template <FormModel M>
boost::system::result<DecodedRequest<M>, NotAnObject> decode_form(std::string_view content_type,
                                                                  std::string_view body) {
  constexpr std::size_t max_parts = 64;
  auto parts = read_form(content_type, body, max_parts);
  if (!parts) return NotAnObject{"it is no multipart/form-data of at most " + std::to_string(max_parts) + " parts"};
  DecodedRequest<M> decoded;
  FormReader reader{*std::move(parts)};
  reader.read(decoded.value);
  decoded.faults = reader.take_faults();
  return decoded;
}

/// Instantiates what a form needs on both sides of the wire.
#define CLERK_INSTANTIATE_FORM(M)                                                 \
  template boost::system::result<FormText, Unencodable> encode_form<M>(const M&); \
  template boost::system::result<DecodedRequest<M>, NotAnObject> decode_form<M>(std::string_view, std::string_view)

}  // namespace clerk::codec
