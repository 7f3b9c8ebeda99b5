#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// An operation whose path has parameters. Each is a std::string member of the operation itself, and a list
/// `static constexpr void path_parameters(auto&& parameter)` calls `parameter(name, member_pointer, rules, doc)` for
/// each, in the order of the path.
template <class Op>
concept HasPathParameters = requires {
  Op::path_parameters(detail::CountingVisitor{nullptr});
};

namespace detail {

template <class Op>
consteval bool lists_its_path() {
  std::size_t listed = 0;
  bool found = true;
  Op::path_parameters([&](std::string_view name, std::string Op::*, const FieldRules&, std::string_view) {
    ++listed;
    const std::size_t place = Op::info.path.find(name);
    found = found && place != 0 && place != std::string_view::npos && Op::info.path[place - 1] == '{' &&
            Op::info.path.substr(place + name.size()).starts_with('}');
  });
  return found && std::ranges::count(Op::info.path, '{') == static_cast<std::ptrdiff_t>(listed);
}

}  // namespace detail

/// Calls `visit(name, member_pointer, rules, doc)` for each parameter of the operation's path; an operation may have
/// none.
template <class Op, class Visitor>
constexpr void for_each_path_parameter(Visitor&& visit) {
  if constexpr (HasPathParameters<Op>) {
    static_assert(detail::lists_its_path<Op>(), "the list of path parameters and the path do not agree");
    Op::path_parameters(std::forward<Visitor>(visit));
  } else {
    static_assert(Op::info.path.find('{') == std::string_view::npos, "a path parameter is missing from a list");
  }
}

}  // namespace clerk
