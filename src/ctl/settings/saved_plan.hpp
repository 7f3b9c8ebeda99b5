#pragma once

#include "ctl/failure.hpp"
#include "ctl/settings/document.hpp"
#include "ctl/settings/plan.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::settings {

/// What a plan relied on for one field, and what it decided.
struct Basis {
  std::string path{};  ///< `group.field`
  std::string action{};
  std::string knowledge{};
  std::optional<boost::json::value> current{};
  boost::json::value sent{};

  friend bool operator==(const Basis&, const Basis&) = default;
};

/// A plan to be applied later: the wanted values, and what each of them was compared with.
struct SavedPlan {
  static constexpr int version = 1;

  std::string created_at{};
  std::string state_file{};  ///< that it was made with, from the folder of the plan
  Identity instance{};
  Document document{};
  std::vector<Basis> basis{};
};

[[nodiscard]] std::vector<Basis> basis_of(const Plan& plan);

/// Whether the text is one, of whatever version.
[[nodiscard]] bool is_saved_plan(std::string_view text);

[[nodiscard]] boost::json::value to_json(const SavedPlan& saved);
[[nodiscard]] Outcome<SavedPlan> read_saved_plan(std::string_view text, const std::string& name);

/// Why the plan may no longer be applied, when the instance is another or anything it relied on is no longer so.
/// `now` is the plan made anew of the saved plan's document.
[[nodiscard]] std::optional<Failure> find_stale(const SavedPlan& saved, const Plan& now, const std::string& name);

}  // namespace clerk::ctl::settings
