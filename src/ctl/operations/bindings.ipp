// Makes bindings of operations. Included only by the files that each make a share of them, so that no file takes long
// to compile.
#pragma once

#include "codec/codec.hpp"
#include "codec/form.hpp"
#include "codec/query_reader.hpp"
#include "ctl/operations/binding_shares.hpp"

#include <clerk/contract/array_model.hpp>
#include <clerk/contract/form.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>
#include <clerk/contract/registry.hpp>
#include <clerk/pager.hpp>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace clerk::ctl::operations {

/// Gives what the walk has; false when the sink wants no more.
template <class Op>
bool give_rows(detail::PageWalk<Op>& walk, const RowSink& sink) {
  while (auto row = walk.take_row()) {
    typename Op::Answer alone{};
    alone.data.push_back(*std::move(row));
    if (!sink.take_row(codec::encode_sound(alone))) return false;
  }
  return true;
}

template <class Op>
class TypedCall final : public ReadyCall {
 public:
  explicit TypedCall(Op operation) : operation_{std::move(operation)} {}

  [[nodiscard]] Result<Reply> send(const ApiClient& api_client) const override {
    auto response = api_client.send(operation_);
    if (!response) return std::move(response).error();
    Reply reply{.status = response->status, .headers = std::move(response->headers)};
    if constexpr (!std::is_void_v<typename Op::Answer>) reply.body = codec::encode_sound(response->value);
    return reply;
  }

  [[nodiscard]] std::optional<Error> send_all(const ApiClient& api_client, const RowSink& sink) const override {
    if constexpr (PagedOperation<Op>) {
      // As clerk::Pager goes, which does not show the heads of pages.
      detail::PageWalk<Op> walk{operation_};
      while (!walk.ended()) {
        auto page = api_client.send(walk.next_page());
        if (!page) return std::move(page).error();
        sink.take_head(page->headers);
        if (auto problem = walk.take(std::move(page->value))) return problem;
        if (!give_rows(walk, sink)) break;
      }
      return std::nullopt;
    } else {
      return Error{
          .kind = ErrorKind::bad_request, .operation = std::string{Op::info.name}, .detail = "it has no pages"};
    }
  }

 private:
  Op operation_;
};

template <class Op>
void read_path(const CallInput& input, Op& operation) {
  std::size_t next = 0;
  for_each_path_parameter<Op>([&](std::string_view, auto member, const FieldRules&, std::string_view) {
    if (next < input.path.size()) operation.*member = input.path[next++];
  });
}

/// What the query does not name keeps what the library sends by itself.
template <class Op>
void read_query(const CallInput& input, Op& operation, Understood& understood) {
  using Query = decltype(operation.query);
  auto decoded = codec::decode_query<Query>(input.query);
  for_each_field<Query>([&](std::string_view name, auto member, const FieldRules&, std::string_view) {
    const bool named = std::ranges::find(input.query_names, name) != input.query_names.end();
    if (named) operation.query.*member = std::move(decoded.value.*member);
  });
  understood.faults = std::move(decoded.faults);
}

template <class Op>
void read_body(const CallInput& input, Op& operation, Understood& understood) {
  using Body = decltype(operation.body);
  auto decoded = [&] {
    if constexpr (FormModel<Body>) {
      return codec::decode_form<Body>(input.content_type, input.body);
    } else {
      return codec::decode_request<Body>(input.body);
    }
  }();
  if (!decoded) {
    understood.problem = std::move(decoded.error().problem);
    return;
  }
  operation.body = std::move(decoded->value);
  operation.body.extra = input.extra;
  std::ranges::move(decoded->faults, std::back_inserter(understood.faults));
}

template <class Op>
Understood understand(const CallInput& input) {
  Understood understood;
  Op operation{};
  read_path(input, operation);
  if constexpr (HasQuery<Op>) read_query(input, operation, understood);
  if constexpr (HasBody<Op>) read_body(input, operation, understood);
  if (understood.problem.empty()) understood.call = std::make_unique<TypedCall<Op>>(std::move(operation));
  return understood;
}

template <std::size_t Share>
std::vector<Binding> share_of_bindings() {
  std::vector<Binding> share;
  [&]<class... Ops, std::size_t... Numbers>(OperationList<Ops...>, std::index_sequence<Numbers...>) {
    const auto add = [&]<class Op, std::size_t Number>() {
      if constexpr (Number % binding_shares == Share) {
        share.push_back({.info = &Op::info, .understand = &understand<Op>});
      }
    };
    (add.template operator()<Ops, Numbers>(), ...);
  }(AllOperations{}, std::make_index_sequence<AllOperations::size>{});
  return share;
}

}  // namespace clerk::ctl::operations
