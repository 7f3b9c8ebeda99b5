#include "server/rules/disposable_domains.hpp"

#include "server/rules/email_address.hpp"
#include "server/rules/embedded_texts.hpp"
#include "server/rules/text_lines.hpp"

#include <clerk/contract/formats.hpp>

namespace clerk::server::rules {

DisposableDomains::DisposableDomains(std::string_view text) {
  for_each_entry(text, [&](std::string_view entry, std::size_t line) {
    if (!formats::detail::is_host_name(entry, 2)) {
      throw UnreadableDomains{"line " + std::to_string(line) + ": '" + std::string{entry} +
                              "' is not a domain. Write one a line, such as example.com."};
    }
    domains_.insert(fold(entry));
  });
}

const DisposableDomains& DisposableDomains::built_in() {
  static const DisposableDomains domains{embedded::disposable_domains};
  return domains;
}

bool DisposableDomains::contains(std::string_view domain) const {
  const std::string folded = fold(domain);
  std::string_view rest = folded;
  while (!domains_.contains(rest)) {
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos) return false;
    rest.remove_prefix(dot + 1);
  }
  return true;
}

}  // namespace clerk::server::rules
