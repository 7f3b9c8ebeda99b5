#include "ctl/operations/bindings.hpp"

#include "ctl/operations/binding_shares.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace clerk::ctl::operations {

namespace {

/// One of each share in turn, as they were dealt out.
std::vector<Binding> all_bindings() {
  const auto shares = []<std::size_t... Share>(std::index_sequence<Share...>) {
    return std::array{share_of_bindings<Share>()...};
  }
  (std::make_index_sequence<binding_shares>{});
  std::vector<Binding> all;
  for (std::size_t i = 0; i < shares.front().size() * binding_shares; ++i) {
    const std::vector<Binding>& share = shares.at(i % binding_shares);
    if (i / binding_shares < share.size()) all.push_back(share[i / binding_shares]);
  }
  return all;
}

}  // namespace

std::span<const Binding> bindings() {
  static const std::vector<Binding> all = all_bindings();
  return all;
}

const Binding& binding_of(const OperationInfo& info) {
  const auto all = bindings();
  const auto found = std::ranges::find_if(
      all, [&](const Binding& binding) { return binding.info->api == info.api && binding.info->name == info.name; });
  if (found == all.end()) throw std::logic_error{"no operation " + std::string{info.name}};
  return *found;
}

}  // namespace clerk::ctl::operations
