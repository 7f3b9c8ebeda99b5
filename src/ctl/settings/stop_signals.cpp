#include "ctl/settings/stop_signals.hpp"

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <unistd.h>

namespace clerk::ctl::settings {

namespace {

// All that a handler may touch.
std::atomic<std::int64_t> asked_at{0};  // milliseconds of the monotonic clock; 0 when it was not asked
std::atomic<const char*> notice_to_write{nullptr};
static_assert(std::atomic<std::int64_t>::is_always_lock_free && std::atomic<const char*>::is_always_lock_free);

// One request may come as two signals: terminals and programs that start others send them to the program and to its
// group.
constexpr std::int64_t same_request_ms = 1000;

std::int64_t now_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000 + 1;
}

void take_first() {
  if (const char* notice = notice_to_write; notice != nullptr) {
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, notice, std::strlen(notice));
  }
}

void take_another(int number, std::int64_t after_ms) {
  if (after_ms < same_request_ms) return;
  std::signal(number, SIG_DFL);
  std::raise(number);
}

extern "C" void take_signal(int number) {
  const int kept = errno;
  const std::int64_t now = now_ms();
  std::int64_t first = 0;
  if (asked_at.compare_exchange_strong(first, now)) {
    take_first();
  } else {
    take_another(number, now - first);
  }
  errno = kept;
}

}  // namespace

StopSignals::StopSignals(const char* notice) {
  asked_at = 0;
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

bool StopSignals::asked() const noexcept { return asked_at != 0; }

}  // namespace clerk::ctl::settings
