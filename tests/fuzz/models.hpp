#pragma once

#include <clerk/contract/errors.hpp>
#include <clerk/contract/form.hpp>
#include <clerk/contract/registry.hpp>

#include <cstddef>
#include <type_traits>

namespace clerk::fuzz {

/// Seeds choose a model by a letter, the first operation's being this one.
inline constexpr char first_model = 'A';

/// Calls `visit.template operator()<M>()` for each request model of the registry that is JSON, in its order.
template <class Visitor>
void for_each_request(Visitor&& visit) {
  AllOperations::for_each([&]<class Op>() {
    if constexpr (HasBody<Op> && !HasForm<Op>) visit.template operator()<typename Op::Body>();
  });
}

/// The same for each answer model, and for the one of refusals.
template <class Visitor>
void for_each_answer(Visitor&& visit) {
  AllOperations::for_each([&]<class Op>() {
    if constexpr (!std::is_void_v<typename Op::Answer>) visit.template operator()<typename Op::Answer>();
  });
  visit.template operator()<ClerkErrors>();
}

inline std::size_t request_count() {
  std::size_t count = 0;
  for_each_request([&]<class M>() { ++count; });
  return count;
}

inline std::size_t answer_count() {
  std::size_t count = 0;
  for_each_answer([&]<class M>() { ++count; });
  return count;
}

/// Which of `count` models a byte chooses.
constexpr std::size_t chosen(unsigned char choice, std::size_t count) {
  return static_cast<unsigned char>(choice - first_model) % count;
}

}  // namespace clerk::fuzz
