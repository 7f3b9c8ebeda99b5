#pragma once

#include "spec_digest/digest.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::spec {

/// The value of a fact that one side does not have.
inline constexpr std::string_view absent = "absent";

/// One fact that two descriptions hold differently. An attribute that is missing has the value `absent`; a place or an
/// operation that only one side has is one difference with an empty attribute.
struct Difference {
  std::string section;
  std::string place;
  std::string attribute;
  std::string official;
  std::string ours;

  friend bool operator==(const Difference&, const Difference&) = default;
};

std::ostream& operator<<(std::ostream& stream, const Difference& difference);

/// The document's own facts and those of the contract's operations, shared schemas put in: what has a tag of
/// the families that the contract has and is not billing, or lies under /instance.
[[nodiscard]] Digest family_of(const Digest& digest);

/// Every difference between two expanded digests. Names of operations and of classes count as the same when they differ
/// only as languages write them: `GetInstance` and `get_instance`, `Instance Settings` and `InstanceSettingsApi`.
[[nodiscard]] std::vector<Difference> differences(const Digest& official, const Digest& ours);

/// A difference that is meant. `*` in section and place stands for any text; `times` is how many differences that is.
struct Deliberate {
  std::string_view section;
  std::string_view place;
  std::string_view attribute;
  std::string_view official;
  std::string_view ours;
  std::size_t times{1};
  std::string_view reason;
  std::string_view source;  ///< `facts` and a section, or the address of a public page
};

[[nodiscard]] bool matches(std::string_view pattern, std::string_view text);

/// What is wrong: differences that no row means, rows that explain nothing or another number of differences, rows
/// without reason or source. Each line says what to do.
[[nodiscard]] std::vector<std::string> judge(const std::vector<Difference>& found,
                                             const std::vector<Deliberate>& meant);

}  // namespace clerk::spec
