#include "server/http/loop.hpp"

#include "server/http/answer.hpp"
#include "server/http/connection.hpp"

#include <boost/asio/post.hpp>

#include <ctime>
#include <utility>
#include <vector>

namespace clerk::server::http {

void Population::add() {
  const std::scoped_lock lock{mutex_};
  ++count_;
}

void Population::remove() {
  const std::scoped_lock lock{mutex_};
  if (--count_ == 0) emptied_.notify_all();
}

bool Population::wait_until_empty(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock{mutex_};
  return emptied_.wait_until(lock, deadline, [this] { return count_ == 0; });
}

Loop::Loop(std::size_t index, const Limits& limits, Handler& handler, Population& population)
    : index_{index},
      limits_{limits},
      handler_{handler},
      population_{population},
      work_{boost::asio::make_work_guard(context_)} {}

Loop::~Loop() = default;

bool Loop::is_this_thread() noexcept { return context_.get_executor().running_in_this_thread(); }

void Loop::run() {
  thread_ = std::thread{[this] { context_.run(); }};
}

void Loop::post(std::function<void()> function) { boost::asio::post(context_, std::move(function)); }

void Loop::adopt(Socket socket, std::uint64_t number, std::weak_ptr<Loop> self) {
  population_.add();
  boost::asio::post(context_, [this, socket = std::move(socket), number, self = std::move(self)]() mutable {
    open(std::move(socket), number, std::move(self));
  });
}

void Loop::open(Socket socket, std::uint64_t number, std::weak_ptr<Loop> self) {
  if (ended_) return population_.remove();
  auto connection = std::make_shared<Connection>(*this, std::move(self), std::move(socket), number);
  connections_.insert(connection);
  connection->start();
  if (retiring_) connection->retire();
}

void Loop::forget(const std::shared_ptr<Connection>& connection) {
  if (connections_.erase(connection) > 0) population_.remove();
}

void Loop::retire() {
  boost::asio::post(context_, [this] {
    retiring_ = true;
    // A copy: each may leave the set at once.
    const std::vector<std::shared_ptr<Connection>> all{connections_.begin(), connections_.end()};
    for (const auto& connection : all) connection->retire();
  });
}

void Loop::end() {
  boost::asio::post(context_, [this] {
    ended_ = true;
    const std::vector<std::shared_ptr<Connection>> all{connections_.begin(), connections_.end()};
    for (const auto& connection : all) connection->close();
    work_.reset();
  });
}

void Loop::join() {
  if (thread_.joinable()) thread_.join();
}

const std::string& Loop::date() {
  const auto now = static_cast<long long>(std::time(nullptr));
  if (now != dated_second_) {
    dated_second_ = now;
    date_ = http_date(now);
  }
  return date_;
}

}  // namespace clerk::server::http
