#pragma once

#include <clerk/contract/array_model.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <concepts>
#include <cstdint>
#include <optional>

namespace clerk {

/// What holds of `limit` and `offset` wherever a list has them. facts 3.2
inline constexpr FieldRules page_limit{
    .nullable = false, .required = false, .minimum = 1, .maximum = 500, .default_value = "10"};
inline constexpr FieldRules page_offset{.nullable = false, .required = false, .minimum = 0, .default_value = "0"};

/// A model that holds the rows of a list, with a total or without.
template <class M>
concept ListModel = ArrayModel<M> ||(RowsModel<M>&& requires(M list) { list.total_count; });

/// A list model that the API also answers as a plain array of rows, which tells no total. One without a total is
/// written as such an array.
template <class M>
concept PlainArrayModel = RowsModel<M> && requires(M list) {
  requires std::same_as<decltype(list.total_count), std::optional<std::int64_t>>;
};

/// An operation that gives a list page by page.
template <class Op>
concept PagedOperation = HasQuery<Op> && ListModel<typename Op::Answer> && requires(Op operation) {
  requires std::same_as<decltype(operation.query.limit), std::optional<std::int64_t>>;
  requires std::same_as<decltype(operation.query.offset), std::optional<std::int64_t>>;
};

}  // namespace clerk
