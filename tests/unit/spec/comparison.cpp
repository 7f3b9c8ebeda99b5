#include "comparison.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <ostream>
#include <sstream>

namespace clerk::spec {

namespace {

std::string bare_name(std::string_view name) {
  std::string bare;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      bare += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return bare;
}

// Tags of the official description whose operations the contract has, each as its bare name.
// clang-format off: one a line
constexpr auto families = std::to_array<std::string_view>({
    "allowlistblocklist",
    "betafeatures",
    "domains",
    "emailaddresses",
    "instancesettings",
    "invitations",
    "jwks",
    "jwttemplates",
    "organizationdomains",
    "organizationinvitations",
    "organizationmemberships",
    "organizationpermissions",
    "organizationroles",
    "organizations",
    "phonenumbers",
    "redirecturls",
    "rolesets",
    "sessions",
    "signups",
    "testingtokens",
    "users",
    "waitlistentries",
});
// clang-format on

// Whether one of the tags, as JSON lists them, is the family's own or that of its class.
bool has_tag(std::string_view tags, std::string_view family) {
  while (!tags.empty()) {
    const std::string tag = bare_name(tags.substr(0, tags.find(',')));
    if (tag == family || tag == std::string{family} + "api") return true;
    tags.remove_prefix(std::min(tags.size(), tags.substr(0, tags.find(',')).size() + 1));
  }
  return false;
}

bool belongs_to_family(std::string_view section, const Facts& facts) {
  if (section == "document") return true;
  constexpr std::string_view mark = "operation ";
  if (!section.starts_with(mark)) return false;
  const std::string_view path = section.substr(mark.size(), section.rfind(' ') - mark.size());
  if (path == "/instance" || path.starts_with("/instance/")) return true;
  const Attributes& operation = facts.at("operation");
  const auto tags = operation.find("tags");
  // Billing is a family of its own, whatever else its operations are tagged with.
  if (tags == operation.end() || has_tag(tags->second, "billing")) return false;
  return std::ranges::any_of(families, [&](std::string_view family) { return has_tag(tags->second, family); });
}

bool same(std::string_view attribute, std::string_view official, std::string_view ours) {
  if (official == ours) return true;
  if (attribute == "operationId") return bare_name(official) == bare_name(ours);
  if (attribute != "tags" || !official.ends_with("\"]")) return false;
  return bare_name(official) + "api" == bare_name(ours);
}

bool lies_below(std::string_view place, std::string_view above) {
  return place.size() > above.size() && place.starts_with(above) &&
         std::string_view{".[{|#("}.find(place[above.size()]) != std::string_view::npos;
}

class Comparison {
 public:
  void compare(const Digest& official, const Digest& ours) {
    for_each_key(official, ours, [&](const std::string& section, const Facts* theirs, const Facts* own) {
      if (theirs == nullptr || own == nullptr) {
        add(section, "", "", presence(theirs), presence(own));
      } else {
        compare(section, *theirs, *own);
      }
    });
  }

  std::vector<Difference> take() { return std::move(found_); }

 private:
  // What lies below a place that only one side has is no difference of its own.
  void compare(const std::string& section, const Facts& official, const Facts& ours) {
    std::vector<std::string> one_sided;
    for_each_key(official, ours, [&](const std::string& place, const Attributes* theirs, const Attributes* own) {
      if (theirs != nullptr && own != nullptr) {
        compare(section, place, *theirs, *own);
        return;
      }
      if (std::ranges::any_of(one_sided, [&](const std::string& above) { return lies_below(place, above); })) return;
      one_sided.push_back(place);
      add(section, place, "", described(theirs), described(own));
    });
  }

  void compare(const std::string& section, const std::string& place, const Attributes& official,
               const Attributes& ours) {
    for_each_key(official, ours, [&](const std::string& key, const std::string* theirs, const std::string* own) {
      if (theirs != nullptr && own != nullptr && same(key, *theirs, *own)) return;
      add(section, place, key, theirs == nullptr ? std::string{absent} : *theirs,
          own == nullptr ? std::string{absent} : *own);
    });
  }

