#include "sdk/ascii.hpp"

#include <clerk/headers.hpp>

#include <algorithm>

namespace clerk {

void Headers::set(std::string name, std::string value) {
  std::erase_if(headers_, [&name](const Header& header) { return sdk::same_text(header.name, name); });
  add(std::move(name), std::move(value));
}

const std::string* Headers::find(std::string_view name) const noexcept {
  const auto found =
      std::ranges::find_if(headers_, [name](const Header& header) { return sdk::same_text(header.name, name); });
  return found == headers_.end() ? nullptr : &found->value;
}

}  // namespace clerk
