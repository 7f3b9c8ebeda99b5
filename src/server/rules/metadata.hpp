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

/// Calls `visit(param, wish, member)` for each kind of metadata that a request has: only users have unsafe ones.
template <class Request, class Document, class Visit>
void for_each_metadata(const Request& request, Document& document, const Visit& visit) {
  visit("public_metadata", request.public_metadata, document.public_metadata);
  visit("private_metadata", request.private_metadata, document.private_metadata);
  if constexpr (requires { request.unsafe_metadata; }) {
    visit("unsafe_metadata", request.unsafe_metadata, document.unsafe_metadata);
  }
}

/// What a merge or a replacement makes of the metadata, judged as a whole: it is the result that has a limit.
template <class Request, class Document, class Combine>
[[nodiscard]] Refusals write_metadata(const Request& request, Document& document, const Combine& combine) {
  Refusals refusals;
  for_each_metadata(request, document, [&](std::string_view param, const Patch<RawJson>& wish, RawJson& kept) {
    if (!wish.has_value()) return;
    judge_metadata(param, *wish, refusals);
    if (!refusals.empty()) return;
    kept = combine(kept, *wish);
    judge_metadata(param, kept, refusals);
  });
  return refusals;
}

/// The combination that puts the new in the place of the old.
inline constexpr auto replaced = [](const RawJson& /*kept*/, const RawJson& wish) { return wish; };

/// What a new thing's metadata are, of a request that may leave them out.
template <class Request, class Document>
void start_metadata(const Request& request, Document& document, Refusals& refusals) {
  for_each_metadata(request, document, [&](std::string_view param, const auto& wish, auto& kept) {
    if (!wish.has_value()) return;
    judge_metadata(param, *wish, refusals);
    kept = *wish;
  });
}

/// Since 2026-05-12 metadata have operations of their own. facts 2.11
template <class Request>
[[nodiscard]] Refusals judge_metadata_version(const Request& request, std::string_view api_version) {
  Refusals refusals;
  if (api_version < "2026-05-12") return refusals;
  for_each_metadata(request, request, [&](std::string_view param, const Patch<RawJson>& wish, const auto& /*same*/) {
    if (!wish.is_absent()) {
      refusals.push_back({.definition = &error_definition("form_param_deprecated"), .param = std::string{param}});
    }
  });
  return refusals;
}

}  // namespace clerk::server::rules
