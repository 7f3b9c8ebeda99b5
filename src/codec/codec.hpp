#pragma once

#include "codec/fault.hpp"

#include <clerk/contract/errors.hpp>
#include <clerk/contract/field.hpp>

#include <boost/system/result.hpp>

#include <optional>
#include <string>
#include <string_view>

// Models to and from JSON text, without the JSON library in sight. The definitions stand in model_codec.ipp and are
// instantiated once per resource; a model without an instantiation does not link.
namespace clerk::codec {

/// What a reader accepts before it looks at any field.
struct Limits {
  std::size_t max_depth{32};
  std::size_t max_bytes{1U << 20U};
  std::size_t max_faults{64};  ///< more are not looked for: nobody reads them, and they cost memory
};

/// The text is no JSON object, or where an array is due no array: `problem` says why, for people.
struct NotAnObject {
  std::string problem;
};

template <Model M>
struct DecodedRequest {
  M value{};
  Faults faults{};  ///< in the order of the text
};

/// Reads a request strictly: every fault is found in one pass, each with its path. An absent body (empty text) and
/// `null` are the empty object, or the empty array.
template <Model M>
[[nodiscard]] boost::system::result<DecodedRequest<M>, NotAnObject> decode_request(std::string_view text,
                                                                                   const Limits& limits = {});

/// A success whose body does not hold what the operation answers.
struct MalformedAnswer {
  std::string path;     ///< the field, or empty when the whole is at fault
  std::string problem;  ///< for people
};

/// Reads an answer tolerantly: unknown fields land in `extra`, unknown enum values are kept.
template <Model M>
[[nodiscard]] boost::system::result<M, MalformedAnswer> decode_answer(std::string_view text);

/// Reads what a server once wrote onto a model that holds the defaults: a field that the text lacks keeps its default,
/// so that a setting added later needs no migration.
template <Model M>
[[nodiscard]] std::optional<MalformedAnswer> decode_stored(std::string_view text, M& onto);

/// A field whose value can't be written as JSON: RawJson that is no JSON, or text that is not UTF-8.
struct Unencodable {
  std::string path;
  std::string problem;
};

template <Model M>
[[nodiscard]] boost::system::result<std::string, Unencodable> encode(const M& model);

/// The same for a model made of what has come in through the codec, which lets nothing in that it can't write.
/// \throws std::logic_error
template <Model M>
[[nodiscard]] std::string encode_sound(const M& model);

/// Reads a refusal's body, taking whatever is of the right shape; nothing when the text is not a JSON object at all.
[[nodiscard]] std::optional<ClerkErrors> decode_error_body(std::string_view text);

/// The string at `name` of a JSON object kept as text, such as `param_name` of an error's meta.
[[nodiscard]] std::optional<std::string> string_in(const RawJson& object, std::string_view name);

}  // namespace clerk::codec
