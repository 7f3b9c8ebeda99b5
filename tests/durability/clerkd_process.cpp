#include "tests/durability/clerkd_process.hpp"

#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace clerk::testing {

namespace {

pid_t spawn(const std::string& program, const std::vector<std::string>& arguments, int out, int errors) {
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);

  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&files, errors, STDERR_FILENO);
  pid_t child = -1;
  const int problem = ::posix_spawn(&child, program.c_str(), &files, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  EXPECT_EQ(problem, 0) << program;
  return problem == 0 ? child : -1;
}

/// The first line that comes, or what there is of it when the other side closes.
std::string first_line(int in) {
  std::string line;
  char byte = 0;
  while (::read(in, &byte, 1) == 1 && byte != '\n') line.push_back(byte);
  return line;
}

std::uint16_t port_in(std::string_view line) {
  if (!line.starts_with("ready http://127.0.0.1:")) return 0;
  std::uint16_t port = 0;
  const char* begin = line.data() + line.rfind(':') + 1;
  std::from_chars(begin, line.data() + line.size(), port);
  return port;
}

}  // namespace

std::string ClerkdProcess::program_of_build() {
  const char* other = std::getenv("CLERKD_PROGRAM");
  return other != nullptr ? other : CLERKD_OF_BUILD;
}

ClerkdProcess::ClerkdProcess(const std::vector<std::string>& arguments, const std::string& program)
    : errors_{std::tmpfile(), std::fclose} {
  std::array<int, 2> out{};
  if (!errors_ || ::pipe2(out.data(), O_CLOEXEC) != 0) {
    ADD_FAILURE() << "no pipe or temporary file can be made";
    return;
  }
  std::vector<std::string> all{"--listen", "127.0.0.1:0"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  started_at_ = Clock::now();
  child_ = spawn(program, all, out[1], ::fileno(errors_.get()));
  ::close(out[1]);
  if (child_ > 0) await_ready(out[0]);
  ::close(out[0]);
}

ClerkdProcess::~ClerkdProcess() { kill(); }

void ClerkdProcess::await_ready(int out) {
  const std::string line = first_line(out);
  port_ = port_in(line);
  if (is_ready()) return;
  EXPECT_EQ(line, "") << "the first line says something else than ready";
  await_end();
}

std::string ClerkdProcess::said() const {
  std::string text;
  std::array<char, 4096> part{};
  off_t at = 0;
  while (true) {
    const auto size = ::pread(::fileno(errors_.get()), part.data(), part.size(), at);
    if (size <= 0) return text;
    text.append(part.data(), static_cast<std::size_t>(size));
    at += size;
  }
}

void ClerkdProcess::await_end() {
  int status = 0;
  if (::waitpid(child_, &status, 0) != child_) return;
  ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  child_ = -1;
}

void ClerkdProcess::kill() {
  if (child_ <= 0) return;
  ::kill(child_, SIGKILL);
  await_end();
}

int ClerkdProcess::stop() {
  if (child_ > 0) {
    ::kill(child_, SIGTERM);
    await_end();
  }
  return ended_.value_or(-1);
}

}  // namespace clerk::testing
