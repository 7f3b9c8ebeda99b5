#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace clerk {

enum class Method { get, post, put, patch, delete_ };

constexpr std::string_view to_string(Method method) noexcept {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::delete_:
      return "DELETE";
  }
  return "";
}

/// What an operation does to a server's store.
enum class OperationKind { point_read, scan, write };

/// Whether sending an operation twice could do harm, when it is not known whether the first arrived.
enum class Replay {
  safe,        ///< reads: may always be sent again
  idempotent,  ///< writes that leave the same state however often they run; sent again only if the caller says so
  neither,     ///< never sent again
};

/// The error statuses an operation's description lists, in order.
class Statuses {
 public:
  static constexpr std::size_t capacity = 8;

  constexpr Statuses() = default;
  constexpr Statuses(std::initializer_list<int> statuses) {
    for (const int status : statuses) values_.at(size_++) = status;
  }
  [[nodiscard]] constexpr const int* begin() const noexcept { return values_.data(); }
  [[nodiscard]] constexpr const int* end() const noexcept { return values_.data() + size_; }

 private:
  std::array<int, capacity> values_{};
  std::size_t size_{0};
};

/// An operation's declaration, apart from its types: client method, server route and documents derive from it.
/// An operation is a struct with this as `info`, an `Answer` type (void: the success has no body) and, as far as it has
/// them, its path parameters (see parameters.hpp), a member `query` and a member `body`, in this order.
struct OperationInfo {
  std::string_view api{};   ///< the class its method belongs to
  std::string_view name{};  ///< the method's name
  Method method{Method::get};
  std::string_view path{};  ///< below the API root, such as `/domains/{domain_id}`
  int success{200};
  Statuses errors{};
  OperationKind kind{OperationKind::point_read};
  Replay replay{Replay::neither};
  bool deprecated{false};  ///< in the description; its own description says what to use
  std::string_view summary{};
  std::string_view description{};
  std::string_view example{};  ///< fields of body or query that the documents' example sends, as C++ initializers
};

template <class Op>
concept HasBody = requires(Op op) {
  op.body;
};

/// Its member `query` is a model whose fields are the query's parameters.
template <class Op>
concept HasQuery = requires(Op op) {
  op.query;
};

template <class... Ops>
struct OperationList {
  static constexpr std::size_t size = sizeof...(Ops);

  /// Calls `visit.template operator()<Op>()` for each operation.
  template <class Visitor>
  static constexpr void for_each(Visitor&& visit) {
    (visit.template operator()<Ops>(), ...);
  }
};

}  // namespace clerk
