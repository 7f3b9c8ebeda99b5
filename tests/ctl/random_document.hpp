#pragma once

#include "tests/support/random_model.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace clerk::ctl::test {

/// Draws settings files that a development instance takes as a whole.
class RandomDocument {
 public:
  /// Role ids in the files are this one.
  RandomDocument(std::uint64_t seed, std::string role_id) : random_{seed}, role_id_{std::move(role_id)} {}

  [[nodiscard]] boost::json::object draw();
  /// The same settings, every list in another order.
  [[nodiscard]] boost::json::object reordered(boost::json::object document);

 private:
  template <Model Request>
  [[nodiscard]] boost::json::object draw_group();

  clerk::testing::RandomModel random_;
  std::string role_id_;
};

}  // namespace clerk::ctl::test
