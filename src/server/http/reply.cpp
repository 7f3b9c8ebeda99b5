#include "server/http/handler.hpp"

#include <atomic>
#include <exception>
#include <utility>

namespace clerk::server::http {

struct Reply::Shared {
  explicit Shared(std::shared_ptr<Sink> to) : sink{std::move(to)} {}
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;

  // A request that everybody forgot would hold its connection for ever; whether it took effect is not known here.
  ~Shared() {
    if (answered.load(std::memory_order_acquire)) return;
    try {
      sink->deliver(Response{.drop = true});
    } catch (const std::exception&) {  // out of memory: then it stays open until the client or the server ends it
    }
  }

  std::shared_ptr<Sink> sink;
  std::atomic<bool> answered{false};
};

Reply::Reply(std::shared_ptr<Sink> sink) : shared_{sink ? std::make_shared<Shared>(std::move(sink)) : nullptr} {}

void Reply::operator()(Response response) const {
  if (!shared_ || shared_->answered.exchange(true, std::memory_order_acq_rel)) return;
  shared_->sink->deliver(std::move(response));
}

bool Reply::abandoned() const noexcept { return shared_ && shared_->sink->abandoned(); }

}  // namespace clerk::server::http
