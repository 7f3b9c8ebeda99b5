#pragma once

#include <array>
#include <csignal>

namespace clerk::ctl::settings {

/// While one of these lives, the first SIGINT, SIGTERM or SIGHUP only asks to stop; another one, a second or more
/// later, ends the program as it would have without this. There is one of these at a time.
class StopSignals {
 public:
  /// \param notice what is written to standard error when the first comes, as it may take a while to obey; it has to
  ///               outlive this, and may be null
  explicit StopSignals(const char* notice);
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals();

  [[nodiscard]] bool asked() const noexcept;

 private:
  static constexpr std::array numbers{SIGINT, SIGTERM, SIGHUP};

  std::array<struct sigaction, numbers.size()> former_{};
};

}  // namespace clerk::ctl::settings
