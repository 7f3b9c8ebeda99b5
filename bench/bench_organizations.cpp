// Asks clerkd for what organizations need most, as one client does, over HTTP, of a store that bench_fill made. One
// line of JSON; the key comes from CLERK_SECRET_KEY.
//
//   bench_organizations --base URL --op page|quota|role|member|organizations --organizations 10000 --users 100000

#include "bench/command_line.hpp"
#include "bench/kept_connection.hpp"
#include "bench/population.hpp"
#include "bench/timed_requests.hpp"

#include <random>
#include <string>

namespace clerk::bench {

namespace {

struct OrganizationsArguments {
  std::string base{};
  std::string operation{};
  std::size_t organizations{10'000};
  std::size_t members{100};
  std::size_t users{100'000};
  std::uint64_t seed{1};
  std::size_t requests{1'000};
  std::size_t warmup{50};
  pid_t server{0};
};

void declare(CLI::App& app, OrganizationsArguments& arguments) {
  app.add_option("--base", arguments.base, "The server, such as http://127.0.0.1:4500")->required();
  app.add_option(
         "--op", arguments.operation,
         "page: the newest 100 members of an organization; member: one member with the role; role: the roles with "
         "their "
         "permissions; quota: one member more than an organization may have, which is refused; organizations: the "
         "newest 100 organizations with the number of their members")
      ->required()
      ->check(CLI::IsMember({"page", "member", "role", "quota", "organizations"}));
  app.add_option("--organizations", arguments.organizations, "Organizations that the store was filled with")
      ->capture_default_str();
  app.add_option("--members", arguments.members, "Members of each")->capture_default_str();
  app.add_option("--users", arguments.users, "Users that it was filled with")->capture_default_str();
  app.add_option("--seed", arguments.seed, "Decides which are asked for")->capture_default_str();
  app.add_option("--n", arguments.requests, "Requests that are measured")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--warmup", arguments.warmup, "Requests before those")->capture_default_str();
  app.add_option("--pid", arguments.server, "The server's process, whose processor time is read");
}

/// Asks what the operation says of organizations that are drawn.
class Asker {
 public:
  Asker(const OrganizationsArguments& arguments, const HttpAddress& server, const std::string& key)
      : arguments_{arguments}, connection_{server, key}, random_{arguments.seed} {
    connection_.send("PATCH", "/v1/instance/organization_settings", R"({"enabled":true})");
  }

  Clock::duration operator()() {
    const std::string& operation = arguments_.operation;
    const std::size_t number = random_() % arguments_.organizations;
    const std::string memberships = "/v1/organizations/" + numbered_id("org_", number) + "/memberships";
    if (operation == "page") return connection_.get(memberships + "?limit=100");
    if (operation == "organizations") return connection_.get("/v1/organizations?limit=100&include_members_count=true");
    if (operation == "role") return connection_.get("/v1/organization_roles?limit=10");
    if (operation == "member")
      return connection_.get(memberships + "?user_id=" + user(number, random_() % arguments_.members));
    // Who would be the next member.
    return connection_.send("POST", memberships,
                            R"({"role":"org:member","user_id":")" + user(number, arguments_.members) + R"("})", "403");
  }

 private:
  [[nodiscard]] std::string user(std::size_t organization, std::size_t member) const {
    return numbered_id("user_", member_of(organization, member, arguments_.users));
  }

  const OrganizationsArguments& arguments_;
  KeptConnection connection_;
  std::mt19937_64 random_;
};

void measure(const OrganizationsArguments& arguments) {
  Asker ask{arguments, HttpAddress::parse(arguments.base), key_from_environment()};
  measure_requests({.operation = arguments.operation,
                    .requests = arguments.requests,
                    .warmup = arguments.warmup,
                    .server = arguments.server},
                   [&] { return ask(); });
}

}  // namespace

}  // namespace clerk::bench

int main(int argc, char** argv) {
  using namespace clerk::bench;
  return run_program<OrganizationsArguments>(argc, argv, "Measures clerkd with many organizations.", declare, measure);
}
