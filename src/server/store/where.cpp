#include "server/store/where.hpp"

#include <bit>
#include <utility>

namespace clerk::server::store {

std::string Where::bind(Value value) {
  std::string name = "p" + std::to_string(parameters_.size());
  std::string placed = ":" + name;
  parameters_.push_back({std::move(name), std::move(value)});
  return placed;
}

Where& Where::add(std::string_view clause) {
  if (!text_.empty()) text_ += " AND ";
  text_ += clause;
  return *this;
}

Where& Where::add(std::string_view clause, Value value) {
  const std::size_t place = clause.find('?');
  return add(std::string{clause.substr(0, place)} + bind(std::move(value)) + std::string{clause.substr(place + 1)});
}

// Statements are kept by their text: lists are filled up to a power of two, so that there are few of them.
std::string Where::bind_list(std::vector<std::string> values) {
  values.resize(std::bit_ceil(values.size()), values.back());
  std::string list;
  for (std::string& value : values) list.append(list.empty() ? "(" : ", ").append(bind(std::move(value)));
  return list + ")";
}

Where& Where::one_of(std::string_view column, std::vector<std::string> values) {
  return values.empty() ? *this : add(std::string{column} + " IN " + bind_list(std::move(values)));
}

Where& Where::none_of(std::string_view column, std::vector<std::string> values) {
  return values.empty() ? *this : add(std::string{column} + " NOT IN " + bind_list(std::move(values)));
}

std::string Where::pattern(std::string_view part) {
  std::string pattern = "%";
  for (const char c : part) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

Where& Where::holds(std::string_view column, std::string_view part) {
  return add(std::string{column} + " LIKE ? ESCAPE '\\'", pattern(part));
}

}  // namespace clerk::server::store
