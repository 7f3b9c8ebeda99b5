#include "retry_simulation/figures.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clerk::simulation {

namespace {

std::size_t second_of(Milliseconds moment) {
  return static_cast<std::size_t>(std::chrono::floor<std::chrono::seconds>(moment).count());
}

void count(std::vector<std::size_t>& seconds, Milliseconds moment) {
  const std::size_t second = second_of(moment);
  if (second >= seconds.size()) seconds.resize(second + 1);
  ++seconds[second];
}

// The least value that so many of a hundred do not exceed.
Milliseconds percentile(const std::vector<Milliseconds>& sorted, std::size_t percent) {
  if (sorted.empty()) return Milliseconds{0};
  const std::size_t rank = (sorted.size() * percent + 99) / 100;
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

std::string tenths(Milliseconds time) {
  const auto tenth = (time.count() + 50) / 100;
  return std::to_string(tenth / 10) + "." + std::to_string(tenth % 10) + " s";
}

std::string share(std::size_t part, std::size_t whole) {
  const std::size_t tenth = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole;
  return std::to_string(tenth / 10) + "." + std::to_string(tenth % 10) + " %";
}

// Padded so that columns stand below one another in plain text.
using Row = std::vector<std::string>;
std::string aligned(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    text += '|';
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      const std::string padding(widths[i] - rows[r][i].size(), ' ');
      text += i == 0 ? " " + rows[r][i] + padding + " |" : " " + padding + rows[r][i] + " |";
    }
    text += '\n';
    if (r != 0) continue;
    text += '|';
    for (std::size_t i = 0; i < widths.size(); ++i) text += std::string(widths[i] + 1, '-') + (i == 0 ? "-|" : ":|");
    text += '\n';
  }
  return text;
}

}  // namespace

std::vector<std::size_t> load_by_second(const Record& record) {
  std::vector<std::size_t> seconds;
  for (const RequestRecord& request : record.requests) count(seconds, request.at);
  return seconds;
}

std::vector<std::size_t> successes_by_second(const Record& record) {
  std::vector<std::size_t> seconds;
  for (const CallRecord& call : record.calls) {
    if (call.end == CallRecord::End::succeeded) count(seconds, call.ended);
  }
  for (std::size_t i = 1; i < seconds.size(); ++i) seconds[i] += seconds[i - 1];
  return seconds;
}

Figures figures_of(const World& world, const Record& record) {
  Figures figures{.calls = record.calls.size(), .requests = record.requests.size()};
  std::vector<Milliseconds> times;
  for (const CallRecord& call : record.calls) {
    const Milliseconds time = call.ended - call.began;
    figures.longest = std::max(figures.longest, time);
    if (call.end == CallRecord::End::succeeded) times.push_back(time);
    if (call.end == CallRecord::End::outcome_unknown) ++figures.outcome_unknown;
  }
  std::sort(times.begin(), times.end());
  figures.succeeded = times.size();
  figures.wasted = figures.requests - figures.succeeded;
  figures.median = percentile(times, 50);
  figures.percentile = percentile(times, 99);
  figures.worst = percentile(times, 100);

  const std::vector<std::size_t> load = load_by_second(record);
  const std::size_t from = std::min(second_of(world.outage_end), load.size());
  for (std::size_t second = from; second < load.size(); ++second) figures.peak = std::max(figures.peak, load[second]);
  if (figures.requests > 0) {
    figures.busiest_share = static_cast<double>(figures.peak) / static_cast<double>(figures.requests);
  }
  return figures;
}

std::vector<Trial> try_policies(const World& world, const std::vector<Policy>& policies) {
  std::vector<Trial> trials;
  for (const Policy& policy : policies) {
    Record record = simulate(world, policy);
    const Figures figures = figures_of(world, record);
    trials.push_back({.policy = policy, .record = std::move(record), .figures = figures});
  }
  return trials;
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, ",");
  return digits;
}

std::string table_of(const std::vector<Trial>& trials) {
  std::vector<Row> rows{
      {"policy", "succeeded", "requests", "wasted", "peak a second", "median", "99 %", "worst", "longest call"}};
  for (const Trial& trial : trials) {
    const Figures& of = trial.figures;
    rows.push_back({trial.policy.name, share(of.succeeded, of.calls), grouped(of.requests), grouped(of.wasted),
                    grouped(of.peak), tenths(of.median), tenths(of.percentile), tenths(of.worst), tenths(of.longest)});
  }
  return aligned(rows);
}

}  // namespace clerk::simulation
