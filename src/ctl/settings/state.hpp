#pragma once

#include "ctl/failure.hpp"

#include <boost/json/value.hpp>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace clerk::ctl::settings {

/// What was last applied of a setting that can't be read back.
struct Applied {
  boost::json::value value{};
  std::string date{};                            ///< RFC 3339
  std::optional<boost::json::value> answered{};  ///< what the API showed in its place, such as for a reset
  bool in_doubt{false};                          ///< it was sent, and no answer confirmed it

  friend bool operator==(const Applied&, const Applied&) = default;
};

/// Of one instance, by setting (see Field::setting).
using AppliedSettings = std::map<std::string, Applied, std::less<>>;

/// What the state file holds: what was applied, of each instance. No secret is ever put into it.
struct State {
  static constexpr int version = 1;

  std::map<std::string, AppliedSettings, std::less<>> instances{};

  /// Of the instance; empty when nothing was ever applied.
  [[nodiscard]] const AppliedSettings& of(std::string_view instance_id) const;

  friend bool operator==(const State&, const State&) = default;
};

[[nodiscard]] boost::json::value to_json(const State& state);
/// `name` is the file's, for messages.
[[nodiscard]] Outcome<State> read_state(std::string_view text, const std::string& name);

/// The state in its file. A file that is not there is an empty state.
class StateFile {
 public:
  explicit StateFile(std::filesystem::path path) : path_{std::move(path)} {}

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  [[nodiscard]] Outcome<State> load() const;
  /// Replaces the file as a whole: whatever happens, it holds the former state or this one.
  [[nodiscard]] std::optional<Failure> save(const State& state) const;

 private:
  std::filesystem::path path_;
};

/// Holds the state file for one `apply`, so that a second one can't write over what the first has noted.
class StateLock {
 public:
  StateLock(StateLock&& other) noexcept;
  StateLock& operator=(StateLock&&) = delete;
  StateLock(const StateLock&) = delete;
  StateLock& operator=(const StateLock&) = delete;
  ~StateLock();

  /// Fails when another process holds it; does not wait.
  [[nodiscard]] static Outcome<StateLock> take(const StateFile& file);

 private:
  explicit StateLock(int descriptor) noexcept : descriptor_{descriptor} {}

  int descriptor_{-1};
};

}  // namespace clerk::ctl::settings
