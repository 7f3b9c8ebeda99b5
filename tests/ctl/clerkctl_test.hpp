#pragma once

#include "tests/conformance/server_support.hpp"
#include "tests/ctl/meddler.hpp"
#include "tests/ctl/shell.hpp"

#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace clerk::ctl::test {

/// A plan as `--format json` prints it; fields are named `group.field`.
class PrintedPlan {
 public:
  explicit PrintedPlan(const Ran& ran) : value_(ran.json()), said_{ran.said()} {}

  /// What is to be done with the field, or `absent`.
  [[nodiscard]] std::string action(std::string_view field) const;
  /// A member of the field's entry.
  [[nodiscard]] boost::json::value at(std::string_view field, std::string_view member) const;
  [[nodiscard]] std::size_t changes() const { return value_.at("changes").as_array().size(); }
  [[nodiscard]] const boost::json::value& value() const { return value_; }

 private:
  [[nodiscard]] const boost::json::object* entry(std::string_view field) const;

  boost::json::value value_{};
  std::string said_{};
};

/// clerkd, a peer in front of it that can be told to misbehave, and a shell that talks to the peer.
class ClerkctlTest : public ::testing::Test {
 protected:
  /// Applies a file that must apply.
  void apply(const std::string& file) const {
    const Ran applied = shell.run("settings apply " + file + " --yes");
    ASSERT_EQ(applied.status, done) << applied.said();
  }
  [[nodiscard]] PrintedPlan plan(const std::string& file) const {
    return PrintedPlan{shell.run("settings plan " + file + " --format json")};
  }
  /// No change is pending, and nothing is said to be.
  void expect_nothing_to_do(const std::string& file) const {
    const Ran planned = shell.run("settings plan " + file + " --detailed-exitcode --format json");
    EXPECT_EQ(planned.status, done) << planned.said();
    EXPECT_EQ(PrintedPlan{planned}.changes(), 0U) << planned.said();
  }
  void use_production() { shell.environment["CLERK_SECRET_KEY"] = clerk::testing::production_key; }

  clerk::testing::RunningServer server{};
  Meddler meddler{server};
  Shell shell{meddler.url(), clerk::testing::development_key};
};

}  // namespace clerk::ctl::test
