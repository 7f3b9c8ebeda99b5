#include "server/rules/disposable_domains.hpp"
#include "server/rules/email_address.hpp"
#include "server/rules/listed_identifier.hpp"
#include "tests/fuzz/property.hpp"

#include <algorithm>

// Identifiers and entries of the lists, as requests and files bring them.
namespace clerk::fuzz {

namespace {

using namespace server::rules;

void check_address(std::string_view text) {
  const auto address = read_email_address(text);
  if (!address) return;
  require(read_email_address(address->text()) == address, "a folded address reads as itself", address->text());
  const EmailAddress base = base_address(*address);
  require(base_address(base) == base, "a base address is its own base", base.text());
  require(mailbox(mailbox(*address)) == mailbox(*address), "a mailbox is its own mailbox", address->text());
  require(mailbox(base) == mailbox(*address), "an address reaches the mailbox of its base", address->text());
  if (is_test_address(*address)) {
    require(base != *address || base.local.find_first_of("+=#-") == 0, "a test address has a base", address->text());
  }
}

void check_entry(ListKind list, std::string_view text) {
  const auto entry = read_listed_identifier(list, text);
  if (!entry) return;
  const auto again = read_listed_identifier(list, entry->folded);
  require(again && again->folded == entry->folded && again->kind == entry->kind, "a kept entry reads as itself",
          entry->folded);
  require(std::ranges::none_of(entry->folded, is_control), "an entry is one line");
  if (entry->folded.starts_with("*@")) return;
  const auto keys = list_keys(list, *entry);
  require(keys.front() == entry->folded, "an entry stands for its own identifier", entry->folded);
  require(
      std::ranges::all_of(keys, [&](const std::string& key) { return read_listed_identifier(list, key).has_value(); }),
      "what is looked up can be listed", entry->folded);
}

void check_domains(std::string_view text) {
  try {
    require(DisposableDomains{text}.size() <= text.size() / 2, "a domain has letters");
  } catch (const UnreadableDomains& error) {
    require(std::string_view{error.what()}.starts_with("line "), "an error names the line", error.what());
  }
}

void check(Input input) {
  const std::uint8_t choice = input.choice();
  if (choice % 4 == 0) return check_domains(input.rest());
  check_address(input.rest());
  check_entry(choice % 4 == 1 ? ListKind::allowlist : ListKind::blocklist, input.rest());
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  clerk::fuzz::check(clerk::fuzz::Input{data, size});
  return 0;
}
