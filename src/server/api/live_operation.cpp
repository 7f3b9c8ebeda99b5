#include "server/api/live_operation.hpp"

#include "server/api/received_operation.hpp"
#include "server/rules/live_operations.hpp"

#include <clerk/contract/registry.hpp>

namespace clerk::server::api {

namespace {

template <class Op>
boost::system::result<DecodedWrite, codec::NotAnObject> decode(const Head& head, std::string_view body,
                                                               const codec::Limits& limits) {
  auto operation = received_operation<Op>(head);
  codec::Faults faults;
  if constexpr (HasBody<Op>) {
    auto decoded = codec::decode_request<typename Op::Body>(body, limits);
    if (decoded.has_error()) return decoded.error();
    operation.body = std::move(decoded->value);
    faults = std::move(decoded->faults);
  }
  return DecodedWrite{
      .faults = std::move(faults),
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

template <class Op>
LiveOperation live_operation() {
  LiveOperation live{.info = &Op::info};
  if constexpr (HasQuery<Op>) {
    live.judge_query = [](std::string_view query) { return codec::decode_query<typename Op::Query>(query).faults; };
  }
  if constexpr (rules::LiveRead<Op>) {
    static_assert(!HasQuery<Op> && !HasPathParameters<Op>, "one answer per state is kept: it can't depend on these");
    live.read = [](const store::InstanceState& instance) { return codec::encode_sound(rules::read(Op{}, instance)); };
  } else if constexpr (rules::LiveWrite<Op>) {
    live.decode = decode<Op>;
  }
  return live;
}

}  // namespace

std::vector<LiveOperation> live_operations() {
  std::vector<LiveOperation> operations;
  operations.reserve(AllOperations::size);
  AllOperations::for_each([&]<class Op>() { operations.push_back(live_operation<Op>()); });
  return operations;
}

}  // namespace clerk::server::api
