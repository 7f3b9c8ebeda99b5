#include "ctl/settings/stop_signals.hpp"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace clerk::ctl::settings {

namespace {

// All that a handler may touch.
volatile std::sig_atomic_t was_asked = 0;
const char* volatile notice_to_write = nullptr;

extern "C" void take_signal(int number) {
  const int kept = errno;
  if (was_asked != 0) {
    std::signal(number, SIG_DFL);
    std::raise(number);
  }
  was_asked = 1;
  if (const char* notice = notice_to_write; notice != nullptr) {
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, notice, std::strlen(notice));
  }
  errno = kept;
}

}  // namespace

StopSignals::StopSignals(const char* notice) {
  was_asked = 0;
  notice_to_write = notice;
  struct sigaction action {};
  action.sa_handler = take_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    ::sigaction(numbers.at(i), nullptr, &former_.at(i));
    // Who starts it with nohup, or in the background, has said that these are not for it.
    if (former_.at(i).sa_handler != SIG_IGN) ::sigaction(numbers.at(i), &action, nullptr);
  }
}

StopSignals::~StopSignals() {
  for (std::size_t i = 0; i < numbers.size(); ++i) ::sigaction(numbers.at(i), &former_.at(i), nullptr);
  notice_to_write = nullptr;
}

bool StopSignals::asked() const noexcept { return was_asked != 0; }

}  // namespace clerk::ctl::settings
