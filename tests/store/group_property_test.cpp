#include "server/store/session.hpp"
#include "server/store/writer.hpp"
#include "tests/store/store_support.hpp"

#include <array>
#include <map>
#include <random>
#include <stdexcept>

namespace clerk::server::store {
namespace {

/// The ways a member can go. Each of them appends to a row that all write to, and then:
enum class Way {
  append,
  undo,
  throw_exception,
  throw_number,
  duplicate,          ///< inserts a row that others insert too
  duplicate_handled,  ///< and goes on when it is there
  foreign_key,
  stale_version,
  bad_text,
  full,          ///< needs more room than there is
  full_hidden,   ///< and says nothing of it
  full_ignored,  ///< and writes on
};
constexpr std::array all_ways{Way::append,        Way::undo,     Way::throw_exception,   Way::throw_number,
                              Way::duplicate,     Way::bad_text, Way::duplicate_handled, Way::foreign_key,
                              Way::stale_version, Way::full,     Way::full_hidden,       Way::full_ignored};

/// Documents and versions by id.
using Rows = std::map<std::string, std::pair<std::string, std::int64_t>>;
using Ways = std::vector<Way>;

/// What a member makes of the rows when it runs alone.
Outcome take(Way way, std::size_t index, Rows& rows) {
  Rows after = rows;
  auto& [document, version] = after["ins_log"];
  document += std::to_string(index) + ",";
  ++version;
  switch (way) {
    case Way::append:
      break;
    case Way::duplicate:
      if (rows.contains("ins_twin")) return Outcome::failed;
      [[fallthrough]];
    case Way::duplicate_handled:
      after.try_emplace("ins_twin", R"({"n":0})", 1);
      break;
    case Way::undo:
      return Outcome::committed;
    case Way::full:
    case Way::full_hidden:
    case Way::full_ignored:
      return Outcome::not_committed;
    default:
      return Outcome::failed;
  }
  rows = std::move(after);
  return Outcome::committed;
}

void append(Transaction& transaction, std::size_t index) {
  const std::string text = std::to_string(index) + ",";
  if (const auto row = transaction.find_instance("ins_log")) {
    transaction.update_settings("ins_log", row->document + text, row->version + 1);
  } else {
    InstanceRow first = instance("ins_log");
    first.document = text;
    transaction.insert_instance(first);
  }
}

void insert_large(Transaction& transaction) {
  InstanceRow row = instance("ins_large");
  row.document.assign(60'000, 'x');
  transaction.insert_instance(row);
}

void insert_bad_text(Transaction& transaction) {
  InstanceRow row = instance("ins_bad");
  row.document.push_back('\0');
  transaction.insert_instance(row);
}

void try_to(const auto& work) {
  try {
    work();
  } catch (const StoreError&) {
  }
}

Verdict go(Way way, std::size_t index, Transaction& transaction) {
  append(transaction, index);
  switch (way) {
    case Way::append:
      break;
    case Way::undo:
      return Verdict::undo;
    case Way::throw_exception:
      throw std::runtime_error{"a mistake"};
    case Way::throw_number:
      throw 7;
    case Way::duplicate:
      transaction.insert_instance(instance("ins_twin"));
      break;
    case Way::duplicate_handled:
      try_to([&] { transaction.insert_instance(instance("ins_twin")); });
      break;
    case Way::foreign_key:
      transaction.insert_key("digest", "ins_nowhere");
      break;
    case Way::stale_version:
      transaction.update_settings("ins_log", "stale", 1);
      break;
    case Way::bad_text:
      insert_bad_text(transaction);
      break;
    case Way::full:
      insert_large(transaction);
      break;
    case Way::full_hidden:
      try_to([&] { insert_large(transaction); });
      break;
    case Way::full_ignored:
      try_to([&] { insert_large(transaction); });
      try_to([&] { append(transaction, index); });
      break;
  }
  return Verdict::commit;
}

std::string text_of(const Ways& ways) {
  std::string text = "ways";
  for (const Way way : ways) text += " " + std::to_string(static_cast<int>(way));
  return text;
}

class GroupPropertyTest : public testing::Test {
 protected:
  static WriterOptions with_little_room(std::size_t max_group) {
    return patient({.max_group = max_group, .on_open = [](Session& session) {
                      session.execute("PRAGMA max_page_count = " +
                                      std::to_string(number(session, "PRAGMA page_count") + 10));
                    }});
  }

  /// Lets the members wait together, and compares outcomes and rows with those of the model.
  void expect_as_if_alone(Writer& writer, const Ways& ways) {
    Outcomes outcomes;
    Rows expected;
    std::vector<std::pair<std::string, Outcome>> expected_outcomes;
    Barrier barrier{writer};
    for (std::size_t i = 0; i < ways.size(); ++i) {
      Job job{.connection = 1, .done = outcomes.take(std::to_string(i))};
      job.apply = [way = ways[i], i](Transaction& transaction) { return go(way, i, transaction); };
      ASSERT_TRUE(writer.submit(std::move(job)));
      expected_outcomes.emplace_back(std::to_string(i), take(ways[i], i, expected));
    }
    barrier.open();
    EXPECT_EQ(outcomes.wait_for(ways.size()), expected_outcomes) << text_of(ways);
    EXPECT_EQ(rows(), expected) << text_of(ways);
    EXPECT_TRUE(writer.healthy());
    clear();
  }

  Rows rows() {
    Rows rows;
    for (auto& row : Transaction{*reader}.list_instances()) rows[row.id] = {row.document, row.version};
    return rows;
  }

  void clear() {
    reader->begin_write();
    reader->execute("DELETE FROM instances");
    reader->commit();
  }

  Database database{StoreLocation{}};
  std::unique_ptr<Session> reader = database.open_session();
};

TEST_F(GroupPropertyTest, EveryThreeMembersFareAsIfEachWereAlone) {
  Writer writer{database, with_little_room(64)};
  for (const Way first : all_ways) {
    for (const Way second : all_ways) {
      for (const Way third : all_ways) expect_as_if_alone(writer, {first, second, third});
      ASSERT_FALSE(HasFailure());
    }
  }
}

TEST_F(GroupPropertyTest, AnyMembersFareAsIfEachWereAloneWhateverTheSizeOfGroups) {
  for (const std::size_t max_group : {1U, 2U, 7U, 64U}) {
    Writer writer{database, with_little_room(max_group)};
    for (unsigned seed = 0; seed < 25; ++seed) {
      std::mt19937 random{seed};
      Ways ways(std::uniform_int_distribution<std::size_t>{1, 64}(random));
      for (Way& way : ways) {
        way = all_ways[std::uniform_int_distribution<std::size_t>{0, all_ways.size() - 1}(random)];
      }
      expect_as_if_alone(writer, ways);
      ASSERT_FALSE(HasFailure()) << "seed " << seed << ", groups of " << max_group;
    }
  }
}

}  // namespace
}  // namespace clerk::server::store
