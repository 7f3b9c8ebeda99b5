#pragma once

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <sys/wait.h>

namespace clerk::test {

struct ProgramOutcome {
  int status;
  std::string output;  ///< both streams
};

/// Runs a program with arguments as a shell takes them, and waits for it.
inline ProgramOutcome run_program(const std::string& program, const std::string& arguments) {
  FILE* pipe = ::popen(("'" + program + "' " + arguments + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error{program + " can't be started"};
  std::string output;
  std::array<char, 4096> piece{};
  while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), pipe)) output.append(piece.data(), size);
  return {WEXITSTATUS(::pclose(pipe)), output};
}

}  // namespace clerk::test
