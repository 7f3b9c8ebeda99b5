#pragma once

#include <clerk/contract/registry.hpp>

#include <array>
#include <mutex>
#include <string>

namespace clerk::server::api {

/// What the point reads of one published state answer. The state never changes, so each is encoded once, by the first
/// request for it.
class ReadAnswers {
 public:
  /// The answer of the registry's operation at `index`; made by `encode()` when it is asked for the first time.
  template <class Encode>
  const std::string& of(std::size_t index, const Encode& encode) const {
    Answer& answer = answers_.at(index);
    std::call_once(answer.made, [&] { answer.body = encode(); });
    return answer.body;
  }

 private:
  struct Answer {
    std::once_flag made{};
    std::string body{};
  };
  mutable std::array<Answer, AllOperations::size> answers_{};
};

}  // namespace clerk::server::api
