#pragma once

#include "ctl/failure.hpp"
#include "ctl/settings/plan.hpp"
#include "ctl/settings/service.hpp"
#include "ctl/settings/state.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::settings {

/// What became of a field that was to be applied.
enum class Fate {
  confirmed,       ///< an answer shows it
  taken,           ///< the server took it, and no answer shows it
  dropped,         ///< the server took the request, and an answer shows something else
  refused,         ///< the request with it was refused
  may_have_acted,  ///< the request with it went out, and nobody knows what became of it
  not_tried,       ///< an earlier one failed
};

[[nodiscard]] std::string_view to_string(Fate fate);

struct AppliedField {
  PlannedField planned{};
  Fate fate{Fate::not_tried};
  std::optional<boost::json::value> answered{};  ///< of what was dropped: what the answer shows
  std::string note{};
};

/// A full account.
struct ApplyReport {
  Identity instance{};
  std::vector<AppliedField> fields{};
  std::vector<std::string> warnings{};
  std::optional<Failure> failure{};  ///< what ended it early
  bool noted{false};                 ///< the state has something of it

  [[nodiscard]] std::size_t count(Fate fate) const;
  [[nodiscard]] ExitStatus status() const;
};

/// What applying needs beside the instance.
struct ApplySurroundings {
  std::function<std::optional<Failure>(const State&)> save{};  ///< called around each group
  std::function<std::string()> now{};                          ///< RFC 3339
  std::function<void(std::chrono::milliseconds)> wait{};
  std::function<void(const std::string&)> progress{};  ///< what is being done, for people
  std::function<bool()> stop_asked{};                  ///< whether to end after the request that is under way
};

/// How often and after which wait a read is tried again until it shows what was written: reads may lag. facts 1
inline constexpr int most_reads_again = 6;
inline constexpr std::chrono::milliseconds read_again_after{500};

/// Sends what the plan has pending, group by group, only the fields that change; checks each against the answer, notes
/// in the state what can't be read back, and waits until reads show what was written. Such a field is noted as in doubt
/// before it is sent, so that a run which ends in between leaves nothing untrue. Ends at the first group that fails, or
/// when it is asked to stop: what was applied before stays, and a later plan goes on from there.
[[nodiscard]] ApplyReport apply(const Plan& plan, Service& service, State& state,
                                const ApplySurroundings& surroundings);

}  // namespace clerk::ctl::settings
