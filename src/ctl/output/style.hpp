#pragma once

#include "ctl/context.hpp"

#include <string>
#include <string_view>

namespace clerk::ctl {

/// Colours for terminals; plain text elsewhere.
class Style {
 public:
  explicit Style(bool colored) noexcept : colored_{colored} {}

  /// What flags, NO_COLOR, TERM and the terminal ask for.
  [[nodiscard]] static Style of_output(const Host& host, const GlobalOptions& options);
  [[nodiscard]] static Style of_errors(const Host& host, const GlobalOptions& options);

  [[nodiscard]] bool colored() const noexcept { return colored_; }
  [[nodiscard]] std::string strong(std::string_view text) const;
  [[nodiscard]] std::string faint(std::string_view text) const;
  [[nodiscard]] std::string good(std::string_view text) const;     ///< green: added, done
  [[nodiscard]] std::string changed(std::string_view text) const;  ///< yellow: changed, warned
  [[nodiscard]] std::string bad(std::string_view text) const;      ///< red: refused, failed

 private:
  bool colored_{false};
};

}  // namespace clerk::ctl
