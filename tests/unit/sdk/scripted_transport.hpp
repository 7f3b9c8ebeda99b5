#pragma once

#include <clerk/transport.hpp>

#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace clerk::test {

/// Answers from a list, the last of it for ever, and keeps every request.
class ScriptedTransport : public Transport {
 public:
  explicit ScriptedTransport(std::deque<TransportResult> script) : script_{std::move(script)} {}

  TransportResult perform(const TransportRequest& request) override {
    const std::lock_guard lock{mutex_};
    requests_.push_back(request);
    TransportResult next = script_.front();
    if (script_.size() > 1) script_.pop_front();
    return next;
  }

  [[nodiscard]] std::vector<TransportRequest> requests() const {
    const std::lock_guard lock{mutex_};
    return requests_;
  }

 private:
  mutable std::mutex mutex_;
  std::deque<TransportResult> script_;
  std::vector<TransportRequest> requests_{};
};

inline TransportResult answer(int status, std::string body = {}, Headers headers = {}) {
  return TransportAnswer{.status = status, .headers = std::move(headers), .body = std::move(body)};
}

inline TransportResult failure(TransportFailure::Cause cause, bool sent, std::string message = "it broke") {
  return TransportFailure{.cause = cause, .sent = sent, .message = std::move(message)};
}

}  // namespace clerk::test
