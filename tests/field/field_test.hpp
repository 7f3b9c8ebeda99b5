#pragma once

#include "tests/field/answers.hpp"
#include "tests/field/hostile_peer.hpp"

#include <clerk/api/instance_settings_api.hpp>
#include <clerk/async.hpp>

#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace clerk::field {

using namespace std::chrono_literals;

enum class Way { blocking, asynchronous };

inline std::string_view to_string(Way way) { return way == Way::blocking ? "blocking" : "asynchronous"; }
inline void PrintTo(Way way, std::ostream* out) { *out << to_string(way); }  // NOLINT: the name that gtest looks for

/// The key of all field tests; its end must turn up nowhere.
inline const std::string key = "sk_test_hunter2hunter2hunter2";

/// Makes calls in one of the two ways, so that a test's body stands once.
class Caller {
 public:
  Caller(Way way, Configuration configuration) : way_{way} {
    if (way_ == Way::blocking) {
      client_ = std::make_unique<ApiClient>(std::move(configuration));
    } else {
      pool_ = std::make_unique<boost::asio::thread_pool>(2);
      client_ = std::make_unique<ApiClient>(AsyncClient{std::move(configuration), *pool_});
    }
  }
  Caller(Caller&&) noexcept = default;
  Caller& operator=(Caller&&) = delete;
  ~Caller() {
    client_.reset();
    if (pool_) pool_->join();
  }

  template <class Operation>
  [[nodiscard]] Result<Response<typename Operation::Answer>> operator()(const Operation& operation,
                                                                        const CallOptions& options = {}) const {
    if (way_ == Way::blocking) return client_->send(operation, options);
    return client_->async_send(operation, options, boost::asio::use_future).get();
  }

  /// Starts a call; it needs this to live.
  template <class Operation>
  [[nodiscard]] std::future<Result<Response<typename Operation::Answer>>> start(const Operation& operation,
                                                                                const CallOptions& options = {}) const {
    if (way_ == Way::asynchronous) return client_->async_send(operation, options, boost::asio::use_future);
    return std::async(std::launch::async, [this, operation, options] { return client_->send(operation, options); });
  }

 private:
  Way way_;
  std::unique_ptr<boost::asio::thread_pool> pool_{};
  std::unique_ptr<ApiClient> client_{};
};

/// A client of that address whose waits between attempts are short.
inline Configuration configuration_for(std::string url) {
  Configuration configuration{.host = std::move(url), .access_token = key};
  configuration.retries.initial = 1ms;
  return configuration;
}

class FieldTest : public testing::TestWithParam<Way> {
 protected:
  [[nodiscard]] static Caller caller(Configuration configuration) {
    return Caller{GetParam(), std::move(configuration)};
  }
  [[nodiscard]] static Caller caller_of(const HostilePeer& peer) { return caller(configuration_for(peer.url())); }
};

inline std::string name_of(const testing::TestParamInfo<Way>& info) { return std::string{to_string(info.param)}; }

using operations::GetInstance;
using operations::GetInstanceOrganizationSettings;
using operations::UpdateInstance;
using operations::UpdateInstanceOrganizationSettings;
using operations::UpdateInstanceRestrictions;

/// The milliseconds that the function took.
template <class Function>
std::chrono::milliseconds time_of(Function function) {
  const auto begun = std::chrono::steady_clock::now();
  function();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
}

}  // namespace clerk::field

/// A suite named after a row of the field reports; each of its tests runs in both ways.
#define CLERK_FIELD_ROW(row)                                                                                     \
  class row : public clerk::field::FieldTest {};                                                                 \
  INSTANTIATE_TEST_SUITE_P(, row, testing::Values(clerk::field::Way::blocking, clerk::field::Way::asynchronous), \
                           clerk::field::name_of)
