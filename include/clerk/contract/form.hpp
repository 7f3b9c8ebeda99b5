#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>

#include <concepts>
#include <string>
#include <string_view>

namespace clerk {

/// A file within a body of `multipart/form-data`.
struct FormFile {
  std::string name{};          ///< what the file is called
  std::string content_type{};  ///< such as `image/png`; empty: application/octet-stream
  std::string bytes{};         ///< what is in it

  friend bool operator==(const FormFile&, const FormFile&) = default;
};

namespace detail {

template <class M>
consteval bool holds_file() {
  bool found = false;
  M::fields([&]<class T>(std::string_view, T M::*, const FieldRules&, std::string_view) {
    found = found || std::same_as<T, FormFile>;
  });
  return found;
}

}  // namespace detail

/// A model that is sent as `multipart/form-data`, a part for each field: JSON has no place for its file.
template <class M>
concept FormModel = Model<M> && detail::holds_file<M>();

/// An operation whose body is such a form.
template <class Op>
concept HasForm = HasBody<Op> && FormModel<decltype(Op::body)>;

}  // namespace clerk
