#include "server/rules/protect_rules.hpp"

#include "server/rules/merge.hpp"

namespace clerk::server::rules {

InstanceProtect read(const operations::GetInstanceProtect& /*operation*/, const store::InstanceState& instance) {
  return answer_of(instance.settings.protect);
}

void write(const operations::UpdateInstanceProtect& operation, const Surroundings& /*surroundings*/, Change& change) {
  merge(operation.body, change.after.settings.protect);
}

InstanceProtect answer(const operations::UpdateInstanceProtect& /*operation*/, const store::InstanceState& after) {
  return answer_of(after.settings.protect);
}

}  // namespace clerk::server::rules
