#pragma once

#include "codec/defaults.hpp"
#include "codec/form.hpp"
#include "server/api/live_operation_parts.hpp"
#include "server/api/received_operation.hpp"
#include "server/rules/live_operations.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

// Heavy: instantiated for some operations at a time, each part in a file of its own.
namespace clerk::server::api::live {

template <class Op>
struct Received {
  Op operation{};
  codec::Faults faults{};
};

template <class Op>
boost::system::result<codec::DecodedRequest<typename Op::Body>, codec::NotAnObject> decode_body(
    const Head& head, std::string_view body, const codec::Limits& limits) {
  if constexpr (HasForm<Op>) {
    return codec::decode_form<typename Op::Body>(head.content_type, body);
  } else {
    return codec::decode_request<typename Op::Body>(body, limits);
  }
}

template <class Op>
boost::system::result<Received<Op>, codec::NotAnObject> receive(const Head& head, std::string_view body,
                                                                const codec::Limits& limits) {
  Received<Op> received;
  received.operation = received_operation<Op>(head, received.faults);
  if constexpr (HasBody<Op>) {
    auto decoded = decode_body<Op>(head, body, limits);
    if (decoded.has_error()) return decoded.error();
    received.operation.body = std::move(decoded->value);
    std::ranges::move(decoded->faults, std::back_inserter(received.faults));
    codec::fill_defaults(received.operation.body);
  }
  return received;
}

template <class Op>
boost::system::result<DecodedWrite, codec::NotAnObject> decode(const Head& head, std::string_view body,
                                                               const codec::Limits& limits) {
  auto received = receive<Op>(head, body, limits);
  if (received.has_error()) return received.error();
  const Op& operation = received->operation;
  return DecodedWrite{
      .faults = std::move(received->faults),
      .write = [operation](const rules::Surroundings& surroundings,
                           rules::Change& change) { rules::write(operation, surroundings, change); },
      .answer =
          [operation](const store::InstanceState& after) {
            if constexpr (std::is_void_v<typename Op::Answer>) {
              static_cast<void>(after);
              return std::string{};
            } else {
              return codec::encode_sound(rules::answer(operation, after));
            }
          },
  };
}

template <class Op, class Answer>
RowOutcome outcome_of(rules::Judged<Answer> judged) {
  if (judged.has_error()) return {.refused = std::move(judged).error()};
  return {.body = [answer = std::move(*judged)] { return codec::encode_sound(answer); }};
}

/// The rule of an operation on rows, after what is asked of the instance first.
template <class Op>
RowOutcome outcome_on(rules::Call& call, const auto& rule) {
  if (auto refused = rules::judge_organizations<Op>(call)) return {.refused = *std::move(refused)};
  return outcome_of<Op>(rule());
}

template <class Op>
DecodedRows rows_of(Op operation) {
  if constexpr (rules::RowRead<Op>) {
    return {.run = [operation = std::move(operation)](rules::Call& call, store::Transaction& transaction) {
      return outcome_on<Op>(call, [&] { return read(operation, call, transaction); });
    }};
  } else if constexpr (rules::PreparedWrite<Op>) {
    using Prepared = decltype(prepare(operation, std::declval<const rules::Call&>(), rules::Look{}));
    auto prepared = std::make_shared<Prepared>();
    DecodedRows decoded;
    if (rules::is_slow(operation)) {
      decoded.prepare = [operation, prepared](const rules::Call& call, const rules::Look& look) {
        *prepared = prepare(operation, call, look);
      };
    }
    decoded.run = [operation, prepared](rules::Call& call, store::Transaction& transaction) {
      return outcome_on<Op>(call, [&] { return apply(operation, call, transaction, std::as_const(*prepared)); });
    };
    return decoded;
  } else {
    return {.run = [operation = std::move(operation)](rules::Call& call, store::Transaction& transaction) {
      return outcome_on<Op>(call, [&] { return apply(operation, call, transaction); });
    }};
  }
}

template <class Op>
boost::system::result<DecodedRows, codec::NotAnObject> decode_rows(const Head& head, std::string_view body,
                                                                   const codec::Limits& limits) {
  auto received = receive<Op>(head, body, limits);
  if (received.has_error()) return received.error();
  DecodedRows decoded = rows_of(std::move(received->operation));
  decoded.faults = std::move(received->faults);
  return decoded;
}

template <class Op>
LiveOperation live_operation() {
  LiveOperation live{.info = &Op::info};
  if constexpr (rules::LiveRead<Op>) {
    static_assert(!HasQuery<Op> && !HasPathParameters<Op>, "one answer per state is kept: it can't depend on these");
    live.read = [](const store::InstanceState& instance) { return codec::encode_sound(rules::read(Op{}, instance)); };
  } else if constexpr (rules::LiveWrite<Op>) {
    live.decode = decode<Op>;
  } else if constexpr (rules::RowRead<Op> || rules::RowWrite<Op>) {
    // A read may be a write here: GET /jwks makes the key that it shows.
    static_assert(rules::RowWrite<Op> || Op::info.kind != OperationKind::write, "its kind and its rule disagree");
    live.writes_rows = rules::RowWrite<Op>;
    live.takes_form = HasForm<Op>;
    live.decode_rows = decode_rows<Op>;
  }
  return live;
}

/// Those of the operations whose place among all falls into the part, in their order.
template <std::size_t part, class Operations>
[[nodiscard]] std::vector<LiveOperation> part_of() {
  std::vector<LiveOperation> operations;
  [&]<class... Ops, std::size_t... places>(OperationList<Ops...>, std::index_sequence<places...>) {
    const auto take = [&]<class Op, std::size_t place>() {
      if constexpr (place * part_count / Operations::size == part) operations.push_back(live_operation<Op>());
    };
    (take.template operator()<Ops, places>(), ...);
  }(Operations{}, std::make_index_sequence<Operations::size>{});
  return operations;
}

}  // namespace clerk::server::api::live
