#pragma once

#include "bench/command_line.hpp"

#include <cstddef>
#include <string>

namespace clerk::bench {

struct ClientArguments {
  std::string base{};       ///< root of the API, with or without `/v1`
  std::string operation{};  ///< `update` or `restrictions`
  std::size_t calls{20'000};
  std::size_t in_flight{1};  ///< 1: one blocking call after another
  std::size_t warmup{1'000};
};

inline void declare_client_arguments(CLI::App& app, ClientArguments& arguments) {
  app.add_option("--base", arguments.base, "Root of the API, such as http://127.0.0.1:4500")->required();
  app.add_option("--op", arguments.operation, "update (answered without a body) or restrictions (answered with one)")
      ->required()
      ->check(CLI::IsMember({"update", "restrictions"}));
  app.add_option("--n", arguments.calls, "Calls that are measured")->check(CLI::PositiveNumber)->capture_default_str();
  app.add_option("--c", arguments.in_flight, "1: blocking calls; more: so many in flight on one thread")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--warmup", arguments.warmup, "Calls before those")->capture_default_str();
}

}  // namespace clerk::bench
