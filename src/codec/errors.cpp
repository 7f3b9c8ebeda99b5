#include "codec/model_codec.ipp"

#include <clerk/contract/errors.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(ClerkErrors);

namespace {

void take_string(const boost::json::object& object, std::string_view name, std::string& out) {
  if (const auto* value = object.if_contains(name); value != nullptr && value->is_string()) {
    out = std::string_view{value->get_string()};
  }
}

void take_meta(const boost::json::object& object, RawJson& out) {
  if (const auto* value = object.if_contains("meta"); value != nullptr && !value->is_null()) {
    out = RawJson{boost::json::serialize(*value)};
  }
}

ClerkError error_of(const boost::json::object& object) {
  ClerkError error;
  take_string(object, "message", error.message);
  take_string(object, "long_message", error.long_message);
  take_string(object, "code", error.code);
  take_meta(object, error.meta);
  return error;
}

}  // namespace

std::optional<ClerkErrors> decode_error_body(std::string_view text) {
  const auto parsed = parse(text, tolerant_limits(text));
  if (parsed.has_error() || !parsed->is_object()) return std::nullopt;
  const boost::json::object& body = parsed->get_object();
  ClerkErrors errors;
  take_string(body, "clerk_trace_id", errors.clerk_trace_id);
  take_meta(body, errors.meta);
  if (const auto* list = body.if_contains("errors"); list != nullptr && list->is_array()) {
    for (const boost::json::value& item : list->get_array()) {
      if (item.is_object()) errors.errors.push_back(error_of(item.get_object()));
    }
  }
  return errors;
}

std::optional<std::string> string_in(const RawJson& object, std::string_view name) {
  const auto parsed = parse(object.text(), tolerant_limits(object.text()));
  if (parsed.has_error() || !parsed->is_object()) return std::nullopt;
  const auto* value = parsed->get_object().if_contains(name);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return std::string{value->get_string()};
}

}  // namespace clerk::codec
