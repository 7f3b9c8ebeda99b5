#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace clerk::testing {

/// What the writers of one instance know about their writes since it was last seen, and what may therefore be found
/// after a crash. Each write carries a number of its own. For one thread at a time.
class WriteLedger {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Write {
    Time begun{};
    std::optional<Time> acknowledged{};  ///< none: it was in flight when the server died
  };

  /// What an instance holds: the number of a write, and its version, which each write raises by one.
  struct Seen {
    std::uint64_t number{};
    std::uint64_t version{};
  };
  /// What the instance holds now. What was written before is of no account any more.
  void begin_with(Seen seen, Time now);
  void add(std::uint64_t number, Write write) { writes_.insert_or_assign(number, write); }

  struct Judgement {
    bool lost{};            ///< a write that was acknowledged is gone, or one is there that nobody sent
    bool unacknowledged{};  ///< the number is that of a write whose answer never came
    std::string reason{};
  };
  [[nodiscard]] Judgement judge(Seen found) const;

  [[nodiscard]] std::uint64_t acknowledged() const noexcept;
  [[nodiscard]] std::uint64_t in_flight() const noexcept;

 private:
  std::map<std::uint64_t, Write> writes_{};  ///< with the one that was there at the beginning
  Seen first_{};
};

/// A PATCH whose fields all carry one number, over several pages of the database.
[[nodiscard]] std::string numbered_patch(std::uint64_t number);

/// The number that a settings document carries; nothing when it is torn: its fields disagree or some are missing.
[[nodiscard]] std::optional<std::uint64_t> number_in(const std::string& settings);

}  // namespace clerk::testing
