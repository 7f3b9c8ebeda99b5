#pragma once

#include <clerk/api/instance_settings_api.hpp>
#include <clerk/async.hpp>

#include <boost/asio/thread_pool.hpp>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace clerk::test {

enum class Way { blocking, asynchronous };

void PrintTo(Way way, std::ostream* stream);

/// A client that calls in one of the two ways, so that a test stands once for both.
class Caller {
 public:
  Caller(Way way, Configuration configuration);
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;
  ~Caller();

  [[nodiscard]] Result<Instance> read();
  [[nodiscard]] Result<void> write();

 private:
  Way way_;
  boost::asio::thread_pool pool_{1};
  std::unique_ptr<InstanceSettingsApi> api_;
};

/// All texts of an error, for what must stand in one of them or in none.
[[nodiscard]] std::string everything(const Error& error);

/// Sets a variable of the environment, or takes it away, for as long as this lives.
class ScopedVariable {
 public:
  ScopedVariable(const char* name, const char* value);  ///< null takes it away
  ScopedVariable(const char* name, const std::string& value) : ScopedVariable{name, value.c_str()} {}
  ScopedVariable(const ScopedVariable&) = delete;
  ScopedVariable& operator=(const ScopedVariable&) = delete;
  ~ScopedVariable();

 private:
  const char* name_;
  std::unique_ptr<const std::string> before_{};
};

/// An environment in which nothing speaks of proxies or authorities.
class PlainEnvironment {
 public:
  PlainEnvironment();

 private:
  std::vector<std::unique_ptr<ScopedVariable>> without_{};
};

}  // namespace clerk::test
