#pragma once

#include "server/api/read_answers.hpp"
#include "server/store/instance_state.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace clerk::server::api {

/// An instance as last committed, with what reads of it answer.
struct PublishedInstance : store::InstanceState {
  explicit PublishedInstance(store::InstanceState state) : store::InstanceState{std::move(state)} {}

  ReadAnswers answers{};
};

/// The instances as last committed, for authentication and reads. Written after COMMIT and before the answer that
/// tells of it, so whoever has an answer reads what it says. Decisions are never made on it: they read the
/// transaction.
class InstanceDirectory {
 public:
  using Published = std::shared_ptr<const PublishedInstance>;

  /// The instance that the key of this digest belongs to, or null.
  [[nodiscard]] Published find_by_key(std::string_view digest) const;
  [[nodiscard]] Published find(std::string_view id) const;
  [[nodiscard]] std::vector<Published> all() const;

  /// Makes a state visible, unless a later version already is.
  void publish(store::InstanceState state);
  void publish_key(std::string digest, std::string instance_id);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };
  template <class Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  struct Tables {
    Map<Published> instances;
    Map<std::string> instance_of_key;
  };

  template <class Edit>
  void edit(const Edit& edit);

  [[nodiscard]] std::shared_ptr<const Tables> tables() const;

  mutable std::mutex mutex_;  // held to copy or exchange the pointer
  std::mutex editing_;        // held while a new table is made
  std::shared_ptr<const Tables> tables_{std::make_shared<const Tables>()};
};

}  // namespace clerk::server::api
