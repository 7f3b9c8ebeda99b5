#include "ctl/output/nearest_name.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace clerk::ctl {

namespace {

constexpr std::size_t most_names = 3;
constexpr std::size_t longest_name = 128;  // no name is longer, and the work grows with the square

char folded(char c) {
  if (c == '_') return '-';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string folded(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), [](char c) { return folded(c); });
  return result;
}

/// How many characters must be added, left out, changed or swapped with their neighbour to get from one to the other.
std::size_t distance(std::string_view from, std::string_view to) {
  const std::size_t width = to.size() + 1;
  std::vector<std::size_t> table((from.size() + 1) * width);
  const auto cell = [&](std::size_t i, std::size_t j) -> std::size_t& { return table[i * width + j]; };
  for (std::size_t i = 0; i <= from.size(); ++i) cell(i, 0) = i;
  for (std::size_t j = 0; j <= to.size(); ++j) cell(0, j) = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t change = from[i - 1] == to[j - 1] ? 0 : 1;
      cell(i, j) = std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + change});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + 1);
    }
  }
  return cell(from.size(), to.size());
}

std::optional<std::size_t> nearness(std::string_view typed, std::string_view name) {
  constexpr std::size_t telling_prefix = 3;
  if (typed.size() >= telling_prefix && name.starts_with(typed)) return typed.size() == name.size() ? 0 : 1;
  const std::size_t most = std::max<std::size_t>(1, std::max(typed.size(), name.size()) / 3);
  const std::size_t apart = distance(typed, name);
  // A name that shares no character is no typing error of it.
  if (apart > most || apart >= std::max(typed.size(), name.size())) return std::nullopt;
  return apart;
}

}  // namespace

std::vector<std::string> nearest_names(std::string_view typed, std::span<const std::string_view> names) {
  if (typed.empty() || typed.size() > longest_name) return {};
  const std::string wanted = folded(typed);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view name : names) {
    if (name.size() > longest_name) continue;
    if (const auto apart = nearness(wanted, folded(name))) near.emplace_back(*apart, name);
  }
  std::ranges::stable_sort(near, {}, &decltype(near)::value_type::first);
  std::vector<std::string> nearest;
  for (const auto& [apart, name] : near) {
    // Another spelling of the same name tells nothing.
    const auto is_same = [&, wanted_name = folded(name)](const std::string& other) {
      return folded(other) == wanted_name;
    };
    if (nearest.size() < most_names && std::ranges::none_of(nearest, is_same)) nearest.emplace_back(name);
  }
  return nearest;
}

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> names) {
  const std::vector<std::string> nearest = nearest_names(typed, names);
  if (nearest.empty()) return {};
  std::string text = " (did you mean ";
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    const bool last = i + 1 == nearest.size();
    text.append(i == 0 ? "" : last ? " or " : ", ").append(nearest[i]);
  }
  return text.append("?)");
}

}  // namespace clerk::ctl
