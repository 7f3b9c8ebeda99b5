#pragma once

#include <clerk/contract/parameters.hpp>

#include <string>
#include <string_view>
#include <type_traits>

namespace clerk::testing {

inline constexpr std::string_view sample_id = "sample_1";

/// The operation with a value in each parameter of its path and in what else a call can't do without, and as many items
/// in its lists as a call must have.
template <class Op>
Op sample_operation() {
  Op operation{};
  for_each_path_parameter<Op>(
      [&](std::string_view, auto member, const FieldRules&, std::string_view) { operation.*member = sample_id; });
  if constexpr (HasBody<Op>) {
    using Body = decltype(operation.body);
    for_each_field<Body>([&]<class T>(std::string_view, T Body::*member, const FieldRules& rules, std::string_view) {
      if constexpr (std::is_same_v<T, RawJson>) operation.body.*member = RawJson{"{}"};
      if constexpr (clerk::detail::is_vector<T>) (operation.body.*member).resize(rules.min_items);
    });
  }
  return operation;
}

/// The path of a sample, below the API's root.
template <class Op>
std::string sample_path() {
  std::string path{Op::info.path};
  for (auto begin = path.find('{'); begin != std::string::npos; begin = path.find('{')) {
    path.replace(begin, path.find('}') + 1 - begin, sample_id);
  }
  return path;
}

/// The same with the query that the library sends by itself.
template <class Op>
std::string sample_target() {
  std::string query;
  if constexpr (requires(Op operation) { operation.query.paginated; }) query = "?paginated=true";
  return sample_path<Op>() + query;
}

}  // namespace clerk::testing
