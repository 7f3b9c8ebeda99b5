#pragma once

#include "server/rules/disposable_domains.hpp"

#include <string>

namespace clerk::server::api {

/// Reads the list of disposable domains that takes the place of the one that is compiled in.
/// \throws rules::UnreadableDomains, naming the file and, for a line that is no domain, the line
[[nodiscard]] rules::DisposableDomains read_domains_file(const std::string& file);

}  // namespace clerk::server::api
