#include "ctl/operations/request.hpp"

#include "codec/serialized.hpp"
#include "ctl/operations/command_words.hpp"
#include "ctl/operations/request_faults.hpp"
#include "ctl/operations/request_input.hpp"

#include <boost/json/object.hpp>

#include <utility>

namespace clerk::ctl::operations {

namespace json = boost::json;

namespace {

/// Takes out of the body what the contract does not know and somebody wants sent all the same.
bool move_unknown(json::value& body, RawFields& extra, const codec::Faults& faults) {
  auto* object = body.if_object();
  if (object == nullptr) return false;
  bool moved = false;
  for (const codec::Fault& fault : faults) {
    const auto member = may_be_newer(fault) ? object->find(fault.path) : object->end();
    if (member == object->end()) continue;
    extra.set(fault.path, RawJson{codec::serialized(member->value())});
    object->erase(member);
    moved = true;
  }
  return moved;
}

}  // namespace

Outcome<ReadyRequest> ready_request(Host& host, const Binding& binding, const Fields& fields, const Given& given) {
  auto input = input_without_body(host, fields, given);
  if (!input) return input.error();
  const bool has_json = fields.body != nullptr && !fields.is_form();
  auto body = has_json ? body_value(host, fields, given) : Outcome<json::value>{json::value{}};
  if (!body) return body.error();
  if (has_json) input->body = codec::serialized(*body);

  Understood understood = binding.understand(*input);
  if (given.allow_unknown && move_unknown(*body, input->extra, understood.faults)) {
    input->body = codec::serialized(*body);
    understood = binding.understand(*input);
    std::erase_if(understood.faults, [&](const codec::Fault& fault) {
      return fault.kind == codec::FaultKind::missing_field && input->extra.find(fault.path) != nullptr;
    });
  }
  if (!understood.problem.empty()) {
    return Failure{.message = "the body can't be sent: " + understood.problem, .status = ExitStatus::usage};
  }
  Judgement judgement = judge(understood.faults, fields, given);
  if (judgement.failure) return *std::move(judgement.failure);
  return ReadyRequest{.call = std::move(understood.call),
                      .warnings = std::move(judgement.warnings),
                      .idle_nulls = std::move(judgement.idle_nulls),
                      .command = command_of(fields)};
}

}  // namespace clerk::ctl::operations
