#include "tests/ctl/clerkctl_test.hpp"

namespace clerk::ctl::test {

const boost::json::object* PrintedPlan::entry(std::string_view field) const {
  const std::size_t dot = field.find('.');
  for (const boost::json::value& each : value_.at("fields").as_array()) {
    const boost::json::object& entry = each.as_object();
    if (entry.at("group").as_string() == field.substr(0, dot) &&
        entry.at("field").as_string() == field.substr(dot + 1)) {
      return &entry;
    }
  }
  return nullptr;
}

std::string PrintedPlan::action(std::string_view field) const {
  const boost::json::object* found = entry(field);
  return found == nullptr ? "absent" : std::string{found->at("action").as_string()};
}

boost::json::value PrintedPlan::at(std::string_view field, std::string_view member) const {
  const boost::json::object* found = entry(field);
  if (found != nullptr && found->contains(member)) return found->at(member);
  ADD_FAILURE() << field << " has no " << member << " in " << said_;
  return {};
}

}  // namespace clerk::ctl::test
