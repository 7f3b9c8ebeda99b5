#include "server/api/error_body.hpp"

#include "codec/codec.hpp"
#include "codec/utf8.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace clerk::server::api {

namespace {

// A value may come from a header, which may hold any byte; the body that repeats it is JSON.
std::string readable(std::string text) {
  if (!codec::is_utf8(text))
    std::ranges::replace_if(
        text, [](char c) { return (c & '\x80') != 0; }, '?');
  return text;
}

std::string fill(std::string_view text, const Refusal& refusal) {
  const std::array<std::pair<std::string_view, std::string_view>, 4> values{
      {{"{param}", refusal.path.empty() ? refusal.param : refusal.path},
       {"{value}", refusal.value},
       {"{expected}", refusal.expected},
       {"{limit}", refusal.limit}}};
  std::string filled;
  while (!text.empty()) {
    const std::size_t brace = text.find('{');
    filled.append(text.substr(0, brace));
    if (brace == std::string_view::npos) break;
    text.remove_prefix(brace);
    std::size_t taken = 1;
    std::string_view piece = text.substr(0, 1);
    for (const auto& [name, value] : values) {
      if (text.starts_with(name)) {
        taken = name.size();
        piece = value;
      }
    }
    filled.append(piece);
    text.remove_prefix(taken);
  }
  return readable(std::move(filled));
}

RawJson meta_of(const Refusal& refusal) {
  boost::json::object meta;
  const auto add_list = [&](std::string_view name, const std::vector<std::string>& texts) {
    if (!texts.empty()) meta.emplace(name, boost::json::array(texts.begin(), texts.end()));
  };
  if (!refusal.param.empty()) meta.emplace("param_name", refusal.param);
  add_list("unsupported_features", refusal.unsupported_features);
  add_list("identifiers", refusal.identifiers);
  add_list("email_addresses", refusal.email_addresses);
  return meta.empty() ? RawJson{} : RawJson{boost::json::serialize(meta)};
}

// The field of a path such as `allowed_origins[2]`, or `[2].email_address` where the body is an array.
std::string field_of(std::string_view path) {
  if (path.starts_with('[')) {
    const std::size_t end = path.find("].");
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 2);
  }
  return std::string{path.substr(0, path.find('['))};
}

const ErrorDefinition& definition_of(const codec::Fault& fault) {
  using enum codec::FaultKind;
  switch (fault.kind) {
    case unknown_field:
      return error_definition("form_param_unknown");
    case retired_field:
      return error_definition("form_param_deprecated");
    case null_without_effect:
    case empty_without_effect:
      return error_definition("form_param_no_effect");
    case null_not_allowed:
      return error_definition("form_param_nil");
    case wrong_type:
    case number_out_of_range:
      return error_definition("form_param_wrong_type");
    case missing_field:
      return error_definition("form_param_missing");
    case above_maximum:
      return error_definition("form_param_value_too_large");
    case unreadable_parameter:
      return error_definition("form_param_type_invalid");
    case below_minimum:
      return error_definition("form_param_value_too_small");
    case not_one_of:
      return error_definition("form_param_not_allowed_value");
    case bad_format:
      return *fault.format->refusal;
    case forbidden_character:
      return error_definition("form_param_format_invalid");
    case too_few_items:
      return fault.path.empty() ? error_definition("bulk_empty") : error_definition("form_param_empty_list");
    case too_many_items:
      return fault.path.empty() ? error_definition("bulk_size_exceeded")
                                : error_definition("form_param_array_size_exceeded");
    case duplicate_item:
      return error_definition("form_param_duplicate_values");
    case duplicate_field:
    case repeated_order:
      return error_definition("form_param_duplicate");
  }
  return error_definition("form_param_wrong_type");
}

Refusal refusal_of(const codec::Fault& fault) {
  Refusal refusal{.definition = &definition_of(fault),
                  .param = field_of(fault.path),
                  .path = fault.path,
                  .value = fault.received,
                  .expected = fault.expected,
                  .limit = fault.expected};
  if (fault.kind == codec::FaultKind::number_out_of_range) refusal.expected = "64-bit integer";
  if (fault.kind == codec::FaultKind::forbidden_character) refusal.expected = "text without the character U+0000";
  return refusal;
}

// Empty for what refuses always.
std::string_view warning_text(codec::FaultKind kind) {
  using enum codec::FaultKind;
  switch (kind) {
    case unknown_field:
      return "is not a field of this request and was ignored";
    case retired_field:
      return "is no longer part of the API and was ignored";
    case null_without_effect:
      return "null changes nothing";
    case empty_without_effect:
      return "an empty list changes nothing";
    case repeated_order:
      return "is there more than once and only the first counts";
    default:
      return "";
  }
}

}  // namespace

std::string error_body(const Refusals& refusals, std::string_view trace_id, std::string_view decided_by) {
  ClerkErrors body;
  body.clerk_trace_id = trace_id;
  if (!decided_by.empty()) {
    body.meta = RawJson{boost::json::serialize(boost::json::object{{"decided_by", decided_by}})};
  }
  for (const Refusal& refusal : refusals) {
    body.errors.push_back({.message = std::string{refusal.definition->message},
                           .long_message = fill(refusal.definition->long_message, refusal),
                           .code = std::string{refusal.definition->code},
                           .meta = meta_of(refusal)});
  }
  return codec::encode_sound(body);
}

std::string sentences(const Refusals& refusals) {
  std::string text;
  for (const Refusal& refusal : refusals) {
    text.append(text.empty() ? "" : " ").append(fill(refusal.definition->long_message, refusal));
  }
  return text;
}

JudgedFaults judge_faults(const codec::Faults& faults, bool strict) {
  JudgedFaults judged;
  for (const codec::Fault& fault : faults) {
    const std::string_view warning = warning_text(fault.kind);
    if (warning.empty() || strict) {
      judged.refusals.push_back(refusal_of(fault));
    } else {
      judged.warnings.push_back({.param = fault.path, .text = std::string{warning}});
    }
  }
  return judged;
}

std::string warning_header(const std::vector<rules::Warning>& warnings) {
  constexpr std::size_t longest = 1024;
  std::string header;
  for (const rules::Warning& warning : warnings) {
    const std::string text = (header.empty() ? "" : "; ") + warning.param + " " + warning.text;
    if (header.size() + text.size() > longest) {
      return header + "; ...";
    }
    // A field name comes from the request: nothing of it may end the header or hide in it.
    for (const char c : text) header += c >= ' ' && c < '\x7f' ? c : '?';
  }
  return header;
}

}  // namespace clerk::server::api
