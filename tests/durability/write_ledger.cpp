#include "tests/durability/write_ledger.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace clerk::testing {

namespace json = boost::json;

void WriteLedger::begin_with(Seen seen, Time now) {
  writes_.clear();
  writes_.emplace(seen.number, Write{.begun = now, .acknowledged = now});
  first_ = seen;
}

WriteLedger::Judgement WriteLedger::judge(Seen found) const {
  const std::string holds = "holds " + std::to_string(found.number);
  const auto stored = writes_.find(found.number);
  if (stored == writes_.end()) return {.lost = true, .reason = holds + ", which nobody sent since it was seen last"};

  const auto& answered = stored->second.acknowledged;
  // One that began only after the stored one had been answered must have replaced it.
  for (const auto& [number, write] : writes_) {
    if (answered && write.acknowledged && write.begun > *answered) {
      const std::string later = ", but " + std::to_string(number) + " was acknowledged and had begun later";
      return {.lost = true, .reason = holds + later};
    }
  }
  // One that is gone from between others shows in the version alone.
  const std::uint64_t least = acknowledged() + (answered ? 0 : 1);
  const std::uint64_t most = acknowledged() + in_flight();
  const std::uint64_t rise = found.version - first_.version;
  if (rise < least || rise > most) {
    return {.lost = true,
            .reason = "its version rose by " + std::to_string(rise) + " with " + std::to_string(least) + " to " +
                      std::to_string(most) + " writes"};
  }
  return {.unacknowledged = !answered};
}

std::uint64_t WriteLedger::acknowledged() const noexcept {
  return static_cast<std::uint64_t>(std::ranges::count_if(writes_, [this](const auto& entry) {
    return entry.first != first_.number && entry.second.acknowledged.has_value();
  }));
}

std::uint64_t WriteLedger::in_flight() const noexcept {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(writes_, [](const auto& entry) { return !entry.second.acknowledged; }));
}

namespace {

// Enough for the document to need more than one page of 4 KiB, so that a half of one could be seen.
constexpr int origins = 150;

std::string origin(std::uint64_t number, int index) {
  return "https://n" + std::to_string(number) + "-" + std::to_string(index) + ".example.com";
}

/// The instance's settings with that number, as PATCH takes them and as they are stored.
json::object numbered(std::uint64_t number) {
  const std::string n = std::to_string(number);
  json::array allowed;
  for (int i = 0; i < origins; ++i) allowed.emplace_back(origin(number, i));
  return {{"support_email", "n" + n + "@example.com"},
          {"development_origin", "https://n" + n + ".example.com"},
          {"clerk_js_version", "5." + n + ".0"},
          {"test_mode", number % 2 == 1},
          {"allowed_origins", std::move(allowed)}};
}

}  // namespace

std::string numbered_patch(std::uint64_t number) { return json::serialize(numbered(number)); }

std::optional<std::uint64_t> number_in(const std::string& settings) {
  boost::system::error_code error;
  const json::value whole = json::parse(settings, error);
  if (error || !whole.is_object()) return std::nullopt;
  const json::value* instance = whole.as_object().if_contains("instance");
  if (instance == nullptr || !instance->is_object()) return std::nullopt;
  const json::object& stored = instance->as_object();

  const json::value* email = stored.if_contains("support_email");
  if (email == nullptr || !email->is_string()) return std::nullopt;
  const std::string_view text{email->as_string()};
  std::uint64_t number = 0;
  if (!text.starts_with('n')) return std::nullopt;
  std::from_chars(text.data() + 1, text.data() + text.size(), number);
  const bool whole_write = std::ranges::all_of(numbered(number), [&](const auto& field) {
    const json::value* value = stored.if_contains(field.key());
    return value != nullptr && *value == field.value();
  });
  return whole_write ? std::optional{number} : std::nullopt;
}

}  // namespace clerk::testing
