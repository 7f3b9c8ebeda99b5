#pragma once

#include "tests/conformance/server_support.hpp"
#include "tests/field/hostile_peer.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::test {

/// clerkd behind a hostile peer: everything is passed on, but for what the test wants spoilt.
class Meddler {
 public:
  explicit Meddler(const clerk::testing::RunningServer& server);

  [[nodiscard]] std::string url() const { return peer_.url(); }

  /// The next so many GETs of what was written show what was there before.
  void lag_by_reads(int reads);
  /// GETs show what was there that long ago.
  void lag_by_time(std::chrono::milliseconds time);
  /// The field is taken out of the bodies of writes.
  void drop_field(std::string name);
  /// A write that has this field is refused: the plan lacks the feature of that name.
  void refuse_field(std::string name);
  /// Writes to the path are answered with 500.
  void fail_writes(std::string path);
  /// Writes to the path are done, and the connection is closed without an answer.
  void lose_answers(std::string path);
  /// GETs of the path are answered with 405, as by a version of the API that has no such route.
  void hide_reads(std::string path);
  /// GETs of the path are refused: the plan lacks a feature.
  void refuse_reads(std::string path);
  /// GETs of the path are answered with 500 once something has been written to it.
  void fail_reads_of_what_was_written(std::string path);
  /// What is called when a write to the path has arrived and is not done yet.
  void call_on_writes(std::string path, std::function<void()> call);
  /// Everything is passed on again.
  void behave();

  /// What has been asked of the server's settings to be changed: bodies by path, without empty ones, which only read.
  [[nodiscard]] std::vector<std::pair<std::string, boost::json::value>> writes() const;
  [[nodiscard]] std::vector<clerk::field::SeenRequest> seen() const { return peer_.seen(); }

 private:
  struct Faults {
    int lag_reads{0};
    std::chrono::milliseconds lag_time{0};
    std::string dropped{};
    std::string refused{};
    std::string failing_path{};
    std::string losing_path{};
    std::string hidden_path{};
    std::string refused_path{};
    std::string failing_once_written{};
    bool was_written{false};
    std::string calling_path{};
    std::function<void()> call{};
  };
  /// What reads answered before a write, and how long it is still shown.
  struct Past {
    std::map<std::string, clerk::testing::WireAnswer> answers{};
    std::chrono::steady_clock::time_point until{};
    std::map<std::string, int> reads_left{};
  };

  clerk::field::Steps answer(const clerk::field::SeenRequest& request);
  clerk::field::Steps read(const clerk::field::SeenRequest& request);
  clerk::field::Steps write(const clerk::field::SeenRequest& request);
  void keep_past(const std::string& written);
  std::optional<clerk::testing::WireAnswer> past_answer(const std::string& target);
  [[nodiscard]] clerk::testing::WireAnswer pass_on(const clerk::field::SeenRequest& request,
                                                   const std::string& body) const;

  const clerk::testing::RunningServer& server_;
  mutable std::mutex mutex_{};
  Faults faults_{};                 // these two under mutex_
  std::deque<Past> pasts_{};        // oldest first
  clerk::field::HostilePeer peer_;  // last: its thread uses the rest
};

}  // namespace clerk::ctl::test
