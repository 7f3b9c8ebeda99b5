// Ten thousand clients of a server that was away: which load each way of trying again makes. Prints a table; with a
// folder also writes its chart and the page's table there.
#include "retry_simulation/chart.hpp"
#include "retry_simulation/figures.hpp"
#include "retry_simulation/guide.hpp"

#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view usage =
    "usage: retry_simulation [GUIDE_FOLDER]\n"
    "Prints how each way of trying again fares after an outage; with a folder also writes retries.svg and the table\n"
    "in retries.md there.\n";
constexpr int wrong_usage = 64;

}  // namespace

int main(int count, char** arguments) {
  namespace simulation = clerk::simulation;
  const bool asks_for_help = count == 2 && std::string_view{arguments[1]} == "--help";
  if (count > 2 || asks_for_help) {
    (asks_for_help ? std::cout : std::cerr) << usage;
    return asks_for_help ? 0 : wrong_usage;
  }
  try {
    const std::filesystem::path folder{count == 2 ? arguments[1] : ""};
    const std::filesystem::path page = folder / "retries.md";
    const std::string page_before = count == 2 ? simulation::text_of(page) : "";  // before the long part

    const simulation::World world{};
    const auto trials = simulation::try_policies(world, simulation::all_policies());
    const std::string table = simulation::table_of(trials);
    std::cout << table << std::flush;
    if (count == 2) {
      simulation::write_text(page, simulation::with_table(page_before, table));
      simulation::write_text(folder / "retries.svg", simulation::chart_of(world, trials));
    }
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "retry_simulation: " << error.what() << '\n';
    return 1;
  }
}
