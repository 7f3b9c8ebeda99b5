#include "tests/durability/write_ledger.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {
namespace {

using ::testing::HasSubstr;
using Time = WriteLedger::Time;

Time at(int millisecond) { return Time{std::chrono::milliseconds{millisecond}}; }

WriteLedger ledger_from(std::uint64_t number) {
  WriteLedger ledger;
  ledger.begin_with({.number = number, .version = 100}, at(0));
  return ledger;
}

TEST(WriteLedger, WithoutWritesOnlyWhatWasThereIsRight) {
  const WriteLedger ledger = ledger_from(7);
  EXPECT_FALSE(ledger.judge({7, 100}).lost);
  EXPECT_TRUE(ledger.judge({6, 100}).lost) << "older";
  EXPECT_TRUE(ledger.judge({8, 101}).lost) << "nobody's";
}

TEST(WriteLedger, AnAcknowledgedWriteReplacesWhatWasThere) {
  WriteLedger ledger = ledger_from(7);
  ledger.add(8, {.begun = at(1), .acknowledged = at(2)});
  EXPECT_FALSE(ledger.judge({8, 101}).lost);
  EXPECT_THAT(ledger.judge({7, 100}).reason, HasSubstr("8 was acknowledged and had begun later"));
  EXPECT_EQ(ledger.acknowledged(), 1U);
}

TEST(WriteLedger, AWriteInFlightMayBeThereOrNot) {
  WriteLedger ledger = ledger_from(7);
  ledger.add(8, {.begun = at(1)});
  EXPECT_FALSE(ledger.judge({7, 100}).lost);
  EXPECT_FALSE(ledger.judge({7, 100}).unacknowledged);
  EXPECT_FALSE(ledger.judge({8, 101}).lost);
  EXPECT_TRUE(ledger.judge({8, 101}).unacknowledged);
  EXPECT_EQ(ledger.in_flight(), 1U);
  EXPECT_EQ(ledger.acknowledged(), 0U);
}

TEST(WriteLedger, OfWritesThatOverlapEitherMayBeTheLast) {
  WriteLedger ledger = ledger_from(7);
  ledger.add(8, {.begun = at(1), .acknowledged = at(4)});
  ledger.add(9, {.begun = at(3), .acknowledged = at(5)});
  EXPECT_FALSE(ledger.judge({8, 102}).lost);
  EXPECT_FALSE(ledger.judge({9, 102}).lost);
  ledger.add(10, {.begun = at(6), .acknowledged = at(7)});
  EXPECT_TRUE(ledger.judge({8, 103}).lost);
  EXPECT_TRUE(ledger.judge({9, 103}).lost);
}

TEST(WriteLedger, AWriteThatIsGoneFromBetweenOthersShowsInTheVersion) {
  WriteLedger ledger = ledger_from(7);
  ledger.add(8, {.begun = at(1), .acknowledged = at(2)});
  ledger.add(9, {.begun = at(3), .acknowledged = at(4)});
  ledger.add(10, {.begun = at(5)});
  EXPECT_TRUE(ledger.judge({9, 101}).lost);
  EXPECT_FALSE(ledger.judge({9, 102}).lost);
  EXPECT_FALSE(ledger.judge({9, 103}).lost) << "10 may have come before 9";
  EXPECT_TRUE(ledger.judge({9, 104}).lost) << "one was carried out twice";
  EXPECT_TRUE(ledger.judge({10, 102}).lost);
  EXPECT_FALSE(ledger.judge({10, 103}).lost);
}

TEST(WriteLedger, WhatWasSeenOnceIsKnownToBeThere) {
  WriteLedger ledger = ledger_from(7);
  ledger.add(8, {.begun = at(1)});
  ledger.begin_with({.number = 8, .version = 101}, at(9));
  EXPECT_TRUE(ledger.judge({7, 100}).lost);
}

std::string stored(std::uint64_t number) { return R"({"instance":)" + numbered_patch(number) + "}"; }

TEST(NumberedPatch, CarriesItsNumberThroughASettingsDocument) {
  for (const std::uint64_t number : {0U, 7U, 123'456U}) EXPECT_EQ(number_in(stored(number)), number);
  EXPECT_GT(numbered_patch(1).size(), 4'096U) << "more than a page";
}

TEST(NumberedPatch, IsTornWhenAnyFieldIsAnothersOrMissing) {
  const boost::json::value others = boost::json::parse(numbered_patch(8));
  for (const auto& field : others.as_object()) {
    boost::json::object mixed = boost::json::parse(numbered_patch(7)).as_object();
    mixed[field.key()] = field.value();
    EXPECT_EQ(number_in(boost::json::serialize(boost::json::object{{"instance", mixed}})), std::nullopt) << field.key();
    mixed.erase(field.key());
    EXPECT_EQ(number_in(boost::json::serialize(boost::json::object{{"instance", mixed}})), std::nullopt) << field.key();
  }
}

TEST(NumberedPatch, IsTornWhenItIsCutOff) {
  const std::string whole = stored(7);
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, whole.size() / 2, whole.size() - 1}) {
    EXPECT_EQ(number_in(whole.substr(0, size)), std::nullopt) << size;
  }
  EXPECT_EQ(number_in(R"({"instance":{}})"), std::nullopt);
}

}  // namespace
}  // namespace clerk::testing
