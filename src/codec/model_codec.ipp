// Definitions of codec.hpp. Included only where models are instantiated, so that the JSON library is compiled once per
// resource and not in every file that makes a call.
#pragma once

#include "codec/answer_reader.hpp"
#include "codec/codec.hpp"
#include "codec/json_text.hpp"
#include "codec/request_reader.hpp"
#include "codec/serialized.hpp"
#include "codec/writer.hpp"

#include <clerk/contract/array_model.hpp>
#include <clerk/contract/paging.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <stdexcept>

namespace clerk::codec {

namespace detail {

template <Model M>
bool is_of_kind(const boost::json::value& value) {
  return ArrayModel<M> ? value.is_array() : value.is_object();
}

template <Model M>
boost::json::value nothing() {
  if constexpr (ArrayModel<M>) return boost::json::array{};
  return boost::json::object{};
}

template <Model M>
std::string wrong_kind(const boost::json::value& value) {
  return "it is of type " + std::string{type_name(value)} + ", not " + (ArrayModel<M> ? "array" : "object");
}

}  // namespace detail

template <Model M>
boost::system::result<DecodedRequest<M>, NotAnObject> decode_request(std::string_view text, const Limits& limits) {
  DecodedRequest<M> decoded;
  const bool absent = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  auto parsed = parse(absent ? "null" : text, limits);
  if (parsed.has_error()) return parsed.error();
  if (parsed->is_null()) *parsed = detail::nothing<M>();
  if (!detail::is_of_kind<M>(*parsed)) return NotAnObject{detail::wrong_kind<M>(*parsed)};

  RequestReader reader{limits.max_faults};
  for (std::string& path : absent ? std::vector<std::string>{} : duplicate_keys(text, limits)) {
    reader.note({.kind = FaultKind::duplicate_field, .path = std::move(path)});
  }
  if constexpr (ArrayModel<M>) {
    reader.read_array(*parsed, decoded.value);
  } else {
    reader.read_object(parsed->get_object(), decoded.value, "");
  }
  decoded.faults = reader.take_faults();
  return decoded;
}

namespace detail {

template <Model M>
std::optional<MalformedAnswer> read_onto(M& model, std::string_view text, AnswerReader::Missing missing) {
  auto parsed = parse(text, tolerant_limits(text));
  if (parsed.has_error()) return MalformedAnswer{.path = "", .problem = parsed.error().problem};
  AnswerReader reader{missing};
  if constexpr (ArrayModel<M> || PlainArrayModel<M>) {
    if (parsed->is_array()) {
      if (!reader.read_rows(parsed->get_array(), model)) return reader.take_problem();
      return std::nullopt;
    }
  }
  if constexpr (!ArrayModel<M>) {
    if (parsed->is_object()) {
      if (!reader.read_object(parsed->get_object(), model, "")) return reader.take_problem();
      return std::nullopt;
    }
  }
  return MalformedAnswer{.path = "", .problem = wrong_kind<M>(*parsed)};
}

}  // namespace detail

template <Model M>
boost::system::result<M, MalformedAnswer> decode_answer(std::string_view text) {
  M model{};
  if (auto problem = detail::read_onto(model, text, AnswerReader::Missing::is_an_error)) return *std::move(problem);
  return model;
}

template <Model M>
std::optional<MalformedAnswer> decode_stored(std::string_view text, M& onto) {
  return detail::read_onto(onto, text, AnswerReader::Missing::keeps_the_default);
}

template <Model M>
boost::system::result<std::string, Unencodable> encode(const M& model) {
  Writer writer;
  const boost::json::value written = writer.write(model);
  if (writer.problem()) return *std::move(writer.problem());
  return {boost::system::in_place_value, serialized(written)};
}

template <Model M>
std::string encode_sound(const M& model) {
  auto text = encode(model);
  if (text.has_error()) throw std::logic_error{text.error().path + " " + text.error().problem};
  return std::move(*text);
}

/// Instantiates what a request model needs on both sides of the wire.
#define CLERK_INSTANTIATE_REQUEST(M)                                                                                 \
  template boost::system::result<DecodedRequest<M>, NotAnObject> decode_request<M>(std::string_view, const Limits&); \
  template boost::system::result<std::string, Unencodable> encode<M>(const M&)

/// Instantiates what an answer model needs on both sides of the wire.
#define CLERK_INSTANTIATE_ANSWER(M)                                                      \
  template boost::system::result<M, MalformedAnswer> decode_answer<M>(std::string_view); \
  template boost::system::result<std::string, Unencodable> encode<M>(const M&);          \
  template std::string encode_sound<M>(const M&)

}  // namespace clerk::codec
