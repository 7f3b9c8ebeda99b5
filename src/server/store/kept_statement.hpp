#pragma once

#include "server/store/session.hpp"

#include <soci/soci.h>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

/// \throws StoreError for a NUL or invalid UTF-8, naming the parameter
void check_text(const Parameter& parameter);

/// A prepared statement with the memory its parameters are bound from. Whoever runs it resets it.
class KeptStatement {
 public:
  explicit KeptStatement(soci::session& connection) : statement_{connection} {}

  /// Whether it was prepared for parameters of these names and types.
  [[nodiscard]] bool fits(const std::vector<Parameter>& parameters) const;
  void prepare(std::string_view sql, const std::vector<Parameter>& parameters);

  /// Binds and runs it to its first row. \return whether there is one
  bool start(const std::vector<Parameter>& parameters);
  bool step();
  [[nodiscard]] Row row();

 private:
  /// It must not move: SOCI keeps pointers into it.
  struct Slot {
    std::string name{};
    bool is_text{};
    std::string text{};
    long long integer{};
    soci::indicator indicator{soci::i_null};
  };

  std::deque<Slot> slots_{};
  soci::statement statement_;
};

}  // namespace clerk::server::store
