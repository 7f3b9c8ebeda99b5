#include "ctl/output/fault_text.hpp"

#include "ctl/output/plain_text.hpp"

namespace clerk::ctl {

using codec::FaultKind;

std::string text_of(const codec::Fault& fault) {
  const std::string received = harmless(fault.received);
  switch (fault.kind) {
    case FaultKind::retired_field:
    case FaultKind::null_without_effect:
    case FaultKind::empty_without_effect:
      return "";
    case FaultKind::unknown_field:
      return "is no field";
    case FaultKind::null_not_allowed:
      return "can't be null";
    case FaultKind::missing_field:
      return "is missing";
    case FaultKind::wrong_type:
      return "is of type " + received + ", and must be of type " + fault.expected;
    case FaultKind::number_out_of_range:
      return "is " + received + ", more than a number of 64 bits holds";
    case FaultKind::below_minimum:
      return "is " + received + ", and must be at least " + fault.expected;
    case FaultKind::above_maximum:
      return "is " + received + ", and must be at most " + fault.expected;
    case FaultKind::unreadable_parameter:
      return "can't be read as " + fault.expected;
    case FaultKind::not_one_of:
      return "is \"" + received + "\", and must be one of " + fault.expected;
    case FaultKind::bad_format:
      return "is \"" + received + "\", and must be " + fault.expected;
    case FaultKind::forbidden_character:
      return "holds a NUL character";
    case FaultKind::too_few_items:
      return "needs at least " + fault.expected + " items";
    case FaultKind::too_many_items:
      return "may have at most " + fault.expected + " items";
    case FaultKind::duplicate_item:
      return "repeats \"" + received + '"';
    case FaultKind::duplicate_field:
      return "stands there twice";
    case FaultKind::repeated_order:
      return "says twice what to order by";
  }
  return "is not accepted";
}

}  // namespace clerk::ctl
