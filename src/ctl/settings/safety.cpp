#include "ctl/settings/safety.hpp"

#include "ctl/key_text.hpp"
#include "ctl/output/plain_text.hpp"

#include <boost/algorithm/string/predicate.hpp>

#include <string_view>

namespace clerk::ctl::settings {

namespace {

std::string described(const Identity& instance) {
  return "the " + harmless(instance.environment) + " instance " + harmless(instance.instance_id);
}

Failure nothing_applied() { return {.message = "nothing was applied", .hint = ""}; }

std::string answer_of(Host& host, const std::string& question) {
  host.err << question << std::flush;
  std::string line;
  if (!std::getline(host.in, line)) host.err << '\n';
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
  return line;
}

std::optional<Failure> ask_for_production(Host& host, const Identity& instance, bool has_terminal) {
  if (!has_terminal) {
    return Failure{.message = described(instance) + " is in production, and there is no terminal to ask on",
                   .hint = "nothing was sent; pass --yes-production if it is meant (--yes is not enough)"};
  }
  const std::string typed =
      answer_of(host, "This changes " + described(instance) + ". Type production to go on, anything else to stop: ");
  return typed == production ? std::nullopt : std::optional{nothing_applied()};
}

std::optional<Failure> ask_for_development(Host& host, const Identity& instance, bool has_terminal) {
  if (!has_terminal) {
    return Failure{.message = "there is no terminal to ask on whether to change " + described(instance),
                   .hint = "nothing was sent; pass --yes if it is meant"};
  }
  const std::string typed = answer_of(host, "Change " + described(instance) + "? [y/N] ");
  const bool agreed = boost::algorithm::iequals(typed, "y") || boost::algorithm::iequals(typed, "yes");
  return agreed ? std::nullopt : std::optional{nothing_applied()};
}

}  // namespace

bool is_production(const Identity& instance, const Secret& key) {
  // An environment that nobody knows is handled with the greater care.
  return instance.environment != development || environment_of_key(key.reveal()) == production;
}

std::optional<Failure> check_key(const Document& document, const Secret& key, const std::string& name) {
  const std::string_view environment = environment_of_key(key.reveal());
  if (document.environment.empty() || environment.empty() || document.environment == environment) return std::nullopt;
  return Failure{.message = harmless(name) + " is for a " + document.environment + " instance, and the key is of a " +
                            std::string{environment} + " instance",
                 .hint = "nothing was sent; use the key of the instance that the file is for"};
}

std::optional<Failure> check_instance(const Document& document, const Identity& instance, const std::string& name) {
  const std::string& environment = document.environment;
  const std::string& id = document.instance_id;
  const bool is_meant =
      (environment.empty() || environment == instance.environment) && (id.empty() || id == instance.instance_id);
  if (is_meant) return std::nullopt;
  const std::string meant =
      "the " + environment + (environment.empty() ? "" : " ") + "instance" + (id.empty() ? "" : " " + harmless(id));
  return Failure{.message = harmless(name) + " is for " + meant + ", and the key belongs to " + described(instance),
                 .hint = "nothing was changed; use the key of the instance that the file is for"};
}

Failure other_instance(const Identity& planned_for, const Identity& instance, const std::string& name) {
  return {.message =
              harmless(name) + " is for " + described(planned_for) + ", and the key belongs to " + described(instance),
          .hint = "nothing was changed; use the key of the instance that the plan is for, or make a plan for this one"};
}

bool can_ask(const Host& host, bool input_is_taken) {
  return host.in_is_terminal && host.err_is_terminal && !input_is_taken;
}

std::optional<Failure> ask_to_go_on(Host& host, const Identity& instance, bool production, const Consent& consent,
                                    bool input_is_taken) {
  const bool has_terminal = can_ask(host, input_is_taken);
  if (agrees(consent, production)) return std::nullopt;
  return production ? ask_for_production(host, instance, has_terminal)
                    : ask_for_development(host, instance, has_terminal);
}

}  // namespace clerk::ctl::settings
