#include "codec/json_text.hpp"
#include "ctl/output/nearest_name.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace clerk::ctl {

namespace json = boost::json;

namespace {

constexpr std::string_view how_to =
    "a JSON pointer is empty for the whole, or such as /data/0/id; ~1 stands for / and ~0 for ~";

/// A part of the pointer with `~0` and `~1` read; nothing when another character follows a `~`.
std::optional<std::string> unescaped(std::string_view part) {
  std::string name;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] != '~') {
      name.push_back(part[i]);
      continue;
    }
    ++i;
    if (i == part.size() || (part[i] != '0' && part[i] != '1')) return std::nullopt;
    name.push_back(part[i] == '0' ? '~' : '/');
  }
  return name;
}

std::optional<std::size_t> index_in(std::string_view name) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
  const bool whole = error == std::errc{} && end == name.data() + name.size();
  const bool padded = name.size() > 1 && name.starts_with('0');
  return whole && !padded ? std::optional{index} : std::nullopt;
}

std::string place(std::string_view reached) { return reached.empty() ? "the answer" : harmless(reached); }

std::string names_of(const json::object& object) {
  constexpr std::size_t most = 12;
  std::string text;
  std::size_t count = 0;
  for (const auto& entry : object) {
    if (count++ == most) return text.append(", …");
    text.append(text.empty() ? "" : ", ").append(harmless(std::string_view{entry.key()}));
  }
  return text;
}

/// What is there instead of the step that can't be made.
std::string what_is_there(const json::value& value, std::string_view name, std::string_view reached) {
  if (const auto* object = value.if_object()) {
    if (object->empty()) return place(reached) + " is an object without members";
    std::vector<std::string_view> names;
    for (const auto& entry : *object) names.emplace_back(entry.key());
    return place(reached) + " has no " + harmless(name) + did_you_mean(name, names) + "; it has " + names_of(*object);
  }
  if (const auto* array = value.if_array()) {
    const std::string length = std::to_string(array->size()) + (array->size() == 1 ? " item" : " items");
    const bool numbered = index_in(name).has_value();
    return place(reached) + " is a list of " + length + (numbered ? "" : ", and " + harmless(name) + " is no index");
  }
  return place(reached) + " is " + (value.is_null() ? "" : "of type ") + std::string{codec::type_name(value)} +
         " and has nothing inside";
}

const json::value* step(const json::value& value, std::string_view name) {
  if (const auto* object = value.if_object()) return object->if_contains(name);
  const auto* array = value.if_array();
  const auto index = array == nullptr ? std::nullopt : index_in(name);
  return index ? array->if_contains(*index) : nullptr;
}

struct Step {
  std::string name{};
  std::size_t begin{0};  ///< of the pointer's part
};

Failure no_pointer(std::string_view pointer, const std::string& why) {
  return misuse("'" + harmless(pointer) + "' is no JSON pointer: " + why, std::string{how_to});
}

// All of them, before the first is taken: a pointer is none, or it is one whatever it is used on.
Outcome<std::vector<Step>> steps_of(std::string_view pointer) {
  if (!pointer.empty() && pointer.front() != '/') return no_pointer(pointer, "it does not begin with /");
  std::vector<Step> steps;
  for (std::size_t begin = 0; begin < pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', begin + 1), pointer.size());
    auto name = unescaped(pointer.substr(begin + 1, end - begin - 1));
    if (!name) return no_pointer(pointer, "a ~ without 0 or 1 after it");
    steps.push_back({.name = *std::move(name), .begin = begin});
    begin = end;
  }
  return steps;
}

}  // namespace

Outcome<json::value> at_pointer(const json::value& value, std::string_view pointer) {
  const auto steps = steps_of(pointer);
  if (!steps) return steps.error();
  const json::value* here = &value;
  for (const Step& each : *steps) {
    const json::value* next = step(*here, each.name);
    if (next == nullptr) {
      return Failure{.message = "nothing at " + harmless(pointer) + ": " +
                                what_is_there(*here, each.name, pointer.substr(0, each.begin))};
    }
    here = next;
  }
  return *here;
}

}  // namespace clerk::ctl
