#pragma once

#include "server/store/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

/// Builds the condition of a query, with its parameters. All that is added must hold.
class Where {
 public:
  /// `clause` has one `?`, which stands for the value.
  Where& add(std::string_view clause, Value value);
  Where& add(std::string_view clause);

  /// Empty `values` ask for nothing.
  Where& one_of(std::string_view column, std::vector<std::string> values);
  Where& none_of(std::string_view column, std::vector<std::string> values);
  /// That the column holds the text somewhere, whatever of LIKE's own signs the text has.
  Where& holds(std::string_view column, std::string_view part);

  /// LIKE's pattern, with the escape `\`, for texts that hold this one.
  [[nodiscard]] static std::string pattern(std::string_view part);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] const std::vector<Parameter>& parameters() const noexcept { return parameters_; }

  /// The name, with its colon, under which a value of the query beside the condition is bound.
  [[nodiscard]] std::string bind(Value value);
  /// Several of them, as `IN` takes them. \pre there is one
  [[nodiscard]] std::string bind_list(std::vector<std::string> values);

 private:
  std::string text_{};
  std::vector<Parameter> parameters_{};
};

}  // namespace clerk::server::store
