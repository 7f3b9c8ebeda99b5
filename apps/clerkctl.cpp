#include "ctl/command_line.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>{value};
}

// A file that is opened later must not become what was closed: an account of `apply` would be written into its state.
// Opened the wrong way round, they still fail as closed ones do.
void keep_places_of_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) < 0) (void)::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  keep_places_of_streams();
  // A reader that goes away must not end an apply between two of its calls.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    clerk::ctl::Host host{.in = std::cin,
                          .out = std::cout,
                          .err = std::cerr,
                          .in_is_terminal = ::isatty(STDIN_FILENO) == 1,
                          .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
                          .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
                          .directory = std::filesystem::current_path(),
                          .environment = variable,
                          .now = std::chrono::system_clock::now};
    return static_cast<int>(clerk::ctl::run(arguments, host));
  } catch (const std::exception& error) {
    std::cerr << "clerkctl: " << error.what() << '\n';
    return static_cast<int>(clerk::ctl::ExitStatus::failed);
  }
}
