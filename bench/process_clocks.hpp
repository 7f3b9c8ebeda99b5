#pragma once

#include <cerrno>
#include <chrono>
#include <ctime>
#include <string>
#include <sys/resource.h>
#include <system_error>

namespace clerk::bench {

/// The processor time that this process has used, as user and in the kernel.
inline std::chrono::microseconds own_cpu() {
  rusage usage{};
  if (::getrusage(RUSAGE_SELF, &usage) != 0) throw std::system_error{errno, std::generic_category(), "getrusage"};
  const auto time = [](const timeval& part) {
    return std::chrono::seconds{part.tv_sec} + std::chrono::microseconds{part.tv_usec};
  };
  return time(usage.ru_utime) + time(usage.ru_stime);
}

/// The most memory that this process ever held at once.
inline long own_peak_kilobytes() {
  rusage usage{};
  if (::getrusage(RUSAGE_SELF, &usage) != 0) throw std::system_error{errno, std::generic_category(), "getrusage"};
  return usage.ru_maxrss;
}

/// Reads the processor time that another process has used, all its threads together, to the nanosecond.
class CpuOf {
 public:
  explicit CpuOf(pid_t process) {
    const int error = ::clock_getcpuclockid(process, &clock_);
    if (error != 0) throw std::system_error{error, std::generic_category(), "process " + std::to_string(process)};
  }

  [[nodiscard]] std::chrono::nanoseconds now() const {
    timespec time{};
    if (::clock_gettime(clock_, &time) != 0) {
      throw std::system_error{errno, std::generic_category(), "the process that is measured has ended"};
    }
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
  }

 private:
  clockid_t clock_{};
};

}  // namespace clerk::bench
