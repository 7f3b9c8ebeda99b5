#pragma once

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

namespace clerk::bench {

/// The instance's secret key. It is no argument, as those can be seen by every user of the machine.
inline std::string key_from_environment() {
  const char* key = std::getenv("CLERK_SECRET_KEY");
  if (key == nullptr || *key == '\0') {
    throw std::runtime_error{"CLERK_SECRET_KEY is not set: set it to the key of the server that --base names"};
  }
  return key;
}

/// The frame of each program's main: parses the options that `declare` adds and runs `measure`. Ends with 64 on wrong
/// usage and with 1 on a failure, which it names.
template <class Arguments, class Declare, class Measure>
int run_program(int argc, char** argv, const std::string& about, Declare declare, Measure measure) {
  CLI::App app{about};
  Arguments arguments;
  declare(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 64;
  }
  try {
    measure(arguments);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << argv[0] << ": " << error.what() << '\n';
    return 1;
  }
}

}  // namespace clerk::bench
