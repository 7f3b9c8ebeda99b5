#pragma once

#include <clerk/contract/field.hpp>

#include <concepts>
#include <vector>

namespace clerk {

/// A model that holds rows, each a model, in a list `data`.
template <class M>
concept RowsModel = Model<M> && requires(M rows) {
  requires Model<typename decltype(rows.data)::value_type>;
  requires std::same_as<decltype(rows.data), std::vector<typename decltype(rows.data)::value_type>>;
};

/// Rows and nothing beside them: on the wire it is the array of its `data`. The rules of `data` are those of the array;
/// `extra` has no place there and stays empty.
template <class M>
concept ArrayModel = RowsModel<M> && detail::count_listed<M>()
== 1;

}  // namespace clerk
