#pragma once

#include "server/rules/identifier.hpp"
#include "server/store/list_identifiers.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

using ListKind = store::ListIdentifiers::List;

/// What an entry of the list stands for, as it is kept and looked up: an identifier, or the pattern of a domain,
/// `*@example.com`, or on the blocklist of what lies below one, `*@*.example.com`; a pattern counts as an address.
/// Nothing if the text is none of these. facts 3.2, 3.3
[[nodiscard]] std::optional<Identifier> read_listed_identifier(ListKind list, std::string_view text);

/// Says what an entry of the lists must be. facts 4.3
[[nodiscard]] Refusal unlistable_identifier(std::string value);

/// The entries that would stand for the identifier, the narrowest first: few, so that a list of any length is judged
/// by as many look-ups. A blocked address stands for its subaddresses too, but not for other dots at Gmail. facts 3.3
[[nodiscard]] std::vector<std::string> list_keys(ListKind list, const Identifier& identifier);

}  // namespace clerk::server::rules
