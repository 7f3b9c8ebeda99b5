#include "ctl/operations/request_faults.hpp"

#include "ctl/output/fault_text.hpp"
#include "ctl/output/nearest_name.hpp"
#include "ctl/output/plain_text.hpp"

#include <algorithm>

namespace clerk::ctl::operations {

using codec::Fault;
using codec::FaultKind;

namespace {

std::string_view first_part(std::string_view path) { return path.substr(0, path.find_first_of(".[")); }

const Field* field_at(std::string_view path, const Fields& fields) {
  const std::string_view name = first_part(path);
  const auto found = std::ranges::find_if(fields.all, [&](const Field& field) { return field.entry->name == name; });
  return found == fields.all.end() ? nullptr : &*found;
}

bool is_given(const Field& field, const Fields& fields, const Given& given) {
  const bool as_value = std::ranges::find(given.fields, &field, &GivenField::field) != given.fields.end();
  const auto names_it = [&](const std::string& name) { return fields.find(name) == &field; };
  return as_value || std::ranges::any_of(given.nulls, names_it);
}

/// The flag, with the place inside its value; or the place in the body that `--data` gives.
std::string place_of(const Fault& fault, const Fields& fields, const Given& given) {
  if (fault.path.empty() || fault.path.starts_with('[')) {
    return given.data ? "--data" + fault.path : "--item" + fault.path;
  }
  const Field* field = field_at(fault.path, fields);
  if (field == nullptr) return harmless(fault.path) + " of --data";
  const bool as_flag = is_given(*field, fields, given) || fault.kind == FaultKind::missing_field;
  const std::string inside = harmless(fault.path.substr(first_part(fault.path).size()));
  return as_flag ? field->flag + inside : std::string{field->entry->name} + inside + " of --data";
}

/// The names that may stand where the fault is.
std::vector<std::string_view> names_at(const Fault& fault, const Fields& fields) {
  const openapi::ModelEntry* model = fields.body;
  if (model != nullptr && fault.path.starts_with('[')) {
    model = &openapi::catalog().model(model->fields.front().type.items.front().name);
  }
  std::vector<std::string_view> names;
  if (model == nullptr) return names;
  for (const openapi::FieldEntry& entry : model->fields) names.push_back(entry.name);
  return names;
}

std::string problem_of(const Fault& fault, const Fields& fields) {
  switch (fault.kind) {
    case FaultKind::unknown_field: {
      const std::string_view name = std::string_view{fault.path}.substr(fault.path.rfind('.') + 1);
      return "is no field" + did_you_mean(name, names_at(fault, fields));
    }
    case FaultKind::retired_field:
      return "is no longer part of the API and has no effect";
    case FaultKind::empty_without_effect:
      return "can't be the empty list: that changes nothing";
    default:
      return ctl::text_of(fault);
  }
}

}  // namespace

bool may_be_newer(const Fault& fault) {
  return fault.kind == FaultKind::unknown_field || fault.kind == FaultKind::retired_field ||
         fault.kind == FaultKind::not_one_of;
}

Judgement judge(const codec::Faults& faults, const Fields& fields, const Given& given) {
  Judgement judgement;
  std::string message;
  bool newer = false;
  for (const Fault& fault : faults) {
    const std::string place = place_of(fault, fields, given);
    if (fault.kind == FaultKind::null_without_effect) {
      judgement.warnings.push_back(place + ": " + std::string{null_is_idle});
      judgement.idle_nulls.push_back(fault.path);
      continue;
    }
    message.append(message.empty() ? "" : "; ").append(place).append(" ").append(problem_of(fault, fields));
    newer = newer || may_be_newer(fault);
  }
  if (message.empty()) return judgement;
  const bool can_send = newer && fields.body != nullptr && !fields.is_array() && !fields.is_form();
  judgement.failure = Failure{.message = std::move(message),
                              .hint = can_send ? "--allow-unknown sends what this version does not know." : "",
                              .status = ExitStatus::usage};
  return judgement;
}

}  // namespace clerk::ctl::operations