  template <class Map, class Visitor>
  static void for_each_key(const Map& official, const Map& ours, Visitor&& visit) {
    for (const auto& [key, value] : official) {
      const auto own = ours.find(key);
      visit(key, &value, own == ours.end() ? nullptr : &own->second);
    }
    for (const auto& [key, value] : ours) {
      if (!official.contains(key)) visit(key, nullptr, &value);
    }
  }

  static std::string presence(const Facts* facts) { return facts == nullptr ? std::string{absent} : "present"; }
  static std::string described(const Attributes* attributes) {
    if (attributes == nullptr) return std::string{absent};
    return attributes->empty() ? "present" : to_text(*attributes);
  }

  void add(const std::string& section, const std::string& place, const std::string& attribute, std::string official,
           std::string ours) {
    found_.push_back({section, place, attribute, std::move(official), std::move(ours)});
  }

  std::vector<Difference> found_;
};

bool explains(const Deliberate& row, const Difference& difference) {
  return row.attribute == difference.attribute && row.official == difference.official && row.ours == difference.ours &&
         matches(row.section, difference.section) && matches(row.place, difference.place);
}

bool is_source(std::string_view source) {
  constexpr std::string_view facts = "facts ";
  return (source.starts_with(facts) && source.size() > facts.size()) || source.starts_with("https://");
}

std::string name_of(const Deliberate& row) {
  std::ostringstream name;
  name << Difference{std::string{row.section}, std::string{row.place}, std::string{row.attribute},
                     std::string{row.official}, std::string{row.ours}};
  return name.str();
}

}  // namespace

std::ostream& operator<<(std::ostream& stream, const Difference& difference) {
  stream << difference.section;
  if (!difference.place.empty()) stream << ", " << difference.place;
  if (!difference.attribute.empty()) stream << ", " << difference.attribute;
  return stream << ": officially " << difference.official << ", ours " << difference.ours;
}

Digest family_of(const Digest& digest) {
  Digest family;
  for (const auto& [section, facts] : digest) {
    if (belongs_to_family(section, facts)) family[section] = expanded(digest, section);
  }
  return family;
}

std::vector<Difference> differences(const Digest& official, const Digest& ours) {
  Comparison comparison;
  comparison.compare(official, ours);
  return comparison.take();
}

bool matches(std::string_view pattern, std::string_view text) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  const std::string_view rest = pattern.substr(star + 1);
  for (std::size_t from = star; from <= text.size(); ++from) {
    if (matches(rest, text.substr(from))) return true;
  }
  return false;
}

std::vector<std::string> judge(const std::vector<Difference>& found, const std::vector<Deliberate>& meant) {
  std::vector<std::string> faults;
  std::vector<std::size_t> explained(meant.size());
  for (const Difference& difference : found) {
    std::size_t rows = 0;
    for (std::size_t i = 0; i < meant.size(); ++i) {
      if (!explains(meant[i], difference)) continue;
      ++rows;
      ++explained[i];
    }
    if (rows == 1) continue;
    std::ostringstream fault;
    fault << difference;
    fault << (rows == 0 ? ". Mend include/clerk/contract, or if it is meant, add a row with reason and source to "
                          "tests/unit/spec/deliberate_differences.cpp."
                        : ". More than one row explains it: take one out.");
    faults.push_back(fault.str());
  }
  for (std::size_t i = 0; i < meant.size(); ++i) {
    const Deliberate& row = meant[i];
    if (row.reason.empty()) faults.push_back("The row " + name_of(row) + ": has no reason; give one.");
    if (!is_source(row.source)) faults.push_back("The row " + name_of(row) + ": has no source; name facts or a page.");
    if (explained[i] == row.times) continue;
    faults.push_back("The row " + name_of(row) + ": explains " + std::to_string(explained[i]) +
                     " differences, it says " + std::to_string(row.times) +
                     (explained[i] == 0 ? ". It is stale: take it out." : ". Look at each, then correct the row."));
  }
  return faults;
}

}  // namespace clerk::spec
