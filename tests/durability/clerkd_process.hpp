#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace clerk::testing {

/// clerkd as a process of its own, as a user starts it, on a free port. It does not outlive the object.
class ClerkdProcess {
 public:
  using Clock = std::chrono::steady_clock;

  /// Starts the program with these arguments and waits until it is ready or has ended. The environment variable
  /// CLERKD_PROGRAM names another program than the one that was built.
  explicit ClerkdProcess(const std::vector<std::string>& arguments, const std::string& program = program_of_build());
  ClerkdProcess(const ClerkdProcess&) = delete;
  ClerkdProcess& operator=(const ClerkdProcess&) = delete;
  ~ClerkdProcess();

  [[nodiscard]] static std::string program_of_build();

  [[nodiscard]] bool is_ready() const noexcept { return port_ != 0; }
  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  [[nodiscard]] Clock::time_point started_at() const noexcept { return started_at_; }
  /// What it has written to standard error so far.
  [[nodiscard]] std::string said() const;
  /// The exit status, or the negative number of the signal; nothing while it runs.
  [[nodiscard]] std::optional<int> ended() const noexcept { return ended_; }

  void kill();  ///< SIGKILL
  int stop();   ///< SIGTERM; returns as ended() does

 private:
  using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

  void await_ready(int out);
  void await_end();

  Clock::time_point started_at_{};
  File errors_;
  pid_t child_{-1};
  std::uint16_t port_{};
  std::optional<int> ended_{};
};

}  // namespace clerk::testing
