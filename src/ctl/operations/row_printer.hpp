#pragma once

#include "ctl/context.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace clerk::ctl::operations {

/// Prints the rows of a long list as one array. JSON and YAML go out row by row; columns need all rows first, and so
/// does a part of the whole. On a terminal it tells on standard error how far it is.
class RowPrinter {
 public:
  RowPrinter(Host& host, const GlobalOptions& options, std::optional<std::string> pointer);

  void add(boost::json::value row);
  /// Prints what is left to print.
  [[nodiscard]] Outcome<void> end();
  /// Leaves the list as far as it is: nobody should take it for the whole.
  void break_off();
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  void print(const boost::json::value& row);
  void tell_progress();
  void clear_progress();

  Host& host_;
  OutputFormat format_;
  std::optional<std::string> pointer_;
  bool streams_;
  std::size_t count_{0};
  bool tells_{false};  ///< a line of progress stands on the terminal
  boost::json::array rows_{};
};

}  // namespace clerk::ctl::operations
