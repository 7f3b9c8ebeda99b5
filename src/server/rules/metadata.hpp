#pragma once

#include "server/rules/refusal.hpp"

#include <clerk/contract/patch.hpp>
#include <clerk/raw_json.hpp>

#include <cstddef>
#include <string_view>

namespace clerk::server::rules {

/// The most bytes that the metadata of one kind may have. facts 5.1
inline constexpr std::size_t most_metadata_bytes = 8 * 1024;

/// Why the text can't be metadata: it is no object, or too long. Adds to `refusals`.
void judge_metadata(std::string_view param, const RawJson& metadata, Refusals& refusals);

/// Calls `visit(param, wish, member)` for each of the three kinds of metadata that a request of a user has.
template <class Request, class Document, class Visit>
void for_each_metadata(const Request& request, Document& document, const Visit& visit) {
  visit("public_metadata", request.public_metadata, document.public_metadata);
  visit("private_metadata", request.private_metadata, document.private_metadata);
  visit("unsafe_metadata", request.unsafe_metadata, document.unsafe_metadata);
}

}  // namespace clerk::server::rules
