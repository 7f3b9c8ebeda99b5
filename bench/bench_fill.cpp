// Makes a store as a large instance has it: users with an address, a name and a time of their own, spread over years,
// entries of the allowlist, and organizations with as many members as they may have. All follow from the seed. They go
// through the store's own layer in large transactions, not through HTTP. One line of JSON; the instance's key comes
// from CLERK_SECRET_KEY.
//
//   bench_fill --store sqlite:FILE --users 1000000 --allowlist 100000 --seed 1
//   bench_fill --store sqlite:FILE --users 100000 --allowlist 0 --organizations 10000 --members 100

#include "bench/command_line.hpp"
#include "bench/json_line.hpp"
#include "bench/latencies.hpp"
#include "bench/population.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/instances.hpp"
#include "server/rules/email_address.hpp"
#include "server/rules/initial_settings.hpp"
#include "server/rules/role_sets.hpp"
#include "server/store/database.hpp"
#include "server/store/identifications.hpp"
#include "server/store/list_identifiers.hpp"
#include "server/store/memberships.hpp"
#include "server/store/organizations.hpp"
#include "server/store/users.hpp"
#include "server/store/writer.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>

namespace clerk::bench {

namespace {

namespace store = server::store;

struct FillArguments {
  std::string store{};
  std::size_t users{1'000'000};
  std::size_t allowlist{100'000};
  std::size_t organizations{0};
  std::size_t members{100};
  std::size_t batch{20'000};
  std::uint64_t seed{1};
};

void declare(CLI::App& app, FillArguments& arguments) {
  app.add_option("--store", arguments.store, "sqlite:FILE, which must not hold an instance of that key")->required();
  app.add_option("--users", arguments.users, "Users")->capture_default_str();
  app.add_option("--allowlist", arguments.allowlist, "Entries of the allowlist")->capture_default_str();
  app.add_option("--organizations", arguments.organizations, "Organizations")->capture_default_str();
  app.add_option("--members", arguments.members, "Members of each, and how many it may have")->capture_default_str();
  app.add_option("--batch", arguments.batch, "Rows of one transaction")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--seed", arguments.seed, "Decides all names and times")->capture_default_str();
}

/// The instance that is filled.
struct Filled {
  std::string id{};
  std::string role_set{};  ///< key of the one that its organizations have
};

Filled make_instance(store::Transaction& transaction, const std::string& key) {
  if (transaction.find_instance_by_key(server::api::key_digest(key))) {
    throw std::runtime_error{"the store has an instance of this key: delete the file to fill it again"};
  }
  const store::InstanceState instance = server::api::create_instance(
      transaction,
      {.environment_type = std::string{server::rules::development}, .secret_key = key, .id = {}, .traits = {}},
      Population::begin);
  const server::rules::Call call{.instance = instance};
  return {.id = instance.id, .role_set = server::rules::RoleSetBook{call, transaction}.initial().row.unique_key};
}

/// The person's row as the rules write it.
store::UserRow row_of(const Person& person, const std::string& instance_id) {
  store::UserRow row{.id = numbered_id("user_", person.number),
                     .instance_id = instance_id,
                     .created_at = person.created_at,
                     .updated_at = person.created_at};
  row.keys.first_name = server::rules::fold(person.first_name);
  row.keys.last_name = server::rules::fold(person.last_name);
  row.keys.email_address = person.email_address;
  row.keys.search = row.keys.first_name + " " + row.keys.last_name + " " + person.email_address + " " + row.id;
  row.document.first_name = person.first_name;
  row.document.last_name = person.last_name;
  row.document.primary_email_address_id = numbered_id("idn_", person.number);
  return row;
}

/// The person's address likewise.
store::IdentificationRow identification_of(const Person& person, const std::string& instance_id) {
  return {.id = numbered_id("idn_", person.number),
          .instance_id = instance_id,
          .user_id = numbered_id("user_", person.number),
          .kind = "email_address",
          .folded = person.email_address,
          .mailbox = person.email_address,
          .document = {.identifier = person.email_address, .status = "verified", .strategy = "admin"},
          .created_at = person.created_at,
          .updated_at = person.created_at};
}

void require(bool is_written) {
  if (!is_written) throw std::logic_error{"two users, or two entries, are the same"};
}

void insert_user(const Person& person, const std::string& instance_id, store::Transaction& transaction) {
  require(store::Users{transaction}.insert(row_of(person, instance_id)));
  require(store::Identifications{transaction}.insert(identification_of(person, instance_id)));
}

void insert_entry(std::size_t number, const std::string& instance_id, store::Transaction& transaction) {
  const std::int64_t time = Population::begin + static_cast<std::int64_t>(number);
  require(store::ListIdentifiers{transaction, store::ListIdentifiers::List::allowlist}.insert(
      {.id = numbered_id("alid_", number),
       .instance_id = instance_id,
       .identifier = Population::listed(number),
       .identifier_type = "email_address",
       .created_at = time,
       .updated_at = time}));
}

store::OrganizationRow organization_of(std::size_t number, const FillArguments& arguments, const Filled& instance) {
  const std::int64_t time = Population::begin + static_cast<std::int64_t>(number);
  const std::string name = "Organization " + std::to_string(number);
  store::OrganizationRow row{.id = numbered_id("org_", number),
                             .instance_id = instance.id,
                             .slug = "organization-" + std::to_string(number),
                             .name = server::rules::fold(name),
                             .role_set = instance.role_set,
                             .created_at = time,
                             .updated_at = time};
  row.document.name = name;
  row.document.max_allowed_memberships = static_cast<std::int64_t>(arguments.members);
  return row;
}

/// The first member of each is its administrator.
void insert_organization(std::size_t number, const FillArguments& arguments, const Filled& instance,
                         store::Transaction& transaction) {
  const store::OrganizationRow row = organization_of(number, arguments, instance);
  require(store::Organizations{transaction}.insert(row));
  store::Memberships memberships{transaction};
  for (std::size_t member = 0; member < arguments.members; ++member) {
    const std::size_t all = number * arguments.members + member;
    const std::int64_t time = row.created_at + static_cast<std::int64_t>(member);
    require(memberships.insert({.id = numbered_id("orgmem_", all),
                                .instance_id = instance.id,
                                .organization_id = row.id,
                                .user_id = numbered_id("user_", member_of(number, member, arguments.users)),
                                .role = member == 0 ? "org:admin" : "org:member",
                                .document = {},
                                .created_at = time,
                                .updated_at = time}));
  }
}

/// Calls `insert` for each number, many in one transaction.
void in_batches(store::Writer& writer, std::size_t count, std::size_t batch,
                const std::function<void(std::size_t, store::Transaction&)>& insert) {
  for (std::size_t done = 0; done < count; done += batch) {
    writer.run([&](store::Transaction& transaction) {
      for (std::size_t at = done; at < std::min(count, done + batch); ++at) insert(at, transaction);
    });
  }
}

void measure(const FillArguments& arguments) {
  const std::string key = key_from_environment();
  store::Database database{store::StoreLocation::parse(arguments.store)};
  // The indexes of so many rows do not fit into the usual cache of a connection.
  store::Writer writer{database,
                       {.on_open = [](store::Session& session) { session.execute("PRAGMA cache_size = -524288"); }}};
  const auto begun = Clock::now();
  Filled instance;
  writer.run([&](store::Transaction& transaction) { instance = make_instance(transaction, key); });
  const Population population{arguments.users, arguments.seed};
  in_batches(writer, arguments.users, arguments.batch, [&](std::size_t number, store::Transaction& transaction) {
    insert_user(population.person(number), instance.id, transaction);
  });
  in_batches(writer, arguments.allowlist, arguments.batch, [&](std::size_t number, store::Transaction& transaction) {
    insert_entry(number, instance.id, transaction);
  });
  // Their members are rows too.
  const std::size_t batch = std::max<std::size_t>(1, arguments.batch / (arguments.members + 1));
  in_batches(writer, arguments.organizations, batch, [&](std::size_t number, store::Transaction& transaction) {
    insert_organization(number, arguments, instance, transaction);
  });
  writer.stop();
  const std::chrono::duration<double> taken = Clock::now() - begun;
  JsonLine{}
      .add("users", arguments.users)
      .add("allowlist", arguments.allowlist)
      .add("organizations", arguments.organizations)
      .add("seconds", taken.count())
      .print();
}

}  // namespace

}  // namespace clerk::bench

int main(int argc, char** argv) {
  using namespace clerk::bench;
  return run_program<FillArguments>(argc, argv, "Fills a store with users, entries of the allowlist and organizations.",
                                    declare, measure);
}
