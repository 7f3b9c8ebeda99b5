#pragma once

#include "ctl/failure.hpp"
#include "ctl/host.hpp"
#include "ctl/settings/document.hpp"
#include "ctl/settings/observation.hpp"

#include <clerk/secret.hpp>

#include <optional>
#include <string>

namespace clerk::ctl::settings {

/// What the command line agrees to beforehand.
struct Consent {
  bool yes{false};
  bool yes_production{false};
};

/// Whether it agrees to a change, so that nothing is asked.
[[nodiscard]] constexpr bool agrees(const Consent& consent, bool production) {
  return consent.yes_production || (consent.yes && !production);
}

/// Whether people may be hurt by a change: the instance says so, or the key does.
[[nodiscard]] bool is_production(const Identity& instance, const Secret& key);

/// Refuses a key that is of another environment than the file is for. Asks nobody.
[[nodiscard]] std::optional<Failure> check_key(const Document& document, const Secret& key, const std::string& name);

/// Refuses an instance that is not the one the file is for.
[[nodiscard]] std::optional<Failure> check_instance(const Document& document, const Identity& instance,
                                                    const std::string& name);

/// Why a plan for one instance is not for another.
[[nodiscard]] Failure other_instance(const Identity& planned_for, const Identity& instance, const std::string& name);

/// Whether there is a terminal to ask on. `input_is_taken`: standard input was the settings file.
[[nodiscard]] bool can_ask(const Host& host, bool input_is_taken);

/// Asks on the terminal whether to go on, as far as the command line has not agreed already: for a production instance
/// its environment has to be typed. Without a terminal it refuses and says what to pass.
[[nodiscard]] std::optional<Failure> ask_to_go_on(Host& host, const Identity& instance, bool production,
                                                  const Consent& consent, bool input_is_taken);

}  // namespace clerk::ctl::settings
