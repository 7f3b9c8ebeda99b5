// Times the decision who may sign up against the allowlist of a store: the rule's own time, and beside it that of its
// look-ups. The allowlist is on, whatever the settings say, and so are the other restrictions. One line of JSON; the
// instance is that of CLERK_SECRET_KEY.
//
//   bench_sign_up --store sqlite:FILE --allowlist 100000 --n 100000

#include "bench/command_line.hpp"
#include "bench/json_line.hpp"
#include "bench/latencies.hpp"
#include "bench/population.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/instances.hpp"
#include "server/rules/access.hpp"
#include "server/rules/access_decision.hpp"
#include "server/rules/call.hpp"
#include "server/store/database.hpp"

#include <stdexcept>
#include <string>

namespace clerk::bench {

namespace {

namespace rules = server::rules;
namespace store = server::store;

struct SignUpArguments {
  std::string store{};
  std::size_t allowlist{100'000};
  std::size_t decisions{100'000};
};

void declare(CLI::App& app, SignUpArguments& arguments) {
  app.add_option("--store", arguments.store, "sqlite:FILE, filled by bench_fill")->required();
  app.add_option("--allowlist", arguments.allowlist, "Entries that its allowlist has")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--n", arguments.decisions, "Decisions that are measured")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
}

store::InstanceState instance_of(store::Transaction& transaction, const std::string& key) {
  const auto row = transaction.find_instance_by_key(server::api::key_digest(key));
  if (!row) throw std::runtime_error{"the store has no instance of this key: fill it with bench_fill"};
  store::InstanceState instance = server::api::state_of(*row);
  auto& restrictions = instance.settings.restrictions;
  restrictions.allowlist = true;
  restrictions.blocklist = true;
  restrictions.block_email_subaddresses = true;
  restrictions.block_disposable_email_domains = true;
  return instance;
}

/// Every other one is listed; the others are not.
rules::Newcomer newcomer(std::size_t number, std::size_t allowlist) {
  const std::string address = number % 2 == 0
                                  ? "someone@listed" + std::to_string(number * 7919 % allowlist) + ".example"
                                  : std::to_string(number) + "@stranger.example";
  const auto identifier = rules::read_identifier(rules::IdentifierKind::email_address, address, true);
  return {.entrance = rules::Entrance::sign_up, .identifiers = {identifier.value()}};
}

/// What is spent in look-ups, so that it can be told from the rest.
struct LookUps {
  std::size_t count{0};
  Clock::duration taken{};

  rules::AccessLookups timed(rules::AccessLookups lookups) {
    const auto time = [this]<class... Arguments>(std::function<bool(Arguments...)> function) {
      return std::function<bool(Arguments...)>{[this, function = std::move(function)](Arguments... arguments) {
        const auto begun = Clock::now();
        const bool found = function(arguments...);
        taken += Clock::now() - begun;
        ++count;
        return found;
      }};
    };
    return {.is_listed = time(std::move(lookups.is_listed)),
            .is_taken = time(std::move(lookups.is_taken)),
            .is_mailbox_taken = time(std::move(lookups.is_mailbox_taken))};
  }
};

void measure(const SignUpArguments& arguments) {
  const std::string key = key_from_environment();
  const store::Database database{store::StoreLocation::parse(arguments.store)};
  const auto session = database.open_session();
  session->begin_read();
  store::Transaction transaction{*session};
  const store::InstanceState instance = instance_of(transaction, key);
  const rules::Call call{.instance = instance};

  LookUps look_ups;
  const rules::AccessLookups lookups = look_ups.timed(rules::lookups_in(call, transaction));
  Latencies rule{arguments.decisions};
  Latencies whole{arguments.decisions};
  std::size_t accepted = 0;
  for (std::size_t number = 0; number < arguments.decisions; ++number) {
    const rules::Newcomer someone = newcomer(number, arguments.allowlist);
    const auto before = look_ups.taken;
    const auto begun = Clock::now();
    const auto decision = rules::decide_sign_up(instance, someone, lookups, *call.disposable_domains);
    const auto taken = Clock::now() - begun;
    whole.add(taken);
    rule.add(taken - (look_ups.taken - before));
    if (decision.is_accepted()) ++accepted;
  }
  session->commit();
  const std::chrono::duration<double, std::micro> looked = look_ups.taken;
  JsonLine{}
      .add("n", arguments.decisions)
      .add("accepted", accepted)
      .add("rule_p50_us", rule.microseconds_at(0.50))
      .add("rule_p99_us", rule.microseconds_at(0.99))
      .add("lookups_per_decision", static_cast<double>(look_ups.count) / static_cast<double>(arguments.decisions))
      .add("lookup_us", looked.count() / static_cast<double>(look_ups.count))
      .add("whole_p50_us", whole.microseconds_at(0.50))
      .add("whole_p99_us", whole.microseconds_at(0.99))
      .print();
}

}  // namespace

}  // namespace clerk::bench

int main(int argc, char** argv) {
  using namespace clerk::bench;
  return run_program<SignUpArguments>(argc, argv, "Times the decision who may sign up.", declare, measure);
}
