#include "server/api/command_line.hpp"
#include "server/api/daemon.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <exception>
#include <iostream>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

// What a page of users or a password takes and gives back is taken again by the next: returned to the system each time,
// it came back as page faults, a third of the work for a page.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kept = 32 << 20;
  mallopt(M_MMAP_THRESHOLD, kept);
  mallopt(M_TRIM_THRESHOLD, kept);
#endif
}

// Blocked before any thread starts, so that all inherit it and only the wait below takes them.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

void serve(const clerk::server::api::DaemonOptions& options) {
  const sigset_t signals = block_stop_signals();
  clerk::server::api::Daemon daemon{options};
  std::cout << "ready " << daemon.url() << '\n';
  if (daemon.made_key()) std::cout << "secret key " << *daemon.made_key() << '\n';
  std::cout << std::flush;

  int received = 0;
  sigwait(&signals, &received);
  spdlog::info("stopping");
  daemon.stop();
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  const auto parsed = clerk::server::api::parse_command_line(argc, argv);
  if (parsed.exit_status) return *parsed.exit_status;
  spdlog::set_default_logger(spdlog::stderr_logger_mt("clerkd"));
  spdlog::set_level(spdlog::level::from_str(parsed.command_line.log_level));
  try {
    serve(parsed.command_line.options);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "clerkd: " << error.what() << '\n';
    return 1;
  }
}
